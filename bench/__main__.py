"""`make bench`: what is measured and against whom, as a table and as out/bench.json."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from typing import Any

from bench import (
    agreement,
    building,
    extraction,
    growth,
    identity,
    kills,
    linking,
    pages,
    scale,
    search,
    start,
)
from bench.measure import ROOT, Figure, Noted, Skipped

MODULES = (
    *(start, extraction, growth, agreement, building, scale, kills),
    *(identity, linking, search, pages),
)


def main() -> None:
    """Measure, print a row at a time, and write all of it as JSON."""
    rows: list[dict[str, Any]] = []
    for module in MODULES:
        for row in module.measure():
            print(line(row), flush=True)
            rows.append(asdict(row))
    machine = {"python": platform.python_version(), "machine": platform.machine()}
    target = ROOT / "out" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(machine | {"figures": rows}, indent=1) + "\n", "utf-8")
    print(f"as JSON in {target.relative_to(ROOT)}")


def line(row: Figure | Skipped | Noted) -> str:
    """Return a row as it is printed."""
    if isinstance(row, Noted):
        return f"{'':>10}    {row.what}: {row.told}"
    if isinstance(row, Skipped):
        return f"{'skipped':>10}    {row.what}: {row.reason}"
    beside = f"   {_times(row.ratio)} {row.peer}" if row.ratio and row.peer != row.what else ""
    return f"{row.milliseconds:>10.1f} {row.unit} {row.what}{beside}"


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times" if ratio >= 0.1 else f"1/{1 / ratio:.0f} of"


if __name__ == "__main__":
    main()
