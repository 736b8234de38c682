from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from app.errors import UserError
from app.packages import PackageStore
from tests.app.package_files import add_stanza, bundled_folder, make_bpe, make_folder, pack


@pytest.fixture
def store(tmp_path: Path) -> PackageStore:
    return PackageStore(bundled_folder().parent, tmp_path / "user")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = make_folder(tmp_path / "made")
    add_stanza(folder)
    return pack(folder, tmp_path / "translate-zh_en-1_9.argosmodel")


def test_the_bundled_package_is_found_with_its_licence(store: PackageStore) -> None:
    package = store.best("zh", "en")
    assert package is not None
    assert package.bundled
    assert (package.source_name, package.target_name) == ("Chinese", "English")
    assert "CC BY-SA" in package.about
    assert package.size > 10_000_000


def test_a_missing_direction_is_said_with_a_remedy(store: PackageStore) -> None:
    assert store.best("xx", "yy") is None
    with pytest.raises(UserError) as failure:
        store.open_engine("xx", "yy")
    assert failure.value.code == "no-package"
    assert failure.value.remedy


def test_folders_that_do_not_exist_hold_no_packages(tmp_path: Path) -> None:
    assert PackageStore(tmp_path / "a", tmp_path / "b").installed() == ()


def test_of_two_versions_the_higher_wins(tmp_path: Path) -> None:
    make_folder(tmp_path, "0.9")
    make_folder(tmp_path, "0.10")
    best = PackageStore(tmp_path, tmp_path / "user").best("zh", "en")
    assert best is not None
    assert best.version == "0.10"


def test_installing_argos_own_layout_wins_over_the_bundled_package(
    store: PackageStore, archive: Path
) -> None:
    package = store.install(archive)
    assert not package.bundled
    assert store.best("zh", "en") == package
    assert not (package.folder / "stanza").exists()
    assert package.origin is not None
    assert package.origin.sha256 == hashlib.sha256(archive.read_bytes()).hexdigest()
    assert package.origin.address == archive.name
    engine = store.open_engine("zh", "en")
    assert engine.name == "translate-zh_en 1.9"
    assert engine.translate(["谢谢"])[0].text


def test_a_package_with_bpe_installs_and_translates(store: PackageStore, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "made", "2.0")
    make_bpe(folder)
    store.install(pack(folder, tmp_path / "bpe.argosmodel"))
    [output] = store.open_engine("zh", "en").translate(["你好"])
    assert output.text


def test_a_package_with_a_target_prefix_does_not_show_it(
    store: PackageStore, tmp_path: Path
) -> None:
    prefix = "▁Saturday"
    folder = make_folder(tmp_path / "made", "2.1", target_prefix=prefix)
    vocabulary = json.loads((folder / "model" / "target_vocabulary.json").read_bytes())
    assert prefix in vocabulary
    store.install(pack(folder, tmp_path / "prefix.argosmodel"))
    [output] = store.open_engine("zh", "en").translate(["谢谢"])
    assert output.text
    assert not output.text.startswith("Saturday")


def test_a_replaced_package_can_be_rolled_back_to(
    store: PackageStore, archive: Path, tmp_path: Path
) -> None:
    assert store.previous("zh", "en") is None
    first = store.install(archive)
    second = store.install(pack(make_folder(tmp_path / "new", "1.8"), tmp_path / "b.argosmodel"))
    assert store.best("zh", "en") == second
    assert [p.version for p in store.installed() if not p.bundled] == ["1.8"]
    previous = store.previous("zh", "en")
    assert previous is not None
    assert previous.version == first.version
    assert store.roll_back("zh", "en") == first
    assert store.roll_back("zh", "en") == second


def test_rolling_back_needs_something_to_go_back_to(store: PackageStore) -> None:
    with pytest.raises(UserError) as failure:
        store.roll_back("zh", "en")
    assert failure.value.code == "no-previous"


def test_installing_the_same_version_again_replaces_it(store: PackageStore, archive: Path) -> None:
    assert store.install(archive) == store.install(archive)
    assert len([p for p in store.installed() if not p.bundled]) == 1


def test_the_user_may_prefer_the_bundled_package(store: PackageStore, archive: Path) -> None:
    bundled = store.best("zh", "en")
    assert bundled is not None
    added = store.install(archive)
    store.prefer(bundled)
    assert store.best("zh", "en") == bundled
    store.prefer(added)
    assert store.best("zh", "en") == added


def test_removing_an_added_package_brings_the_bundled_one_back(
    store: PackageStore, archive: Path
) -> None:
    added = store.install(archive)
    store.remove(added)
    best = store.best("zh", "en")
    assert best is not None
    assert best.bundled
    with pytest.raises(UserError) as failure:
        store.remove(best)
    assert failure.value.code == "bundled-package"
    assert best.folder.exists()


def test_what_a_killed_installation_left_is_no_package_and_is_cleared(
    store: PackageStore, archive: Path, tmp_path: Path
) -> None:
    left = tmp_path / "user" / ".incoming-x" / "translate-zh_en-9_9"
    make_folder(left.parent, "9.9")
    best = store.best("zh", "en")
    assert best is not None
    assert best.bundled
    store.install(archive)
    assert not left.exists()


def test_damaged_choices_and_folders_do_not_stop_the_program(
    store: PackageStore, tmp_path: Path
) -> None:
    user = tmp_path / "user"
    (user / "junk").mkdir(parents=True)
    (user / "junk" / "metadata.json").write_bytes(b"\xff{")
    (user / "preferred.json").write_bytes(b"\xff[")
    best = store.best("zh", "en")
    assert best is not None
    assert best.bundled


def test_a_package_that_broke_after_installation_is_said_to_be_broken(
    store: PackageStore, archive: Path
) -> None:
    (store.install(archive).folder / "model" / "model.bin").write_bytes(b"")
    with pytest.raises(UserError) as failure:
        store.open_engine("zh", "en")
    assert failure.value.code == "package-broken"
