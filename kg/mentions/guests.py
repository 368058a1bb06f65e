"""Meetings told by who was whose guest, or by what several did together.

"Received by N, N spoke of trade", "N welcomed N for talks", "N flew to Lima for talks with N",
"Talks with N were about trade", "N, N and N met": the verb of meeting is turned, or only implied.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import expressions as re
from kg.language import words
from kg.mentions.actors import ASIDE, BREAK, Scene, governed, subjects
from kg.model import Document, MeetingMention, Mentions, PersonMention

_TALKS = r"(?:talks|consultations|discussions|negotiations|(?:an?\s+)?(?:[\w-]+\s+)?meetings?)"
_SEAT = (
    r"(?:office|residence|palace|ministry|chancellery|castle|headquarters|seat|villa|presidency"
    r"|cabinet|chancery)"
)
_RECEIVED = re.compile(
    r"(?:\A|[.;]\s+|,\s+)\s*(?:[Rr]eceived|[Ww]elcomed)\b(?:[^;.]{0,80}?\s)?by\s+(?:(?:his|her|the)\s+(?:\w+\s+)?\w+,\s+)?"
)
_AS_GUEST = re.compile(r"\b(?:had|has|have|received|welcomed|hosted|saw)\s+(?:the\s+)?")
_AS = re.compile(
    r"(?:\s+(?:in|on|at)\s[^.;,]{1,30}?)?\s+(?:as\s+(?:his|her|a)\s+guest|(?:for|to)\s+(?:lunch|dinner|breakfast|tea))\b"
)
_WELCOMED = re.compile(r"\b(?:welcom(?:ed|es)|greet(?:ed|s))\s+(?:the\s+)?")
_FOR = re.compile(
    rf"[^.;,]{{0,50}}?\b(?:for\s+(?:[\w-]+\s+){{0,3}}?{_TALKS}|(?:to|at|in)\s+(?:his|her|its|the)\s+(?:[\w-]+\s+){{0,2}}?{_SEAT})\b",
    re.IGNORECASE,
)
_FOR_TALKS = re.compile(
    r"\b(?:travel\w*|fl(?:ew|ies|y|ying)|went|goes|go|came|comes?|arriv\w+|is|was|are|were|be|stay\w*|stopped)\b"
    rf"[^.;]{{0,60}}?\bfor\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>{_TALKS})\s+with\s+(?:the\s+)?"
)
_TALKS_WITH = re.compile(
    rf"(?:(?:His|Her|Later|Then|Further|Separate|Finally|In\s+the\s+\w+),?\s+)?(?P<noun>{_TALKS})\s+with\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"[^.;]{0,80}?\b(?:concern\w*|dealt|turned|covered|followed|took\s+place|were|was|cent(?:re|er)(?:d|ed)"
    r"|focus\w*|revolved|touched|ended|lasted|served|went|rounded\s+off)\b"
)
_NTH = (  # such a meeting is told of by its number
    r"(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+(?:teenth|tieth))"
)
_TOGETHER = re.compile(
    r"(?:(?:also|later|then|today|yesterday|jointly|have|had|will|all|are\s+to|were\s+to)\s+)*"
    r"(?P<verb>met\b(?!\s+(?:with|the|an?|his|her|their)\b)|meet\b(?!\s+(?:with|the)\b)|sat\s+down|conferred|confer\b"
    rf"|(?:held|had|hold|have)\s+(?!(?:[\w-]+\s+){{0,3}}?{_NTH}\s)"
    r"(?:[\w-]+\s+){0,4}?(?P<noun>talks|meetings?|consultations|discussions|negotiations)\b)"
)
_TWO = (
    r"(?:the\s+two\s+(?:(?:foreign|prime|defen[cs]e)\s+)?(?:ministers|presidents|leaders|premiers|sides|officials"
    r"|heads\s+of\s+(?:state|government))|both\s+(?:ministers|presidents|leaders|premiers))"
)
_SPOKE = (
    r"(?:(?:also|later|then|today|yesterday|have|had|(?:on\s+)?\w+day)\s+)*(?P<verb>discussed|reviewed|talked|compared\s+notes"
    r"|exchanged\s+(?:views|opinions))\b"
)
_HELD = (
    r"(?:later\s+|also\s+)?"
    r"(?:(?:held|had)\s+(?:[\w-]+\s+){0,3}?(?:talks|consultations|meeting)|met\b)"
)
_TWO_SPOKE = re.compile(rf"\b{_TWO}(?:,\s[^,;.]{{2,80}},)?\s+(?:{_SPOKE}|{_HELD})", re.IGNORECASE)
_SPOKE_WITH = re.compile(
    r"\b(?P<verb>discussed|reviewed|talked|exchanged\s+(?:views|opinions))\b[^.;:]{0,90}?\s(?:together\s+)?with\s+(?:the\s+)?"
)
_BOTH_SPOKE = re.compile(_SPOKE)
_ALONE = re.compile(
    r"(?:(?:also|later|then)\s+)*(?:talked|spoke|conferred|met)\s+(?:bilaterally|privately|separately|one-on-one|alone)\b"
)
_REMOTE = re.compile(
    r"\bphone|\btelephon|\bby\s+letter\b|\bcall(?:ed)?\b(?!\s+(?:on|for))|\bmessage\b"
)
_LISTED = re.compile(r"\s*(?:\([^()]*\))?(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?\s*(?:,|,?\s+and\b)")
_OF_LAND = re.compile(
    r"(?:\s*\([^()]{0,40}\))?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?)?\s*,?\s*"
)
REACH = 170
"""Characters between a verb and a person, who may carry a long office."""


def find(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the meetings of persons that turned clauses tell of, in the order of the text."""
    rows = words.by_sentence(document, list(found.persons))
    titles = {p.name: office.title for p in found.persons for office in p.offices}
    topic: PersonMention | None = None
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        persons = tuple(p for p in rows[index] if isinstance(p, PersonMention))
        if sentence.kind in ("noise", "title") or not persons:
            continue
        scene = Scene(document, sentence.lead, sentence.end, persons, topic, titles)
        if not _REMOTE.search(scene.gap(scene.start, scene.end)):
            out.extend(_told(scene))
        acting = (person for person in persons if not governed(scene, person))
        topic = next(acting, topic or persons[0])
    return out


def implied(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the one meeting that a report implies which names none: "N and N discussed trade".

    None where anything is said of telephones, letters or messages.
    """
    if _REMOTE.search(document.view):
        return []
    rows = words.by_sentence(document, list(found.persons))
    parties = {p.name: p.party for p in found.persons if p.party}
    before: dict[str, PersonMention] = {}
    for index, sentence in enumerate(document.sentences):
        persons = tuple(p for p in rows[index] if isinstance(p, PersonMention))
        if sentence.kind in ("noise", "title"):
            continue
        scene = Scene(document, sentence.lead, sentence.end, persons, None)
        for mention in _spoke(scene, before):
            if len({parties.get(name) for name in mention.parties} - {None}) == 2:
                return [mention]
        before |= {p.name: p for p in persons}
    return []


def _spoke(scene: Scene, before: dict[str, PersonMention]) -> Iterator[MeetingMention]:
    """Read "the two ministers discussed trade", "N and N discussed it", "N discussed it with N"."""
    two = _TWO_SPOKE.search(scene.document.view, scene.start, scene.end)
    known = list({**before, **{p.name: p for p in scene.persons}}.values())
    if two is not None and len(known) == 2:
        yield _mention(two.start(), two.end(), "meeting", *known)
    for row in _rows(scene):
        rest = scene.gap(row[-1].end, scene.end) if row else ""
        skip = _OF_LAND.match(rest)
        verb = _BOTH_SPOKE.match(rest, skip.end() if skip else 0)
        if verb is not None and len(row) == 2:
            yield _mention(row[0].start, row[1].end + verb.end(), "meeting", *row)
    for hit in _SPOKE_WITH.finditer(scene.document.view, scene.start, scene.end):
        yield from _pair(scene, hit, "meeting")


def _told(scene: Scene) -> Iterator[MeetingMention]:
    yield from _received(scene)
    yield from _guests(scene)
    yield from _talks(scene)
    yield from _together(scene)


def _received(scene: Scene) -> Iterator[MeetingMention]:
    """Read "Received by the host N, N spoke" and "Received by N was N"."""
    text = scene.gap(scene.start, scene.end)
    for hit in _RECEIVED.finditer(text):
        two = scene.after(scene.start + hit.end())[:2]
        if len(two) < 2 or two[0].start - scene.start - hit.end() > REACH:
            continue
        between = scene.gap(two[0].end, two[1].start)
        plain = re.sub(r"\b(?:was|were)\b", ",", between)
        if "," in plain and not BREAK.search(plain):
            yield _mention(scene.start + hit.start(), two[1].end, "meeting", two[1], two[0])


def _guests(scene: Scene) -> Iterator[MeetingMention]:
    """Read "N had N as his guest", "N welcomed N for talks"."""
    for pattern, goes_on in ((_AS_GUEST, _AS), (_WELCOMED, _FOR)):
        for hit in pattern.finditer(scene.document.view, scene.start, scene.end):
            for mention in _pair(scene, hit, "meeting"):
                if goes_on.match(scene.document.view, mention.end, scene.end):
                    yield mention


def _talks(scene: Scene) -> Iterator[MeetingMention]:
    """Read "N flew to Lima for talks with N" and "Talks with N were about trade"."""
    for hit in _FOR_TALKS.finditer(scene.document.view, scene.start, scene.end):
        yield from _pair(scene, hit, _head(hit["noun"]))
    opening = _TALKS_WITH.match(scene.document.view, scene.start, scene.end)
    other = _next(scene, opening.end()) if opening else None
    if not (opening and other and scene.topic) or other.name == scene.topic.name:
        return
    if _WERE.match(scene.document.view, other.end, scene.end):
        head = _head(opening["noun"].lower())
        yield _mention(opening.start(), other.end, head, scene.topic, other)


def _pair(scene: Scene, hit: re.Match[str], head: str) -> Iterator[MeetingMention]:
    other = _next(scene, hit.end())
    for subject in subjects(scene, hit.start())[:1]:
        if other is not None and other.name != subject.name:
            yield _mention(hit.start(), other.end, head, subject, other)


def _next(scene: Scene, offset: int) -> PersonMention | None:
    """Return the person whom the words behind an offset name first, with no verb between."""
    after = scene.after(offset)[:1]
    gap = scene.gap(offset, after[0].start) if after else ""
    return after[0] if after and len(gap) < REACH and not BREAK.search(gap) else None


def _together(scene: Scene) -> Iterator[MeetingMention]:
    """Read "N, N and N met in Lima": what more than two did together."""
    for row in _rows(scene):
        end = row[-1].end
        skip = _OF_LAND.match(scene.document.view, end, scene.end)
        rest = ASIDE.sub(lambda aside: " " * len(aside.group()), scene.gap(end, scene.end))
        verb = _TOGETHER.match(rest, skip.end() - end if skip else 0)
        two = len(row) == 2 and _ALONE.match(rest, skip.end() - end if skip else 0)
        if two:
            yield _mention(row[0].start, end + two.end(), "talks", *row)
        elif verb is not None and len(row) > 2:
            yield _mention(row[0].start, end + verb.end(), _head(verb["noun"] or "meeting"), *row)


def _rows(scene: Scene) -> Iterator[tuple[PersonMention, ...]]:
    """Yield the rows of persons that commas and "and" join."""
    row: list[PersonMention] = []
    for person in scene.persons[:24]:
        gap = scene.gap(row[-1].end, person.start) if row else ""
        if row and (not _LISTED.match(gap) or BREAK.search(gap) or len(gap) > REACH):
            yield tuple(row)
            row = []
        row.append(person)
    if row:
        yield tuple(row)


def _head(noun: str) -> str:
    return "meeting" if "meeting" in noun else "talks"


def _mention(start: int, end: int, head: str, *several: PersonMention) -> MeetingMention:
    first, *others = dict.fromkeys(person.name for person in several)
    names = ", ".join(others[:-1]) + (" and " if len(others) > 1 else "") + others[-1]
    return MeetingMention(
        start,
        end,
        "met-with",
        name=f"{head} of {first} with {names}",
        head=head,
        parties=(first, *others),
    )
