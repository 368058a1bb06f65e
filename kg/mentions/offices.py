"""Office phrases: a head with what stands before it and its complements.

"Secretary of the Security Council of the Russian Federation" is title "Secretary of the
Security Council", of RU; "SCO Secretary-General" is title "Secretary-General", of SCO.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from kg.language import expressions as re
from kg.language.patterns import Chunk
from kg.mentions.signs import vocabulary
from kg.model import CountryMention, Document, Mention, OfficeMention, OrganisationMention, Token

_OWNER = r"(?:[CD]'?q{0,3}(?:[GU]'?)?|G'?|(?<![NIU])U'?|N{1,2}B(?=[mb]{0,2}H))"
_FIELD = r"(?:[MB]{1,8}(?:,[MB]{1,8}){0,6},?a[MB]{1,8}|m{0,3}[MB]{1,12}|[mb]{1,4})"
_ACRONYM = r"(?:\([GUM]\))?"
_COUNCIL = r"(?<=B)o[MBmb]{0,8}K(?:om(?:ab)?|oM(?:aB)?)?"  # Council of Foreign Ministers
_MIDDLE = r"(?:N(?=ot?[CG])|i[Mm](?![MBmb]*[HK])"
_ORGAN = (
    r"(?:[MB]{1,2}D(?=[MB])|(?<=[CD])N{1,2}(?=B))?[MBmb]{1,16}"  # the Ghana Boundary Commission
    rf"{_MIDDLE}|{_COUNCIL})?"
)
# Federal Assembly (FA), Caspian issues
_INSTITUTION = rf"(?:C-?C|[CDGLU]'?|[MB]{{1,3}}'|N{{1,2}}(?=[MBm]))?{_ORGAN}{_ACRONYM}"
_LAND = rf"(?:[CGL]{_ACRONYM}|M{{1,4}}o[LN])"  # Gulf of Aden
_THING = rf"t?q?(?:{_INSTITUTION}|{_LAND})"
_NAMED = r"t?(?:U|N{1,3}(?=o)|(?<=t)N{1,3}(?=[,;.)]|$)|N{1,2}(?=[,;)])|N(?=T))"  # the Mazhilis of
_NEW = r"(?!'|[wb]?y|[MBmb]{0,16}[HK])"  # what follows opens no other office, no agent
_THINGS = (
    rf"{_THING}(?:(?:(?:,{_THING}){{0,12}},?a{_THING}{_NEW}){{1,2}}"
    rf"|(?:,{_THING}){{1,12}}(?=,?at?[MBmb]{{1,8}}H))?"
)
_CHIEF = r"[MBmb]{0,12}(?:Hg?){1,4}"
_SUPERIOR = rf"(?:t(?:[CDGU]'?)?{_CHIEF}|(?<=[of@]){_CHIEF}(?![HNUI]))"  # to the President
_FURTHER = r"(?:[CDG]'?|[MB]{1,2}D|N(?=[MB]))?[MBmb]{1,12}"
_FIELDS = rf"(?:(?:,[MBmb]{{1,8}}){{0,12}},?at?{_FURTHER}{_NEW}){{0,2}}"
_OF_THINGS = rf"[o@](?:{_SUPERIOR}|[th]?q?(?:{_INSTITUTION}{_FIELDS}|{_LAND})|{_NAMED})"
# in the Prime Minister's Office
_IN_HOUSE = rf"it?(?:[CD]'?)?[MB]{{0,6}}(?:H')?[MB]{{0,6}}B(?:{_OF_THINGS})?"
_COMPLEMENTS = rf"(?:{_OF_THINGS}|ib{_OF_THINGS}|{_IN_HOUSE}|f(?:{_SUPERIOR}|{_THINGS})){{0,8}}"
_OF_PARTIES = rf"ot?[CDG](?:,t?[CDG]){{0,40}},?at?[CDG]{_NEW}(?:fL)?"
_FIELD_BEHIND = r"(?:\([MBmbNUa]{1,8}\))?"  # Secretary (West)
_END = r"(?=[,;.(/)\]]|$)"
_BODY = r",t?(?:[CDG]'?)?[MN]{0,3}B{1,4}"  # Chairman, Railway Board
_BODY_BEHIND = (
    rf"(?:[GU]{_END}|{_BODY}(?:{_OF_THINGS}){{0,4}}(?:,B(?:{_OF_THINGS}){{1,4}})?{_END})?"
)
_PAIR_OWNER = r"[CD]'?(?:,[CD]'?){0,8},?a[CD]'?"  # the Russian and Ukrainian foreign ministers
PATTERN = (
    rf"(?:{_PAIR_OWNER}q{{0,3}}{_FIELD}?Kg?e?|"
    rf"x?q{{0,3}}(?:M{{0,2}}H'|C'w{{1,2}}(?=[mb]{{0,2}}H)|[mM]{{0,2}}{_OWNER})?q{{0,3}}{_FIELD}?q{{0,3}}"
    rf"(?:(?:Hg?){{1,4}}(?:e(?:a(?=e))?){{0,3}}{_FIELD_BEHIND}{_COMPLEMENTS}"
    rf"|Kg?e?(?:{_OF_THINGS}){{0,4}}?{_OF_PARTIES}|Kg?e?{_COMPLEMENTS}))"
)
"""An office phrase, without its article, as a pattern over signs."""
PATTERN_BEFORE = rf"{PATTERN}(?:{_BODY}(?:{_OF_THINGS}){{0,4}}(?=,[TNIU]))?"
"""The same where a name may follow: "Minister of State, Ministry of Trade, N"."""
PATTERN_BEHIND = rf"(?:N(?=[MB]{{0,2}}H))?{PATTERN}{_BODY_BEHIND}"
"""The same where it follows a name: "Chairman, Railway Board", "Unheard-of Secretary"."""


_PROPER = re.compile(r"H+e?o(?P<of>N{1,3})\Z")
_LEADS = re.compile(
    r"(?i:president|(?:vice-)?chair\w*|head|director|ceo|imam|rector|founder|patriarch)"
)
_BODY_ALONE = re.compile(r"Hg?ot(?P<body>[MBN]{0,8}B(?:o[MBN]{1,6})?)(?P<short>\([GUMN]\))?\Z")
_BETWEEN_STATES = re.compile(r"(?:International|World|Global|Pan-|Inter-)")
_DOMESTIC = re.compile(
    r"\b(?:National|State|Federal|Supreme|House|Ministry|Ministers|Department|Cabinet|Senate"
    r"|Government|Parliament|Assembly|Republic|Court)\b"
)
_HOUSE = re.compile("N{1,2}B(?=[mb]{0,2}H)")
_JOINT = re.compile("(?<=[ot])C-?C(?=[MBmb])")


@dataclass(frozen=True, slots=True)
class Post(Mention):
    """An office phrase: `side` tells whether `of` stands before the head or behind it.

    `parties` are all countries and organisations of a plural ("presidents of A and B").
    """

    title: str
    of: str | None
    side: str = ""
    plural: bool = False
    former: bool = False
    country: bool = False
    parties: tuple[str, ...] = ()

    def office(self) -> OfficeMention:
        return OfficeMention(self.start, self.end, self.rule, self.title, self.of)


def read(document: Document, symbols: str, chunks: Sequence[Chunk]) -> Post:
    """Return the post that the chunks of one match of PATTERN name."""
    head = next(i for i, s in enumerate(symbols) if s in "HK" and symbols[i + 1 : i + 2] != "'")
    return _of_named_body(document, symbols, chunks, head) or _of_owner(
        document, symbols, chunks, head
    )


def _of_named_body(
    document: Document, symbols: str, chunks: Sequence[Chunk], head: int
) -> Post | None:
    """Return the post of a body that only its own words name, None where there is none:
    the White House, a firm behind "head of", a commission of two countries."""
    house = _HOUSE.match(symbols)
    if house:
        title = range(house.end(), len(chunks))
        return _post(document, chunks, title, (0, house.end()), "before")
    proper = _PROPER.match(symbols, head)
    if proper and _LEADS.fullmatch(getattr(chunks[head].value, "text", "")):
        return _post(document, chunks, range(head + 1), proper.span("of"), "behind")
    joint = _JOINT.search(symbols, head)
    if joint:
        title = range(_preposition(symbols, joint.start()))
        return _post(document, chunks, title, (joint.start(), len(chunks)), "behind")
    return None


def _post(
    document: Document, chunks: Sequence[Chunk], title: range, of: tuple[int, int], side: str
) -> Post:
    owner = document.words(chunks[of[0]].start, chunks[of[1] - 1].end)
    words = _title(document, chunks, list(title), -1)
    return Post(chunks[0].start, chunks[-1].end, "office-phrase", words, owner, side)


def _of_own_name(
    document: Document, symbols: str, chunks: Sequence[Chunk], head: int
) -> Post | None:
    """Return the post of a body between states that no list knows: "President of the World
    Fish Board", "Governor of the Reef Bank (RB)"; None where a country or another owns it."""
    found = _BODY_ALONE.match(symbols, head)
    if found is None:
        return None
    first, last = found.span("body")
    name = document.words(chunks[first].start, chunks[last - 1].end)
    short = document.words(chunks[-2].start, chunks[-2].end) if found["short"] else None
    if _DOMESTIC.search(name) or not (short or _BETWEEN_STATES.match(name)):
        return None
    words = _title(document, chunks, list(range(head + 1)), -1)
    span = chunks[0].start, chunks[-1].end
    return Post(*span, "office-phrase", words, short or name, "behind")


def _of_owner(document: Document, symbols: str, chunks: Sequence[Chunk], head: int) -> Post:
    """Return the post of a country or organisation that is a mention, or of nobody named."""
    body = _of_own_name(document, symbols, chunks, head)
    if body is not None:
        return body
    owners = list(_owners(symbols, chunks, head))
    owner = _choose(owners, symbols)
    value = chunks[owner].value if owner is not None else None
    plural = symbols[head] == "K"
    kept = _kept(symbols, owners, owner, head)
    first = next(i for i in range(len(chunks)) if symbols[i] not in "xqt")
    return Post(
        chunks[first].start,
        chunks[-1].end,
        "office-phrase",
        _title(document, chunks, kept, head if plural else -1),
        party(value),
        "" if owner is None else "before" if owner < head else "behind",
        plural,
        "x" in symbols,
        isinstance(value, CountryMention),
        tuple(p for i in owners if (p := party(chunks[i].value)) is not None),
    )


def _kept(symbols: str, owners: list[int], owner: int | None, head: int) -> list[int]:
    """Return the places whose words make the title."""
    dropped = set() if owner is None else _without(symbols, owner)
    kept = [i for i, s in enumerate(symbols) if s not in "xq" and i not in dropped]
    if symbols[head] == "K" and len(owners) > 1 and all(symbols[i] in "CDG" for i in owners):
        if owners[-1] < head:
            return [i for i in kept if i > owners[-1]]
        return [i for i in kept if i < _preposition(symbols, owners[0])]
    return kept


def party(value: Mention | Token | None) -> str | None:
    """Return the country code or organisation that a chunk stands for."""
    if isinstance(value, CountryMention):
        return value.code
    if isinstance(value, OrganisationMention):
        return value.name
    return value.text if isinstance(value, Token) else None


def _owners(symbols: str, chunks: Sequence[Chunk], head: int) -> Iterator[int]:
    """Yield the chunks that the office can belong to: before the head, or after "of"."""
    preposition = "o"
    for i, symbol in enumerate(symbols):
        if symbol in "ofi@" and i > head:
            preposition = "f" if symbol == "f" else "o"
        joined = i > head and symbols[head] == "H" and symbols[i - 1] in "a,"  # Aden and Somalia
        bracketed = i > 0 and symbols[i - 1] == "("
        if symbol in "CDGU" and preposition == "o" and not bracketed and not joined:
            yield i


def _choose(owners: list[int], symbols: str) -> int | None:
    """Return the owner: a country before an organisation, else the innermost organisation."""
    countries = [i for i in owners if symbols[i] in "CD"]
    if countries:
        return countries[-1] if symbols[countries[0]] == "C" else countries[0]
    return owners[0] if owners else None


def _without(symbols: str, owner: int) -> set[int]:
    """Return the places that leave the title together with its owner."""
    last = owner + (symbols[owner + 1 : owner + 2] == "'")
    gone = set(range(owner, last + 1))
    following = symbols[last + 1 : last + 2]
    if following and following in "MBmbHKGqN(" and following != "(":
        return gone
    i = owner - 1
    while i >= 0 and symbols[i] in "to@":
        gone.add(i)
        i -= 1
    return gone


def _preposition(symbols: str, owner: int) -> int:
    """Return where the "of" stands that opens a list of owners."""
    return symbols.rfind("o", 0, owner) if "o" in symbols[:owner] else owner


def _title(document: Document, chunks: Sequence[Chunk], kept: list[int], plural: int) -> str:
    pieces: list[str] = []
    previous = -2
    for i in kept:
        text = document.words(chunks[i].start, chunks[i].end)
        if i == plural:
            text = singular(text)
        if i == previous + 1 and pieces and chunks[i].start == chunks[previous].end:
            pieces[-1] += text
        else:
            pieces.append(text)
        previous = i
    title = " ".join(pieces)
    title = title.replace(" of its ", " of the ")
    return title.removeprefix("the ").removeprefix("The ").strip(" ,")


def singular(word: str) -> str:
    """Return the singular of a plural head in the case of the plural."""
    found = vocabulary().get(word.lower(), ("", None))[1]
    if found is None:
        first, joint, last = word.rpartition("-")
        return f"{first}-{singular(last)}" if joint else word
    cases = zip_longest(found.split("-"), word.split("-")[: found.count("-") + 1], fillvalue="")
    return "-".join(one.capitalize() if like[:1].isupper() else one for one, like in cases)
