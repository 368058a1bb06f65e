"""Meetings of persons made of verbs: "X met Y", "held talks with Y", "was received by Y".

A meeting that no noun names is called after who met: "meeting of X with Y".
Telephone calls, letters and messages are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import expressions as re
from kg.language import words
from kg.mentions.actors import (
    ASIDE,
    BREAK,
    SOMEBODY,
    Scene,
    governed,
    holder_behind,
    joins,
    leads,
    peer_behind,
    subjects,
)
from kg.model import Document, MeetingMention, Mentions, PersonMention

_ADVERB = (
    r"(?:(?:also|first|later|then|separately|earlier|today|yesterday|recently|briefly|again)\s+)?"
)
_KIND = (
    r"(?:(?:a|an|the|his|her|their|series\s+of|first|separate|bilateral|official|joint|trilateral"
    r"|brief|short|working|one-on-one|tete-a-tete|private|formal|informal|in-depth|intensive"
    r"|delegation-level|high-level|closed-door|expanded|narrow|detailed|constructive|substantive"
    r"|fruitful|productive|round\s+of|number\s+of|extensive|political|wide-ranging)\s+){0,5}"
)
_TALKS = (
    r"(?P<noun>talks|meetings?|discussions|consultations|negotiations|conversations?|audience"
    r"|encounter|exchange|interview|bilateral)"
)
_SEAT = r"(?:Palace|House|Centre|Center|Residence|Ministry|Office|Castle|Complex|Presidency)"
_MEAL = r"(?:lunch|luncheon|dinner|breakfast|banquet|supper)"
_AT = r"(?:(?:at|in)\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+[\w'-]+){0,6}?\s+)?"
_WITH = re.compile(
    r"\b(?:"
    rf"(?:met|meet|meets|(?<=are\s)meeting|(?<=is\s)meeting|confer(?:red|s)?|sat\s+down|sit\s+down)(?:\s+|,\s+(?:in|on|at)\s[^,;.]{{1,40}},\s+){_ADVERB}(?:up\s+)?"
    rf"(?:(?:with|one-on-one\s+with)\s+)?"
    rf"|(?:h[eo]ld|holds|holding|had|have|has|having|conducted?|conclude[ds]?|concluding|complete[ds]?|finish(?:es|ed)"
    rf"|wrap(?:s|ped)\s+up|(?:beg[iau]n|open|start|resume|continue)(?:s|ed|d|ning)?)\s+{_ADVERB}{_KIND}{_TALKS}\s+"
    rf"(?:[a-z\s]{{0,30}}?)?{_AT}(?:with|between)\s+"
    r"|(?:granted|gave|accorded)\s+(?:an?\s+)?(?:\w+\s+)?audience\s+to\s+"
    r"|pa(?:id|ys?)\s+(?:his|her|their)\s+respects\s+to\s+"
    rf"|(?:hosted|gave|offered|held|hosts|will\s+host|to\s+host)\s+(?:an?\s+)?(?:\w+\s+){{0,2}}?(?P<meal>{_MEAL})\s+"
    r"(?:(?:in|on|at)\s[^.;,]{1,40}?\s)?(?:for|in\s+hono(?:u)?r\s+of)\s+"
    rf"|(?:had|have|has|having|shared)\s+(?:an?\s+)?(?:\w+\s+){{0,2}}?(?P<table>{_MEAL})\s+with\s+"
    r"|sp(?:oke|eak)\s+(?:t[eê]te-[aà]-t[eê]te|face-to-face|face\s+to\s+face|one-on-one|privately|in\s+(?:private|person))\s+with\s+"
    r"|found\s+(?:[\w-]+\s+){1,3}?(?:minutes|hours?|time)\s+for\s+"
    r"|(?:came|comes?)\s+face\s+to\s+face\s+with\s+|exchanged\s+views\s+with\s+"
    r"|visited\s+(?=(?:President|Prime\s+Minister|King|Queen|Foreign\s+Minister|Speaker|Chancellor)\s)"
    rf"|welcome[ds]\s+(?=[^.;]{{3,200}}?\bat\s+(?:the\s+|his\s+|her\s+)?[^.;,]{{0,40}}?{_SEAT}\b)"
    r"|call(?:s|ed|ing)?\s+on\s+(?=[A-Z]|him\b(?!\s+to\s)|her(?=[.,;]|\s+(?:at|in|on|there|today|yesterday)\b)|the\s+(?:[A-Z]\w+\s+){1,2}[a-z]+\b(?!\s+to\b))|(?:paid|pays|pay|made)\s+(?:an?\s+)?(?:separate\s+)?(?:courtesy\s+|farewell\s+)?(?:calls?|visits?)\s+(?:on|to)\s+"
    rf"|(?:saw|hosted|received?|receives|receiving|to\s+see)\s+(?!by\b)"
    r")"
)
_MET = re.compile(
    r"\bfound\s+(?:[\w-]+\s+){1,3}?(?:minutes|hours?|time)\s+for\s+each\s+other\b"
    rf"|\b(?:h[eo]ld|holds|holding|had|have)\s+{_ADVERB}{_KIND}(?:{_TALKS}|{_MEAL})\b(?!\s+(?:[a-z]+\s+){{0,4}}?"
    r"(?:with|between)\b)"
)
_RECIPROCAL = re.compile(
    r"(?:found|met|meet|meets|meeting|h[eo]ld|holds|holding|had|have|confer|sat)\b"
)
_BETWEEN = re.compile(
    r"\b(?P<noun>[Tt]alks|[Mm]eeting|[Dd]iscussions|[Cc]onsultations|[Nn]egotiations|encounter"
    r"|conversation)\s+(?:\w+\s+){0,8}?between\s+(?:[a-z\s]{0,30}\s(?:under|led\s+by|headed\s+by)\s+)?"
)
_BY = re.compile(
    r"\b(?:was|were|been|be|is|being)\s+(?:\w+\s+)?(?:(?:received|hosted)\s+(?:[\w\s,-]{0,40}?\s)??by"
    r"|(?:granted|given|accorded)\s+(?:an?\s+)?(?:\w+\s+)?audience\s+(?:by|with))\s+"
)
_IN_MEETING = re.compile(
    r"\b(?:(?:In|During|At|After|Following)\s+(?:(?:an?|his|her|the)\s+)?|(?:during|at|after|following)\s+(?:(?:an?|his|her|their)\s+)?)"
    r"(?:(?!the\b)[\w-]+\s+){0,2}?(?P<noun>meeting|talks|conversation|consultations|negotiations)\s+(?:[a-z]+\s+){0,2}?with\s+"
    r"|\b(?:Talking|Speaking)\s+(?:to|with)\s+(?=[A-Z])"
)
_COMMA = re.compile(
    r"\s*(?:\([^()]*\))?\s*,\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+(?:(?:of|for)\s+(?:the\s+)?)?){0,8}"
)
_NEXT = re.compile(r"(?:\s+(?:in|on|at)\s[^,.;:]{1,50})?,\s+(?:[^,.;:]{0,60}\s)?")
_FRONTED = re.compile(r"\bWith\s+")
_ONLOOKERS = re.compile(
    r"\s*,?\s+(?:also\s+|both\s+)?(?:present|attending|expected|in\s+(?:attendance|the\s+chair)|presiding|as\s+\w+)\b"
)
_SPOKE = re.compile(
    r"\b(?:discussed|discusses|went\s+over|talked|exchanged\s+views|reviewed|considered|spoke|looked"
    r"|had\s+(?:breakfast|lunch|dinner|talks|a\s+meeting))\b"
)
_VERB = re.compile(
    r"met\b|meet|talk|h[eo]ld|\bha[ds]\b|having|have\b|\bsaw\b|\bsee\b|receiv|host|call|pa(?:id|y)|confer"
    r"|\bsat\b|\bsit\b|audience|conduct|discuss|consult|negotiat|conversation|encounter|spoke|speak"
    r"|found|gave|shared|offered|made\b|welcome|visited|With\s|exchanged|face|Talking|Speaking"
)
"""What a sentence holds that tells of a meeting at all: spares the others the search."""
_REMOTE = re.compile(
    r"\b(?:tele)?phoned?\b|\bcalled\b(?!\s+on)|\b(?:phone|telephone|video)\s+(?:call|conversation|talks)|\bby\s+phone"
    r"|\bletter\b|\bin\s+a\s+message\b|\bon\s+the\s+line\b"
)
_SPEAKER = re.compile(r"\b(?:I|[Ww]e)\s+(?:(?:also|then|have|had|later|will)\s+)*$")
_SPOUSE = re.compile(r"\b(?:Queen|Mrs\.?|First\s+Lady|wife|husband|spouse|Princess)\b")
_WIFE = re.compile(r"\b(?:wife|husband|spouse|First\s+Lady),?\s+(?:Mrs?\.?\s+)?$")
_ACRONYM = re.compile(r"\((?P<short>[A-Z]{2,5})\)[,\s]+(?:[A-Z][a-z]{0,4}\.?\s+)*$")
_MORE = re.compile(
    r"(?:\s+to\s+\w+\s+[^.;,]{1,80})?\s*,?\s*(?:and\s+)?(?:(?:also|then|later|afterwards|subsequently|finally|separately"
    r"|after\s+that|thereafter)\s+)?with\b"
    r"|\s+(?:on\s+)?(?:\w+day|today|yesterday)(?:\s+\w+)?,?\s+and\s+(?:the\s+)?(?=[A-Z])|(?:\s+\w+\.)?(?:\s+in\s+(?:[A-Z]\w+\s*)+)?,?\s+and\s+(?:on\s+)?(?:the\s+|his\s+)?[A-Z]"
)
_MORE_BY = re.compile(rf"{_MORE.pattern}|\s*,?\s+and\s+(?:also\s+|then\s+|later\s+)?by\b")
_ARRIVAL = re.compile(r"\b(?:[Aa]irport|arrival|railway|border)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being)\s+(?:(?!to\b)\w+\s+)?$")
_LISTED = re.compile(r"\s*(?:\([^()]{0,40}\))?\s*(?:,|,?\s*and\b|,?\s*as\s+well\s+as\b)")
_NEWLY = re.compile(r"\b(?:newly|recently|just|re)-?\s*(?:appointed|elected|accredited|named)\b")
_FORMER = re.compile(r"\b(?:then|former|late)\b")
_TO_DO = re.compile(r"[^.;:]{0,30}?\bto\s+[a-z]+\b|\s+for\b")
_THING = re.compile(
    r"\b(?:an?|the|his|her|their|its)\s+(?:[a-z-]+\s+){0,2}?(?!(?:visit|call|delegation|[a-z-]*minister|[a-z-]*president|[a-z-]*secretary(?:-general)?|leader"
    r"|head|chief|governor|ambassador|envoy|king|queen|emir|sultan|speaker|chair(?:man|woman|person)?|director(?:-general)?"
    r"|commissioner|counterpart|colleague|representative|premier|chancellor|prince|princess|deputy|mayor|official|adviser"
    r"|coordinator|rapporteur|member|judge|general|commander|founder|guest|host|delegation|side|one|number)\b)"
    r"[a-z-]+\s+(?:for|of|from|by|to)\s"
)
_HIM = re.compile(
    r"(?:him|her(?=\s*(?:[.,;]|(?:in|at|on|as|there|today|for|later|yesterday|too|also)\b)))\b"
)
_SEVERAL = re.compile(
    r"\b(?:presidents|ministers|leaders|heads|ambassadors|members|delegates|representatives)\b"
)
REACH = 170
"""Characters from the verb to the person, who may carry a long office."""


def find(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the meetings that verbs tell of, in the order of the text."""
    rows = words.by_sentence(document, list(found.persons))
    titles = {p.name: office.title for p in found.persons for office in p.offices}
    shorts = _shorts(document, found)
    lands = {country.start: country.code for country in found.countries}
    topic: PersonMention | None = None
    known: dict[str, PersonMention] = {}
    out: list[MeetingMention] = []
    for index, sentence in enumerate(document.sentences):
        persons = tuple(p for p in rows[index] if isinstance(p, PersonMention))
        if sentence.kind == "noise" or not (persons or topic):
            continue
        before = tuple(known.values())
        span = sentence.start, sentence.end
        scene = Scene(document, *span, persons, topic, titles, before, shorts, lands)
        told = list(_meetings(scene))
        out.extend(told)
        known |= {p.name: p for p in persons if p.name not in known}
        if sentence.kind != "title":
            topic = _topic(scene, told, topic)
    return out


def _shorts(document: Document, found: Mentions) -> dict[str, PersonMention]:
    """Return the persons whose office the text shortens: "Foreign Minister (FM), Dr. N"."""
    shorts: dict[str, PersonMention] = {}
    for person in found.persons:
        hit = _ACRONYM.search(document.view, max(0, person.start - 40), person.start)
        if hit:
            shorts.setdefault(hit["short"], person)
    return shorts


def _topic(
    scene: Scene, told: list[MeetingMention], before: PersonMention | None
) -> PersonMention | None:
    """Return whom "he" means in the next sentence: who met, else who was named first."""
    if told:
        known = (*scene.persons, *([before] if before else []))
        return next((p for p in known if p.name == told[-1].parties[0]), before)
    acting = (person for person in scene.persons if not governed(scene, person))
    return next(acting, before or next(iter(scene.persons), None))


def _meetings(scene: Scene) -> Iterator[MeetingMention]:
    text = scene.gap(scene.start, scene.end)
    if _VERB.search(text) is None or _REMOTE.search(text):
        return
    yield from _by_verbs(scene)
    if "between" in text:
        for hit in _BETWEEN.finditer(scene.document.view, scene.start, scene.end):
            yield from _both(scene, hit)
    if "receiv" in text or "audience" in text or "hosted" in text:
        yield from _received(scene)
    if "with " in text or "ing to " in text:
        for hit in _IN_MEETING.finditer(scene.document.view, scene.start, scene.end):
            yield from _in_meeting(scene, hit)
    if "With " in text:
        for hit in _FRONTED.finditer(scene.document.view, scene.start, scene.end):
            spoke = _SPOKE.search(scene.document.view, hit.end(), scene.end)
            if spoke:
                yield from _fronted(scene, hit, spoke)


def _by_verbs(scene: Scene) -> Iterator[MeetingMention]:
    for hit in _WITH.finditer(scene.document.view, scene.start, scene.end):
        if _PASSIVE.search(scene.document.view, max(0, hit.start() - 14), hit.start()):
            continue
        at_door = _ARRIVAL.search(scene.document.view, hit.end(), min(scene.end, hit.end() + REACH))
        if at_door and hit.group().startswith("receiv"):
            continue
        separate = "separate" in hit.group()
        who = subjects(scene, hit.start(), separate)
        noun = hit["meal"] or hit["table"] or hit["noun"]
        made = list(_pairs(scene, who, hit, _head(noun or "meeting")))
        if not who and _SPEAKER.search(scene.document.view, max(0, hit.start() - 20), hit.start()):
            made = list(_by_speaker(scene, hit))
        yield from made or _each_other(scene, hit.start(), hit.end())
    for hit in _MET.finditer(scene.document.view, scene.start, scene.end):
        yield from _each_other(scene, hit.start(), hit.end())


def _received(scene: Scene) -> Iterator[MeetingMention]:
    for hit in _BY.finditer(scene.document.view, scene.start, scene.end):
        if not _ARRIVAL.search(hit.group()):
            yield from _pairs(scene, subjects(scene, hit.start()), hit, "meeting")


def _head(noun: str) -> str:
    if noun in _MEAL or noun == "audience":
        return noun
    return (
        "talks" if noun in ("talks", "discussions", "negotiations", "consultations") else "meeting"
    )


def _pairs(
    scene: Scene, who: list[PersonMention], hit: re.Match[str], head: str
) -> Iterator[MeetingMention]:
    for subject in who:
        if _WIFE.search(scene.gap(max(scene.start, subject.start - 20), subject.start)):
            continue
        beside = _beside(scene, subject) if len(who) == 1 else None
        for other in _objects(scene, hit, subject):
            if other.name != subject.name:
                one = _mention(hit.start(), max(other.end, hit.end()), head, subject, other)
                yield _joined(one, beside) if beside and beside.name != other.name else one


def _beside(scene: Scene, subject: PersonMention) -> PersonMention | None:
    """Return who is joined to a subject by "and": "N and N called on the President"."""
    before = next(iter(scene.before(subject.start)[-1:]), None)
    if before is None or governed(scene, before) or not joins(scene, before, subject):
        return None
    ahead = scene.gap(scene.start, before.start)
    return None if len(ahead) > REACH or BREAK.search(ahead) else before


def _joined(one: MeetingMention, beside: PersonMention) -> MeetingMention:
    subject, other = one.parties
    name = f"{one.head} of {beside.name} and {subject} with {other}"
    return replace(one, name=name, parties=(beside.name, subject, other))


def _by_speaker(scene: Scene, hit: re.Match[str]) -> Iterator[MeetingMention]:
    """Read "I met the Dutch minister N": who speaks is not named."""
    nobody = PersonMention(hit.start(), hit.start(), "speaker", name="")
    for other in _objects(scene, hit, nobody):
        yield MeetingMention(
            hit.start(),
            other.end,
            "met-with",
            name=f"meeting with {other.name}",
            head="meeting",
            parties=(other.name,),
        )


def _objects(scene: Scene, hit: re.Match[str], subject: PersonMention) -> list[PersonMention]:
    """Return whom: the first person after the verb, and more that a new "with" joins."""
    if _HIM.match(scene.document.view, hit.end()):
        before = [p for p in scene.before(subject.start) if p.name != subject.name]
        rest = [p for p in scene.persons if p.name != subject.name]
        meant = next(iter([*before[-1:], *([scene.topic] if scene.topic else []), *rest]), None)
        meant = meant if meant is None or meant.name != subject.name else next(iter(rest), None)
        return [replace(meant, end=hit.end())] if meant else []
    several = hit.re == _WITH and ((hit["noun"] or "") == "meetings" or " calls " in hit.group())
    more = _LISTED if several else _MORE_BY if hit.re == _BY else _MORE
    chosen: list[PersonMention] = []
    at = hit.end()
    for person in scene.after(hit.end()):
        gap = _NEWLY.sub(" ", scene.gap(at, person.start))
        if len(gap) > REACH or BREAK.search(gap) or (chosen and not more.match(gap)):
            break
        if chosen and _SPOUSE.search(gap):
            break
        if not chosen and (_SEVERAL.search(gap) or _FORMER.search(gap)):
            break
        if not chosen and _THING.search(gap):
            break
        if _TO_DO.match(scene.document.view, person.end) and "call" in hit.group():
            break
        chosen.append(person)
        at = person.end
    if chosen:
        return chosen
    told = holder_behind(scene, hit.end()) or peer_behind(scene, hit.end(), subject)
    return [told] if told else []


def _each_other(scene: Scene, verb: int, end: int) -> Iterator[MeetingMention]:
    """Read "the Dutch minister N and his colleague N met in Lima": two who met each other."""
    before = scene.before(verb)
    two = before[-2:]
    words = scene.document.view[verb:end]
    if len(before) > 2 and _COMMA.fullmatch(scene.gap(before[-3].end, two[0].start)):
        return
    if len(two) < 2 or two[0].name == two[1].name or not _RECIPROCAL.match(words):
        return
    if leads(scene, two[1].end, verb) and joins(scene, *two):
        yield _mention(two[0].start, end, _head(words.split()[-1]), *two)


def _both(scene: Scene, hit: re.Match[str]) -> Iterator[MeetingMention]:
    """Read "talks between the Dutch minister N and his colleague N"."""
    two = scene.after(hit.end())[:2]
    if len(two) == 2 and two[0].name != two[1].name:
        before, between = scene.gap(hit.end(), two[0].start), scene.gap(two[0].end, two[1].start)
        broken = BREAK.search(before + ASIDE.sub("", between))
        near = len(before) < REACH and len(between) < REACH
        if near and not broken and re.search(r"\band\b", between):
            yield _mention(hit.start(), two[1].end, _head(hit["noun"].lower()), *two)


def _in_meeting(scene: Scene, hit: re.Match[str]) -> Iterator[MeetingMention]:
    """Read "In a meeting with the Dutch minister N, the host said": the host or who was before."""
    after = scene.after(hit.end())
    if not after or BREAK.search(scene.gap(hit.end(), after[0].start)):
        return
    other = after[0]
    follows = len(after) > 1 and _NEXT.fullmatch(scene.gap(other.end, after[1].start))
    before = scene.before(hit.start())[:1] if hit.group()[0].islower() else []
    subject = before[0] if before else after[1] if follows else scene.topic
    if subject and subject.name != other.name:
        head = _head((hit["noun"] or "meeting").lower())
        yield _mention(hit.start(), other.end, head, subject, other)


def _fronted(
    scene: Scene, opening: re.Match[str], spoke: re.Match[str]
) -> Iterator[MeetingMention]:
    """Read "With the Dutch minister, N, the host discussed trade"."""
    inside = [p for p in scene.after(opening.end()) if p.end <= spoke.start()]
    if not inside or BREAK.search(scene.gap(opening.end(), inside[0].start)):
        return
    other = inside[0]
    subject = inside[1] if len(inside) > 1 else scene.topic
    if len(inside) > 1 and BREAK.search(scene.gap(other.end, inside[1].start)):
        return
    behind = scene.gap(inside[-1].end, spoke.start())
    if len(inside) > 2 or len(behind) > 40 or _ONLOOKERS.match(behind):
        return
    somebody = SOMEBODY.search(scene.document.view, other.end, spoke.start())
    if somebody and len(inside) == 1 and not _is_topic(scene, somebody.group()):
        return
    if subject and subject.name != other.name:
        yield _mention(opening.start(), spoke.end(), "meeting", subject, other)


def _is_topic(scene: Scene, words: str) -> bool:
    """Return whether "the minister" is whom the sentences before told of."""
    title = scene.titles.get(scene.topic.name, "") if scene.topic else ""
    return bool(title) and words.split()[-1].lower() in title.lower().split()


def _mention(
    start: int, end: int, head: str, one: PersonMention, other: PersonMention
) -> MeetingMention:
    name = f"{head} of {one.name} with {other.name}"
    return MeetingMention(
        start, end, "met-with", name=name, head=head, parties=(one.name, other.name)
    )
