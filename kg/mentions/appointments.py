"""Meetings of two told by turns of phrase: "N was the guest of N", "the first she met was N".

Each turn is a pattern over the words of a sentence in which every person, with the office
around the name, is one sign. A pattern names the two who meet, `one` and `other`; where it
has no `one`, that is whom the sentences before were about ("a meeting was granted to her by N").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.language import expressions as re
from kg.language import words
from kg.mentions.actors import Scene, governed
from kg.model import Document, MeetingMention, Mentions, PersonMention, Sentence

SIGN = "\ufffc"
"""Stands for a person in the line of a sentence; no text has it, since the view blanks it."""
_D = (
    r"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|visiting|fellow|new|then|H\.\s?E\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?"
    r"|Sheikh|Prince|Lord|President|Minister|Ambassador|[A-Z][\w-]+'s|[A-Z][\w-]+(?:ian|ese|ish|ch|i|an))\s+)*"
)
_ONE, _OTHER = rf"{_D}(?P<one>{SIGN})", rf"{_D}(?P<other>{SIGN})"
_FIRST, _SECOND = rf"(?P<one>{SIGN})", rf"(?P<other>{SIGN})"
_ASIDE = rf"(?:\s*\([^()]{{0,60}}\))?(?:\s*,\s+(?!(?:and|with|whom|who)\b)[^,;.{SIGN}]{{2,90}},)?"
_WHEN = rf"(?:\s+[^.;:,{SIGN}]{{1,45}}?)??"
_THEN = (
    r"(?:(?:also|later|then|today|yesterday|earlier|briefly|separately|first|afterwards|had|has|have"
    r"|will|is|are|was|were|to|both|jointly)\s+)*"
)
_TALKS = (
    r"(?:(?:bilateral|official|first|separate|working|private|closed-door|formal|high-level"
    r"|delegation-level|detailed|extensive)\s+){0,3}(?:talks|meetings?|consultations|discussions|negotiations|conversations?|encounter|exchange"
    r"|(?:lunch|dinner|breakfast))"
)
_ROOM = (
    r"(?:office|residence|palace|study|ministry|castle|villa|chancellery|headquarters|house|cabinet"
    r"|chambers)"
)
_MET = (
    r"(?:met|meets?|received?|receives|host(?:ed|s)|saw|sees|sat\s+down|conferred|talked|spoke"
    r"|(?:h[eo]ld|holds|had|has|have)\s+(?:[\w-]+\s+){0,3}?(?:talks|a\s+meeting|discussions"
    r"|consultations|a\s+conversation))"
)
_HE = r"(?:he|she|the\s+(?:[\w-]+\s+){0,3}?[\w-]+)"
_NTH = r"(?:first|second|third|fourth|fifth|next|last|other|only)"
_RUNS = (
    r"(?:took|was|were|had|dealt|turned|touched|served|gave|brought|covered|ended|followed|lasted"
    r"|addressed|cent(?:re|er)d|focus\w+|concern\w+|went|saw|rounded|closed|began|opened|came|ranged"
    r"|revolved|ran|bore|produced|yielded|rounded|is|are|will)\b"
)
_TEAM = r"(?:delegation|team|mission|group|deputation)"
_NEVER = (
    rf"(?![^.;{SIGN}]*\b(?:cancel\w+|called\s+off|postponed|fell\s+through|put\s+off|did\s+not|refused|declined|wished|hoped"
    r"|proposed|requested|sought|ruled\s+out|denied|pencilled|failed|no\s+longer|unlikely|possible|not)\b)"
)
_TURNS = (
    rf"(?P<verb>guest)\s+of\s+{_ONE}{_ASIDE}{_WHEN}\s+(?:was|is|were)\s+{_OTHER}",
    rf"{_FIRST}'s\s+(?P<verb>guest|visitor|interlocutor){_WHEN}\s+(?:was|is)\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+(?:was|is|will\s+be)(?:\s+(?:also|on|in|at|this|yesterday|today|again)\b[^.;:,{SIGN}]{{0,25}}?)?\s+(?:the\s+|a\s+)?(?P<verb>guest)\s+of\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+(?P<verb>had|has|received)\s+{_OTHER}{_WHEN}\s+(?:in|at)\s+(?:his|her|the)\s+(?:[\w-]+\s+)?{_ROOM}\b",
    rf"(?:Across|[Oo]n\s+the\s+other\s+side|Opposite|Facing)\b[^.;,{SIGN}]{{0,30}}?\s{_ONE}{_ASIDE}{_WHEN}\s+(?P<verb>sat|was)\s+{_OTHER}",
    rf"It\s+(?:was|is)\s+(?:with\s+)?{_OTHER}{_ASIDE},?\s+(?:that|whom|who)\s+{_ONE}{_ASIDE},?\s+{_THEN}(?P<verb>{_MET})\b",
    rf"{_SECOND}{_ASIDE},\s+(?:(?:with\s+)?whom)\s+{_ONE}{_ASIDE},?\s+{_THEN}(?P<verb>{_MET})\b",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>opened)\s+(?:his|her|the)\s+(?:doors?|{_ROOM}){_WHEN}\s+to\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+(?:was|is)\s+(?:deep\s+)?in\s+(?P<verb>conversation|talks|consultation)\s+with\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>found)\s+(?:time|an?\s+[\w\s-]{{2,20}}|[\w-]+\s+(?:minutes|hours)){_WHEN}\s+for\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>shook)\s+hands{_WHEN}\s+with\s+{_OTHER}(?=[^.;]*\b{_TALKS})",
    rf"\b(?P<verb>{_TALKS})\b[^.;,{SIGN}]{{0,40}}?\s(?:brought|united|gathered)\s+{_ONE}{_ASIDE},?\s+together\s+with\s+{_OTHER}",
    rf"\b(?P<verb>{_TALKS})\b[^.;,{SIGN}]{{0,40}}?\s(?:brought\s+together|united)\s+{_ONE}{_ASIDE}\s+and\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>used)\s+[^.;:{SIGN}]{{2,40}}?\s(?:for|to\s+have)\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?:conversation|talk|meeting|chat|exchange)\s+with\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>used)\s+[^.;:{SIGN}]{{2,40}}?\sto\s+(?:talk|speak|confer)\s+(?:to|with)\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>took)\s+{_OTHER}\s+aside\b",
    rf"{_FIRST}{_ASIDE},?\s+{_THEN}(?P<verb>had)\s+{_OTHER}\s+(?:across\s+the\s+table|opposite|at\s+(?:his|her)\s+table|as\s+(?:his|her)\s+guest)",
    rf"{_FIRST}{_ASIDE},?\s+and\s+{_OTHER}{_ASIDE},?\s+{_THEN}(?P<verb>withdrew|retired|stepped|went|stayed)\s+[^.;:{SIGN}]{{0,30}}?\b(?:for|to)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:talks?|conversation|meeting|exchange|confer)\b",
    rf"\b(?P<verb>(?i:{_TALKS}))\s+(?:was|were)\s+(?:then\s+|also\s+)?held\s+by\s+{_ONE}{_ASIDE},?\s+with\s+{_OTHER}",
    rf"\b(?P<verb>bilateral|one-on-one|t[eê]te-[aà]-t[eê]te|face-to-face)\s+(?:between|of)\s+{_ONE}{_ASIDE},?\s+(?:and|with)\s+{_OTHER}",
    rf"\b(?:In|At|During|After)\s+(?:his|her|the|an?)\s+(?:[\w-]+\s+)?(?P<verb>talk|exchange|encounter|audience|bilateral)\s+with\s+{_OTHER}{_ASIDE},\s+{_ONE}",
    rf"\b[Oo]ver\s+(?:an?\s+)?(?:[\w-]+\s+)?(?P<verb>dinner|lunch|breakfast|tea|coffee)\s+{_ONE}{_ASIDE},?\s+and\s+{_OTHER}{_ASIDE},?\s+{_THEN}(?:spoke|talked|discussed|exchanged|reviewed|went\s+over)\b",
    rf"\b[Oo]ver\s+(?:an?\s+)?(?:[\w-]+\s+)?(?P<verb>dinner|lunch|breakfast|tea|coffee)\s+{_ONE}{_ASIDE},?\s+{_THEN}(?:spoke|talked|discussed|reviewed|went\s+over)\s+[^.;:{SIGN}]{{0,60}}?with\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE},?\s+(?:will|would)\s+(?P<verb>see)\s+{_OTHER}",
    rf"\b{_TEAM}\b[^.;:{SIGN}]{{0,60}}?\b(?:led|headed)\s+by\s+{_ONE}{_ASIDE},?\s+{_THEN}(?:been\s+)?(?P<verb>received|welcomed|hosted)\s+[^.;:{SIGN}]{{0,40}}?by\s+{_OTHER}",
    rf"{_FIRST}{_ASIDE}(?:\s+(?:on|in|at|today|yesterday)\b[^.;:,{SIGN}]{{0,30}}?)?,?\s+{_THEN}(?P<verb>received|met|hosted|welcomed)\s+[^.;:{SIGN}]{{2,60}}?\b{_TEAM}\b[^.;:{SIGN}]{{0,60}}?\b(?:led|headed)\s+by\s+{_OTHER}",
    rf"\b(?P<verb>{_TALKS})\s+(?:that|which)\s+{_ONE}{_ASIDE},?\s+{_THEN}(?:had|held|has|holds){_WHEN}\s+with\s+{_OTHER}",
    rf"\b(?P<verb>{_TALKS})\s+(?:that|which)\s+{_ONE}{_ASIDE},?\s+and\s+{_OTHER}{_ASIDE},?\s+{_THEN}(?:had|held|have|hold)\b",
    rf"\A\W*(?!No\b|Neither\b|Without\b)(?:[A-Z][a-z]+,?\s+(?:[a-z]+\s+){{0,3}})??(?:an?|the|his|her|further|separate|A|The|His|Her)?\s*(?:[\w-]+\s+){{0,2}}?"
    rf"(?P<verb>(?i:{_TALKS}))\s+with\s+{_OTHER}{_ASIDE},?\s+(?={_RUNS}){_NEVER}",
    rf"\bIt\s+was\s+(?:at|in|during)\s+(?:the|an?|his|her)\s+(?:[\w-]+\s+){{0,2}}?(?P<verb>{_TALKS})\s+with\s+{_OTHER}{_ASIDE},?\s+that\b",
    rf"{_SECOND}{_ASIDE},?\s+(?:was|came)\s+(?:the\s+)?{_NTH}(?:\s+(?:one|person|host))?,?\s+(?:(?:with\s+)?whom\s+|that\s+)?{_HE}\s+(?P<verb>met|saw|sat\s+down|called\s+on|visited|talked|spoke)\b",
    rf"{_SECOND}{_ASIDE},?\s+(?P<verb>was)\s+(?:the\s+)?(?:next|last)(?:\s+in\s+line|\s+to\s+(?:come|call|be\s+received))?(?=\s*[.;])",
    rf"\bThe\s+{_NTH}(?:\s+(?:one|person|host))?\s+(?:(?:with\s+)?whom\s+|that\s+)?{_HE}\s+(?P<verb>met|saw|sat\s+down|called\s+on|visited|talked|spoke)(?:\s+(?:with|to))?\s+was\s+{_OTHER}",
    rf"\b(?:meeting|audience|hearing|conversation)\s+was\s+(?:then\s+|also\s+)?(?P<verb>granted|accorded|given)\s+(?:to\s+)?(?:him|her|{_HE})\s+by\s+{_OTHER}",
    rf"\b(?:[Hh]e|[Ss]he)\s+was\s+(?:then\s+)?(?P<verb>granted)\s+an?\s+(?:meeting|audience|conversation)\s+(?:by|with)\s+{_OTHER}",
    rf"\b(?:The|His|Her)\s+{_NTH}(?:\s+(?:meeting|talk|appointment|conversation|stop|of\s+(?:these|them)))?(?:,[^,;.{SIGN}]{{2,40}},)?\s+(?P<verb>was|came)\s+with\s+{_OTHER}",
    rf"\b(?:met|received|welcomed|saw|hosted)\s+(?:him|her|the\s+(?:guest|visitor))\b[^;,.{SIGN}]{{0,60}}[;,]\s+(?:and\s+)?{_OTHER}\s+"
    r"(?P<verb>will\s+do\s+so|did\s+(?:so|the\s+same)|in\s+the\s+(?:afternoon|evening)|the\s+day\s+after|later)\b",
    rf"{_SECOND}{_ASIDE},?\s+{_THEN}(?P<verb>welcomed|received|met|greeted)\s+(?:the|his|her)\s+(?:[\w-]+\s+)?(?:guest|visitor)\b",
)
_IN_ROW = re.compile(
    rf"(?:(?P<one>{SIGN}){_ASIDE},?\s+{_THEN}(?:had|held|conducted|has|holds)\s+[^.;:{SIGN}]{{0,40}}?"
    rf"\b(?:appointments|conversations|meetings|talks|discussions|encounters)\b[^.;:{SIGN}]{{0,60}}:\s*with\s+"
    rf"|\b(?:His|Her)\s+(?:[\w-]+\s+)?(?:interlocutors?|partners?|hosts?|counterparts?)\b[^.;:{SIGN}]{{0,40}}?\s(?:were|was)\s+)"
    rf"(?P<row>{_D}{SIGN}{_ASIDE}(?:\s*(?:[,;]|,?\s+and\b|[,;]\s+and\b)\s*(?:with\s+)?{_D}{SIGN}{_ASIDE}){{0,8}})"
)
"""Whom one met one by one: "had three appointments: with N, with N and with N"."""
_SERIES = re.compile(r"\b(?:conversations|meetings|talks|appointments|encounters)\b")
_WITH = re.compile(r"\W*[Ww]ith\s+(?:the\s+)?\Z")
_OF_TWO = tuple(re.compile(turn) for turn in _TURNS if "(?P<one>" in turn)
_OF_ONE = tuple(re.compile(turn) for turn in _TURNS if "(?P<one>" not in turn)
_HINT = re.compile(
    rf"guest|whom|{_ROOM}|aside|used|withdrew|retired|stepped|\b[Oo]ver\b|across the table"
    r"|will see|would see|between|\bsat\b|It was|opened|in (?:conversation|talks|consultation)"
    r"|found|shook|brought|united|(?:that|which)\b|with|granted|accorded|given|visitor"
    r"|interlocutor|partner|hosts?\b|delegation|team|mission|\b(?:was|came)\b"
)
_REMOTE = re.compile(
    r"\bphone|\btelephon|\bby\s+letter\b|\bmessage\b|\binterview|\bairport\b|\bjournalist|\breporter"
)
LONGEST = 900
"""Characters of a sentence that is read; a longer one is no turn of phrase."""
MOST = 12
"""Persons of a sentence that is read."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with a sign for each person, and where each character of it stands."""

    text: str
    offsets: tuple[int, ...]
    persons: dict[int, PersonMention]


def find(
    document: Document, found: Mentions, met: Sequence[MeetingMention]
) -> list[MeetingMention]:
    """Return the meetings that turns of phrase tell of, in the order of the text.

    `met` are those that plainer verbs tell of: whom they were about is meant by "her" next.
    """
    rows = words.by_sentence(document, list(found.persons))
    plain = words.by_sentence(document, sorted(met, key=lambda mention: mention.start))
    topic: PersonMention | None = None
    series = False
    out: list[MeetingMention] = []
    for sentence, row, known in zip(document.sentences, rows, plain, strict=True):
        persons = tuple(p for p in row if isinstance(p, PersonMention))
        if sentence.kind not in ("noise", "item"):
            series = _SERIES.search(document.view, sentence.lead, sentence.end) is not None
        if sentence.kind in ("noise", "title") or not persons:
            continue
        told = list(_told(document, sentence, persons, topic))
        if series and sentence.kind == "item":
            told += _entry(document, sentence, persons[0], topic)
        out.extend(told)
        both = (m for m in (*told, *known) if isinstance(m, MeetingMention))
        names = [m.parties[0] for m in both if m.rule == "met-with" and m.parties]
        topic = _topic(document, sentence, persons, topic, names)
    return out


def _entry(
    document: Document, sentence: Sentence, other: PersonMention, topic: PersonMention | None
) -> Iterator[MeetingMention]:
    """Yield the meeting that an entry of a list of them tells of: "- With the Minister, N"."""
    met = _WITH.match(document.view[sentence.lead : other.span[0]])
    if met and topic and other.name != topic.name:
        yield _between(topic, other, (sentence.lead, other.end), "meeting")


def _told(
    document: Document,
    sentence: Sentence,
    persons: tuple[PersonMention, ...],
    topic: PersonMention | None,
) -> Iterator[MeetingMention]:
    view = document.view
    if sentence.end - sentence.start > LONGEST or len(persons) > MOST:
        return
    hinted = _HINT.search(view, sentence.lead, sentence.end)
    if hinted is None or _REMOTE.search(view, sentence.start, sentence.end):
        return
    line = _line(view, sentence, persons)
    seen: list[MeetingMention] = []
    for pattern in (*(_OF_TWO if len(persons) > 1 else ()), *(_OF_ONE if topic else ())):
        for hit in pattern.finditer(line.text):
            mention = _mention(line, hit, topic)
            if mention is not None and not any(_crosses(mention, one) for one in seen):
                seen.append(mention)
    seen.extend(_one_by_one(line, topic))
    yield from sorted(seen, key=lambda mention: mention.start)


def _one_by_one(line: _Line, topic: PersonMention | None) -> Iterator[MeetingMention]:
    """Yield the meetings of one with each of a row: "Her hosts were N and N"."""
    for hit in _IN_ROW.finditer(line.text):
        one = line.persons[hit.start("one")] if hit["one"] else topic
        for at, other in line.persons.items():
            if one and hit.start("row") <= at < hit.end("row") and other.name != one.name:
                yield _between(one, other, (line.offsets[at], other.end), "meeting")


def _crosses(one: MeetingMention, other: MeetingMention) -> bool:
    return one.start < other.end and other.start < one.end


def _line(view: str, sentence: Sentence, persons: tuple[PersonMention, ...]) -> _Line:
    pieces: list[str] = []
    offsets: list[int] = []
    signs: dict[int, PersonMention] = {}
    at = sentence.lead
    for person in persons:
        start = max(at, person.span[0])
        end = max(person.span[1], person.end)
        if end <= at:
            continue
        pieces.append(view[at:start])
        offsets.extend(range(at, start))
        signs[len(offsets)] = person
        pieces.append(SIGN)
        offsets.append(start)
        at = end
    pieces.append(view[at : sentence.end])
    offsets.extend(range(at, sentence.end + 1))
    return _Line("".join(pieces), tuple(offsets), signs)


def _mention(line: _Line, hit: re.Match[str], topic: PersonMention | None) -> MeetingMention | None:
    other = line.persons[hit.start("other")]
    one = line.persons[hit.start("one")] if "one" in hit.re.groupindex else topic
    if one is None or one.name == other.name:
        return None
    verb = hit["verb"].lower().split()[-1]
    head = (
        "talks" if verb in ("talks", "consultations", "negotiations", "discussions") else "meeting"
    )
    told = [name for name in ("one", "verb", "other") if name in hit.re.groupindex]
    start = min(line.offsets[hit.start(name)] for name in told)
    end = max(line.offsets[hit.end(name)] for name in told)
    end = max(end, other.end if hit.start("other") > hit.start("verb") else start)
    return _between(one, other, (start, end), head)


def _between(
    one: PersonMention, other: PersonMention, span: tuple[int, int], head: str
) -> MeetingMention:
    name, parties = f"{head} of {one.name} with {other.name}", (one.name, other.name)
    return MeetingMention(*span, "met-with", name=name, head=head, parties=parties)


def _topic(
    document: Document,
    sentence: Sentence,
    persons: tuple[PersonMention, ...],
    before: PersonMention | None,
    told: Sequence[str],
) -> PersonMention | None:
    """Return whom "she" means next: who met here, else the first who is no object."""
    if told:
        known = (*persons, *([before] if before else []))
        return next((person for person in known if person.name == told[-1]), before)
    scene = Scene(document, sentence.lead, sentence.end, persons, None)
    acting = next((person for person in persons if not governed(scene, person)), None)
    return acting or before or persons[0]
