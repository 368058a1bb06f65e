"""Lines over a common axis as SVG, each in a panel of its own with its own scale from nought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

Points = Sequence[tuple[float, float]]

WIDTH, HEIGHT = 640, 150
"""Of one panel, in pixels."""

LEFT, RIGHT, ABOVE, BELOW = 70, 30, 34, 24
_STYLE = "text{font:12px sans-serif;fill:#333}.head{font-size:15px}.line{fill:none;stroke:#1f5fa8}"


def draw(title: str, across: str, panels: Mapping[str, Points]) -> str:
    """Return panels below each other; `across` names what all of them are drawn against."""
    height = 50 + HEIGHT * len(panels)
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text class="head" x="{LEFT}" y="20">{escape(title)}</text>',
    ]
    for number, (name, points) in enumerate(panels.items()):
        rows.append(f'<g transform="translate(0,{24 + HEIGHT * number})">')
        rows.extend(_panel(name, points))
        rows.append("</g>")
    rows.append(f'<text x="{WIDTH / 2:g}" y="{height - 8}">{escape(across)}</text></svg>')
    return "\n".join(rows) + "\n"


def _panel(name: str, points: Points) -> list[str]:
    widest = max((x for x, _ in points), default=0) or 1
    highest = max((y for _, y in points), default=0) or 1
    bottom, end = HEIGHT - BELOW, WIDTH - RIGHT

    def place(x: float, y: float) -> tuple[float, float]:
        left = LEFT + (end - LEFT) * x / widest
        return round(left, 1), round(bottom - (bottom - ABOVE) * y / highest, 1)

    marks = [(x, y, *place(x, y)) for x, y in points]
    line = " ".join(f"{left},{top}" for _, _, left, top in marks)
    return [
        f'<text x="{LEFT}" y="{ABOVE - 14}">{escape(name)}</text>',
        f'<path d="M{LEFT} {ABOVE}V{bottom}H{end}" fill="none" stroke="#999"/>',
        f'<polyline class="line" points="{line}"/>',
        *(f'<circle cx="{left}" cy="{top}" r="3" fill="#1f5fa8"/>' for _, _, left, top in marks),
        *(f'<text x="{left - 12}" y="{bottom + 15}">{x:,.0f}</text>' for x, _, left, _ in marks),
        *(f'<text x="{left - 12}" y="{top - 7}">{y:,.3g}</text>' for _, y, left, top in marks),
    ]
