"""pyshifty: an engine that takes a tenth of pySHACL's time, for batches; the extra `fast`.

It is believed where it finds nothing wrong, which is the rule in a batch; what
is wrong is told by pySHACL. Tests hold the two to the same focus, path and
constraint on every case of the shapes and on a thousand damaged graphs.

Upkeep and licence: BSD-3-Clause, no dependencies. Effectively one author (the
Colorado School of Mines, who also makes BuildingMOTIF), since 2025, some 700
commits in the first year, called beta by himself. So it is never the referee,
no verb needs it, and its next minor version is let in by hand, after the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.resources import folder
from kg.validation import findings
from kg.validation.findings import Finding

if TYPE_CHECKING:
    import shifty


def is_installed() -> bool:
    """Tell whether the engine is there."""
    return find_spec("shifty") is not None


def find(triples: str) -> tuple[Finding, ...] | None:
    """Return what is thin in a graph of N-Triples, or None where something is wrong.

    None, too, where the engine cannot read the triples. The referee is to be
    asked then. Most graphs have no finding at all, which costs least.
    """
    data = triples.encode()
    try:
        outcome = _shapes().validate_algebra(data, graph_mode="data", infer=False)
    except ValueError:
        return None
    if outcome.conforms:
        return ()
    reasons = (reason for violation in outcome.violations for reason in violation.reasons)
    if any(reason.severity != "Warning" for reason in reasons):
        return None
    return report(triples, sorted({str(violation.shape_name) for violation in outcome.violations}))


def report(triples: str, shapes: Sequence[str] | None = None) -> tuple[Finding, ...]:
    """Return all that the engine finds, wrong or thin, by some `shapes` or by all.

    Those of whole nodes are meant, by their IRIs: asking the few that are known to
    tell something takes half the time. Raises ValueError where it cannot read.
    """
    outcome = _shapes().validate(
        triples.encode(), graph_mode="data", infer=False, shape_names=shapes
    )
    return tuple(findings.read(outcome[1]))


@cache
def _shapes() -> shifty.PreparedValidator:
    import shifty  # 36 MB that only batches need

    return shifty.PreparedValidator((folder("ontology") / "shapes.ttl").read_bytes())
