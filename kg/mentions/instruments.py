"""The grammar of instruments: documents named ("Treaty of ...") or described ("a joint statement").

The head nouns are the words of the kinds in ontology/vocabulary.ttl. The rule of
a mention says how sure its words alone are: "title" (a proper name),
"described" (says what it is about), "item" (a line of a list), "bare" (only its
kind: an instrument where the text says that something was done with it).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kg import vocabulary
from kg.language import expressions as re
from kg.language import words
from kg.language.cues import Cue, cues
from kg.language.patterns import Line
from kg.language.phrases import compile_phrases, lower
from kg.mentions import lists
from kg.mentions.titles import Head, Title, search
from kg.model import Document, InstrumentMention, MeetingMention, Mention, Mentions, Sentence

_ARTICLE = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|our|[Tt]h(?:is|ese)|[Bb]oth|new|landmark)\s+)+"
)
_YEAR = re.compile(r"\b(?:[Pp]lan|[Pp]rogramme?|[Bb]udget)\b.*\bfor (?:the year )?((?:19|20)\d\d)$")
_RESOLVED = re.compile(r"decisions?\s+to\s+(?:sign|conclude|adopt|approve|initial|ratify)\b")
_ITS = re.compile(r"\b(on|for|of)\s+(?:its|their)\s+(\w+(?:ation|ment|sion|ance|tion))\b")
_UPON = re.compile(r"\s+(?:on|for|concerning|regarding|about)\s+(?:the\s+)?$")
_DESCRIBABLE = (
    "addendum",
    "amendment",
    "amendments",
    "arrangement",
    "budget",
    "code of conduct",
    "conclusions",
    "contract",
    "exchange of letters",
    "exchange of notes",
    "final act",
    "mandate",
    "recommendations",
    "discussion paper",
    "guidelines",
    "manual",
    "paper",
    "position paper",
    "regulation",
    "regulations",
    "rules of procedure",
    "standard operating procedure",
    "terms of reference",
)
_IS_FIRST = re.compile(
    r",\s(?:the\s|its\s|their\s|[\w' ]{2,30}'s?\s)?(?:first|last|latest|only|oldest)\s"
    r"(?:[\w-]+\s){0,3}"
)
_WHOLE = ("rules of procedure", "terms of reference", "code of conduct", "budget", "agenda")
_DRAFTED = re.compile(r"\b(?:draft|provisional)\s+$")  # an agenda that is a paper


@cache
def _heads() -> re.Pattern[str]:
    """Return the pattern of all words that name a kind, the longest first."""
    known = sorted((word for word in _kinds() if len(word) > 2), key=len, reverse=True)
    shapes = (word.replace(" of ", "s? of ").replace(" ", r"\s+") for word in known)
    return compile_phrases(f"{shape}s?" for shape in shapes)


@cache
def _kinds() -> dict[str, str]:
    """Return the notation of the kind that each lower-case word names."""
    return {
        word.lower(): kind.notation
        for kind in vocabulary.concepts("kinds")
        for word in kind.words
        if word != "other"
    }


def _kind(text: str) -> str:
    """Return the kind of a word as found, singular or plural."""
    lower = text.lower()
    forms = (lower, lower.removesuffix("s"), lower.replace("s of ", " of "))
    return next(_kinds()[form] for form in forms if form in _kinds())


def heads(view: str) -> list[Mention]:
    """Return the words of a view that can head a title, in the order of the text."""
    hits = _heads().finditer(lower(view))
    return [_head(view, hit) for hit in hits if hit.group() != "deals" or not _acts(view, hit)]


_ACTOR = re.compile(
    r"\b(?:meeting|session|summit|conference|council|committee|commission|conversation|visit|text"
    r"|chapter|agenda|day|it|that|which|who)\s+$"
)


def _acts(view: str, hit: re.Match[str]) -> bool:
    """Return True for a verb: "the meeting deals with"."""
    behind = _ACTOR.search(view, max(hit.start() - 14, 0), hit.start())
    return behind is not None and view.startswith(" with", hit.end())


def _head(view: str, hit: re.Match[str]) -> Head:
    text = view[slice(*hit.span())]
    kind = _kind(" ".join(hit.group().split()))
    plural = text.lower().partition(" of ")[0].endswith(("s", "randa")) and kind not in (
        "minutes",
        "other",
    )
    signs = "HS" if text[0].isupper() else "dz"
    drafted = _DRAFTED.search(view, max(hit.start() - 16, 0), hit.start())
    plain = text not in _DESCRIBABLE and not drafted
    if kind == "other" and not text[0].isupper() and plain:
        return Head(*hit.span(), "", kind)
    return Head(*hit.span(), signs[plural], kind)


def find(document: Document, found: Mentions) -> tuple[InstrumentMention, ...]:
    """Return the instruments that a document names, in the order of the text.

    One that stands inside the title of another is `inner`; noise names none.
    """
    known = heads(document.view)
    rows = words.by_sentence(document, _names(found, known))
    noted = words.by_sentence(document, known)
    closed = {head.end for head in known}
    ending: list[Mention] = [c for c in cues(document.view) if _ends(document, c, closed)]
    told = words.by_sentence(document, ending)
    out: list[InstrumentMention] = []
    above: lists.Heading | None = None
    for index, sentence in enumerate(document.sentences):
        if sentence.kind == "noise":
            continue
        if sentence.kind != "item":
            above = None
        if noted[index] or above:
            line = words.read(document, index, [*rows[index], *noted[index], *told[index]])
            out.extend(_mentions(document, line, sentence, above))
            above = above or lists.heading(document, line, sentence.block)
    return tuple(out)


def _ends(document: Document, cue: Cue, heads: set[int]) -> bool:
    """Return True for a word of action that no title holds: a participle, a phrase.

    "Decision on the approval of ..." holds one, just behind its head; `heads` are where heads end.
    """
    if cue.form == "noun" and (
        hit := _UPON.search(document.view, max(cue.start - 24, 0), cue.start)
    ):
        return hit.start() not in heads
    return cue.form == "past" or " " in document.view[cue.start : cue.end]


def _names(found: Mentions, known: list[Mention]) -> list[Mention]:
    """Return the names that stand as one chunk: no meeting that holds the head of a title."""
    starts = [head.start for head in known]
    return [
        m
        for m in words.names(found)
        if not isinstance(m, MeetingMention)
        or bisect_left(starts, m.start) == bisect_left(starts, m.end)
    ]


def _mentions(
    document: Document, line: Line, sentence: Sentence, above: lists.Heading | None
) -> Iterator[InstrumentMention]:
    outer = 0
    last: str | None = None
    titles = [title for title in search(line) if _counts(document, title)]
    if above and sentence.kind == "item" and not _opens(line, titles):
        mention = _headed(document, line, above)
        outer = mention.end if mention else 0
        yield from filter(None, (mention,))
    for title in titles:
        if sentence.kind == "item" and not outer:
            title = lists.whole(line, title)
        if _RESOLVED.match(document.view, title.head.start):
            continue
        if title is titles[-1] and _again(document, outer, title):
            continue
        mention = _mention(document, title, title.start < outer, last)
        outer = max(outer, title.end)
        last = last if mention.inner else document.words(title.start, title.kernel)
        yield mention


def _again(document: Document, outer: int, title: Title) -> bool:
    """Return True for what a document is said to be: "a pact on wells, the first of its kind"."""
    return bool(outer and _IS_FIRST.fullmatch(document.view, outer, title.head.start))


def _opens(line: Line, titles: list[Title]) -> bool:
    """Return True where a line of a list has a title of its own to begin with."""
    return bool(titles) and not line.symbols[: line.index(titles[0].start)].strip("t(#).q")


def _headed(document: Document, line: Line, above: lists.Heading) -> InstrumentMention | None:
    """Return the document that a line names by what it is about, below "resolutions on:"."""
    span = lists.span(line)
    if span is None:
        return None
    name = f"{above.noun} on {_ARTICLE.sub('', document.words(*span), count=1)}"
    return InstrumentMention(*span, "item", name=name, kind=above.head.kind)


def _counts(document: Document, title: Title) -> bool:
    """Return False for a number of documents and for kinds used as general words."""
    if title.quantified and (title.form != "title" or title.head.rule in "Sz"):
        return False
    if title.head.kind == "list" and title.plural:
        return False
    if title.loose and title.head.rule in "dz":
        return False
    if title.head.kind == "resolution" and title.solving:
        return False
    if title.head.kind == "agreement" and title.head.rule == "d" and title.consent:
        return False
    if title.head.kind == "other" and title.head.rule == "d":
        said = document.words(title.head.start, title.head.end)
        return title.form == "described" or said in _WHOLE
    return title.head.rule in "Hd" or title.form != "bare"


def _mention(document: Document, title: Title, inner: bool, last: str | None) -> InstrumentMention:
    name = _ARTICLE.sub("", _words(document, title), count=1)
    if name.count('"') % 2:
        name = " ".join(name.replace('"', "").split())
    if last and title.start < title.kernel:
        name = _ITS.sub(rf"\1 \2 of the {last}", name)
    return InstrumentMention(
        title.start,
        title.end,
        title.form,
        name=name,
        kind=title.head.kind,
        period=None if inner else period(name),
        inner=inner,
    )


def _words(document: Document, title: Title) -> str:
    """Return the words of a title, with the singular of a head that it shares with others."""
    if not title.parts:
        return document.words(title.start, title.end)
    (first, last), own = title.parts
    head = title.head
    plural = document.words(head.start, head.end)
    words = (document.words(first, head.start), _singular(plural), document.words(head.end, last))
    return " ".join(filter(None, (*words, document.words(*own))))


def _singular(text: str) -> str:
    """Return the singular of a head: "memoranda of understanding", "treaties", "MoUs"."""
    first, _, rest = text.partition(" of ")
    for plural, single in (("randa", "randum"), ("ies", "y"), ("s", "")):
        if first.endswith(plural):
            first = first.removesuffix(plural) + single
            break
    return f"{first} of {rest}" if rest else first


def period(name: str) -> str | None:
    """Return the years that a title covers, "2016-2020" or "2019", or None."""
    hit = words.PERIOD.search(name)
    if hit is None:
        single = _YEAR.search(name)
        return single.group(1) if single else None
    first, last = hit.groups()
    return f"{first}-{first[: 4 - len(last)]}{last}"
