"""Where a meeting is: the place of its own words, else where the text around sets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Day

from kg import lexicon
from kg.evaluation.likeness import fold
from kg.facts import nearby
from kg.facts.references import Reference
from kg.facts.scene import Scene, Settled
from kg.facts.timeplace import ABOUT
from kg.language import expressions as re
from kg.model import PlaceMention

_VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|online|(?:video|tele)-?\s?conferenc\w+|by\s+video)\b", re.IGNORECASE
)
_HERE = re.compile(r"\bhere\b")
_IN_TITLE = re.compile(r"\b(?:in|In|IN|at|At)\s+$")
_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|(?:came|comes|arrived|travel\w*|flew|flown|returned)\s+to)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}?$"
)
_JOURNEY = re.compile(
    r"\b(?:travel\w*|fly\w*|go|going|visit\w*|arriv\w*|head)\s+(?:to\s+|in\s+)?(?:the\s+)?$"
)
_CAPITAL = re.compile(
    r"\b(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?)'s?\s+capital\b"
    r"|\b(?:[Ii]n\s+t|T)he\s+(?:(?P<land>[A-Z]\w+(?:\s[A-Z]\w+)?)\s+capital\b"
    r"|capital\s+of\s+(?:the\s+)?(?P<name>[A-Z]\w+(?:\s[A-Z]\w+)?))"
)
_SOMEWHERE = re.compile(r"(?P<before>[^,;]{0,40}?\b(?:in|at)\s+(?:the\s+)?)[A-Z]\w+")
_SETTING = re.compile(
    r"(?:\s+in\s+[^.;:,]{1,30})?\s+(?:was|is|will\s+be)\s+(?:again\s+)?the\s+(?:setting|venue|scene|host|seat|site)\b"
)
_AS_VENUE = re.compile(r"\s+as\s+(?:its|their|the)\s+(?:venue|place|seat|setting|host)\b")
_VENUE_IS = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|whose)\s+(?:venue|setting|meeting\s+place|host\s+city|scene)\s*(?:was|is|:|will\s+be)\s"
    r"[^.;]{0,60}\Z"
)
_IS_THERE = re.compile(
    r"\b(?:There\s+(?=the\s|an?\s|its\s)|there(?=\s*[.,]|\s+(?:on|at|from|in|today|yesterday)\b))"
)
NEAR = 60
"""Characters around a meeting in which "there" says where it was."""
VENUE = 3
"""Sentences from the first on a meeting in which one can say where it was."""
LEAD = 6
"""Sentences in which the main meeting of a report is first spoken of."""
_SEPARATE = re.compile(
    r"\b(?:separate(?:ly)?|on\s+the\s+same\s+day|the\s+same\s+day|that\s+day)\b", re.I
)
_AT = re.compile(
    r"(?<!who\sis\s)(?<!who\swas\s)\b(?:[Ii]n|[Aa]t|[Ff]ell\s+to|[Cc]olleagues\s+to|[Gg]uests\s+to)\s+(?:the\s+)?"
    r"(?:\w+\s+of\s+)?\Z"
)
_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,;.]*\Z")
RECENT = 3
"""Days before publication within which a report's own dateline can be where it happened."""
OPENING = 40
"""Sentences at the top of a report in which headings and dateline stand."""
BACK = 3
"""Sentences back to which the place that was just spoken of still holds."""


def where(scene: Scene, when: Settled) -> Settled:
    """Return `when` with the place of the meeting, and the country that it plainly implies."""
    references = scene.cluster.references
    place = next((r.setting.place for r in references if r.setting.place), None)
    country = next((r.setting.country for r in references if r.setting.country), None)
    if place is None and not any(_is_virtual(scene, r) for r in references):
        unknown = _elsewhere(scene)
        written = None if unknown else _written_from(scene, when.start)
        if country:
            told = (_titled(scene, when.start), written, _capital(scene))
            place = next((p for p in told if p and p.country == country.code), None)
        else:
            other = scene.companion(5) or scene.host
            if other and (other.place or other.country):
                return replace(when, place=other.place, country=other.country)
            if not unknown:
                place = _spoken_of(scene, when.start) or _titled(scene, when.start) or written
    if place is None and country is None:
        place = _venue(scene) or _capital(scene) or _there(scene) or _beside(scene)
    if place is None and country is None and (other := nearby.next_door(scene)):
        return replace(when, place=other.place, country=other.country)
    if place is None and country is None and not any(_is_virtual(scene, r) for r in references):
        place = _lone_city(scene)
        if place is None and _beside_main(scene, when):
            assert scene.chief is not None
            return replace(when, place=scene.chief.place, country=scene.chief.country)
    if place is None and country is None and not any(_is_virtual(scene, r) for r in references):
        place = nearby.house(scene)
    if place:
        name = _proper(scene, place)
        return replace(when, place=name, country=place.country, marks=(*when.marks, place))
    if country:
        return replace(when, country=country.code, marks=(*when.marks, country))
    return when


def _beside(scene: Scene) -> PlaceMention | None:
    """Return the place that a label gives, a sentence that goes on, or "in the same city"."""
    place = nearby.labelled(scene, PlaceMention) or nearby.beside(scene, PlaceMention)
    if isinstance(place, PlaceMention):
        return place
    home = _dateline(scene)
    return nearby.same_place(scene, home) or (home if nearby.this_city(scene) else None)


def _there(scene: Scene) -> PlaceMention | None:
    """Return the place named last before a sentence that says "there": "There the summit met"."""
    first = scene.first
    sentence = scene.document.sentences[first.sentence]
    near = (
        max(sentence.lead, first.mention.start - NEAR),
        min(sentence.end, first.mention.end + NEAR),
    )
    hit = _IS_THERE.search(scene.document.view, *near)
    if hit is None:
        return None
    rows = scene.places[max(0, first.sentence - 1) : first.sentence + 1]
    before = [place for row in rows for place in row if place.end <= hit.start()]
    last = before[-1] if before else None
    return last if isinstance(last, PlaceMention) else None


def _venue(scene: Scene) -> PlaceMention | None:
    """Return the place that a sentence at once behind calls the setting: "Lima was the venue"."""
    last = min(scene.first.sentence + VENUE, len(scene.places))
    for index in range(scene.first.sentence, last):
        for place in scene.places[index]:
            view = scene.document.view
            told = _SETTING.match(view, place.end) or _AS_VENUE.match(view, place.end)
            told = told or _VENUE_IS.search(view, max(0, place.start - 90), place.start)
            if isinstance(place, PlaceMention) and told:
                return place
    return None


def _lone_city(scene: Scene) -> PlaceMention | None:
    """Return the only city that title and lead of a report name, for the main meeting alone."""
    if not scene.main or scene.first.past or scene.first.sentence > LEAD:
        return None
    cities = [
        place
        for index in range(min(scene.first.sentence + 1, len(scene.places)))
        for place in scene.places[index]
        if isinstance(place, PlaceMention) and place.start not in scene.taken
    ]
    if len({fold(place.name) for place in cities}) != 1:
        return None
    leads = {scene.document.sentences[n].lead for n in range(scene.first.sentence + 1)}
    view = scene.document.view
    fit = (p for p in cities if p.start in leads or _AT.search(view, max(0, p.start - 90), p.start))
    fit = (p for p in fit if not _ASIDE.search(view, max(0, p.start - 120), p.start))
    return next(fit, None)


def _beside_main(scene: Scene, when: Settled) -> bool:
    """Return whether a meeting of persons was of the same trip as the main one, so at its place."""
    chief = scene.chief
    if chief is None or not (scene.met and scene.happened) or not (chief.place or chief.country):
        return False
    if _elsewhere(scene) or not (scene.trip or _SEPARATE.search(scene.text(scene.first.sentence))):
        return False
    if when.start is None or chief.start is None:
        return True
    return chief.start[: len(when.start)] <= when.start <= (chief.end or chief.start)


def _capital(scene: Scene) -> PlaceMention | None:
    """Return the capital that the sentence of a meeting only describes: "in the Omani capital"."""
    sentence = scene.document.sentences[scene.first.sentence]
    hit = _CAPITAL.search(scene.document.view, sentence.start, sentence.end)
    country = lexicon.country_of_name(hit["owner"] or hit["land"] or hit["name"]) if hit else None
    if hit is None or country is None or not scene.happened:
        return None
    return PlaceMention(*hit.span(), "capital", country.capital, country.code)


def _is_virtual(scene: Scene, reference: Reference) -> bool:
    """Return whether a meeting is said to be held over a distance, at once behind its name."""
    sentence = scene.document.sentences[reference.sentence]
    start = max(sentence.start, reference.mention.start - 40)
    end = min(reference.mention.end + 60, sentence.end)
    return _VIRTUAL.search(scene.document.view, start, end) is not None


def _spoken_of(scene: Scene, start: str | None) -> PlaceMention | None:
    """Return the place that the sentences just before put things in: "In Lima, where he …"."""
    first = scene.first
    if first.mode == "planned" and scene.met:
        near = _places_in(scene, range(max(0, first.sentence - 2), first.sentence), _JOURNEY)
        if near:
            return near[-1]
    if not _now(scene, start) or not scene.main:
        return None
    near = _places_in(scene, range(max(0, first.sentence - BACK), first.sentence + 1), _IN)
    free = (p for p in reversed(near) if p.start not in scene.taken)
    return next((p for p in free if p.start < first.mention.start), None)


def _places_in(
    scene: Scene, sentences: Iterable[int], preposition: re.Pattern[str]
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


def _titled(scene: Scene, start: str | None) -> PlaceMention | None:
    """Return the one place in which the heading sets the main meeting: "… sign accord in Lima"."""
    if scene.before is not None or not scene.main or not _now(scene, start):
        return None
    opening = enumerate(scene.document.sentences[:OPENING])
    titles = [index for index, sentence in opening if sentence.kind == "title"]
    inside = _places_in(scene, titles, _IN_TITLE)
    return inside[0] if len({place.name for place in inside}) == 1 else None


def _written_from(scene: Scene, start: str | None) -> PlaceMention | None:
    """Return the place of the dateline for a meeting said to be here, or for the main one."""
    main = (scene.main or scene.met) and _now(scene, start)
    here = any(
        _HERE.search(scene.text(r.sentence)) for r in scene.cluster.references if not r.title
    )
    if not here and not (main and _recent(start, scene.document.article.published)):
        return None
    return _dateline(scene)


def _elsewhere(scene: Scene) -> bool:
    """Return whether the words behind a meeting put it at a place that no list knows."""
    mention, sentence = scene.first.mention, scene.document.sentences[scene.first.sentence]
    if _HERE.search(scene.text(scene.first.sentence)):
        return False
    hit = _SOMEWHERE.match(scene.document.view, mention.end, sentence.end)
    return hit is not None and ABOUT.search(hit["before"]) is None


def _dateline(scene: Scene) -> PlaceMention | None:
    where = scene.document.article.place
    at = scene.document.view.find(where) if where else -1
    if where is None or at < 0:
        return None
    known = _named(scene, where)
    city = lexicon.city(where) or lexicon.city(where.title())
    made = PlaceMention(at, at + len(where), "dateline", city.name, city.country) if city else None
    return next(known, made)


def _named(scene: Scene, name: str) -> Iterator[PlaceMention]:
    """Yield the places near the top that have a name."""
    for row in scene.places[:OPENING]:
        for place in row:
            if isinstance(place, PlaceMention) and fold(place.name) == fold(name):
                yield place


def _now(scene: Scene, start: str | None) -> bool:
    """Return whether a meeting has happened, or is of the very day of the report."""
    today = start is not None and start == scene.document.article.published
    return scene.happened or (today and not scene.first.past)


def _recent(start: str | None, published: str | None) -> bool:
    """Return whether a day lies shortly before publication, or the two cannot be compared."""
    if start is None or published is None or len(start) < 10 or len(published) < 10:
        return start is None
    days = (Day.fromisoformat(published) - Day.fromisoformat(start)).days
    return 0 <= days <= RECENT


def _proper(scene: Scene, place: PlaceMention) -> str:
    """Return the name of a place as it is written outside of capitals."""
    if not place.name.isupper():
        return place.name
    same = (p.name for p in _named(scene, place.name) if not p.name.isupper())
    city = lexicon.city(place.name.title())
    return next(same, city.name if city else place.name.title())
