"""Draw the README's plot: `python -m tests.bench.plot FILE.json [--clock]`.

FILE.json is what `bench_engine --curve` wrote; the picture goes beside it as plain SVG, with
colours for light and for dark pages. Both axes are logarithmic. Seconds are those that processors
worked, which other work on the machine changes little, or with `--clock` those that went by.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 760, 452
LEFT, RIGHT, TOP, BOTTOM = 68, 566, 56, 372
LABEL_GAP = 17
# Drawn in this order, so that the program lies on top.
NAMES = {
    "argostranslate": "argostranslate",
    "bare": "bare CTranslate2",
    "engine": "its engine alone",
    "program": "Pinglun",
}
LIGHT = {"argostranslate": "#6b645a", "bare": "#2f6f8f", "engine": "#b06a10", "program": "#b8232f"}
DARK = {"argostranslate": "#a39b8e", "bare": "#74b3d1", "engine": "#e0a552", "program": "#f0616a"}


def _style(page: str, line: str, second: str, ink: str, colours: dict[str, str]) -> str:
    """Return the colours of one theme as CSS; no variables, which many viewers do not know."""
    rules = [
        f".page {{ fill: {page} }} .grid {{ stroke: {line} }} .axis {{ stroke: {second} }}",
        f"text {{ fill: {second} }} .title, .times {{ fill: {ink} }} .ratio {{ stroke: {ink} }}",
    ]
    for name, colour in colours.items():
        rules.append(f".{name} polyline, .{name} line {{ stroke: {colour} }}")
        rules.append(f".{name} circle, .{name} text {{ fill: {colour} }}")
    return " ".join(rules)


STYLE = f"""
text {{ font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px }}
.title {{ font-size: 16px; font-weight: 600 }} .name, .times {{ font-weight: 600 }}
polyline {{ fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round }}
.bare polyline {{ stroke-dasharray: 2 6 }} .ratio {{ stroke-width: 1.5 }} .lead {{ opacity: .6 }}
{_style("#fbfaf7", "#e7e2d8", "#6b645a", "#1f1b16", LIGHT)}
@media (prefers-color-scheme: dark) {{
{_style("#161513", "#34302a", "#a39b8e", "#efeae0", DARK)}
}}
"""


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic axis: values from `low` to `high` lie between two pixels."""

    low: float
    high: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.first + share * (self.last - self.first)

    def decades(self) -> list[float]:
        powers = range(math.ceil(math.log10(self.low)), math.floor(math.log10(self.high)) + 1)
        return [10.0**power for power in powers]


def draw(lines: dict[str, dict[int, float]], title: str, about: str) -> str:
    """Return the picture; `lines` holds seconds by number of comments, for each contestant."""
    times = [seconds for line in lines.values() for seconds in line.values()]
    across = Scale(1, max(10, *(max(line) for line in lines.values())), LEFT, RIGHT)
    up = Scale(min(times) / 1.3, max(times) * 1.3, BOTTOM, TOP)
    parts = [_axes(across, up)]
    ends = {name: (across(max(line)), up(line[max(line)])) for name, line in lines.items()}
    labels = _apart({name: y for name, (_, y) in ends.items()})
    for name in (n for n in NAMES if n in lines):
        points = [(across(count), up(seconds)) for count, seconds in lines[name].items()]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points)
        x, y = ends[name]
        short = x < RIGHT - 1
        where = (x - 10, y - 12) if short else (RIGHT + 18, labels[name] + 4)
        lead = "" if short else _line("lead", x + 5, y, RIGHT + 14, labels[name])
        anchor = "end" if short else "start"
        parts.append(
            f'<g class="{name}"><polyline points="{joined}"/>{dots}{lead}'
            f'<text class="name" x="{where[0]:.1f}" y="{where[1]:.1f}" text-anchor="{anchor}">'
            f"{escape(NAMES[name])}</text></g>"
        )
    if "argostranslate" in lines:
        parts.append(_ratio(lines, across, up))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}"><style>{STYLE}</style>'
        f'<rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="8"/>'
        f'<text class="title" x="{LEFT}" y="32">{escape(title)}</text>'
        + "".join(parts)
        + f'<text x="{LEFT}" y="{HEIGHT - 14}">{escape(about)}</text></svg>\n'
    )


def _axes(across: Scale, up: Scale) -> str:
    parts = []
    for seconds in up.decades():
        y = up(seconds)
        parts.append(_line("grid", LEFT, y, RIGHT, y))
        text = f"{seconds:g} s" if seconds >= 1 else f"{seconds * 1000:g} ms"
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    for count in across.decades():
        x = across(count)
        parts.append(_line("grid", x, TOP, x, BOTTOM))
        parts.append(
            f'<text x="{x:.1f}" y="{BOTTOM + 20}" text-anchor="middle">{count:,.0f}</text>'
        )
    middle = (LEFT + RIGHT) / 2
    parts.append(f'<text x="{middle}" y="{BOTTOM + 40}" text-anchor="middle">comments</text>')
    return "".join(parts) + _line("axis", LEFT, BOTTOM, RIGHT, BOTTOM)


def _ratio(lines: dict[str, dict[int, float]], across: Scale, up: Scale) -> str:
    """Measure the gap where argostranslate's line ends."""
    theirs = lines["argostranslate"]
    count = max(theirs)
    ours = lines["program"][count]
    x, top, bottom = across(count), up(theirs[count]) + 6, up(ours) - 6
    below = max(up(line[count]) for line in lines.values() if count in line) + 24
    times = theirs[count] / ours
    text = f"{times:.0f}" if times >= 10 else f"{times:.1f}"
    return (
        _line("ratio", x, top, x, bottom)
        + f'<text class="times" x="{x + 8:.1f}" y="{below:.1f}">{text}×</text>'
    )


def _apart(heights: dict[str, float]) -> dict[str, float]:
    """Move labels apart that would lie on each other, keeping their order."""
    placed: dict[str, float] = {}
    lowest = -math.inf
    for name, y in sorted(heights.items(), key=lambda item: item[1]):
        lowest = max(y, lowest + LABEL_GAP)
        placed[name] = lowest
    return placed


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def picture_of(figures: Path, *, clock: bool = False) -> Path:
    """Draw what `bench_engine --curve` wrote; return where the picture is."""
    data = json.loads(figures.read_text(encoding="utf-8"))
    lines = {
        name: {int(count): seconds[0 if clock else 1] for count, seconds in line.items()}
        for name, line in data["lines"].items()
    }
    kind = "Seconds" if clock else "Processor seconds"
    picture = figures.with_suffix(".svg")
    title = f"{kind} to translate a thread of different comments"
    picture.write_text(draw(lines, title, data["about"]), encoding="utf-8")
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("figures", type=Path)
    parser.add_argument("--clock", action="store_true")
    options = parser.parse_args()
    print(picture_of(options.figures, clock=options.clock))


if __name__ == "__main__":
    main()
