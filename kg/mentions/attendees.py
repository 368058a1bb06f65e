"""How the words of a sentence bind names to offices: appositions, lists, counterparts.

On the line of this grammar O is an office, Q a plural of one ("presidents of A and B"), F a
former office, Y a name with its honorifics; all other letters are those of `signs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import expressions as re
from kg.language.patterns import Chunk, Hit, Line, search
from kg.mentions import bonds
from kg.mentions.bonds import Bond
from kg.mentions.holdings import own
from kg.mentions.names import Name
from kg.mentions.offices import Post, party
from kg.model import Document, Token

_AND = r",?a(?:,[fi]?[Ww]{1,2},)?t?"  # "and, for 2015,"
_JOIN = rf"(?:{_AND}|[,-]t?(?:h?T{{1,3}})?)"
_GROUP = rf"O(?:{_JOIN}O){{0,4}}"
_OTHER = r"(?:Y|,Y[,;.)a])"  # "and the Minister, N": who follows is another person
_RIGHT_GROUP = rf"O(?:(?:{_AND}(?!(?<=t)O{_OTHER})|[,-]t?(?:h?T{{1,3}})?)O){{0,4}}"
_LAND = r"(?:\((?P<{0}>[CDG])\)|[,/|](?P<{0}b>[CG])(?=[);.,]|$))?"
_WHOLE = rf"(?!,?atO(?!{_OTHER})|,aO(?!Y)|aO|-t?O)"  # no part of a longer group
_NO_NAME = rf"{_WHOLE}(?![,-]?t?Y)"
_NAMES = r"Y(?:,Y){0,40},?aY"
_LANDS = r"t?C(?:,t?C){0,40},?at?C"

_COUNTERPARTS = (
    rf"(?:Ri(?P<lands>{_LANDS}),?|(?P<owners>[CD]'?(?:,[CD]'?){{0,9}},?a[CD]'?)R,?)"
    rf"(?P<peers>{_NAMES})"
)
# his peers from Peru, N; from Chile, M; his counterparts N (Peru) and M (Chile)
_PEERS = (
    r"R(?:,?it?[C],?Y(?:[;,]?,?a?it?[C],?Y)+"
    r"|[,:]?Y\([CG]\)(?:,Y\([CG]\)){0,40},?aY\([CG]\)"
    r"|[,:]?Yo[CG](?:,Yo[CG]){0,40},?aYo[CG])"
)
_COUNTERPART = (
    r"(?P<whose>[CDG])'?q{0,3}[kR],?(?P<own>O)?(?P<peer>Y)"
    r"|k[io](?P<whence>t?C),?(?P<peer2>Y)|hq{0,3}k,?(?P<peer3>Y)"
    r"|(?P<peer5>Y),h?q{0,3}ki(?P<whence2>t?C)"
    r"|(?P<peer4>Y),?[ht]q{0,3}(?P<whose4>[CD])'?q{0,3}k(?!,?Y|i)"
)
_PLURAL_PAIRS = (
    r"(?:Q[,:-]?Y(?:[,;]?a?,?o?t?[CDG][,:-]?Y)+"  # presidents of A, N; B, M
    r"|Q\(Y\)(?:[,;]?a?o?t?[CDG]\(Y\))+)"  # presidents of A (N) and B (M)
)
_FIELDS = r"ft?[CGLMB]{1,8}(?:,[CGLMB]{1,8}(?:o[NLC])?){0,8}(?:,?at?[CGLMB]{1,8})?"
_MARK = (
    r"(?:\([CMBmbNUGY](?:[CMBmbNUGDYa-]{0,11}[CMBmbNUG])?\)|\([CG],?[OMBmbw]{1,6}\)|\(Y\)|ot?C"
    rf"|{_FIELDS})"
)
_OF_LIST = r"Yo[CG](?:[,;]Yo[CG]){0,40}[,;]?aYo[CG]"  # N of Peru and M of Chile
_FIELD = r"[MBmb]{1,8}(?:,[MBmb]{1,6}){0,4}(?:,?at?[MBmb]{1,6})?"
# ministers of Trade, N; of the Interior, M
_PLURAL_FIELDS = rf"Q[,:]?Y(?:[;,]?,?a?,?ot?{_FIELD}[,:-]?Y)+"
_PLURAL_MARKED = rf"Q[:,]?Y{_MARK}(?:[,;]?a?Y{_MARK})*"  # N (A) and M (B); N for A, M for B
_PLURAL_NAMES = rf"Q(?:iL)?[,:-]?{_NAMES}(?:,?ot?(?P<each>[CG](?:,t?[CG]){{0,40}},?at?[CG]))?"
# N and M, Foreign Ministers of A and B; N (A) and M (B), justice ministers
_NAMES_PLURAL = (
    rf"(?P<ranked>{_NAMES}|Y\([CG]\)(?:,Y\([CG]\)){{0,40}},?aY\([CG]\))"
    rf",(?:w{{1,3}}t?|jt?|t)?(?P<rank>Q)(?![,:-]?Y)"
)
_OF_LAND = r"(?:ot?(?P<from>[CG])|\((?P<with>[CG])\))?"  # N of the United States, N (Guyana)
# Commissioner N of the Royal Fish Force, Governor N of Loja
_HOUSE = r"(?:ot?(?P<house>(?=[MNU]{0,4}[BC])[MNUCB]{2,6}(?:oM{1,2})?|[LNY](?=[,;.)w]|$)))"
_LEFT = (
    rf"(?:(?P<ahead1>[CG])[:(-])?(?P<left>{_GROUP})(?P<held>Y)(?:{_HOUSE}|{_OF_LAND})"
    rf"(?:,t?(?P<more>{_GROUP}){_NO_NAME}{_LAND.format('there')})?"
)
_RIGHT = (
    r"(?:(?P<ahead2>[CG])[':|(-])?(?P<holder>Y)(?:\((?P<in>[CG])\)(?=,))?"
    # "as the", or nothing
    r"(?:[,(/|-](?:h?|T{1,2})|[,(/|-](?P<the>t)|(?:o(?P<whence3>C))?jt?|(?=O(?:[,;.)]|$)))"
    rf"(?P<right>{_RIGHT_GROUP}){_WHOLE}(?!t?Y)(?(the)(?!w)){_LAND.format('land')}"
)
_FAR = (
    rf"(?:^|(?<=[.;]))[wih]{{0,3}}jt?(?P<far1>{_GROUP}),t?(?P<after1>Y)"  # As Minister of Trade, N
    rf"|(?P<far>{_GROUP})(?:(?:,|:(?!t?Y[,(-]t?O))[tD]?(?P<after>Y)(?=[,;.)a-]|$|oC)"
    r"|\((?P<after2>Y)\))"  # the Foreign Secretary (Mr N)
)
_BARE = (
    r"(?:(?P<whose2>[CG])'|(?:^|(?<=[;,.*-]))(?P<whose3>[CG])[:-])?"
    r"(?P<bare>Y)(?:\((?P<home>[CG])\))?"
)
_SUCCEEDED = frozenset(["succeeded", "succeeds", "succeeding", "replaced", "replaces", "replacing"])
_OF_CITY = re.compile(r"(?:Deputy |Vice[- ]|Lord )?(?:Governor|Mayor|Prefect|Bishop|Archbishop)")
_OF_HOUSE = re.compile(
    r"(?:(?:Deputy|Vice|Assistant|Acting|Executive)[- ])?(?:Commissioner|Director|Commander|Chief"
    r"|Head|President|Chairman|Chair|Chairperson|Chairwoman|Rector|Governor|Superintendent|Coordinator)"
)
_NO_HOUSE = re.compile(r"\b(?:Ministry|Government|Cabinet|Republic|Delegation|State|Parliament)\b")
_PATTERN = re.compile(
    rf"(?P<counterparts>{_COUNTERPARTS})|(?P<fellows>{_PEERS})|(?P<counterpart>{_COUNTERPART})"
    rf"|(?P<marked>{_PLURAL_MARKED})|(?P<pairs>{_PLURAL_PAIRS})|(?P<fields>{_PLURAL_FIELDS})|(?P<several>{_PLURAL_NAMES})"
    rf"|{_NAMES_PLURAL}|(?P<listed>{_OF_LIST})"
    rf"|{_LEFT}|{_RIGHT}|{_FAR}|{_BARE}"
)
_LAND_ALONE = re.compile(r"[*-]*t?(?P<land>[CG])\Z")
_LABEL = re.compile(r"^\W*[wfitHKMBmNYOQ]{0,4}?t?(?P<land>[CG])(?:'w)?[:-]")


def bind(document: Document, line: Line, land: str | None = None) -> Iterator[Bond]:
    """Yield every name of a line, with its offices, in the order of the text.

    `land` is the country or organisation that a heading above the line has named.
    """
    if "Y" not in line.symbols:
        return
    label = _LABEL.search(line.symbols)
    if label:
        land = party(line.chunks[label.start("land")].value)
    for hit in search(_PATTERN, line):
        for bond in _read(document, hit):
            yield bond if bond.land or not land else replace(bond, land=land)


def heading(line: Line) -> str | None:
    """Return the country or organisation that a heading such as "For Australia:" names."""
    label = _LABEL.search(line.symbols) or _LAND_ALONE.match(line.symbols)
    if label and label.end() == len(line.symbols):
        return party(line.chunks[label.start("land")].value)
    return None


def _read(document: Document, hit: Hit) -> Iterator[Bond]:
    for kind, telling in (("marked", _marked), ("fields", _fields), ("house", _housed)):
        if hit.match.start(kind) >= 0:
            yield from telling(document, hit)
            return
    for kind, reader in _READERS.items():
        if hit.match.start(kind) >= 0:
            yield from reader(hit)
            return


def _left(hit: Hit) -> Iterator[Bond]:
    name = hit.chunks("held")[0]
    left, more = _last_named(hit, "left"), bonds.group(hit, "more")
    if len(left) > 1 and left[-1].title == "Ambassador" and " " in left[-2].title:
        left = left[:-1]  # a style before the name of one who holds another office
    one = own(left)
    if more and len(left) == 1 and left[0].of is None and _is_courtesy(left[0]):
        one = ()
    first = one[0] if one else None
    start = first.start if first else bonds.name(name).outer
    yield Bond(
        bonds.name(name),
        one + own(more),
        (start, hit.end),
        "office-name",
        bonds.land(hit, "ahead1", "from", "with", "there", "thereb"),
    )


def _housed(document: Document, hit: Hit) -> Iterator[Bond]:
    """Yield "Commissioner N of the Fish Force" as an office of that body, "Mayor N of Lima" as
    one of the city; the name alone keeps an office that is none of theirs."""
    chunks, (bond, *_) = hit.chunks("house"), tuple(_left(hit))
    city = len(chunks) == 1 and chunks[0].symbol in "LNY"
    words = document.words(chunks[0].start, chunks[-1].end)
    fits = (_OF_CITY if city else _OF_HOUSE).fullmatch(bond.posts[-1].title) if bond.posts else None
    if fits and bond.posts[-1].of is None and not _NO_HOUSE.search(words):
        posts = (*bond.posts[:-1], replace(bond.posts[-1], of=words))
        yield replace(bond, posts=posts)
    else:
        end = bond.name.end
        yield replace(bond, span=(bond.span[0], end))


def _last_named(hit: Hit, group: str) -> tuple[Post, ...]:
    """Return the posts before a name from the last "and the": the one before is another's."""
    chunks = hit.chunks(group)
    signs = "".join(chunk.symbol for chunk in chunks)
    first = signs.rfind("at") + 1
    return tuple(c.value for c in chunks[first:] if isinstance(c.value, Post))


def _is_courtesy(post: Post) -> bool:
    """Tell "Ambassador N, Commissioner for Trade": a style, not the office held."""
    return len(post.title.split()) == 1


def _right(hit: Hit) -> Iterator[Bond]:
    name = hit.chunks("holder")[0]
    if _succeeded(hit):
        yield Bond(bonds.name(name), (), bonds.span(name), "name")
        return
    posts = own(bonds.group(hit, "right"), behind=True)
    if _foreign(hit, posts):
        yield from _apart(hit, bonds.name(name), posts)
        return
    if other := _other_land(hit):
        yield Bond(bonds.name(name), posts, (bonds.name(name).outer, posts[-1].end), "name-office")
        following = hit.line.chunks[hit.match.end() + 1]
        yield Bond(
            bonds.name(following), other, (other[0].start, following.end), "office-comma-name"
        )
        return
    yield Bond(
        bonds.name(name),
        posts,
        (bonds.name(name).outer, hit.end),
        "name-office",
        bonds.land(hit, "in", "ahead2", "whence3", "land", "landb"),
    )


def _succeeded(hit: Hit) -> bool:
    """Tell "who succeeded N as Minister": the office is no longer that of N."""
    at = hit.match.start("holder") - 1
    value = hit.line.chunks[at].value if at >= 0 else None
    before = value.text.lower() if isinstance(value, Token) else ""
    return before in _SUCCEEDED and "j" in hit.match.group()


def _foreign(hit: Hit, posts: tuple[Post, ...]) -> bool:
    """Tell "Peru's N, the Secretary-General of the OAS, M": the post is that of who follows."""
    land, at = hit.chunk("ahead2"), hit.match.end()
    owned = land is not None and hit.line.symbols[hit.match.end("ahead2")] == "'"
    follows = hit.line.symbols[at : at + 2] == ",Y"
    return owned and follows and posts[0].of not in (None, bonds.land(hit, "ahead2"))


def _other_land(hit: Hit) -> tuple[Post, ...]:
    """Return the posts of who follows: "N, Peru's envoy to Chile, and Chile's minister, M"."""
    group, at = bonds.group(hit, "right"), hit.match.end()
    if hit.line.symbols[at : at + 2] != ",Y" or len(group) < 2:
        return ()
    own_land = group[0].of
    return tuple(p for p in group[1:] if p.country and p.side == "before" and p.of != own_land)


def _apart(hit: Hit, name: Name, posts: tuple[Post, ...]) -> Iterator[Bond]:
    """Yield a name with the country before it, and the next one with the posts between them."""
    yield Bond(name, (), (name.outer, name.end), "name-country", bonds.land(hit, "ahead2"))
    other = hit.line.chunks[hit.match.end() + 1]
    yield Bond(bonds.name(other), posts, (posts[0].start, other.end), "office-comma-name")


def _far(hit: Hit) -> Iterator[Bond]:
    name = (hit.chunks("after") or hit.chunks("after2") or hit.chunks("after1"))[0]
    posts = own(_last_named(hit, "far") or bonds.group(hit, "far1"))
    yield Bond(bonds.name(name), posts, (posts[0].start, hit.end), "office-comma-name")


def _bare(hit: Hit) -> Iterator[Bond]:
    name = hit.chunks("bare")[0]
    land = bonds.land(hit, "home", "whose2", "whose3")
    if land is None:
        yield Bond(bonds.name(name), (), bonds.span(name), "name")
    else:
        yield Bond(bonds.name(name), (), (bonds.name(name).outer, hit.end), "name-country", land)


def _counterparts(hit: Hit) -> Iterator[Bond]:
    lands = bonds.lands(hit.chunks("lands") or hit.chunks("owners"))
    names = bonds.names(hit.chunks("peers"))
    if len(lands) != len(names):
        lands = [""] * len(names)
    for name, land in zip(names, lands, strict=True):
        span = (hit.start, hit.end) if land else (name.outer, name.end)
        yield Bond(name, (), span, "counterparts", land or None, bool(land))


def _fellows(hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("fellows")
    names, lands = bonds.names(chunks), bonds.lands(chunks)
    for name, land in zip(names, lands, strict=True):
        yield Bond(name, (), (chunks[0].start, name.end), "counterparts", land, True)


def _counterpart(hit: Hit) -> Iterator[Bond]:
    chunk = next(found for n in ("", 2, 3, 4, 5) if (found := hit.chunk(f"peer{n}")))
    lands = bonds.lands(hit.chunks("whence") or hit.chunks("whence2"))
    land = bonds.land(hit, "whose", "whose4") or (lands[0] if lands else None)
    posts = bonds.group(hit, "own")
    yield Bond(bonds.name(chunk), posts, (hit.start, hit.end), "counterpart", land, not posts)


def _single(post: Post, land: str | None, field: str = "") -> Post:
    country = land is not None and len(land) == 2 and land.isupper()
    of = land or post.of
    title = f"{post.title} {field}" if field else post.title
    return replace(post, title=title, of=of, country=country or post.country)


def _pairs(hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("pairs")
    post = bonds.post(chunks[0])
    land = post.of
    for chunk in chunks[1:]:
        if isinstance(chunk.value, Name):
            start = chunks[0].start
            yield Bond(chunk.value, (_single(post, land),), (start, chunk.end), "plural-pairs")
        elif chunk.symbol in "CDG":
            land = party(chunk.value)


def _marked(document: Document, hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("marked")
    post = bonds.post(chunks[0])
    named = (i for i, chunk in enumerate(chunks) if isinstance(chunk.value, Name))
    at = [i for i in named if chunks[i - 1].symbol != "("]
    for i, j in zip(at, [*at[1:], len(chunks)], strict=True):
        mark = _trimmed(chunks[i + 1 : j])
        lands = bonds.lands(mark[:3]) if mark and mark[0].symbol in "o(" else []
        plain = mark and not any(isinstance(chunk.value, Name) for chunk in mark)
        words = document.words(mark[0].start, mark[-1].end) if plain else ""
        one = _single(post, lands[0] if lands else None, "" if lands else words)
        end = mark[-1].end if mark else chunks[i].end
        yield Bond(bonds.name(chunks[i]), (one,), (chunks[0].start, end), "plural-marked")


def _fields(document: Document, hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("fields")
    post = bonds.post(chunks[0])
    head, title, first = post.title.partition(" of ")[0], post.title, 1
    for i, chunk in enumerate(chunks):
        if not isinstance(chunk.value, Name):
            continue
        while chunks[first].symbol in ",;:-a":
            first += 1
        if first < i:
            last = i - 1 if chunks[i - 1].symbol in ",:-" else i
            title = f"{head} {document.words(chunks[first].start, chunks[last - 1].end)}"
        one = replace(_single(post, None), title=title)
        yield Bond(chunk.value, (one,), (chunks[0].start, chunk.end), "plural-fields")
        first = i + 1


def _trimmed(mark: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """Return a mark without the comma or "and" that leads to the next name."""
    while mark and mark[-1].symbol in ",;a":
        mark = mark[:-1]
    return mark


def _shared(post: Post, lands: list[str], names: int) -> list[Post]:
    """Return the post that each of several names holds: of the land in its turn, of the one
    land of all, of none where the numbers differ."""
    if len(lands) == names:
        return [_single(post, land) for land in lands]
    return [replace(post, of=post.of if len(lands) < 2 else None, plural=False)] * names


def _several(hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("several")
    post, names = bonds.post(chunks[0]), bonds.names(chunks)
    lands = list(post.parties) or bonds.lands(hit.chunks("each"))
    for name, one in zip(names, _shared(post, lands, len(names)), strict=True):
        yield Bond(name, (one,), (chunks[0].start, name.end), "plural-names")


def _ranked(hit: Hit) -> Iterator[Bond]:
    chunks, rank = hit.chunks("ranked"), hit.chunks("rank")[0]
    names, post = bonds.names(chunks), bonds.post(rank)
    lands = bonds.lands(chunks) or list(post.parties)
    for name, one in zip(names, _shared(post, lands, len(names)), strict=True):
        yield Bond(name, (one,), (name.outer, rank.end), "names-plural")


def _listed(hit: Hit) -> Iterator[Bond]:
    chunks = hit.chunks("listed")
    for i, chunk in enumerate(chunks):
        if isinstance(chunk.value, Name):
            land = party(chunks[i + 2].value)
            yield Bond(chunk.value, (), (chunk.value.outer, chunks[i + 2].end), "name-of", land)


_READERS = {
    "ranked": _ranked,
    "counterparts": _counterparts,
    "fellows": _fellows,
    "counterpart": _counterpart,
    "pairs": _pairs,
    "several": _several,
    "held": _left,
    "holder": _right,
    "after": _far,
    "after2": _far,
    "after1": _far,
    "listed": _listed,
    "bare": _bare,
}
