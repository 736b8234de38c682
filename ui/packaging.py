"""What can be done with language packages, away from the window's thread.

Adding, removing, preferring and rolling back happen in the engine lane, where nothing else can be
using a package meanwhile. Fetching has a lane of its own, which exists only once the user has asked
for something from the network.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.packages import InstalledPackage, PackageStore
from app.paths import Paths
from app.pipeline import Pipeline
from ui.tasks import Job, Lane

if TYPE_CHECKING:
    from app.download import Progress
    from app.package_index import AvailablePackage


class Packaging(QObject):
    """`changed` comes when the packages in use may be others, `busy` around such work.

    `offered` carries what the index lists; `fetched` tells bytes that are there and bytes in all,
    or 0 where that is unknown.
    """

    changed = Signal()
    busy = Signal(bool)
    fetching = Signal(bool)
    fetched = Signal(int, int)
    offered = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        store: PackageStore,
        paths: Paths,
        pipeline: Pipeline,
        engine_lane: Lane,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._pipeline = pipeline
        self._engine_lane = engine_lane
        self._network_lane: Lane | None = None
        self._job: Job | None = None

    def installed(self) -> Sequence[InstalledPackage]:
        """Return the packages that are there."""
        return self._store.installed()

    def install(self, file: Path) -> None:
        """Check a package file and add it."""
        self._change(lambda _job: self._store.install(file))

    def remove(self, package: InstalledPackage) -> None:
        """Delete a package that the user added; its file can be added again."""
        self._change(lambda _job: self._store.remove(package))

    def prefer(self, package: InstalledPackage) -> None:
        """Use a package for its direction."""
        self._change(lambda _job: self._store.prefer(package))

    def previous(self, package: InstalledPackage) -> InstalledPackage | None:
        """Return what was replaced last in a package's direction, if it is still there."""
        return self._store.previous(package.source, package.target)

    def roll_back(self, package: InstalledPackage) -> None:
        """Put back what was replaced last in a package's direction; this one takes its place."""
        self._change(lambda _job: self._store.roll_back(package.source, package.target))

    def look_online(self) -> None:
        """Fetch the list of packages that Argos offers; `offered` carries them."""

        def fetch(job: Job) -> tuple[AvailablePackage, ...]:
            from app.package_index import fetch_index, index_address

            return fetch_index(index_address(), cancelled=job.cancelled)

        self._network(fetch, self._found)

    def download(self, package: AvailablePackage) -> None:
        """Fetch a package, check it and add it."""
        incoming = self._paths.cache / "downloads"

        def fetch(job: Job) -> Path:
            from app.download import download

            def tell(progress: Progress) -> None:
                job.report((progress.received, progress.total or 0))

            done = download(package.links, incoming, progress=tell, cancelled=job.cancelled)
            self._address = done.address
            return done.file

        self._network(fetch, self._fetched, lambda parts: self.fetched.emit(*parts))

    def cancel(self) -> None:
        """Stop fetching; what came is kept and used when it is asked for again."""
        if self._job is not None:
            self._job.cancel()
            self._finish()

    def close(self) -> None:
        """Stop, and end the network lane if there is one."""
        self.cancel()
        if self._network_lane is not None:
            self._network_lane.close()

    _address = ""

    def _fetched(self, file: Path) -> None:
        address = self._address

        def install(_job: Job) -> InstalledPackage:
            try:
                return self._store.install(file, address=address)
            finally:
                file.unlink(missing_ok=True)

        self._change(install)

    def _found(self, packages: tuple[AvailablePackage, ...]) -> None:
        self._finish()
        self.offered.emit(packages)

    def _change(self, work: Callable[[Job], object]) -> None:
        self.busy.emit(True)
        self._engine_lane.submit(work, self._changed, self._failed)

    def _changed(self, _done: object) -> None:
        self._pipeline.reload_engines()
        self._finish()
        self.changed.emit()

    def _network(
        self,
        work: Callable[[Job], object],
        done: Callable[..., None],
        progress: Callable[..., None] | None = None,
    ) -> None:
        if self._network_lane is None:
            self._network_lane = Lane("network", self)
        self.cancel()
        self.busy.emit(True)
        self.fetching.emit(True)
        self._job = self._network_lane.submit(work, done, self._failed, progress)

    def _finish(self) -> None:
        self._job = None
        self.fetching.emit(False)
        self.busy.emit(False)

    def _failed(self, error: Exception) -> None:
        self._finish()
        if isinstance(error, UserError):
            self.failed.emit(error)
        else:
            self.crashed.emit(error)
