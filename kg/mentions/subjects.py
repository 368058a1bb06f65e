"""Words that by themselves name a subject of talks: "climate change", "the crisis in ...".

They are the words of the topics in ontology/vocabulary.ttl and those of the
list of subjects, found token by token, the longest first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from kg import vocabulary
from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Line
from kg.language.phrases import compile_phrases, lower
from kg.mentions.members import Member, members
from kg.model import Document, Mention


@cache
def _phrases() -> re.Pattern[str]:
    """Return the pattern of all phrases, the longest first."""
    known = words.listed("subjects.txt") | {
        word.lower() for topic in vocabulary.concepts("topics") for word in topic.words
    }
    ordered = sorted(known, key=lambda text: (-len(text.split()), -len(text), text))
    return compile_phrases(
        re.escape(phrase).replace(r"\-", "-").replace(r"\ ", r"\s+") for phrase in ordered
    )


def find(view: str, start: int, end: int) -> Iterator[Mention]:
    """Yield the subjects named between two offsets of a view, as mentions with the rule "S"."""
    for hit in _phrases().finditer(lower(view), start, end):
        if hit.group() != "environment" or _PLAIN.search(
            view, max(hit.start() - 6, 0), hit.start()
        ):
            yield Mention(*hit.span(), "S")


# --- the phrases that they head --------------------------------------------------------

_PLAIN = re.compile(r"(?:,|\b(?:and|the|of|on|in|for)|^)\s*$")  # no "friendly environment"
_BACKGROUND = re.compile(
    r"\b(?:founded|came into being|comes? into being|was (?:set up|established|created|formed)"
    r"|were (?:set up|established)|set up for|goes back to|is an? (?:\w+ ){0,3}(?:organi[sz]ation"
    r"|body|grouping|bloc|alliance)|anniversary|established|establishment|memorand(?:a|ums)|MoUs?|agreements)\b"
)
_REPEATS = re.compile(r"So\s+(?:was|were|is|are|did|do|does|has|have|had)\b")
"""Opens what says of something else what the sentence before says: no word here is a cue."""
_STRETCH = re.compile(r"[^vVmBh.:;()r@uNMIT]+")
_HEADED = re.compile(r"t?k?[xjAngeCO-]{0,4}S(?P<tail>[iofwbp].*)?$")
_VERB_BEFORE = re.compile(r"t?k?[nACO]{1,3}e[jn]?S")  # "newspapers discussed hunger"
_INSIDE = re.compile(r"(?<=[iofwbptg])[xjAneCO]{0,3}S(?P<tail>[iofwb].*)?$")


def members_named(
    document: Document, index: int, row: Sequence[Mention], taken: Sequence[Mention]
) -> Iterator[Member]:
    """Yield the members of coordinations in a sentence that a word for a subject heads.

    A single word counts only in company: in a list with another one. What is
    `taken` already, or stands in a name, is left out.
    """
    sentence = document.sentences[index]
    known = list(find(document.view, sentence.start, sentence.end))
    if not known or _BACKGROUND.search(document.view, sentence.start, sentence.end):
        return
    if _REPEATS.match(document.view, sentence.lead):
        return
    starts = sorted(mention.start for mention in taken)
    ends = sorted(mention.end for mention in taken)
    free = [
        mention
        for mention in known
        if not _overlaps(mention, starts, ends) and not _capital(document, index, mention)
    ]
    if not free:
        return
    line = words.read(document, index, [*row, *free])
    for hit in _STRETCH.finditer(line.symbols):
        if "S" in hit.group():
            yield from _stretch(document, line, *hit.span())


def _overlaps(mention: Mention, starts: list[int], ends: list[int]) -> bool:
    """Return True where a mention meets one of the spans with these starts and ends."""
    return bisect_left(starts, mention.end) > bisect_right(ends, mention.start)


def _stretch(document: Document, line: Line, first: int, last: int) -> Iterator[Member]:
    listed = list(members(document, line, first, last))
    headed = [(member, _headed(document, line, member)) for member in listed]
    kept = [(member, start) for member, start in headed if start is not None]
    for member, start in kept:
        if _aside(document, line, start):
            continue
        name = member.name if start == member.start else document.words(start, member.end)
        if len(name.split()) > 1 or len(kept) > 1:
            yield Member(start, member.end, name)


_CLAUSES = ("since", "at", "as", "because")
_STEP = re.compile(  # what something is a step to, nobody need have talked about
    r"\b(?:step|milestone|stage|contribution|impetus|boost|incentive)\s+(?:in|to|towards?|for)"
    r"(?:\s+[\w,'-]+){0,24}\s+$"
)
_GROUPS = re.compile(
    r"\b(?:leaders|experts|people|figures|representatives|officials|ministries|students|scholars"
    r"|specialists|chambers?)\s+(?:from|in|of|for)(?!\s+the\s+(?:two|both))(?:\s+(?!how\b|that\b|wh)[\w,'-]+){0,8}\s+$"
)
_HELD = re.compile(
    r"\b(?:ministers?|ministr(?:y|ies)|authorities|departments?|secretar(?:y|ies))\s+(?:of|for)"
    r"\s+(?:[\w-]+(?:\s+and|,)\s+){0,2}$"
)


def _aside(document: Document, line: Line, start: int) -> bool:
    """Return True for what is no subject of talks: "in line with A", "leaders from A and B"."""
    at = line.index(start)
    before = line.symbols[:at].rstrip("tkx")
    opened = before.endswith("@") and words.text(line.chunks[len(before) - 1]) not in _CLAUSES
    ahead = document.view, max(start - 200, 0), start
    return opened or any(shape.search(*ahead) for shape in (_GROUPS, _STEP, _HELD))


def _headed(document: Document, line: Line, member: Member) -> int | None:
    """Return where the phrase begins whose head is a word for a subject, or None."""
    first, last = line.index(member.start), line.index(member.end)
    signs = line.symbols[first:last]
    if _VERB_BEFORE.match(signs):
        return None
    if _HEADED.match(signs):
        before = words.text(line.chunks[max(first - 1, 0)])
        verb = before in ("to", "who") and signs[0] == "n"
        return line.chunks[first + verb].start
    if hit := _INSIDE.search(signs):
        return line.chunks[first + hit.start()].start
    return None


def _capital(document: Document, index: int, mention: Mention) -> bool:
    """Return True for a capitalised word inside a sentence: part of a name."""
    text = document.view[mention.start : mention.end]
    opens = mention.start <= document.sentences[index].lead + 4
    return text[0].isupper() and not text.isupper() and not opens and text[-1].isalpha()
