"""Article -> Document: a same-length view, sentences of four kinds, and their tokens.

Sentences never overlap and stand in the order of the text. Their kinds:

- title: the heading of the report;
- body: a sentence of prose, also one that a blank line interrupts, and headings in the text;
- item: an entry of a list, in the block of the line that introduces the list;
- noise: what the page puts around the report; its row of tokens is empty.

`lead` is where the words proper begin, after a bullet, a number ("1.", "(a)") or a
dateline ("TASHKENT, April 15 (UzA) — "); a label ("Uganda: ...") belongs to the words.
The tokens of a sentence begin at `lead`; kg.language.tokens says what a token is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg import resources
from kg.language import dateline, layout
from kg.language import expressions as re
from kg.language.layout import Row
from kg.language.tokens import abbreviations, tokenise
from kg.language.view import make_view
from kg.model import Article, Document, Sentence, SentenceKind

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?:\[\d{1,3}\])*(?P<gap>\s++)")
_NEXT = re.compile(r"[\s\"'(\[]*+(\S[\w']*+)")
_DOTTED = re.compile(r"(?:^|-)(?:\w{1,2}\.)+\w$")
_LABEL = re.compile(r"[^:–—-]{2,50}(:| [-–—] )")
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|but|by|for|from|in|into|its|of|on|or|that|the|their|to|which|who"
    r"|with))$"
)


DATELINE_PARAGRAPHS = 4
"""A dateline opens one of the first paragraphs of prose."""
FOOT_LINES = 3
"""The last lines, among which one with place and date signs the report off."""
LONGEST_ITEM = 60
"""Words: a longer paragraph without bullet is no entry of a list."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read together; `words` counts them, `ends` is the last mark."""

    start: int
    end: int
    lead: int
    kind: SentenceKind
    gap: bool
    words: int
    ends: str
    block: int = 0

    def bullet(self, text: str) -> str:
        """Return the style of the bullet: "" without one, "-" for a mark, "1.", "(a)", "I)"."""
        if self.lead == self.start:
            return ""
        mark = text[self.start : self.lead].strip()
        if not (mark[:1].isalnum() or mark[:1] == "("):
            return "-"
        return re.sub(r"\w+", lambda hit: "1" if hit.group().isdigit() else "a", mark)


def segment(article: Article) -> Document:
    """Return an article cut into sentences and tokens, in time linear in its length."""
    view = make_view(article.text)
    lines = layout.rows(article.text, view)
    paragraphs = _listed(_merged(lines, _kinds(lines, article.text), view), article.text, view)
    found = tuple(
        sentence
        for paragraph in _leads(paragraphs, view)
        for sentence in _sentences(paragraph, view)
    )
    tokens = tuple(
        () if sentence.kind == "noise" else tokenise(view, sentence.lead, sentence.end)
        for sentence in found
    )
    return Document(article, view, found, tokens)


# --- lines and paragraphs -----------------------------------------------------------


def _kinds(lines: list[Row], text: str) -> list[SentenceKind]:
    """Return for each line whether it is the title, noise, or else body."""
    heading, head = layout.title(lines, text), layout.head(lines)
    kinds: list[SentenceKind] = []
    elsewhere = False
    for number, row in enumerate(lines):
        elsewhere = not row.prose and (elsewhere or layout.opens_section(row))
        if number == heading:
            kinds.append("title")
        elif (
            elsewhere
            or layout.noise(row)
            or (number < head and _heads(number, heading, row))
            or (number >= len(lines) - FOOT_LINES and layout.foot(row))
        ):
            kinds.append("noise")
        else:
            kinds.append("body")
    return kinds


def _heads(number: int, heading: int | None, row: Row) -> bool:
    """Tell whether a line above the prose belongs to the page and not to the report."""
    above = heading is not None and number < heading
    return above or layout.furnishes(row)


def _merged(lines: list[Row], kinds: list[SentenceKind], view: str) -> list[Paragraph]:
    """Return the lines as paragraphs: one a line, or more where a line goes on in the next."""
    width = _width(lines)
    found: list[Paragraph] = []
    for number, (row, kind) in enumerate(zip(lines, kinds, strict=True)):
        body = kind == "body" and number > 0 and kinds[number - 1] == "body"
        if body and _continues(found[-1], lines[number - 1], row, width, view):
            words = found[-1].words + row.count
            found[-1] = replace(found[-1], end=row.end, words=words, ends=row.ends)
            continue
        found.append(Paragraph(row.start, row.end, row.lead, kind, row.gap, row.count, row.ends))
    return found


def _width(lines: list[Row]) -> int:
    """Return the width to which the lines of a text were broken, 0 where they were not."""
    longest = max((row.end - row.start for row in lines), default=0)
    broken = sum(not row.gap for row in lines) * 2 > len(lines)
    return longest if broken and 50 <= longest <= 110 else 0


def _continues(paragraph: Paragraph, last: Row, row: Row, width: int, view: str) -> bool:
    """Tell whether a paragraph that ended with the line `last` goes on in `row`."""
    if row.bullet or (last.ends in (".", "!", "?", ":", ";") and not width):
        return False
    if width and not row.gap and last.ends != ":":
        first = row.words.partition(" ")[0]
        if last.end - last.start + 1 + len(first) > width - 4:
            return True
    if last.ends in (".", "!", "?", ":", ";"):
        return False
    if _OPEN_END.search(last.words[-12:]) and last.words[-1] != "," and last.count > 2:
        return True
    if not row.words[0].islower() or view[paragraph.lead].islower():
        return False
    return (last.count > 5 or last.words[-1] == ",") and not (
        row.gap and paragraph.lead > paragraph.start
    )


# --- lists and blocks ---------------------------------------------------------------


def _listed(paragraphs: list[Paragraph], text: str, view: str) -> Iterator[Paragraph]:
    """Yield the paragraphs with the entries of lists marked, and all numbered in blocks."""
    block = -1
    intro: Paragraph | None = None  # the line that may introduce a list
    items: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind != "body":
            block += 1
            yield replace(paragraph, block=block)
            if paragraph.kind == "title":
                intro, items = None, []
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if _is_item(paragraph, intro, items, following, text, view):
            block += not items and (intro is None or intro.ends in ".!")
            items.append(paragraph)
            yield replace(paragraph, kind="item", block=block)
        else:
            block += 1
            intro, items = paragraph, []
            yield replace(paragraph, block=block)


def _is_item(
    paragraph: Paragraph,
    intro: Paragraph | None,
    items: list[Paragraph],
    following: Paragraph | None,
    text: str,
    view: str,
) -> bool:
    """Tell whether a paragraph is an entry of a list."""
    bullet = paragraph.bullet(text)
    closed = paragraph.ends in (".", "!", "?")
    if bullet == "-":
        return True
    if bullet:
        same = bool(items) and items[0].bullet(text) == bullet
        first = not items and intro is not None and intro.ends == ":"
        return paragraph.ends != ":" and (same or first or not closed)
    if (
        paragraph.words > LONGEST_ITEM
        or paragraph.ends == ":"
        or _introduces(paragraph, following, text)
    ):
        return False
    if items:
        if items[0].bullet(text) and (paragraph.gap or items[-1].ends in ".!?"):
            return False
        if paragraph.gap and len(items) > 1 and not items[-1].gap:
            return False
        return not closed or _shape(paragraph, view) == _shape(items[0], view)
    if closed:
        return False
    if intro is not None and intro.ends in (":", "?"):
        return True
    return (
        following is not None
        and following.kind == "body"
        and not following.gap
        and following.ends not in (".", "!", "?", ":")
        and paragraph.ends != ":"
    )


def _introduces(paragraph: Paragraph, following: Paragraph | None, text: str) -> bool:
    """Tell whether bullets follow a line without bullet that is left open: "Having heard"."""
    if following is None or following.kind != "body" or paragraph.ends in (".", "!", "?", ";"):
        return False
    return following.bullet(text) == "-"


def _shape(paragraph: Paragraph, view: str) -> str:
    """Return what entries of one list have alike: a label's mark, or else the first word."""
    words = view[paragraph.lead : min(paragraph.end, paragraph.lead + 60)]
    label = _LABEL.match(words)
    return label.group(1) if label else words.split(maxsplit=1)[0]


def _leads(paragraphs: Iterator[Paragraph], view: str) -> Iterator[Paragraph]:
    """Yield the paragraphs, the lead of one of the first moved behind its dateline."""
    prose = 0
    for paragraph in paragraphs:
        if paragraph.kind == "body" and paragraph.words >= 8 and prose < DATELINE_PARAGRAPHS:
            prose += 1
            line = dateline.match(view, paragraph.lead, paragraph.end)
            if line and line.end < paragraph.end:
                prose = DATELINE_PARAGRAPHS
                paragraph = replace(paragraph, lead=line.end)
        yield paragraph


# --- sentences ----------------------------------------------------------------------


def _sentences(paragraph: Paragraph, view: str) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph; a title and a line of noise are one."""
    kind, block, end = paragraph.kind, paragraph.block, paragraph.end
    start, lead = paragraph.start, paragraph.lead
    if kind in ("body", "item"):
        for stop in _STOP.finditer(view, lead, end):
            if _ends(view, lead, stop, end):
                yield Sentence(start, stop.start("gap"), kind, block, lead)
                start = lead = stop.end()
    yield Sentence(start, end, kind, block, lead)


def _ends(view: str, lead: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the mark at `stop` ends the sentence that began at `lead`."""
    following = _NEXT.match(view, stop.end(), end)
    if following is None or following.group(1)[0].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    before = view[max(lead, stop.start() - 30) : stop.start()].split()
    word = before[-1].lstrip("\"'([") if before else ""
    opens = following.group(1) in _openers() and view[following.end() : following.end() + 1] != "."
    if word.lower() in abbreviations():
        return opens and word[0].islower()
    if (len(word) == 1 and word.isalpha()) or _DOTTED.search(word):
        return opens
    return not (word.isdigit() and stop.start() - lead <= len(word))


@cache
def _openers() -> frozenset[str]:
    """Return the words that open a sentence and are never part of a name."""
    lines = resources.lexicon("sentence-openers.txt").split()
    return frozenset(word for word in lines if word[0].isupper())
