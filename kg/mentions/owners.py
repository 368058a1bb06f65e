"""Whose an office is where the phrase itself does not say: what the words around it imply.

In this order: the country of the list that the office stands in; the country that opens the
sentence ("For Nepal, ..."), or whose delegation it names; the same office named in full
before; the other half of a pair ("a Japan-U.S. meeting"); the host of a visit; the only owner
that a title can have; the country under whose head the report appears.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.lexicon.gazetteer import gazetteer
from kg.mentions.attendees import Bond
from kg.mentions.offices import Post, party
from kg.mentions.registry import Person
from kg.model import CountryMention, Document, Mentions, OfficeMention, OrganisationMention
from kg.patterns import Line

_COORDINATION = re.compile(
    r"(?:'s)?[\s,;]*(?:and|with|as well as|together with|along with|alongside|accompanied by|flanked by)?"
    r"\s*(?:with)?\s*(?:the|his|her)?\s*\Z"
)
_ENTOURAGE = re.compile(
    r"\b(?:had with (?:him|her)|accompanied by|accompanying (?:him|her)|represented by"
    r"|in (?:his|her) delegation"
    r"|with (?:him|her) (?:on the trip )?(?:are|is|were|was)|(?:his|her) delegation includ\w+)\b"
)
_FOR = re.compile(r"[*\-\"]*(?P<for>[fi])t?(?P<land>C)(?!')")
_DELEGATION = re.compile(r"(?P<land>[CD])'?q*(?P<word>[wb])")
_AGENT = re.compile(r"(?P<land>[CG]),?w{0,3}yh?t?\Z")  # Kenya, represented by
_LEFT_DELEGATION = re.compile(r"(?P<land>[CD])b[w,]{0,4}y?[ht]?\Z")
_RIGHT_DELEGATION = re.compile(r"w{1,2}[th]?(?P<land>D)[bw]|wft?(?P<for>C)")
_REPRESENTING = re.compile(r",?(?P<word>[wi])t?(?P<land>[CG])")
_LEADS_STATE = re.compile(
    r"(?:president|prime minister|pm|premier|king|queen|emir|amir|sultan|chancellor|taoiseach"
    r"|crown prince)",
    re.I,
)
_PAIR = re.compile(r"(?P<one>[CD])-?(?P<other>[CD])")
_TITLE_PAIR = re.compile(r"(?P<one>[CD])(?:a|-)?(?P<other>[CD])")
_VISIT = re.compile(r"\bvisit(?:s|ed|ing)?\s+(?:(?:to|in)\s+)?(?:the\s+)?\Z")
_HEAD = re.compile(
    r"(?:Ministry|Government|Embassy|Presidency|Office|Department|Cabinet|Parliament|Mission)\b"
    r"[^\n]{0,60}\bof\s+(?:the\s+)?\Z"
)
_INTERNATIONAL = re.compile(
    r".*\bSecretary[- ]General\b|(?:Co-)?[Cc]hair\w* of the \w+\Z|.*\bSecretariat\b"
)
_ONLY = {"Secretary of State": "US", "External Affairs Minister": "IN"}
PROSE = 12
"""Tokens: a shorter sentence may be a line of the page."""
REACH = 400
"""Characters at the head of a page in which its country is looked for."""


@dataclass(slots=True)
class Place:
    """A bond in its sentence, and the person that it turns out to mean."""

    bond: Bond
    sentence: int
    headline: bool
    person: Person | None = None
    posts: tuple[OfficeMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What the search for owners reads: the text, its mentions and its lines of people."""

    document: Document
    found: Mentions
    lines: dict[int, Line]
    places: Sequence[Place]


def complete(scene: Scene) -> None:
    """Give each office without an owner the one that its surroundings imply."""
    home = _home(scene)
    first = next((i for i, place in enumerate(scene.places) if place.person is not None), 0)
    full = [
        (number, chunk.value)
        for number, line in scene.lines.items()
        for chunk in line.chunks
        if isinstance(chunk.value, Post) and chunk.value.of and not chunk.value.plural
    ]
    for i, place in enumerate(scene.places):
        if place.person is None or all(post.of for post in place.posts):
            continue
        near = _of_agent(scene, place) or _of_list(scene, i) or _of_sentence(scene, place)
        far = near or _of_pair(scene, place) or host(scene, place) or (home if i == first else None)
        place.posts = tuple(
            _owned(scene, place.person, post, near, far, full) for post in place.posts
        )
        _settle(place)


def _settle(place: Place) -> None:
    person = place.person
    assert person is not None
    starts = {post.start for post in place.posts}
    person.offices = [o for o in person.offices if o.start not in starts] + list(place.posts)
    if person.party is None:
        person.party = next((post.of for post in place.posts if post.of), None)


def _owned(
    scene: Scene,
    person: Person,
    post: OfficeMention,
    near: str | None,
    far: str | None,
    full: list[tuple[int, Post]],
) -> OfficeMention:
    """Return the post with its owner, unchanged where none is implied."""
    if post.of or _known(person, post):
        return post
    if _INTERNATIONAL.match(post.title):
        near = far = _organisation(scene, post)
    else:
        near = _institution(post.title) or near or _code_of(person.party)
    before = None if near else _named_before(post, full)
    if before is not None:
        return OfficeMention(post.start, post.end, "office-again", before.title, before.of)
    owner = near or _only(scene, post.title) or far
    return OfficeMention(post.start, post.end, post.rule, post.title, owner)


def _known(person: Person, post: OfficeMention) -> bool:
    """Tell whether another mention of the person gives this office with its owner."""
    words = set(post.title.lower().split())
    return any(o.of and words <= set(o.title.lower().split()) for o in person.offices)


def _of_list(scene: Scene, i: int) -> str | None:
    """Return the country of who stands just before in one list, with another title."""
    place = scene.places[i]
    for before in reversed(scene.places[:i]):
        if before.sentence != place.sentence:
            return _of_entourage(scene, place, before)
        if before.person is None:
            continue
        country = _country(before)
        between = scene.document.view[before.bond.span[1] : place.bond.span[0]]
        titles = {post.title for post in before.posts}
        joined = _COORDINATION.match(between) or _ENTOURAGE.search(between)
        if not joined:
            return None
        mine = {post.title for post in place.posts}
        if country is None or titles & mine or (_top(titles) and _top(mine)):
            continue
        return country
    return None


def _of_entourage(scene: Scene, place: Place, before: Place) -> str | None:
    """Return the country of the person last named whom this one accompanies: "The Minister was
    accompanied by N"."""
    start = scene.document.sentences[place.sentence].start
    words = scene.document.view[start : place.bond.span[0]]
    return _country(before) if before.person is not None and _ENTOURAGE.search(words) else None


def _top(titles: set[str]) -> bool:
    return any(_LEADS_STATE.fullmatch(title) for title in titles)


def _country(place: Place) -> str | None:
    assert place.person is not None
    offices = [*place.posts, *place.person.offices]
    return next((o.of for o in offices if o.of and len(o.of) == 2), None)


def _of_agent(scene: Scene, place: Place) -> str | None:
    """Return the country that "is represented by" the person, or whose delegation that heads."""
    line = scene.lines[place.sentence]
    first, last = line.index(place.bond.span[0]), line.index(place.bond.span[1])
    left, right = line.symbols[max(0, first - 8) : first], line.symbols[last : last + 6]
    for hit in (_AGENT.search(left), _LEFT_DELEGATION.search(left)):
        if hit:
            return party(line.chunks[max(0, first - 8) + hit.start("land")].value)
    stands_for = _REPRESENTING.match(right)
    if stands_for:
        word = line.chunks[last + stands_for.start("word")]
        if scene.document.words(word.start, word.end) in ("representing", "from"):
            return party(line.chunks[last + stands_for.start("land")].value)
    following = _RIGHT_DELEGATION.match(right)
    if following is None:
        return None
    signed = following.start("for") >= 0
    return party(line.chunks[last + following.start("for" if signed else "land")].value)


def _code_of(of: str | None) -> str | None:
    return of if of is not None and len(of) == 2 and of.isupper() else None


def _of_sentence(scene: Scene, place: Place) -> str | None:
    """Return the country that opens the sentence, or whose delegation the words name."""
    line = scene.lines[place.sentence]
    opened = _FOR.match(line.symbols)
    if opened and scene.document.words(*_ends(line, opened.start("for"))) in ("For", "From"):
        return _code(line, opened.start("land"))
    for chunk in line.chunks:
        if (
            isinstance(chunk.value, Post)
            and "delegation" in chunk.value.title
            and chunk.value.country
        ):
            return chunk.value.of
    nearest: str | None = None
    for hit in _DELEGATION.finditer(line.symbols):
        word = line.chunks[hit.start("word")]
        text = scene.document.words(word.start, word.end)
        if text in ("delegation", "side") and word.end <= place.bond.span[0]:
            nearest = _code(line, hit.start("land"))
    return nearest


def _ends(line: Line, i: int) -> tuple[int, int]:
    return line.chunks[i].start, line.chunks[i].end


def _code(line: Line, i: int) -> str | None:
    value = line.chunks[i].value
    return value.code if isinstance(value, CountryMention) else None


def _of_pair(scene: Scene, place: Place) -> str | None:
    """Return the other country of a pair one of which is that of another person named there."""
    others = {
        _country(other)
        for other in scene.places
        if other.person is not None
        and other.person is not place.person
        and abs(other.sentence - place.sentence) <= 1
    }
    for number, line in scene.lines.items():
        title = scene.document.sentences[number].kind == "title"
        for hit in (_TITLE_PAIR if title else _PAIR).finditer(line.symbols):
            pair = [_code(line, hit.start("one")), _code(line, hit.start("other"))]
            inside = [code for code in pair if code in others]
            if len(inside) == 1:
                return next(code for code in pair if code != inside[0])
    return None


def host(scene: Scene, place: Place) -> str | None:
    """Return the one country that the text says is visited, where a guest of another is near."""
    visited = dict.fromkeys(
        country.code
        for country in scene.found.countries
        if country.start < scene.document.sentences[place.sentence].end
        and _VISIT.search(scene.document.view, max(0, country.start - 30), country.start)
    )
    near = [p for p in scene.places if p.sentence == place.sentence and p.person is not None]
    guests = {_country(p) for p in near if p.person is not place.person} - {None}
    if len(visited) != 1 or not guests or guests & visited.keys():
        return None
    return next(iter(visited))


def _organisation(scene: Scene, post: OfficeMention) -> str | None:
    """Return the organisation named last before a post, else the first of the text."""
    named = [m for m in scene.found.organisations if isinstance(m, OrganisationMention)]
    before = [m for m in named if m.start < post.start]
    if not named:
        return None
    counts: dict[str, int] = {}
    for mention in named:
        counts[mention.name] = counts.get(mention.name, 0) + 1
    most = max(counts, key=lambda name: counts[name])
    return most if counts[most] > 1 or not before else before[-1].name


def _named_before(post: OfficeMention, full: list[tuple[int, Post]]) -> Post | None:
    """Return the fuller wording of the same office that stands before: "the spokesperson"."""
    for _, other in reversed(full):
        if other.end <= post.start and other.title.lower().startswith(post.title.lower() + " "):
            return other
    return None


def _institution(title: str) -> str | None:
    """Return the country whose own institution a title names: "Chairman of the State Duma"."""
    return next((code for name, code in institutions().items() if name in title), None)


@cache
def institutions() -> dict[str, str]:
    """Return the names of institutions that one country alone has, with its code."""
    rows = (row for row in resources.lexicon("institutions.tsv").splitlines() if row[:1] != "#")
    return dict(row.split("\t", 1) for row in rows)


def _only(scene: Scene, title: str) -> str | None:
    """Return the owner of a title that one country alone uses, where the text names it."""
    code = _ONLY.get(title)
    return code if any(country.code == code for country in scene.found.countries) else None


def _front(document: Document) -> int:
    """Return where the first sentence of prose begins: a title and the page's own lines end."""
    rows = zip(document.sentences, document.tokens, strict=True)
    prose = (s.start for s, tokens in rows if s.kind == "body" and len(tokens) > PROSE)
    return min(next(prose, 0), REACH)


def _home(scene: Scene) -> str | None:
    """Return the country whose institution heads the page: "Ministry of ... of Korea"."""
    head = scene.document.view[: _front(scene.document)]
    for found in gazetteer().scan(head):
        country = found.entry.country
        if country is None:
            continue
        institution = _HEAD.search(head, max(0, found.start - 100), found.start)
        label = found.start < 40 and re.match(r":\s", head[found.end : found.end + 2])
        if institution or label:
            return country.code
    return None
