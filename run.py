#!/usr/bin/env python3
"""Set Pinglun up where it stands and start it.

    python3 run.py              open the window
    python3 run.py WORDS ...    the command line: python3 run.py translate "..."
    python3 run.py test         set up the development tools too and run the whole test suite

The first start makes .venv from requirements.lock and checks what Qt needs of the system; later
starts only compare a stamp. Nothing but Python 3.11 or newer is needed beforehand.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an old Python is given to run
    sys.exit("Pinglun needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "tests" / "requirements.lock"
# What a finished set-up leaves behind, by lock; the development lock holds all of the other.
STAMPS = {LOCK: VENV / "program.stamp", DEV_LOCK: VENV / "development.stamp"}
SYSTEM_STAMP = VENV / "system.stamp"

# What the Qt wheel leaves to the system on Linux, and the Debian package that has it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# What the Qt wheel carries for programs of another kind: QML and Quick, Designer, their tools and
# data. Nothing here loads them; without them there is room for reading pictures. The Qml library
# itself stays: lupdate and lrelease, which bring the translations up to date, are linked to it.
SPARE_FOLDERS = (
    "qml", "metatypes", "typesystems", "plugins/designer", "plugins/qmllint",
    "plugins/qmltooling", "plugins/sqldrivers", "plugins/vectorimageformats",
)  # fmt: skip
SPARE_FILES = re.compile(
    r"(?:lib)?Qt6?(?:Quick|Qml(?!\.(?:so|dll|framework))|Labs|Lottie|Designer|Help|UiTools|Sql|"
    r"WaylandCompositor|WaylandEglCompositor|OpenGL(?:Widgets)?\.(?:abi3|pyd)).*"
    r"|qml.*|(?:assistant|designer|linguist|svgtoqml|balsam(?:ui)?)(?:\.exe|\.app)?"
    r"|(?!qtbase_)[a-z_]+_[a-zA-Z_]+\.qm",
    re.IGNORECASE,
)
CJK_FONT = "fonts-noto-cjk"
EMOJI_FONT = "fonts-noto-color-emoji"


def say(text: str) -> None:
    """Tell the user how set-up goes, without disturbing what a command prints."""
    print(text, file=sys.stderr, flush=True)


def stamp_text(lock: Path) -> str:
    """Return what a finished set-up is known by: the lock's content and this Python."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version.split()[0]}"


def is_set_up(lock: Path) -> bool:
    """Say whether the environment was finished for this lock."""
    stamp = STAMPS[lock]
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == stamp_text(lock)


def set_up(lock: Path) -> None:
    """Make the environment, or mend one that is unfinished or out of date."""
    started = time.monotonic()
    if not PYTHON.exists() or not works([str(PYTHON), "-m", "pip", "--version"]):
        say("Making .venv …")
        make_venv()
    say(f"Installing what {lock.relative_to(ROOT)} lists …")
    downloaded = install(lock)
    slim()
    size = sum(f.stat().st_size for f in VENV.rglob("*") if f.is_file() and not f.is_symlink())
    seconds = time.monotonic() - started
    say(
        f"Ready in {seconds:.0f} s: {downloaded:.0f} MB of packages, "
        f"{size / 1e6:.0f} MB on disk in .venv."
    )
    STAMPS[lock].write_text(stamp_text(lock))


def make_venv() -> None:
    """Create .venv; on Debian and Ubuntu the module may need its package first."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError, ModuleNotFoundError, OSError) as error:
        package = f"python3.{sys.version_info[1]}-venv"
        if isinstance(error, OSError) and not isinstance(error, subprocess.SubprocessError):
            sys.exit(f"The folder .venv could not be made here: {error.strerror}.")
        if not apt_install([package]):
            sys.exit(
                "Python's venv module is not complete here. Install it and start again:\n"
                f"    sudo apt-get install {package}"
            )
        venv.create(VENV, with_pip=True, clear=True)


def install(lock: Path) -> float:
    """Install exactly what the lock lists; return the size of the packages in MB."""
    command = [
        str(PYTHON), "-m", "pip", "install", "--no-deps", "--require-hashes",
        "--disable-pip-version-check", "--no-input", "--progress-bar", "off", "-r", str(lock),
    ]  # fmt: skip
    wanted = len(re.findall(r"^[A-Za-z0-9]", lock.read_text(encoding="utf-8"), re.M))
    seen, megabytes, tail = 0, 0.0, []
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    assert process.stdout is not None
    for line in process.stdout:
        tail = [*tail[-14:], line.rstrip()]
        size = re.match(r"\s+(?:Downloading|Using cached) \S+ \(([\d.]+) (kB|MB)\)", line)
        if size:
            megabytes += float(size[1]) / (1000 if size[2] == "kB" else 1)
        if line.startswith(("Collecting", "Requirement already", "Ignoring", "Processing")):
            seen += 1
            if sys.stderr.isatty():
                print(f"\r  {min(seen, wanted)} of {wanted}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    if process.wait() != 0:
        say("\n".join(tail))
        sys.exit(
            "The packages could not be installed; the lines above say why. "
            "Check the network connection and start again: what was fetched is kept."
        )
    return megabytes


def slim() -> None:
    """Take out of the Qt wheel what this program never loads."""
    for package in VENV.rglob("PySide6"):
        for home in (package, package / "Qt"):
            for folder in SPARE_FOLDERS:
                shutil.rmtree(home / folder, ignore_errors=True)
        for path in sorted(package.rglob("*")):
            if SPARE_FILES.fullmatch(path.name):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)


def works(command: list[str]) -> bool:
    """Say whether a command ends well, without showing what it prints."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def check_system() -> None:
    """Install, or name, the system libraries and the fonts that are missing on Linux."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not has_font(":lang=zh-cn", "*CJK*", "*wqy*", "*Heiti*", "*droid*fallback*"):
        missing += [CJK_FONT]
    if not has_font(":lang=und-zsye", "*Emoji*"):
        missing += [EMOJI_FONT]
    if missing and not apt_install(missing):
        say(
            "The window needs these system packages; install them and start again:\n"
            f"    sudo apt-get install {' '.join(missing)}"
        )
        return
    SYSTEM_STAMP.write_text("checked\n")


def loads(library: str) -> bool:
    """Say whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(pattern: str, *names: str) -> bool:
    """Say whether a font is installed that fontconfig finds by `pattern`, or else by file name."""
    if shutil.which("fc-list"):
        found = subprocess.run(
            ["fc-list", pattern, "family"], capture_output=True, text=True, check=False
        )
        return bool(found.stdout.strip())
    folders = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    return any(any(folder.rglob(n)) for folder in folders if folder.is_dir() for n in names)


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where that needs no question: as root, with apt at hand."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"Installing with apt: {' '.join(packages)} …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    available = False
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        available = done.returncode == 0
        if not available and command[1] == "install":
            say(done.stderr.strip())
    return available


def run_tests(arguments: list[str]) -> int:
    """Run formatter check, linter, type checker and tests; all of them, whatever fails first."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"}
    failed = []
    for command in (
        ["ruff", "format", "--check", "."],
        ["ruff", "check", "."],
        ["mypy"],
        ["pytest", *arguments],
    ):
        say(f"$ {' '.join(command)}")
        if subprocess.run([str(PYTHON), "-m", *command], cwd=ROOT, env=environment).returncode:
            failed.append(command[0])
    if failed:
        say(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Set up what is missing, then hand over to the program."""
    testing = arguments[:1] == ["test"]
    lock = DEV_LOCK if testing else LOCK
    if not is_set_up(lock) and not (not testing and is_set_up(DEV_LOCK)):
        set_up(lock)
    if not SYSTEM_STAMP.exists():
        check_system()
    if testing:
        return run_tests(arguments[1:])
    # -P keeps a folder named ui or app in the user's own directory from being taken for ours.
    command = [str(PYTHON), "-P", "-m", "ui.start", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if os.name == "nt":
        return subprocess.run(command, env=environment).returncode
    sys.stdout.flush()
    return os.execve(PYTHON, command, environment)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
