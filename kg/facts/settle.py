"""Date and place of a meeting: what its own words give, else what surrounds them.

Own words come first. Without them a meeting takes the day that the sentence
before tells of, and the place that the report was just speaking of or was
written from, where nothing speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day

from kg import lexicon, words
from kg.facts.coreference import Cluster
from kg.facts.references import Reference
from kg.likeness import fold
from kg.model import DateMention, Document, Mention, Mentions, PlaceMention

_VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|online|video-?\s?conferenc\w+|by\s+video)\b", re.IGNORECASE
)
_HERE = re.compile(r"\bhere\b")
_BEGAN = re.compile(
    r"\b(?:began|begins?|begun|opened|opens?|started|starts?|kick(?:ed|s)\s+off|got\s+under\s*way)\b"
    r"(?:\s+[\w'-]+){0,8}?\s*$"
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)?|clos(?:es?|ed)|conclud(?:es?|ed)|until|till|through|wrap(?:s|ped)\s+up)\b"
    r"(?:\s+\w+){0,2}?\s*$"
)
_IN_TITLE = re.compile(r"\b(?:in|In|IN|at|At)\s+$")
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]o)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?$")
_ON = re.compile(r"\b(?:on|this|late|early)\s*$")
_TO_END = re.compile(r"\b(?:due|will|to|until|till|likely|expected|scheduled)\b")
_SAID = re.compile(r"\b(?:said|reported|told|announced|added|noted|reports|says|stated)\b")
_SAME_DAY = re.compile(
    r"\b(?:(?:earlier|later)\s+(?:in|on|that|the\s+same)\s+(?:the\s+)?(?:day)?|(?:the\s+)?same\s+day)\b"
)
_BESIDE = re.compile(
    r"\b(?:sidelines?|margins?|fringes?)\s+of\b|\b(?:[Aa]fter|[Ff]ollowing|[Aa]t\s+the\s+end\s+of)\s+the\b"
    r"|\b[Ww]hen\s+the\s+\w+\s+was\s+over\b"
)
_RECENT = 3
"""Days before publication within which a report's own dateline can be where it happened."""
_DAYS = 12
_OPENING = 40
"""Sentences at the top of a report in which headings and dateline stand."""
_BACK = 3
"""Sentences back to which the place that was just spoken of still holds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """When and where a meeting is, with the mentions it was read from.

    `open` tells that the text speaks of its end as still to come.
    """

    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    marks: tuple[Mention, ...] = ()
    open: bool = False


def settle(document: Document, found: Mentions, clusters: Sequence[Cluster]) -> list[Settled]:
    """Return when and where each meeting is, in the order of the meetings."""
    dates = words.by_sentence(document, list(found.dates))
    places = words.by_sentence(document, list(found.places))
    settled: list[Settled] = []
    before: tuple[Cluster, Settled] | None = None
    hosts: dict[int, Settled] = {}
    main = True
    for cluster in clusters:
        scene = _Scene(document, dates, places, cluster, before, main, hosts)
        settled.append(replace(_where(scene, _when(scene)), open=_bounds(scene)[2]))
        before = (cluster, settled[-1])
        main = main and cluster.planned
        hosts |= {r.sentence: settled[-1] for r in cluster.references if not r.title}
    return settled


@dataclass(frozen=True, slots=True)
class _Scene:
    """One meeting, with the dates and places of each sentence and the meeting told of before.

    `main` is the first meeting that has happened; `hosts` gives the meeting told
    of before that a sentence speaks of.
    """

    document: Document
    dates: Sequence[Sequence[Mention]]
    places: Sequence[Sequence[Mention]]
    cluster: Cluster
    before: tuple[Cluster, Settled] | None
    main: bool
    hosts: Mapping[int, Settled]

    @property
    def first(self) -> Reference:
        """Return the first reference in the body of the report."""
        return next((r for r in self.cluster.references if not r.title), self.cluster.first)

    @property
    def met(self) -> bool:
        """Return whether persons met: such a meeting is where its persons are."""
        return self.first.mention.rule == "met-with"

    def text(self, index: int) -> str:
        """Return the words of a sentence."""
        sentence = self.document.sentences[index]
        return self.document.view[sentence.start : sentence.end]

    def days(self, index: int) -> list[DateMention]:
        """Return the dates of a sentence, the first few of an endless one."""
        return [d for d in self.dates[index][:_DAYS] if isinstance(d, DateMention)]


# --- when -----------------------------------------------------------------------


def _when(scene: _Scene) -> Settled:
    opened, closed, _ = _bounds(scene)
    if opened and closed and opened.first < closed.first:
        return Settled(opened.first, closed.first, marks=(opened, closed))
    dates = [r.setting.date for r in scene.cluster.references if r.setting.date]
    best = max(dates, key=lambda d: (len(d.first), d.last is not None), default=None)
    if best is None and opened is None:
        other = _companion(scene, 2) or _host(scene)
        if other and other.start and not other.end:
            return Settled(other.start, other.end)
    best = best or opened or _neighbour(scene)
    if best and closed and best.form == "relative" and best.first < closed.first:
        return Settled(best.first, closed.first, marks=(best, closed))
    return Settled(best.first, best.last, marks=(best,)) if best else Settled()


def _bounds(scene: _Scene) -> tuple[DateMention | None, DateMention | None, bool]:
    """Return the day on which it began, that on which it ends, and whether that is to come."""
    opened = closed = None
    coming = False
    for index in sorted({r.sentence for r in scene.cluster.references if not r.title}):
        start = scene.document.sentences[index].start
        for date in scene.days(index):
            ahead = _ON.sub("", scene.document.view[max(start, date.start - 60) : date.start])
            if len(date.first) == 10 and _BEGAN.search(ahead):
                opened = opened or date
            if len(date.first) == 10 and _ENDS.search(ahead):
                closed = closed or date
                coming = coming or bool(_TO_END.search(ahead))
    return opened, closed, coming


def _neighbour(scene: _Scene) -> DateMention | None:
    """Return the one relative day ("today") of the sentence of a meeting, or of one before."""
    first = scene.first
    if not _present(first):
        return None
    for index in range(first.sentence, max(-1, first.sentence - _reach(scene) - 1), -1):
        day = _only_day(scene, index)
        if day is not None:
            return day
    return None


def _reach(scene: _Scene) -> int:
    """Return how many sentences back the day of a meeting can stand."""
    index = scene.first.sentence
    if scene.main or _SAME_DAY.search(scene.text(index)):
        return _BACK
    sentences = scene.document.sentences
    return int(index > 0 and sentences[index].block == sentences[index - 1].block)


def _only_day(scene: _Scene, index: int) -> DateMention | None:
    """Return the relative day of a sentence that has one, and else only days to come."""
    published = scene.document.article.published or ""
    dates = [d for d in scene.days(index) if d.form == "relative" or d.first <= published]
    if len(dates) != 1 or len(dates[0].first) != 10 or dates[0].form != "relative":
        return None
    return None if _reported(scene, dates[0]) else dates[0]


def _reported(scene: _Scene, date: DateMention) -> bool:
    """Return whether a day is the day of the news, not of the deed: "he said on Monday"."""
    return _SAID.search(scene.document.view, max(0, date.start - 40), date.start) is not None


def _companion(scene: _Scene, reach: int) -> Settled | None:
    """Return the meeting of the same person told of just before: one round of calls."""
    if not scene.before or not scene.met:
        return None
    other, settled = scene.before
    last = other.references[-1]
    if last.mention.rule != "met-with" or scene.first.sentence - last.sentence > reach:
        return None
    return settled if last.persons & scene.first.persons else None


def _host(scene: _Scene) -> Settled | None:
    """Return the meeting on whose sidelines, or after which, this one was: "after the summit"."""
    index = scene.first.sentence
    return scene.hosts.get(index) if _BESIDE.search(scene.text(index)) else None


# --- where ----------------------------------------------------------------------


def _where(scene: _Scene, when: Settled) -> Settled:
    """Return `when` with the place of the meeting, and the country that it plainly implies."""
    references = scene.cluster.references
    place = next((r.setting.place for r in references if r.setting.place), None)
    country = next((r.setting.country for r in references if r.setting.country), None)
    if place is None and not any(_VIRTUAL.search(r.mention.name) for r in references):
        written = _written_from(scene, when.start)
        if country:
            place = written if written and written.country == country.code else None
        else:
            other = _companion(scene, 5) or _host(scene)
            if other and (other.place or other.country):
                return replace(when, place=other.place, country=other.country)
            place = _spoken_of(scene, when.start) or _titled(scene, when.start) or written
    if place:
        name = _proper(scene, place)
        return replace(when, place=name, country=place.country, marks=(*when.marks, place))
    if country:
        return replace(when, country=country.code, marks=(*when.marks, country))
    return when


def _spoken_of(scene: _Scene, start: str | None) -> PlaceMention | None:
    """Return the place that the sentences just before put things in: "In Lima, where he …"."""
    first = scene.first
    if not _now(scene, start) or not (scene.main or scene.met):
        return None
    near = _places_in(scene, range(max(0, first.sentence - _BACK), first.sentence + 1), _IN)
    return next((p for p in reversed(near) if p.start < first.mention.start), None)


def _places_in(
    scene: _Scene, sentences: Iterable[int], preposition: re.Pattern[str]
) -> list[PlaceMention]:
    """Return the places of sentences that stand behind a preposition."""
    view = scene.document.view
    return [
        place
        for index in sentences
        for place in scene.places[index]
        if isinstance(place, PlaceMention)
        and preposition.search(view, max(0, place.start - 30), place.start)
    ]


def _titled(scene: _Scene, start: str | None) -> PlaceMention | None:
    """Return the one place in which the heading sets the main meeting: "… sign accord in Lima"."""
    if not scene.main or not _now(scene, start):
        return None
    opening = enumerate(scene.document.sentences[:_OPENING])
    titles = [index for index, sentence in opening if sentence.kind == "title"]
    inside = _places_in(scene, titles, _IN_TITLE)
    return inside[0] if len({place.name for place in inside}) == 1 else None


def _written_from(scene: _Scene, start: str | None) -> PlaceMention | None:
    """Return the place of the dateline for a meeting said to be here, or for the main one."""
    main = (scene.main or scene.met) and _now(scene, start)
    here = any(
        _HERE.search(scene.text(r.sentence)) for r in scene.cluster.references if not r.title
    )
    if not here and not (main and _recent(start, scene.document.article.published)):
        return None
    return _dateline(scene)


def _dateline(scene: _Scene) -> PlaceMention | None:
    where = scene.document.article.place
    at = scene.document.view.find(where) if where else -1
    if where is None or at < 0:
        return None
    known = _named(scene, where)
    city = lexicon.city(where) or lexicon.city(where.title())
    made = PlaceMention(at, at + len(where), "dateline", city.name, city.country) if city else None
    return next(known, made)


def _named(scene: _Scene, name: str) -> Iterator[PlaceMention]:
    """Yield the places near the top that have a name."""
    for row in scene.places[:_OPENING]:
        for place in row:
            if isinstance(place, PlaceMention) and fold(place.name) == fold(name):
                yield place


def _present(reference: Reference) -> bool:
    return reference.mode in ("done", "ongoing") and not reference.past


def _now(scene: _Scene, start: str | None) -> bool:
    """Return whether a meeting has happened, or is of the very day of the report."""
    today = start is not None and start == scene.document.article.published
    return _present(scene.first) or (today and not scene.first.past)


def _recent(start: str | None, published: str | None) -> bool:
    """Return whether a day lies shortly before publication, or the two cannot be compared."""
    if start is None or published is None or len(start) < 10 or len(published) < 10:
        return start is None
    days = (Day.fromisoformat(published) - Day.fromisoformat(start)).days
    return 0 <= days <= _RECENT


def _proper(scene: _Scene, place: PlaceMention) -> str:
    """Return the name of a place as it is written outside of capitals."""
    if not place.name.isupper():
        return place.name
    same = (p.name for p in _named(scene, place.name) if not p.name.isupper())
    city = lexicon.city(place.name.title())
    return next(same, city.name if city else place.name.title())
