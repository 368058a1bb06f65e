"""Which things of the store a name in somebody's table may mean, the likeliest first, with scores.

Persons are found as decisions of identity find them: by family name, in any
spelling or script, with initials. Other things are found by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from kg import namespaces
from kg.evaluation import likeness
from kg.identity import names as persons
from kg.queries import surroundings, things
from kg.store import Store
from kg.web.views.names import Entry, names

CERTAIN = 90.0
"""Score from which the only such candidate is a match that nobody has to look at."""

_CONSIDERED = 200  # names that are compared with the one sought
_WORDS = 4  # words by which names are looked for, the longest
_LEAST = 30.0
_BEGINNING = 0.85  # how alike a name and its beginning are
_BY_PROPERTIES = 0.3  # of the score, where properties are given
_TIES = """
SELECT DISTINCT ?thing ?value ?name ?code WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing <{verb}> ?value }}
  UNION {{ ?row readout:person|readout:meeting|readout:instrument|readout:office ?thing .
           ?row <{verb}> ?value }}
  OPTIONAL {{ ?value rdfs:label ?name }}
  OPTIONAL {{ ?value readout:isoCode ?code }}
}} ORDER BY ?thing ?value ?name
"""


@dataclass(frozen=True, slots=True)
class Sought:
    """A name with what else is known: kinds that it may be of, and values of properties by IRI."""

    name: str
    kinds: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    most: int = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant; `score` is of 100, and `match` what needs no look."""

    iri: str
    kind: str
    name: str
    score: float
    by_name: float
    by_properties: float | None
    match: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a property of a thing: a literal, or a node by its name."""

    text: str
    iri: str | None = None
    code: str | None = None

    def fits(self, given: str) -> bool:
        """Tell whether this is the value that somebody gives, as name, code, key or beginning."""
        if self.iri is None:
            return likeness.equal(self.text, given) or (self.text.startswith(given) and bool(given))
        forms = (self.text, self.code or "", self.iri, self.iri.removeprefix(namespaces.BASE))
        return any(likeness.equal(form, given) for form in forms if form)


def match(store: Store, sought: Sought) -> tuple[Candidate, ...]:
    """Return the things that are meant perhaps, the likeliest first."""
    scores = _by_name(store, sought)
    heads = _heads(store, scores)
    best: dict[str, float] = {}
    for iri, score in scores.items():
        best[heads[iri]] = max(score, best.get(heads[iri], 0.0))
    likely = sorted(best, key=lambda iri: (-best[iri], iri))[: max(sought.most, 10)]
    fits = _by_properties(store, likely, sought.properties)
    called = surroundings.names(store, likely)
    found = [_candidate(iri, called[iri].name, best[iri], fits.get(iri)) for iri in likely]
    found.sort(key=lambda each: (-each.score, -len(each.name), each.iri))
    return tuple(_decide(found)[: sought.most])


def _candidate(iri: str, name: str, by_name: float, fit: float | None) -> Candidate:
    score = by_name if fit is None else by_name * (1 - _BY_PROPERTIES) + 100 * fit * _BY_PROPERTIES
    return Candidate(iri, kind(iri), name, round(score, 1), by_name, fit)


def _decide(found: Sequence[Candidate]) -> list[Candidate]:
    """Mark the first as a match where it is certain and no other is."""
    certain = [each for each in found if each.score >= CERTAIN]
    if len(certain) != 1:
        return list(found)
    one = certain[0]
    sure = Candidate(one.iri, one.kind, one.name, one.score, one.by_name, one.by_properties, True)
    return [sure if each is one else each for each in found]


def kind(iri: str) -> str:
    """Return the kind of a thing of ours: "person"."""
    return iri.removeprefix(namespaces.BASE).partition("/")[0]


# --- by name ------------------------------------------------------------------------------


def _by_name(store: Store, sought: Sought) -> dict[str, float]:
    """Return how much the names of things are like the one sought, best name of each, of 100."""
    scores: dict[str, float] = {}
    for entry in _likely(store, sought):
        score = round(100 * _likeness(entry, sought.name), 1)
        if score >= _LEAST:
            scores[entry.iri] = max(score, scores.get(entry.iri, 0.0))
    return scores


def _likely(store: Store, sought: Sought) -> Iterable[Entry]:
    """Return the names that are worth a comparison, each once."""
    known = names(store)
    found = dict.fromkeys(known.find(sought.name, sought.kinds)[:_CONSIDERED])
    if not sought.kinds or "person" in sought.kinds:
        by_sound = _sounds(store)
        for block in persons.blocks(persons.parse(_straight(sought.name))):
            found |= dict.fromkeys(by_sound.get(block, ())[:_CONSIDERED])
    words = sorted(re.findall(r"\w{3,}", sought.name), key=lambda word: (-len(word), word))
    for word in words[:_WORDS] if len(found) < _CONSIDERED else ():
        found |= dict.fromkeys(known.find(word, sought.kinds)[:_CONSIDERED])
    return found


@lru_cache(maxsize=2)
def _sounds(store: Store) -> Mapping[str, tuple[Entry, ...]]:
    """Return the names of persons by the keys under which forms of one name are found."""
    found: dict[str, list[Entry]] = {}
    for entry in names(store).entries:
        if entry.kind == "person":
            for block in persons.blocks(persons.parse(entry.name, _country(entry.iri))):
                found.setdefault(block, []).append(entry)
    return {block: tuple(entries) for block, entries in found.items()}


def _country(iri: str) -> str | None:
    """Return the country that the key of a person begins with, which tells the order of names."""
    code = iri.rpartition("/")[2].partition("-")[0]
    return code.upper() if len(code) == 2 else None


def _begins(whole: str, name: str) -> bool:
    """Tell whether a name is the beginning of a longer one, and more than a word of it."""
    given = likeness.fold(name)
    return " " in given and likeness.fold(whole).startswith(f"{given} ")


def _straight(name: str) -> str:
    """Return a name of a catalogue, "Patrushev, Nikolai", as a text would print it."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name


def _likeness(entry: Entry, name: str) -> float:
    if likeness.equal(entry.name, name):
        return 1.0
    words = likeness.overlap(entry.name, name)
    if entry.kind != "person":
        return max(min(words, 0.95), _BEGINNING if _begins(entry.name, name) else 0.0)
    country = _country(entry.iri)
    given = persons.parse(_straight(name), country)
    sound = persons.compare(persons.parse(entry.name, country), given)
    return min(sound, 0.99)


def _heads(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """Return for each node the one that stands for its thing over all articles."""
    called = surroundings.names(store, iris)
    return {iri: each.head for iri, each in called.items()}


# --- by properties --------------------------------------------------------------------------


def _by_properties(
    store: Store, iris: Sequence[str], given: Sequence[tuple[str, str]]
) -> dict[str, float]:
    """Return which part of the given values each thing has; nothing where none are given."""
    if not given or not iris:
        return {}
    fits = dict.fromkeys(iris, 0)
    for verb, value in given:
        for iri, has in values(store, iris, verb).items():
            fits[iri] += any(each.fits(value) for each in has)
    return {iri: count / len(given) for iri, count in fits.items()}


def values(store: Store, iris: Sequence[str], verb: str) -> dict[str, tuple[Value, ...]]:
    """Return the values of a property, which a thing has itself or by what it takes part in.

    A person has the parties and offices of participations and tenures, a
    meeting those who took part. Nodes that are one thing are asked together.
    """
    members = {node: iri for iri in iris for node in things.members(store, iri)}
    listed = " ".join(f"<{node}>" for node in members)
    found: dict[str, dict[Value, None]] = {iri: {} for iri in iris}
    question = _TIES.format(things=listed, verb=ox.NamedNode(verb).value)
    for thing, value, name, code in surroundings.rows(store, question):
        if thing and value:
            node = value.value if isinstance(value, ox.NamedNode) else None
            text = name.value if name else value.value
            made = Value(text, node, code.value if code else None)
            found[members[thing.value]][made] = None
    return {iri: tuple(has) for iri, has in found.items()}
