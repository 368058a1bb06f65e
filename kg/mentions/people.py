"""The grammar of persons and the offices that the words around a name give them.

A capitalised run is a person only on evidence: an office, a country or an honorific beside
it, or another place of the same text that gives one. Each sentence is read twice: first its
office phrases and candidates of names, then how they are bound to each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.language import expressions as re
from kg.language.patterns import Chunk, Line
from kg.mentions import attendees, duties, holdings, links, names, offices, signs
from kg.mentions.bonds import Bond
from kg.mentions.offices import Post
from kg.mentions.owners import MET_THERE, complete, host, near
from kg.mentions.registry import Person, Registry
from kg.mentions.scene import Place, Scene, survey
from kg.model import Document, Mentions, OfficeMention, PersonMention

_PHRASE = re.compile(
    rf"(?P<behind>(?:(?<=[,(/])|(?<=[,(/]t)){offices.PATTERN_BEHIND})"
    rf"|(?P<office>{offices.PATTERN_BEFORE})|(?P<person>{names.PATTERN})"
)
_OPENS_WITH_NAME = re.compile(r"[*\-tT.]*Y")

_CONTACT = re.compile(
    r"(?:(?:Media |Press )?[Cc]ontacts?|Inquiries|Enquiries|For (?:more|further) information"
    r"|Photo|Text"
    r"|Edit(?:or|ing)|Report(?:er|ing))\b(?:[^.\w]{0,3}:|\s+(?:by\s+)?[A-Z])"
    r"|By\b[^.\n]{1,50}(?:\n|\Z)"
)
_BYLINE = re.compile(
    r"\b(?:wrote this|contributed to this|reporting (?:by|from)|is a (?:journalist|reporter))\b"
)
# Places and days that bear the name of a person.
_MEMORY = re.compile(
    r"\b(?:[Mm]ausoleum|[Mm]onument|[Ss]tatue|[Mm]emory|[Tt]omb|[Ff]uneral|[Bb]irth\w*"
    r"|[Dd]eath|[Aa]ssassination"
    r"|[Ll]egacy|[Aa]nniversary|[Pp]ortrait|[Mm]useum)\s+(?:of|to)\s+(?:the\s+)?(?:late\s+)?\Z"
)
_NATIONAL = {"Foreign Secretary": "Foreign Minister", "Secretary of State": "Foreign Minister"}
_PASSING = re.compile(r"\b(?:caretaker|acting|interim|outgoing)\s+", re.I)
_ROW = re.compile(r"Y(?:(?:,Y){0,40},?aY)?")
_DELEGATE = re.compile(  # a part at the meeting, no office
    r"(?:deputy |co-)?(?:heads?|leaders?|members?) of (?:the |its )?(?:\w+ )?delegation", re.I
)
_AMONG = re.compile(
    r"\b(?:including|among them|namely|notably|such as|(?:chaired|led|headed|hosted|opened) by)\b"
)
_FIELD = re.compile(r"\((?P<field>[MB][MBmba,]{0,7})\)")
_HIS = re.compile(r"\b(?:His|Her|Their)\s")
_VAGUE = re.compile(r"(?:Minister\Z|representative|head|leader|member|official|delegate)", re.I)
_DUTY = re.compile("[o@]t?[wq]")  # Chairman of the summit: a duty at a meeting, no office
_DUTIES = re.compile(
    r"(?:co-)?(?:chair\w*|president|heads?|leaders?|members?|host|speakers?)", re.I
)


def find(
    document: Document, found: Mentions
) -> tuple[tuple[OfficeMention, ...], tuple[PersonMention, ...]]:
    """Return the offices and the persons that a document names, in the order of the text.

    The `name` of a person mention is the longest form that the text gives this person; the
    form that stands here is `document.words(start, end)`.
    """
    lines = {n: _phrases(document, line) for n, line in signs.lines(document, found)}
    places = list(_places(document, lines))
    _admit(Registry(), places)
    scene = survey(document, found, lines, places)
    complete(scene)
    _follow_counterparts(scene)
    _follow_plurals(scene)
    _follow_fields(scene)
    mentions = tuple(_mention(place) for place in places if place.person is not None)
    posts = dict.fromkeys(office for mention in mentions for office in mention.offices)
    return tuple(posts), mentions


def _places(document: Document, lines: dict[int, Line]) -> Iterator[Place]:
    land: str | None = None
    for number, line in lines.items():
        sentence = document.sentences[number]
        if _CONTACT.match(document.view[sentence.lead : sentence.end]):
            continue
        if _BYLINE.search(document.view, sentence.start, sentence.end):
            continue
        opened = attendees.heading(line)
        land = opened or (land if _OPENS_WITH_NAME.match(line.symbols) else None)
        headline = sentence.kind == "title"
        sure = frozenset(_sure(document, line))
        for bond in attendees.bind(document, line, land):
            if headline:  # "President N, Taoiseach hold talks": what follows is another person
                posts = tuple(post for post in bond.posts if post.end <= bond.name.start)
                bond = replace(bond, posts=posts)
            if names.of_a_place(document, bond.name) or _part(line, bond):
                continue
            if not _MEMORY.search(document.view, max(0, bond.span[0] - 40), bond.span[0]):
                alone = not headline and bond.name.start in sure
                yield Place(_beside(bond), number, headline, alone=alone)


def _sure(document: Document, line: Line) -> Iterator[int]:
    """Yield where names stand that are persons by their own words, or in one list with such."""
    for row in _ROW.finditer(line.symbols):
        chunks = line.chunks[row.start() : row.end()]
        found = [chunk.value for chunk in chunks if isinstance(chunk.value, names.Name)]
        alone = [name for name in found if names.stand_alone(document, line, name)]
        if len(found) > 2 and alone:
            alone = [name for name in found if len(name.text.split()) > 1]
        yield from (name.start for name in alone)


def _part(line: Line, bond: Bond) -> bool:
    """Tell a single word that other words in capitals go on: "Secretary Level Talks"."""
    if len(bond.name.text.split()) > 1 or bond.name.honorific:
        return False
    last = line.index(bond.name.end)
    return line.symbols[last : last + 1] in ("M", "B", "N", "U")


def _beside(bond: Bond) -> Bond:
    """Give posts without an owner the country set beside them."""
    if bond.counterpart or bond.land is None:
        return bond
    several = len(bond.posts) > 1  # "Chairman, Prime Minister N of Peru" chairs no Peru
    posts = tuple(
        post
        if post.of or (several and holdings.OF_ORGAN.match(post.title))
        else replace(post, of=bond.land)
        for post in bond.posts
    )
    return replace(bond, posts=posts)


def _phrases(document: Document, line: Line) -> Line:
    """Return the line with its office phrases and candidates of names as chunks."""
    line = duties.read(document, line)
    chunks: list[Chunk] = []
    symbols: list[str] = []
    at = 0
    for match in _PHRASE.finditer(line.symbols):
        chunk = _phrase(document, line, match)
        if chunk is not None:
            chunks += line.chunks[at : match.start()]
            symbols += (line.symbols[at : match.start()], chunk.symbol)
            chunks.append(chunk)
            at = match.end()
    symbols.append(line.symbols[at:])
    joined = links.join(document, Line("".join(symbols), (*chunks, *line.chunks[at:])))
    return duties.seated(document, duties.counted(document, joined))


def _phrase(document: Document, line: Line, match: re.Match[str]) -> Chunk | None:
    if match.lastgroup in ("office", "behind"):
        first, last = match.span()
        if _in_chair(line, first, last):
            return None
        if _DUTY.match(line.symbols, last) and _passing(line, first, last):
            return None
        post = offices.read(document, match.group(), line.chunks[first:last])
        symbol = "F" if post.former else "Q" if post.plural else "O"
        return Chunk(symbol, post.start, post.end, post)
    group = "name" if match.start("name") >= 0 else "peer"
    titles = line.chunks[slice(*match.span("titles"))] if match.group("titles") else ()
    core = line.chunks[slice(*match.span(group))]
    name = names.read(document, titles, core, group == "peer")
    return Chunk("Y", name.outer, name.end, name) if name else None


def _passing(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase is but the head of a duty."""
    value = line.chunks[last - 1].value
    return last - first <= 2 and bool(_DUTIES.fullmatch(getattr(value, "text", "")))


def _in_chair(line: Line, first: int, last: int) -> bool:
    """Tell "in the chair", which names no office."""
    if last - first > 1 or line.symbols[max(0, first - 2) : first] != "it":
        return False
    return getattr(line.chunks[first].value, "text", "") == "chair"


def _code(of: str | None) -> bool:
    return of is not None and len(of) == 2 and of.isupper() and of not in ("EU", "UN", "AU")


def _admit(registry: Registry, places: list[Place]) -> None:
    """Settle who is named where: full names with an office first, short and bare forms last."""
    full = [p for p in places if not p.headline and len(p.bond.name.text.split()) > 1]
    for place in full:
        bond = place.bond
        if bond.posts or bond.counterpart or place.alone or _beside_country(bond):
            place.person = registry.admit(place.bond.name.text)
            _hold(place)
    for place in _told_again(places):
        place.person = registry.admit(place.bond.name.text)
        _hold(place)
    for place in places:
        if place.person is None:
            place.person = registry.recall(place.bond.name.text, place.bond.posts)
            if place.person is None and place.bond.posts and not place.headline:
                place.person = _short(registry, place.bond)
            if place.person is not None:
                _hold(place)


def _told_again(places: list[Place]) -> Iterator[Place]:
    """Yield who holds an office in a heading and is named in full below: "Spokesman N's Words"."""
    below = {p.bond.name.text for p in places if not p.headline and p.person is None}
    for place in places:
        name = place.bond.name.text
        if place.headline and place.bond.posts and " " in name and name in below:
            yield place


def _beside_country(bond: Bond) -> bool:
    return bond.land is not None and (bond.name.honorific or bond.rule != "name")


def _short(registry: Registry, bond: Bond) -> Person | None:
    """Admit a single word as a name where an office in capitals stands right before it."""
    post = bond.posts[-1]
    near = bond.rule in ("office-name", "counterpart", "plural-marked") or bond.name.honorific
    if bond.rule == "name-office" and post.side == "before" and post.country:
        return registry.admit(bond.name.text)
    near = near and post.title[:1].isupper()
    bare = " of " not in post.title and " for " not in post.title
    known = bond.name.honorific or names.is_listed(bond.name.text)
    return registry.admit(bond.name.text) if near and (bare or known) else None


def _hold(place: Place) -> None:
    """Enter the offices and the party of a place with its person."""
    assert place.person is not None
    posts = (post.office() for post in place.bond.posts)
    place.posts = tuple(post for post in posts if not _is_delegate(post))
    place.person.party = place.person.party or place.bond.land or _party(place.posts)
    place.person.hold(place.posts)


def _is_delegate(post: OfficeMention) -> bool:
    """Tell a part at the meeting; the head of a delegation of the EU or UN holds an office."""
    standing = post.of is not None and not _code(post.of)
    return not standing and bool(_DELEGATE.fullmatch(post.title))


def _party(posts: tuple[OfficeMention, ...]) -> str | None:
    countries = [post.of for post in posts if _code(post.of)]
    return next(iter([*countries, *(post.of for post in posts if post.of)]), None)


def _follow_counterparts(scene: Scene) -> None:
    """Give a counterpart the office of the person whose counterpart the words mean."""
    for place in scene.places:
        if not place.bond.counterpart or place.person is None:
            continue
        model = _model(scene, place)
        if model is None:
            continue
        title = _PASSING.sub("", _NATIONAL.get(model, model))
        land = place.bond.land or host(scene, place)
        _give(place, "counterpart", title, land)


def _follow_plurals(scene: Scene) -> None:
    """Give "N (Georgia)" the office that a plural has named: "the ministers of Georgia and ..."."""
    for place in scene.places:
        land = place.bond.land
        if place.person is None or place.person.posts or land is None:
            continue
        plural = scene.plural_of.get(land) or _including(scene, place) or _of_all(scene, place)
        if plural is not None:
            _give(place, "plural-again", plural.title, land)


def _follow_fields(scene: Scene) -> None:
    """Give "N (Trade) and M (Justice)" the office of a minister of each, where ministers meet."""
    land: str | None = None
    before = 0
    for place in scene.places:
        field = _field(scene, place)
        if field is None or place.person is None or place.person.posts:
            continue
        if place.bond.span[0] - before > len(field) + 40:
            land = None
        land = place.bond.land or near(scene, place) or land
        _give(place, "field", f"Minister of {field}", land)
        before = place.bond.span[1] + len(field)


def _field(scene: Scene, place: Place) -> str | None:
    """Return the field of office in the brackets behind a name, None where no minister is named."""
    line = scene.lines[place.sentence]
    first = line.index(place.bond.name.end)
    hit = _FIELD.match(line.symbols, first)
    if hit is None or "inister" not in scene.document.view:
        return None
    inside = line.chunks[hit.start("field") : hit.end("field")]
    return scene.document.words(inside[0].start, inside[-1].end)


def _of_all(scene: Scene, place: Place) -> Post | None:
    """Return the plural that has said who meets, where a list gives only names with countries."""
    row = [place, *scene.row(place)]
    bare = [p for p in row if p.bond.land and not p.bond.posts and not p.bond.counterpart]
    if len(bare) < 2 or len({p.bond.land for p in bare}) < 2:
        return None
    plural = next(scene.phrases_before(scene.plurals, place.bond.span[0]), None)
    return plural if plural and not _VAGUE.match(plural.title) else None


def _including(scene: Scene, place: Place) -> Post | None:
    """Return the plural that "including Peru's N" goes on from in its sentence."""
    start = scene.document.sentences[place.sentence].start
    plural = next(scene.phrases_before(scene.plurals, place.bond.span[0]), None)
    if plural is None or plural.start < start:
        return None
    between = scene.document.view[plural.end : place.bond.span[0]]
    return plural if _AMONG.search(between) else None


def _give(place: Place, rule: str, title: str, land: str | None) -> None:
    assert place.person is not None
    place.posts = (OfficeMention(*place.bond.span, rule, title, land),)
    place.person.hold(place.posts)


def _model(scene: Scene, place: Place) -> str | None:
    """Return the title meant: of who stands before in the sentence, after it, or before it,
    else of a plural ("prime ministers of five countries")."""
    row = list(scene.row(place))
    before = [other for other in row if other.number < place.number]
    after = [other for other in row if other.number > place.number]
    earlier = (p for p in scene.before(place) if p.sentence != place.sentence)
    nearest = (*earlier, *after) if _whose(scene, place) else (*after, *earlier)
    for other in (*_subjects(scene, before), *nearest):
        person = other.person
        if person is not None and person is not place.person and person.posts:
            posts = (*other.posts, *person.offices)
            title = next((post for post in posts if _code(post.of)), posts[0]).title
            return next((p.title for p in posts if p.title.startswith(f"{title} ")), title)
    plural = next(scene.phrases_before(scene.plurals, place.bond.span[0]), None)
    return plural.title if plural is not None else None


def _whose(scene: Scene, place: Place) -> bool:
    """Tell "His Tongan colleague", who is that of a person of the sentence before."""
    start = max(0, place.bond.span[0] - 4)
    return _HIS.search(scene.document.view, start, place.bond.span[0] + 4) is not None


def _subjects(scene: Scene, before: list[Place]) -> list[Place]:
    """Return the places before a counterpart, who it can be the counterpart of first: who met
    others ("N met the President and his counterpart M") before the others, else the nearest."""
    subjects: list[Place] = []
    for one, other in pairwise(before):
        between = scene.document.view[one.bond.span[1] : other.bond.span[0]]
        if MET_THERE.search(between):
            subjects.append(one)
    return [*reversed(subjects), *reversed(before)]


def _mention(place: Place) -> PersonMention:
    assert place.person is not None
    name, person = place.bond.name, place.person
    return PersonMention(
        name.start,
        name.end,
        place.bond.rule,
        person.name,
        place.posts,
        place.bond.land or _party(place.posts) or person.party,
        place.bond.span,
        len(names.parts(name.text)) > 1,
    )
