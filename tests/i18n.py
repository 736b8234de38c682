"""Bring the interface's translations up to date: `python -m tests.i18n`.

Collects the strings of `ui`, and the sentences of `app` that the window says, into
resources/i18n/*.ts, drops those that are gone, and compiles the .qm files that the program loads.
New strings are then to be translated in the .ts files, which are plain XML (the set-up takes Qt's
own editor for them out again), and this run again. English has a file for its plural forms only.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"


def tool(name: str) -> str:
    """Return the path of one of Qt's tools, which come with PySide6."""
    return str(Path(sys.executable).parent / f"pyside6-{name}")


def sentences(source: str) -> Iterator[str]:
    """Find what a module gives to UserError and `said`; both take sentences to be said.

    Raises ValueError for one that is put together where it is said: nobody could translate it.
    """
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        for argument in {"UserError": call.args[1:], "said": call.args[:1]}.get(call.func.id, []):
            if isinstance(argument, ast.Name) and argument.id in constants:
                yield str(constants[argument.id])
            elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
            else:
                raise ValueError(f"line {call.lineno}: {ast.unparse(argument)}")


def all_sentences() -> list[str]:
    """Return the sentences of all modules of `app`, each once."""
    files = sorted((ROOT / "app").glob("*.py"))
    found = (text for path in files for text in sentences(path.read_text("utf-8")) if text)
    return sorted(set(found))


def collect(language: str, ts: Path) -> None:
    """Bring the .ts file of a language up to date with the sources."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").glob("*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    if language == "en":
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "sentences.py"
        lines = (
            f"QT_TRANSLATE_NOOP('app', {ast.unparse(ast.Constant(t))})" for t in all_sentences()
        )
        said.write_text("\n".join(lines) + "\n", "utf-8")
        command = [tool("lupdate"), *sources, str(said), "-ts", str(ts)]
        command += ["-target-language", language, *options]
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
