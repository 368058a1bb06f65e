"""Identity -> its named graph as N-Quads, and decisions to and from rows that people edit.

From each node to the one that stands for it the graph says owl:sameAs, which
the world knows, and identifiedAs, which has a direction and is what stored
queries follow; identifiedAs also where a name in print means another person
than its node says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.formats import triples
from kg.formats.triples import Statement
from kg.identity import Identity
from kg.identity.clusters import Decision
from kg.mappings import Mapping
from kg.namespaces import BASE, KINDS, VOCABULARIES, iri, term

SAME = VOCABULARIES["owl"] + "sameAs"


def name(base: str = BASE) -> str:
    """Return the IRI of the named graph of identity."""
    return iri("graph", "identity", base)


def nquads(found: Identity, base: str = BASE) -> str:
    """Return what is one as N-Quads of the graph of identity, sorted.
    Empty where nothing is one.
    """
    return triples.nquads(_state(found), name(base))


def _state(found: Identity) -> Iterator[Statement]:
    for node, head in found.canonical.items():
        yield node, SAME, head
        yield node, term("identifiedAs"), head
    for appearance, person in found.parts.items():
        yield appearance, term("identifiedAs"), person


class Rows:
    """The decisions as rows, sorted; those that were refused say so and are unsure.

    Each row is made when it is asked for: of 20,000 articles there are 700,000.
    """

    def __init__(self, found: Identity, base: str = BASE) -> None:
        short = cache(lambda node: shorten(node, base))
        self._found, self._base = found, base
        self._refused = {refusal.decision: refusal.reason for refusal in found.refused}
        self._sorted = sorted(found.decisions, key=lambda d: (short(d.one), short(d.other)))

    def __iter__(self) -> Iterator[Mapping]:
        for each in self._sorted:
            yield _row(each, self._found, self._refused.get(each), self._base)


def rows(found: Identity, base: str = BASE) -> tuple[Mapping, ...]:
    """Return the decisions as rows, sorted, as Rows does."""
    return tuple(Rows(found, base))


def refused(found: Identity, base: str = BASE) -> tuple[tuple[Mapping, str], ...]:
    """Return the joins of persons that were refused as rows, each with the reason."""
    mine = (refusal for refusal in found.refused if refusal.decision.by)
    return tuple((_row(each.decision, found, each.reason, base), each.reason) for each in mine)


def _row(decision: Decision, found: Identity, refusal: str | None, base: str) -> Mapping:
    one, other = decision.one, decision.other
    reasons = (*decision.reasons, f"refused: {refusal}") if refusal else decision.reasons
    return Mapping(
        subject=shorten(one, base),
        object=shorten(other, base),
        judgement="unsure" if refusal and not decision.by else decision.judgement,
        score=decision.score,
        reasons="; ".join(reasons),
        labels=(found.labels.get(one, ""), found.labels.get(other, "")),
        quotes=(found.quotes.get(one, ""), found.quotes.get(other, "")),
        by=decision.by,
    )


def decisions(kept: Iterable[Mapping], base: str = BASE) -> tuple[Decision, ...]:
    """Return the rows of persons as decisions, the lesser of the two things first."""
    made = []
    for row in kept:
        if row.by and row.judgement in ("positive", "negative"):
            one, other = sorted((expand(row.subject, base), expand(row.object, base)))
            reasons = (row.reasons,) if row.reasons else ()
            made.append(Decision(one, other, row.judgement, 1.0, reasons, row.by))
    return tuple(made)


def shorten(node: str, base: str = BASE) -> str:
    """Return a node as a prefixed name: "person:ru-patrushev-n"; another IRI as it is."""
    kind, slash, key = node.removeprefix(base).partition("/")
    return f"{kind}:{key}" if slash and kind in KINDS else node


def expand(text: str, base: str = BASE) -> str:
    """Return the node that a prefixed name stands for; another text as it is."""
    kind, colon, key = text.partition(":")
    return f"{base}{kind}/{key}" if colon and kind in KINDS else text
