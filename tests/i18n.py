"""Bring the interface's translations up to date: `python -m tests.i18n`.

Collects the strings of `ui` into resources/i18n/*.ts, drops those that are gone, and compiles the
.qm files that the program loads. New strings are then to be translated in the .ts files (with Qt
Linguist or by hand) and this run again. English has a file for its plural forms only.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"


def tool(name: str) -> str:
    """Return the path of one of Qt's tools, which come with PySide6."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def collect(language: str, ts: Path) -> None:
    """Bring the .ts file of a language up to date with the sources."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").glob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    if language == "en":
        options.append("-pluralonly")
    command = [tool("lupdate"), *sources, "-ts", str(ts), "-target-language", language, *options]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def compile_ts(ts: Path, qm: Path) -> None:
    """Compile a .ts file to what the program loads."""
    command = [tool("lrelease"), str(ts), "-qm", str(qm), "-silent"]
    subprocess.run(command, check=True, cwd=ROOT)


def main() -> int:
    """Collect and compile both languages; return the exit code."""
    for language in ("en", "zh_CN"):
        ts = FOLDER / f"pinglun_{language}.ts"
        collect(language, ts)
        compile_ts(ts, ts.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
