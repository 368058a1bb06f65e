"""What a person is said to do, where that names the office: "N, who heads the Customs Committee".

Such a clause is read as the office itself, set behind the name: "head of the Customs
Committee". So are "whose portfolio is Trade" and "who holds the portfolios of Trade and of
Mines": "Minister of Trade". A seat told between a name and its offices ("N sat for Peru
(Minister of Mines)") is read as the country in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import expressions as re
from kg.language.patterns import Chunk, Line
from kg.mentions.offices import Post, party
from kg.model import Document

_BODY = r"[MBN]{0,6}B(?:[ofi]t?[MB]{1,6}){0,2}"
_OF = r"(?:ot?(?P<of{}>[CG](?:(?:,t?C){{0,9}},?at?C)?))?"
_LED = rf"(?P<verb>[wHKQ])t?(?:(?P<land>[CDG])'?)?(?P<body>{_BODY}){_OF.format(1)}(?=[,;.)a]|$|w)"
_TRADES = r"(?P<trade>[MBmb]{1,6}(?:,[MBmb]{1,4}){0,4}(?:,?a[MBmb]{1,4})?)"
_HELD = rf"(?P<held>w)t?q?(?P<kind>[wm]o|[wm]f)t?{_TRADES}{_OF.format(2)}(?=[,;.)]|$|w)"
_SHORT = rf"(?P<has>w)t?(?P<first>[MBmb]{{1,4}})(?P<last>[wm]){_OF.format(3)}(?=[,;.)]|$|w)"
_WHOSE = rf"(?P<thing>[wm])(?P<is>w)t?(?P<field>{_TRADES.replace('trade', 'whole')})(?=[,;.)]|$)"
_ADVISES = r"(?P<advises>w)(?P<whom>t?(?:[CD]'?)?[MB]{0,3}H(?:f[MBmb]{1,4}(?:a[MBmb]{1,3})?)?)"
_PATTERN = re.compile(
    rf"(?<=[NU]),?(?P<who>w)(?P<also>w)?(?:{_LED}|{_ADVISES}|{_HELD}|{_SHORT}|{_WHOSE})"
)
_WORDS = {
    "who": frozenset(["who", "whose"]),
    "also": frozenset(["also", "now", "currently", "today", "there"]),
    "verb": frozenset(["heads", "head", "leads", "lead", "directs", "direct", "runs", "run"]),
    "advises": frozenset(["advises"]),
    "held": frozenset(["holds", "hold", "has", "had", "held", "handles"]),
    "kind": frozenset(["portfolio of", "portfolios of", "portfolio for", "ministry of"]),
    "has": frozenset(["holds", "has", "had", "held", "hold"]),
    "last": frozenset(["portfolio", "portfolios"]),
    "thing": frozenset(["portfolio", "portfolios", "remit", "brief"]),
    "is": frozenset(["is", "are", "covers", "comprises", "includes"]),
}
_COUNTED = re.compile(
    r"(?<=Y)(?P<one>,?w{2,3}o[th]?Q)|(?<=Y)(?P<same>,?w{2}tw[wmMHBbO]iC)"
    r"|(?<=Q)(?P<came>,?[wq][wtihLCWfq]{0,10},)(?=Y[,a(])"
)
_ONE_OF = re.compile(r"(?:, )?(?:who )?(?:is|was) one of")
_SAME_OFFICE = re.compile(
    r"(?:, )?who (?:holds|has|held|fills) the same (?:office|post|position|portfolio)"
)
_WHO_CAME = re.compile(
    r"(?:, )?(?:who|present|attending|all of whom)\s?"
    r"(?:took part|were present|attended|came|had come|met|spoke|,|at|in)"
)
_SEAT = re.compile(r"(?<=Y)(?P<sat>w{1,2})ft?(?P<land>C)(?P<open>\()(?=O)")
_SITS = frozenset(["sat", "spoke", "sits", "speaks", "acted", "stood", "was", "there", "signed"])


def read(document: Document, line: Line) -> Line:
    """Return the line with each clause that says an office as that office, behind a comma."""
    if "w" not in line.symbols:
        return line
    symbols, chunks, at = list[str](), list[Chunk](), 0
    for match in _PATTERN.finditer(line.symbols):
        post = _post(document, line, match)
        if post is None:
            continue
        first = match.start("who")
        comma = Chunk(",", *line.chunks[first][1:])
        symbol = "Q" if post.plural else "O"
        before = first - (line.symbols[first - 1] == ",")
        symbols += [line.symbols[at:before], ",", symbol]
        chunks += [*line.chunks[at:before], comma, Chunk(symbol, post.start, post.end, post)]
        at = match.end()
    if not at:
        return line
    return Line("".join([*symbols, line.symbols[at:]]), (*chunks, *line.chunks[at:]))


def counted(document: Document, line: Line) -> Line:
    """Return the line with "N is one of the chairmen of X" as "N, chairman of X", with "who holds
    the same office in Peru" as "his counterpart from Peru", and without the clause in "the
    ministers who took part, N and M"."""
    if "Y" not in line.symbols:
        return line
    symbols, chunks, at = list[str](), list[Chunk](), 0
    for match in _COUNTED.finditer(line.symbols):
        made = list(_made(document, line, match))
        if made:
            symbols += [line.symbols[at : match.start()], *(chunk.symbol for chunk in made)]
            chunks += [*line.chunks[at : match.start()], *made]
            at = match.end()
    if not at:
        return line
    return Line("".join([*symbols, line.symbols[at:]]), (*chunks, *line.chunks[at:]))


def _made(document: Document, line: Line, match: re.Match[str]) -> Iterator[Chunk]:
    """Yield the chunks that stand for a match, none where its words say something else."""
    found = line.chunks[match.start() : match.end()]
    said = document.words(found[0].start, found[-1].end).lower()
    if match.group("one"):
        post = found[-1].value
        if _ONE_OF.match(said) and isinstance(post, Post):
            yield Chunk(",", *found[0][1:])
            yield Chunk("O", post.start, post.end, replace(post, plural=False))
    elif match.group("same"):
        if _SAME_OFFICE.match(said):
            yield Chunk(",", *found[0][1:])
            yield Chunk("k", *found[-3][1:])
            yield from found[-2:]
    elif _WHO_CAME.match(said):
        yield Chunk(",", *found[-1][1:])


def seated(document: Document, line: Line) -> Line:
    """Return the line with "N sat for Peru (Minister)" as "N (Peru), Minister"."""
    if "(O" not in line.symbols:
        return line
    symbols, chunks, at = list[str](), list[Chunk](), 0
    for match in _SEAT.finditer(line.symbols):
        if not set(_said(document, line, match, "sat").split()) <= _SITS:
            continue
        opening, land = line.chunks[match.start("open")], line.chunks[match.start("land")]
        symbols += [line.symbols[at : match.start()], "(", land.symbol, ")", ","]
        marks = [
            Chunk("(", *line.chunks[match.start()][1:]),
            land,
            Chunk(")", *opening[1:]),
            opening,
        ]
        chunks += [*line.chunks[at : match.start()], *marks]
        at = match.end()
    if not at:
        return line
    return Line("".join([*symbols, line.symbols[at:]]), (*chunks, *line.chunks[at:]))


def _post(document: Document, line: Line, match: re.Match[str]) -> Post | None:
    """Return the office that a clause says, None where its words say none."""
    for group in (name for name in _WORDS if match.group(name)):
        if _said(document, line, match, group).lower() not in _WORDS[group]:
            return None
    whose = _said(document, line, match, "who").lower() == "whose"
    if whose != bool(match.group("thing")):
        return None
    owners = tuple(_owners(line, match))
    title = _title(document, line, match)
    plural = len(owners) > 1
    start, end = line.chunks[match.start("who") + 1].start, line.chunks[match.end() - 1].end
    country = bool(owners) and len(owners[0]) == 2 and owners[0].isupper()
    of = owners[0] if owners else None
    return Post(start, end, "duty", title, of, "behind", plural, False, country, owners)


def _title(document: Document, line: Line, match: re.Match[str]) -> str:
    if match.group("body"):
        return f"head of the {_said(document, line, match, 'body')}"
    if match.group("whom"):
        return f"adviser to {_said(document, line, match, 'whom')}"
    field = next(g for g in ("trade", "first", "whole") if match.group(g))
    words = _said(document, line, match, field)
    return f"{words} minister" if words.islower() else f"Minister of {words}"


def _owners(line: Line, match: re.Match[str]) -> Iterator[str]:
    """Yield the countries or the organisation whose the body or the portfolio is."""
    for group in ("land", "of1", "of2", "of3"):
        for i in range(*match.span(group)) if match.group(group) else ():
            owner = party(line.chunks[i].value) if line.symbols[i] in "CDG" else None
            if owner:
                yield owner


def _said(document: Document, line: Line, match: re.Match[str], group: str) -> str:
    first, last = match.span(group)
    return document.words(line.chunks[first].start, line.chunks[last - 1].end)
