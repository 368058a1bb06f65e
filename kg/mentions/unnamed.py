"""Meetings whose parties the sentence does not name in full.

Two who were just named: "the two presidents later held talks", "their talks
were about trade". The holder of an office: "The Secretary-General met today
with N".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.language import expressions as re
from kg.language import words
from kg.model import Document, MeetingMention, Mention, Mentions, PersonMention

_TWO = (
    r"(?i:the\s+two\s+(?:(?:foreign|prime|defen[cs]e)\s+)?(?:ministers|presidents|leaders|premiers"
    r"|officials|diplomats|sides|heads\s+of\s+(?:state|government|delegation)|envoys|men|women)"
    r"|they|the\s+(?:two|pair)|both\s+(?:ministers|presidents|leaders|premiers|sides))"
)
_TALKS = r"(?:talks|meeting|consultations|negotiations|discussions|conversation)"
_ADVERB = r"(?:(?:later|also|then|earlier|afterwards|subsequently|today|yesterday|first|had)\s+)*"
_MET = re.compile(
    rf"\b{_TWO}\s+{_ADVERB}(?:(?P<met>met\b(?!\s+with)|meet\b)|(?:held|had|hold)\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?P<noun>{_TALKS})\b)"
)
_THEIR = re.compile(
    rf"\b(?:(?:Their|At\s+their|During\s+their|In\s+their)\s+|(?:During|After|Following)\s+(?:the\s+"
    r"|their\s+)?(?:(?:official|bilateral|closed-door|delegation-level|working)\s+)+)"
    rf"(?P<noun>{_TALKS})\b|^The\s+(?P<held>talks)(?=,?\s+(?:(?:which|that)\s+)?(?:were\s+)?"
    r"(?:held|took\s+place)\b)",
    re.MULTILINE,
)
_OWNED = re.compile(
    rf"(?P<owner>[A-Z][\w-]+)'s\s+(?:(?:bilateral|first|official)\s+)?(?P<noun>(?i:{_TALKS}))\s+with\s+"
)
_HOLDER = re.compile(
    r"(?:[Tt]he\s+)?(?P<office>(?:[A-Z][\w-]+\s+){0,3}?(?:Secretary-General|Head\s+of\s+State|President|Chancellor"
    r"|Chairperson|Chairman|Commissioner|Foreign\s+Minister|Prime\s+Minister|Minister|King|Emir"
    r"|Director-General|High\s+Representative|Speaker|Secretary|Premier)"
    r"(?:\s+(?:of|for)\s+(?:[A-Z][\w-]+|and|the|of|for|\s)+?)?)\s+"
    rf"{_ADVERB}(?:met|received|held\s+(?:[\w-]+\s+){{0,2}}?(?:talks|a\s+meeting))\s+{_ADVERB}(?:with\s+)?"
)
_REMOTE = re.compile(r"\bphone\b|\btelephone|\bcall\b|\bletter\b|\bmessage\b")
_BREAK = re.compile(
    r"[;:]|\b(?:was|were|is|are|has|had|who|which|that|said|a\s+letter|[a-z]{3,}ed)\b"
)
_OFFICES = (
    ("heads of state", re.compile(r"President|King|Emir|Sultan|Queen")),
    ("presidents", re.compile(r"President")),
    ("premiers", re.compile(r"Prime Minister|Premier|Chancellor|Taoiseach")),
    ("ministers", re.compile(r"Minister|Secretary")),
)
BACK = 2
"""Sentences back in which the two were named."""
REACH = 120
"""Characters from the verb to the person met, who may carry an office."""


def find(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the meetings of the two just named, or of the holder of an office."""
    rows = words.by_sentence(document, list(found.persons))
    titles = {p.name: office.title for p in found.persons for office in p.offices[:1]}
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        text = document.view[sentence.start : sentence.end]
        if sentence.kind == "noise" or _REMOTE.search(text):
            continue
        out.extend(_of_owner(document, rows[index], index))
        if sentence.kind == "title":
            continue
        out.extend(_of_two(document, rows, titles, index))
        out.extend(_of_holder(document, rows, titles, index))
    return out


def _of_two(
    document: Document,
    rows: Sequence[Sequence[Mention]],
    titles: Mapping[str, str],
    index: int,
) -> Iterator[MeetingMention]:
    sentence = document.sentences[index]
    for pattern in (_MET, _THEIR):
        hit = pattern.search(document.view, sentence.lead, sentence.end)
        office = _office(hit.group()) if hit else None
        pair = _pair(rows, titles, office, index, hit.start()) if hit else ()
        if hit and len(pair) == 2:
            noun = hit.groupdict().get("held") or hit["noun"] or "meeting"
            head = "talks" if noun not in ("meeting", "conversation") else "meeting"
            yield _mention(hit.start(), hit.end(), head, *pair)


def _office(words: str) -> re.Pattern[str] | None:
    """Return what the titles of two must hold whom the words call presidents or ministers."""
    return next((title for name, title in _OFFICES if name in words.lower()), None)


def _pair(
    rows: Sequence[Sequence[Mention]],
    titles: Mapping[str, str],
    office: re.Pattern[str] | None,
    index: int,
    end: int,
) -> tuple[str, ...]:
    """Return the names of the persons, of that office, of the last sentences that named two."""
    names: dict[str, None] = {}
    for row in (rows[max(0, index - BACK) : index + 1])[::-1]:
        known = [p.name for p in row if isinstance(p, PersonMention) and p.end <= end]
        fit = [n for n in known if office is None or office.search(titles.get(n, ""))]
        names |= dict.fromkeys(reversed(fit))
        if len(names) > 1:
            break
    return tuple(reversed(names))


def _of_holder(
    document: Document,
    rows: Sequence[Sequence[Mention]],
    titles: Mapping[str, str],
    index: int,
) -> Iterator[MeetingMention]:
    """Read "The President met N": of whom the sentences before know by that office, if of any."""
    sentence, row = document.sentences[index], rows[index]
    hit = _HOLDER.match(document.view, sentence.lead, sentence.end)
    if hit is None:
        return
    after = [p for p in row if isinstance(p, PersonMention) and p.start >= hit.end()]
    before = [p for p in row if isinstance(p, PersonMention) and p.start < hit.end()]
    if before or not after or after[0].start - hit.end() > REACH:
        return
    if _BREAK.search(document.view, hit.end(), after[0].start) is None:
        known = _holders(rows[:index], titles, hit["office"], after[0].name)
        name = f"meeting of {known[0] if known else hit['office'].strip()} with {after[0].name}"
        yield MeetingMention(
            hit.start(),
            after[0].end,
            "met-with",
            name=name,
            head="meeting",
            parties=(*known, after[0].name),
        )


def _holders(
    rows: Sequence[Sequence[Mention]], titles: Mapping[str, str], office: str, other: str
) -> tuple[str, ...]:
    """Return the one person named before whose title has the words of an office, or nobody."""
    asked = set(re.findall(r"[A-Z]\w+", office))
    names = dict.fromkeys(p.name for row in rows for p in row if isinstance(p, PersonMention))
    held = [n for n in names if asked <= set(re.findall(r"[A-Z]\w+", titles.get(n, "")))]
    return tuple(held) if len(held) == 1 and asked and held[0] != other else ()


def _of_owner(document: Document, row: Sequence[Mention], index: int) -> Iterator[MeetingMention]:
    """Read "the Secretary-General's meeting with N", "Minister N's talks with N"."""
    sentence = document.sentences[index]
    hit = _OWNED.search(document.view, sentence.start, sentence.end)
    persons = [p for p in row if isinstance(p, PersonMention)] if hit else []
    after = next((p for p in persons if hit and p.start >= hit.end()), None)
    if hit is None or after is None or after.start - hit.end() > REACH:
        return
    if _BREAK.search(document.view, hit.end(), after.start) is None:
        owner = next((p.name for p in persons if p.end == hit.end("owner")), None)
        parties = (owner, after.name) if owner else (after.name,)
        name = f"meeting of {owner or hit['owner']} with {after.name}"
        yield MeetingMention(
            hit.start(), after.end, "met-with", name=name, head="meeting", parties=parties
        )


def _mention(start: int, end: int, head: str, one: str, other: str) -> MeetingMention:
    name = f"{head} of {one} with {other}"
    return MeetingMention(start, end, "met-with", name=name, head=head, parties=(one, other))
