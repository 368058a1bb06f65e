"""The lines of a page and what each is: title, prose, item of a list, or noise.

Noise is what a site puts around a report: menus, date lines, captions, the
headlines of other stories. In doubt a line is prose: a grammar can pass over a
line that says nothing, but not find one that was taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.language import expressions as re

HEADER_LINES = 14
"""How many lines from the top may hold the title; longer page heads were not met."""
SHORTEST_WRAPPED = 55
"""Characters: prose is not broken to narrower lines."""
PROSE_WORDS = 25
"""A line of so many words is prose, whatever it lacks."""

_LEAD = re.compile(
    r"(?:(?:date[ ]+\d{4}-\d\d-\d\d|\(\d{4}-\d\d-\d\d\))[ ]+)?"
    r"(?:(?:[-–—>»*+●](?=[ \t])|[•➢▪◦‣·○■□➔→✓✔\uf0b7]|o(?=[ ]{2}))[ \t]*)*"
    r"(?:(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5})\)|\d{1,3}\.|[ivx]{1,5}\.|[IVX]{2,5}\.)(?=\s)\s*)?"
)
_WORD = re.compile(r"\w+(?:[-'.]\w+)*")
_CRUMBS = re.compile(r"\s[>\"/]\s|>>|\s::\s|\S>\S")
_CREDIT = re.compile(
    r"\((?:file )?photo\b|\bphoto(?:graph)?(?:s)?(?: by|:|/)|\bpicture courtesy|\bimage credit"
    r"|\bcourtesy of\b|\ball rights reserved\b|^©|\bfile photo\b|\bfollow (?:him|her|us) on\b"
)
_LINKED = re.compile(r"\W*https?://|\S+@\S+$")
_SIGN_OFF = re.compile(
    r"\([^\W\d_a-z][\w. -]{1,40},\s[\w./ -]{4,20}\d{4}\)"
    r"|\(?(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*|[a-z]{2}/[a-z]{2,3}|[A-Z][a-z]+ News Agency)\)?"
    r"|\([A-Z][\w./ -]{1,30}\)|\{\w+\}|\[(?:\.\.\.|…|continued\b[^\]]*|more)\]"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s+\S")
_STAMP = re.compile(
    r"\b(?:(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?"
    r"|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:mon|tue|wed|thu|fri|sat|sun)\w*|am|pm|[ap]\.m|gmt|utc|kst|ist"
    r"|on|at|by|last|first|published|updated|posted|submitted|release[d]?|date|time|issued|printed|local)\b\.?"
    r"|[\d:./|,()+•·-]",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:[^\W\d_a-z][^,:.]{1,30},\s+|\(?[A-Z]{2,}[\w/]{0,8},?\s+)?"
    r"(?:\d{1,2}[\s./]|\d{4}-|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
)
_DATED_TITLE = re.compile(r"\w\s*[(\[][^()\[\]]*\d{4}[)\]]$")
_BY = ("By ", "BY ", "Asked by ", "Answered by ", "Issued by ", "Reported by ")
_ADDRESS = re.compile(r"(?:H\.?E\.|(?:The\s+)?(?:Rt\.?\s+)?Hon\b|(?:Mr|Mrs|Ms|Dr|Shri|Smt)\b)")
_MEETING = re.compile(
    r"\b(?:council|summit|meeting|session|conference|consultations|talks|forum|dialogue)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?!.*\b(?i:summit|meeting|session|conference|talks)\b)(?:Written\s+|WRITTEN\s+)?(?i:repl(?:y|ies)|answers?|statement|remarks|press\s+\w+|notes?|letter|report"
    r"|bulletin|announcement|message|speech|address|readout|release)\s+(?:of|by|from|for|to)\s"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank; `start` and `lead` as in model.Sentence, `gap` after a blank."""

    start: int
    end: int
    lead: int
    gap: bool
    words: str  # from the view, blanks folded, without the lead

    @property
    def bullet(self) -> bool:
        return self.lead > self.start

    @property
    def numbered(self) -> bool:
        return self.bullet and self.lead - self.start < 8

    @property
    def count(self) -> int:
        return self.words.count(" ") + 1 if self.words else 0

    @property
    def ends(self) -> str:
        """The last mark, looking through closing quotes and brackets: "." or ":" or a letter."""
        return self.words.rstrip("\"')]")[-1:]

    @property
    def prose(self) -> bool:
        return self.count >= PROSE_WORDS or (self.count >= 8 and self.ends in ".!?:;")


def rows(text: str, view: str) -> list[Row]:
    """Return the lines of a text that say anything, in order."""
    found: list[Row] = []
    gap, offset = True, 0
    for line in text.splitlines(keepends=True):
        end = offset + len(line)
        seen = view[offset:end]
        if seen.isspace():
            gap = True
        else:
            found.append(_row(text, seen, offset, gap))
            gap = False
        offset = end
    return found


def _row(text: str, seen: str, offset: int, gap: bool) -> Row:
    """Return the line that stands at `offset`; `seen` is its view."""
    start = offset + len(seen) - len(seen.lstrip())
    end = offset + len(seen.rstrip())
    line = text[offset:end]
    mark = offset + len(line) - len(line.lstrip())
    match = _LEAD.match(text, mark, end)
    lead = match.end() if match else mark
    words = seen[lead - offset : end - offset]
    if lead == mark or not words.strip():
        return Row(start, end, start, gap, " ".join(seen.split()))
    lead = max(lead, start) + len(words) - len(words.lstrip())
    return Row(min(mark, start), end, lead, gap, " ".join(words.split()))


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    """Return the phrases of one kind from the list of page words."""
    lines = resources.lexicon("page-words.tsv").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(phrase for name, phrase in pairs if name == kind)


@cache
def _whole(kind: str) -> frozenset[str]:
    return frozenset(_phrases(kind))


def noise(row: Row) -> bool:
    """Tell whether a line is furniture of the page, wherever it stands."""
    lower = row.words.lower()
    if not any(map(str.isalpha, lower[:200])):
        return True
    if lower.strip(" :.|") in _whole("whole") or lower.startswith(_phrases("opens")):
        return row.count < PROSE_WORDS * 2
    if not row.prose and lower.startswith(_phrases("line")):
        return True
    if _SIGN_OFF.fullmatch(row.words) or "all rights reserved" in lower:
        return True
    if row.prose and row.ends not in ":;":
        return False
    return bool(
        _CREDIT.search(lower)
        or _LINKED.match(lower)
        or _CLOCK.match(row.words)
        or stamped(row, 1)
        or _bar(row)
    ) or _foreign(row)


def opens_section(row: Row) -> bool:
    """Tell whether other stories follow below this line."""
    lower = row.words.lower().strip(" :.")
    if lower in _whole("section"):
        return True
    first, _, _ = lower.partition("  ")
    return False if first == lower else first in _whole("section")


def stamped(row: Row, words: int = 5) -> bool:
    """Tell whether a line is a date with a year and no more than `words` words around it."""
    if row.count > 16 or not _YEAR.search(row.words):
        return False
    others = len(leftover(row))
    if others > 1 and _MEETING.search(row.words):
        return False
    if row.ends in (".", "!", "?"):
        return others <= min(words, 1)
    return others <= words and not (others >= 3 and _DATED_TITLE.search(row.words))


def speaks(row: Row) -> bool:
    """Tell whether a line names a statement by who makes it: "Reply of the Ministry of Trade"."""
    return bool(_SPEAKS.match(row.words))


def foot(row: Row) -> bool:
    """Tell whether a line signs a report off with its date: "Bern, 15.02.2024 - Press office"."""
    signed = not row.bullet and ":" not in row.words and bool(_FOOT.match(row.words))
    return signed and stamped(row)


def leftover(row: Row) -> list[str]:
    """Return the words of a line that are no part of a date or hour."""
    return _STAMP.sub(" ", row.words).split()


def sign_off(row: Row) -> bool:
    """Tell whether a line is no more than an agency's name or sign: "UzA", "(ANI)"."""
    return bool(_SIGN_OFF.fullmatch(row.words)) and row.words.strip("()")[:1].isupper()


def _bar(row: Row) -> bool:
    """Tell whether a line is a row of links with one of the page's own: "Share | Print"."""
    parts = [part.strip(" :.") for part in row.words.lower().split("|")]
    own = _whole("whole") | _whole("section")
    opens = _phrases("opens") + _phrases("section")
    return len(parts) > 1 and any(part in own or part.startswith(opens) for part in parts)


def _foreign(row: Row) -> bool:
    """Tell whether most letters of a short line are of no Latin script."""
    letters = [char for char in row.words[:200] if char.isalpha()]
    return sum(char > "\u024f" for char in letters) * 2 > len(letters)


def crumbs(row: Row) -> bool:
    """Tell whether a line of the page head is a path or a row of names: "Home > News"."""
    parts = row.words.split(" | ")
    if len(parts) > 1 and all(len(part.split()) <= 8 for part in parts):
        return not row.numbered
    return row.count <= 14 and row.ends not in ".:;" and bool(_CRUMBS.search(row.words))


def byline(row: Row) -> bool:
    """Tell whether a line of the page head names the writer: "By Ann Lee, Herald"."""
    if not row.words.startswith(_BY) or row.count > 10 or row.ends in ".!?":
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in _WORD.findall(row.words)[1:])


def institution(row: Row) -> bool:
    """Tell whether a line is no more than the name of an institution or a section."""
    lower = row.words.lower()
    if lower.split()[-1] in _whole("rubric"):
        return row.count <= 6
    if not lower.startswith(_phrases("body")):
        return False
    return all(word[0].isupper() or len(word) <= 4 for word in _WORD.findall(row.words))


def title(lines: Sequence[Row], text: str) -> int | None:
    """Return the number of the line that is the heading of the report, if one is."""
    above = list(_candidates(lines))
    for number in above:
        if text.startswith("#", lines[number].start) or _marked(lines[number], text):
            return number
    fit = [n for n in above if not (furnishes(lines[n]) or _bears_name(lines[n]))]
    long = [n for n in fit if lines[n].count >= 5]
    if long:
        return long[0]
    return max(fit, key=lambda n: (lines[n].count, -n), default=None)


def furnishes(row: Row) -> bool:
    """Tell whether a line of the page head is the page's rather than the report's."""
    return institution(row) or crumbs(row) or stamped(row) or byline(row)


def _bears_name(row: Row) -> bool:
    """Tell whether a line is no more than a name and an office: "H.E. Mr Ann Lee, Minister"."""
    if not _ADDRESS.match(row.words) or row.count > 14 or row.ends in ".!?:":
        return False
    return all(word[0].isupper() or len(word) <= 3 for word in _WORD.findall(row.words))


def _marked(row: Row, text: str) -> bool:
    """Tell whether Markdown marks the line as a heading."""
    line = text[text.rfind("\n", 0, row.start) + 1 : row.start]
    return line.lstrip().startswith("#") and not line.strip("# \t")


def head(lines: Sequence[Row]) -> int:
    """Return how many lines stand above the first prose or list."""
    for number, row in enumerate(lines[:HEADER_LINES]):
        if noise(row):
            continue
        if row.prose or (row.ends == ":" and row.count > 2) or _wraps(lines, number):
            return number
    return min(len(lines), HEADER_LINES)


def _wraps(lines: Sequence[Row], number: int) -> bool:
    """Tell whether a line goes on in the next, as prose that is broken to a width does."""
    if number + 1 >= len(lines) or lines[number + 1].gap:
        return False
    row, following = lines[number], lines[number + 1]
    size = row.end - row.start
    if size < SHORTEST_WRAPPED or following.bullet:
        return False
    first = following.words.partition(" ")[0]
    if following.end - following.start > size + 1 + len(first):  # no width they were broken to
        return False
    return following.words[0].islower() or following.count >= 7


def _candidates(lines: Sequence[Row]) -> Iterator[int]:
    """Yield the numbers of the lines above the first prose that may be a title."""
    for number, row in enumerate(lines[: head(lines)]):
        if row.count >= 2 and row.ends not in ":;," and not row.numbered and not noise(row):
            yield number
