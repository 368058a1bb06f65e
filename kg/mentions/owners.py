"""Whose an office is where the phrase itself does not say: what the words around it imply.

In this order: the country of the list that the office stands in; the country that opens the
sentence ("For Nepal, ..."), or whose delegation it names; the same office named in full
before; the other half of a pair ("a Japan-U.S. meeting"); the host of a visit; the only owner
that a title can have; the country under whose head the report appears.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.language.patterns import Line
from kg.mentions import company, frames, holdings, homes
from kg.mentions.offices import Post, party
from kg.mentions.registry import Person
from kg.mentions.scene import Place, Scene, code
from kg.model import OfficeMention

_FOR = re.compile(r"[*\-\"]*(?P<for>[fi])t?(?P<land>C)(?!')")
_DELEGATION = re.compile(r"(?P<land>[CD])'?q{0,3}(?P<word>[wb])")
# Kenya, represented by; on behalf of Kenya was
_AGENT = re.compile(
    r"(?:(?<![fi])(?<![fi]t)(?P<land>[CG]),?[w@ti]{0,5}f?[w@ti]{0,2}y|fwot?(?P<behalf>C)w{1,2})h?t?T{0,3}\Z"
)
_LEFT_DELEGATION = re.compile(r"(?P<land>[CDG])b[w,]{0,4}y?[ht]?\Z")
_RIGHT_DELEGATION = re.compile(r"w{1,2}[th]?(?P<land>D)[bw]|wft?(?P<for>C)")
_REPRESENTING = re.compile(r",?(?P<word>[wi])t?(?P<land>[CG])")
MET_THERE = re.compile(r"\b(?:met|meet|meets|meeting|received|talks|welcomed|hosted)\b")
_DELEGATIONS = frozenset(["delegation", "delegations", "side", "team", "mission", "party"])
_CHAIR = re.compile(r"(?:Co-)?[Cc]hair(?:man|person|woman)?")
_NATIONAL = re.compile(r"\b(?:Ministry|Government|Cabinet|Parliament|National|Presidency|Party)\b")
_INTERNATIONAL = re.compile(
    r".*\bSecretary[- ]General\b|Executive Secretary\Z|Director[- ]General\Z"
    r"|(?:Co-)?[Cc]hair\w* of the (?:Assembly|Authority|Board|Bureau|Commission|Committee"
    r"|Conference|Council|Group|Organi[sz]ation|Summit|Union)\Z|.*\bSecretariat\b"
)
_ONLY = {
    "Commissioner": "EU",
    "Secretary of State": "US",
    "External Affairs Minister": "IN",
    "High Representative": "EU",
}
_OF_THE_UNION = ("European Commissioner", "European Council President")
LEFT_OF = 12
"""Chunks before a person in which the country is looked for that the person represents."""
REACH_BACK = 40
"""Chunks before a person in which a delegation is looked for."""
CLAUSE = 240
"""Characters before a person in which the words that place the person are looked for."""


def complete(scene: Scene) -> None:
    """Give each office without an owner the one that its surroundings imply."""
    home = homes.home(scene)
    first = next((place for place in scene.places if place.person is not None), None)
    for place in scene.places:
        if place.person is None or all(post.of for post in place.posts):
            continue
        whose = company.whose(scene, place)
        if whose:
            place.posts = tuple(p if p.of else replace(p, of=whose) for p in place.posts)
        close = near(scene, place)
        far = close or _of_pair(scene, place) or _host_there(scene, place)
        far = far or (home if place is first else None)
        place.posts = tuple(_owned(scene, place.person, post, close, far) for post in place.posts)
        place.person.hold(place.posts)


def near(scene: Scene, place: Place) -> str | None:
    """Return the owner that the words around a person give, by frame, agent, list or sentence."""
    found = _framed(scene, place) or _of_agent(scene, place) or company.superior(scene, place)
    found = found or company.as_of_capital(scene, place)
    if found:
        return found
    placed = _of_sentence(scene, place)
    return company.of_list(scene, place, placed is not None) or placed


def _framed(scene: Scene, place: Place) -> str | None:
    """Return for whom the clause says that the person speaks, or whose "its" makes the post."""
    line = scene.lines[place.sentence]
    first, last = line.index(place.bond.span[0]), line.index(place.bond.span[1])
    found = frames.framed(scene.document, line, first, last)
    return found or frames.its(scene.document, line, first) or _its_before(scene, place, first)


def _its_before(scene: Scene, place: Place, first: int) -> str | None:
    """Return the only country of the sentence before one that opens with "Its Minister N"."""
    line = scene.lines[place.sentence]
    if first != 1 or line.symbols[0] != "h" or scene.document.words(*_ends(line, 0)) != "Its":
        return None
    before = scene.lines.get(place.sentence - 1)
    for symbol in "CG":
        found = {party(c.value) for c in before.chunks if c.symbol == symbol} if before else ()
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _owned(
    scene: Scene,
    person: Person,
    post: OfficeMention,
    near: str | None,
    far: str | None,
) -> OfficeMention:
    """Return the post with its owner, unchanged where none is implied."""
    if post.title.startswith(_OF_THE_UNION) and not post.of:
        return replace(post, title=post.title.removeprefix("European "), of="EU")
    if post.of or _known(person, post):
        return post
    if _CHAIR.fullmatch(post.title) and near in scene.countries:
        near = far = None
    organ = holdings.OF_ORGAN.match(post.title) and " " in post.title
    if (organ or _INTERNATIONAL.match(post.title)) and not _NATIONAL.search(post.title):
        near = near if near not in scene.countries else None
        near = far = near or _organisation(scene, post)
    else:
        near = _institution(post.title) or near or _code_of(person.party)
    before = None if near else _named_before(scene, post)
    if before is not None:
        return OfficeMention(post.start, post.end, "office-again", before.title, before.of)
    owner = near or _only(scene, post.title) or far or _unnamed(scene, post)
    return OfficeMention(post.start, post.end, post.rule, post.title, owner)


def _known(person: Person, post: OfficeMention) -> bool:
    """Tell whether another mention of the person gives this office with its owner."""
    words = set(post.title.lower().split())
    return any(o.of and words <= set(o.title.lower().split()) for o in person.offices)


def _stated(place: Place) -> str | None:
    """Return the country that the words at a place themselves give."""
    stated = (_code_of(post.of) for post in place.bond.posts)
    return next((code for code in stated if code), _code_of(place.bond.land))


def _of_agent(scene: Scene, place: Place) -> str | None:
    """Return the country that "is represented by" the person, or whose delegation that heads."""
    line = scene.lines[place.sentence]
    first, last = line.index(place.bond.span[0]), line.index(place.bond.span[1])
    start = max(0, first - LEFT_OF)
    left, right = line.symbols[start:first], line.symbols[last : last + 6]
    for hit in (_AGENT.search(left), _LEFT_DELEGATION.search(left)):
        if hit:
            at = next(place for place in (hit.start(g) for g in hit.groupdict()) if place >= 0)
            return party(line.chunks[start + at].value)
    stands_for = _REPRESENTING.match(right)
    if stands_for:
        word = line.chunks[last + stands_for.start("word")]
        if scene.document.words(word.start, word.end) in ("representing", "from"):
            return party(line.chunks[last + stands_for.start("land")].value)
    following = _RIGHT_DELEGATION.match(right)
    if following is None:
        return None
    signed = following.start("for") >= 0
    if signed and scene.document.words(*_ends(line, last + following.start() + 1)) != "for":
        return None  # N flew to Peru
    word = line.chunks[last + following.end() - 1]
    if not signed and scene.document.words(word.start, word.end) not in _DELEGATIONS:
        return None
    return party(line.chunks[last + following.start("for" if signed else "land")].value)


def _code_of(of: str | None) -> str | None:
    return of if of is not None and len(of) == 2 and of.isupper() else None


def _of_sentence(scene: Scene, place: Place) -> str | None:
    """Return the country that opens the sentence, or whose delegation the words name."""
    line = scene.lines[place.sentence]
    opened = _FOR.match(line.symbols)
    if opened and scene.document.words(*_ends(line, opened.start("for"))) in ("For", "From"):
        return code(line, opened.start("land"))
    last = line.index(place.bond.span[0])
    near = range(max(0, last - REACH_BACK), last)
    for i in near:
        value = line.chunks[i].value
        if isinstance(value, Post) and "delegation" in value.title and value.country:
            return value.of
    nearest: str | None = None
    for hit in _DELEGATION.finditer(line.symbols, near.start, near.stop):
        word = line.chunks[hit.start("word")]
        if scene.document.words(word.start, word.end) in (
            "delegation",
            "side",
            "one",
            "team",
            "pair",
            "end",
            "party",
            "hand",
        ):
            nearest = code(line, hit.start("land"))
    return nearest


def _ends(line: Line, i: int) -> tuple[int, int]:
    return line.chunks[i].start, line.chunks[i].end


def _of_pair(scene: Scene, place: Place) -> str | None:
    """Return the other country of a pair one of which is that of another person named there.

    None where a third person beside them is of that country.
    """
    near = [p for p in scene.row(place) if p.person not in (None, place.person)]
    others, taken = {_stated(p) for p in near}, {company.country(p) for p in near}
    for pair in scene.pairs:
        inside = [code for code in pair if code in others]
        if len(inside) == 1:
            other = pair[0] if pair[1] == inside[0] else pair[1]
            return None if other in taken else other
    return None


def _visited(scene: Scene, place: Place) -> tuple[str, int] | None:
    """Return the one country that the text says is visited, with where it first says so."""
    sentence = scene.document.sentences[place.sentence]
    visited = [(land, start) for land, start in scene.visited.items() if start < sentence.end]
    return visited[0] if len(visited) == 1 else None


def _host_there(scene: Scene, place: Place) -> str | None:
    """Return the country whose visit the same sentence tells, where it goes on to whom the
    guest met there."""
    land, start = _visited(scene, place) or (None, 0)
    if not scene.document.sentences[place.sentence].start <= start < place.bond.span[0]:
        return None
    met = MET_THERE.search(scene.document.view, start, min(place.bond.span[0], start + CLAUSE))
    return land if met else None


def host(scene: Scene, place: Place) -> str | None:
    """Return the one country visited, where a guest of another is near or was met there."""
    land, _ = _visited(scene, place) or (None, 0)
    near = (p for p in scene.row(place) if p.person not in (None, place.person))
    guests = {company.country(p) for p in near} - {None}
    return _host_there(scene, place) or (land if guests - {land} else None)


def _organisation(scene: Scene, post: OfficeMention) -> str | None:
    """Return the organisation that the text names most, else the one named before a post."""
    most = scene.organisations.most_common(1)
    if not most or most[0][1] > 1:
        return most[0][0] if most else None
    last = bisect_left(scene.found.organisations, post.start, key=lambda m: m.start)
    return scene.found.organisations[max(0, last - 1)].name


def _named_before(scene: Scene, post: OfficeMention) -> Post | None:
    """Return the fuller wording of the same office that stands before: "the spokesperson"."""
    if not post.title[:1].islower():
        return None
    opening = post.title.lower() + " "
    before = scene.phrases_before(scene.posts, post.start)
    return next((other for other in before if other.title.lower().startswith(opening)), None)


def _unnamed(scene: Scene, post: OfficeMention) -> str | None:
    """Return the one country whose holder of the same office the text names by no name: "President
    N was in the chair. ... The President of Peru pointed out that ..."."""
    title = post.title.lower()
    held = {
        o.of for p in scene.places if p.person for o in p.person.offices if o.title.lower() == title
    }
    found = {other.of for other in scene.lone if other.title.lower() == title} - held
    return next(iter(found)) if len(found) == 1 else None


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
    owner = _ONLY.get(title.partition(" (")[0])
    return owner if owner in scene.countries or owner in scene.organisations else None
