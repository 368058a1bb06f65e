"""The closed lists of ontology/vocabulary.ttl, with the words that name their concepts.

>>> [concept.notation for concept in concepts("statuses")]
['held', 'ongoing', 'planned']
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.errors import UsageError
from kg.namespaces import ONTOLOGY, VOCABULARIES, fold
from kg.resources import folder

SCHEMES = ("kinds", "actions", "statuses", "roles", "standings", "topics")

_SKOS = VOCABULARIES["skos"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a closed list.

    `notation` is how the facts format writes it; `words` are label and other
    names in the order of the file; `done` tells an action that is past from
    one that is intended or none, and is None outside the actions.
    """

    scheme: str
    notation: str
    iri: str
    label: str
    words: tuple[str, ...]
    broader: str | None = None
    done: bool | None = None


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """Return the concepts of one of SCHEMES in the order of the file.

    Raises UsageError for another scheme.
    """
    if scheme not in SCHEMES:
        raise UsageError(f"no closed list {scheme!r}: there are {', '.join(SCHEMES)}")
    rows = _rows()
    listed = (iri for iri, row in rows.items() if ONTOLOGY + scheme in row.get("inScheme", ()))
    return tuple(_concept(scheme, iri, rows) for iri in listed)


@cache
def concept(scheme: str, notation: str) -> Concept | None:
    """Return the concept of `scheme` that `notation` stands for, or None."""
    return next((c for c in concepts(scheme) if c.notation == notation), None)


@cache
def named(scheme: str) -> dict[str, Concept]:
    """Return the concepts of `scheme` by their words, folded as keys are folded."""
    return {fold(word): entry for entry in reversed(concepts(scheme)) for word in entry.words}


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    """Return the values of each subject by the local name of the property, in the file's order."""
    rows: dict[str, dict[str, list[str]]] = {}
    for triple in ox.parse(path=str(folder("ontology") / "vocabulary.ttl")):
        if isinstance(triple.subject, ox.NamedNode):
            name = triple.predicate.value.removeprefix(_SKOS).removeprefix(ONTOLOGY)
            values = rows.setdefault(triple.subject.value, {}).setdefault(name, [])
            if not isinstance(triple.object, ox.Triple):
                values.append(triple.object.value)
    return rows


def _concept(scheme: str, iri: str, rows: dict[str, dict[str, list[str]]]) -> Concept:
    row = rows[iri]
    broader = row.get("broader")
    done = row.get("done")
    return Concept(
        scheme=scheme,
        notation=row["notation"][0],
        iri=iri,
        label=row["prefLabel"][0],
        words=(row["prefLabel"][0], *row.get("altLabel", ())),
        broader=rows[broader[0]]["notation"][0] if broader else None,
        done=done[0] == "true" if done else None,
    )
