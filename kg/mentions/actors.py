"""Who acts in a sentence about a meeting: the subject of a verb, by name, pronoun or office."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.language import expressions as re
from kg.model import Document, PersonMention

BREAK = re.compile(
    r"[;:]|\b(?:was|were|is|are|has|had|have|will|would|who|which|that|where|when|while|said|told"
    r"|says|after|before|during|spoke|took|made|gave|led|letter|message|report|call|invitation|award"
    r"|telephone|phone|prize|medal|credentials|congratulations|greetings|delegates|[a-z]{3,}ed)\b"
)
_HISTORY = re.compile(r"\bin\s+(?:19|20)\d\d\b[^.;]{0,20}\bwhen\b|\bhad\s+last\b|\blast\s+met\b")
_PREPOSITION = re.compile(
    r"\b(?:by|with|from|of|for|to|on|between|met|meets?|meeting|received?|receives|saw|sees?|visited|thanked"
    r"|welcomed|greeted|hosted|briefed|joined|invited|accompanied)\s+(?:the\s+|his\s+|her\s+)?(?:(?!\w+day\b)[A-Z][\w.-]*\s+){0,3}$"
)
_AND_THEN = re.compile(r"(?:\s[JS]r\.)?[^.;:]{0,80}?(?:\s+and(?:\s+[a-z]+)?|,\s+then)\s+")
_CLOSED = re.compile(r"\s*,\s+(?:(?:also|then|later|today|yesterday|on\s+\w+day|has|had|will)\s+)*")
_PREDICATE = re.compile(
    r"\s+(?:\w+\s+)?[a-z]+(?:ed|oke|ook|ave|eld|et)\b[^.;:]{0,100}?\s+and\s+(?:(?:then|later|also|afterwards|had)\s+)*"
)
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|which|that|where|when|while|said|told|after|before|as|because|if)\b|\ba?nd\s+the\b"
)
_HE = re.compile(
    r"(?:;|,?\s+and)\s(?:[^,.;:]{0,40}\s)?s?he\s+(?:(?:will|would|is|was|to|has|had|then|also|later|due|expected)\s+)*\Z"
)
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
SOMEBODY = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+){0,4}?(?:president|minister|premier|chairman|chairwoman|chairperson"
    r"|speaker|secretary|leader|official|envoy|ambassador|king|emir|sultan|prince|chief|head)\b",
    re.IGNORECASE,
)
_GOING = re.compile(r"\s*,?\s*who\s+(?:will|would|is|was|were|had|has|are)\b[a-z\s]{0,25}\Z")
_DUE_TO = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+)?(?:scheduled|expected|due|slated|set|planned|supposed)\s+to\b"
)
_OPENER = re.compile(
    r"\W*(?:(?:On\s+\w+|Later|Afterwards|Then|Earlier)\s*,?\s+)?(?:[Hh]e|[Ss]he)\b"
)
_WHO_THEN = re.compile(
    r"\s*,?\s*who\s+(?:(?:then|later|also|thereupon|afterwards|earlier|today|yesterday|had|has)\s+)*"
)
_AUXILIARY = re.compile(r"\b(?:will|would|has|had|have|is|was|are|were)\b")
ASIDE = re.compile(r",\s+(?:who|whose|which)\b[^;,]{0,160}?,|\([^()]{0,60}\)")
_HOLDER = re.compile(
    r"\b[Tt]he\s+(?P<ahead>(?:(?!the\b)[\w-]+\s+){0,3}?)(?P<office>president|minister|premier|chairman|chairwoman|speaker"
    r"|secretary|chancellor|king|emir|sultan|commissioner|secretary-general|guest|envoy|ambassador)\s+"
    r"(?:(?:will|would|also|then|later|today|yesterday|tomorrow|is|was|to|had|has|due|scheduled|who"
    r"|fly|fl[ei]w|travel\w*|go|goes)\s+)*(?:to\s+\w+,\s+where\s+(?:he|she)\s+(?:(?:is|was|will|to|also"
    r"|then|would)\s+)*)?$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(?P<short>[A-Z]{2,5})\s+(?:(?:also|then|later|today|will|had)\s+)*$")
_OFFICE = re.compile(
    r"(?:\A|(?<=[.,;]\s)|(?<=\s))[Tt]he\s+(?:(?P<land>[A-Z][a-z]+(?:ian|an|ese|ish|i|ch|ic|ek|yz|een|ot|iot|ss))\s+)?"
    r"(?P<office>(?:(?:vice|prime|foreign|principal|deputy"
    r"|permanent|interior|defen[cs]e|finance|trade|state)[-\s]+){0,3}(?:minister|president|premier|secretary|undersecretary"
    r"|chancellor|speaker|commissioner|chair(?:man|woman|person)|ambassador|king|emir|sultan|secretary-general|director))\b",
    re.IGNORECASE,
)
_THE_OFFICE = re.compile(
    r"(?:[Tt]he\s+)(?:visiting\s+)?(?P<land>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s+)?"
    r"(?P<office>(?:(?:vice|prime|foreign|defen[cs]e|interior)[-\s]+)?(?:minister|president|premier|chancellor|king|emir|sultan"
    r"|speaker|secretary-general))\b(?!(?:\s+(?:of|for)|,)\s|\s+[A-Z]|'s)"
)
_PEER = re.compile(
    r"(?:his|her)\s+(?:[A-Z]\w+\s+)?(?:counterpart|opposite\s+number)\b(?!,?\s+(?:[A-Z]|Mr|from\s|of\s))"
)
_ASIDES = re.compile(r",\s[^,;.]{2,100},(?=\s)|\([^()]*\)")
_OWNED = re.compile(r"\s+(?:of|for|from)\b|'s?\s")
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ian|an|ese|ish|i|ch|ic|ek|yz|een|ot|iot|ss)")
_PLAIN = frozenset(
    (
        "visiting",
        "new",
        "host",
        "outgoing",
        "incoming",
        "same",
        "young",
        "old",
        "senior",
        "guest",
        "envoy",
    )
)
NEAREST = 8
"""Persons beside a verb among whom its subject and object are looked for."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its persons, and who was last its subject.

    `titles` gives the office of a person by name; `known` are those named before;
    `shorts` the person whose office an acronym stands for ("the Affairs Minister (EAM), N").
    `lands` gives the code of a country, or of its demonym, by where it begins.
    """

    document: Document
    start: int
    end: int
    persons: tuple[PersonMention, ...]
    topic: PersonMention | None
    titles: Mapping[str, str] = field(default_factory=dict)
    known: tuple[PersonMention, ...] = ()
    shorts: Mapping[str, PersonMention] = field(default_factory=dict)
    lands: Mapping[int, str] = field(default_factory=dict)

    def before(self, offset: int) -> list[PersonMention]:
        """Return the last few persons before an offset."""
        at = bisect_left(self.persons, offset, key=_start)
        return list(self.persons[max(0, at - NEAREST) : at])

    def after(self, offset: int) -> list[PersonMention]:
        """Return the first few persons behind an offset."""
        at = bisect_left(self.persons, offset, key=_start)
        return list(self.persons[at : at + NEAREST])

    def gap(self, start: int, end: int) -> str:
        """Return the words between two offsets."""
        return self.document.view[start:end]


def _start(person: PersonMention) -> int:
    return person.start


def subjects(scene: Scene, verb: int, separate: bool = False) -> list[PersonMention]:
    """Return who did it: the last person before the verb, or whom "he" means.

    Two who had `separate` meetings did it one by one.
    """
    if _HISTORY.search(scene.gap(max(scene.start, verb - 60), verb)):
        return []
    before = scene.before(verb)
    if before and scene.document.view.startswith(("'s ", "’s "), before[-1].end):
        return []
    if before and _WHO_THEN.fullmatch(scene.gap(before[-1].end, verb)):
        return [before[-1]]
    if before and governed(scene, before[-1]):
        first = next((p for p in scene.persons[:1] if not governed(scene, p)), _opener(scene))
        gap = scene.gap(before[-1].end, verb)
        again = (
            _AND_THEN.fullmatch(gap) or _HE.search(gap) or (first and _closes(scene, first, gap))
        )
        if first and again and first.name != before[-1].name:
            return [first]
        meant = _by_office(scene, verb)
        return [meant] if meant else []
    if before and _shares(scene, before[-1], verb):
        return [before[-1]]
    if before and leads(scene, before[-1].end, verb):
        joined = separate and len(before) > 1 and joins(scene, before[-2], before[-1])
        return before[-2:] if joined else [before[-1]]
    short = _SHORT.search(scene.document.view, max(scene.start, verb - 40), verb)
    if short and short["short"] in scene.shorts:
        return [scene.shorts[short["short"]]]
    holder = _HOLDER.search(scene.document.view, max(scene.start, verb - 120), verb)
    if holder and not before and scene.topic:
        return (
            [scene.topic]
            if _words(holder["ahead"] + holder["office"]) <= _title(scene, scene.topic)
            else []
        )
    meant = _by_office(scene, verb)
    if meant is not None:
        return [meant]
    since = before[-1].end if before else scene.start
    pronoun = _PRONOUN.search(scene.document.view, since, verb)
    if pronoun and not SOMEBODY.search(scene.document.view, since, pronoun.start()):
        subject = before[0] if before else scene.topic
        return [subject] if subject else []
    return []


def _opener(scene: Scene) -> PersonMention | None:
    """Return whom the pronoun means that is the subject of a sentence: "He was received by N"."""
    begins = _OPENER.match(scene.document.view, scene.start, scene.end)
    return scene.topic if begins and begins.end() <= scene.persons[0].start else None


def _closes(scene: Scene, first: PersonMention, gap: str) -> bool:
    """Return whether an aside about the first person ends here: "N, seen off by N, met"."""
    opened = scene.document.view.startswith(", ", first.end)
    return opened and _CLOSED.fullmatch(gap) is not None


def _by_office(scene: Scene, verb: int) -> PersonMention | None:
    """Return whom the office that is the subject of a verb means: "the secretary called on N"."""
    for hit in _OFFICE.finditer(scene.document.view, max(scene.start, verb - 160), verb):
        if _OWNED.match(scene.document.view, hit.end()):
            continue
        held = _holders(scene, hit)
        aside = _ASIDES.sub(" ", scene.gap(hit.end(), verb) + " ")
        if len(held) == 1 and not BREAK.search(_AUXILIARY.sub(" ", aside, count=1)):
            return held[0]
    return None


def holder_behind(scene: Scene, verb: int) -> PersonMention | None:
    """Return whom an office behind a verb means: "called on the Sri Lankan president".

    The one person known by now who holds that office, of that country where one is told.
    """
    hit = _THE_OFFICE.match(scene.document.view, verb, scene.end)
    if hit is None:
        return None
    if hit["land"] and hit.start("land") not in scene.lands:
        return None
    held = _holders(scene, hit)
    return replace(held[0], start=hit.start(), end=hit.end()) if len(held) == 1 else None


def peer_behind(scene: Scene, verb: int, subject: PersonMention) -> PersonMention | None:
    """Return whom "his counterpart" behind a verb means: the one other known of the same office."""
    hit = _PEER.match(scene.document.view, verb, scene.end)
    title = scene.titles.get(subject.name)
    if hit is None or title is None:
        return None
    peers = [p for p in scene.known if p.name != subject.name and scene.titles.get(p.name) == title]
    return replace(peers[0], start=hit.start(), end=hit.end()) if len(peers) == 1 else None


def _holders(scene: Scene, hit: re.Match[str]) -> list[PersonMention]:
    """Return those known by now who hold the office told, of that country where one is."""
    land = scene.lands.get(hit.start("land"))
    known = [p for p in scene.known if _words(hit["office"]) <= _title(scene, p)]
    return [p for p in known if land in (None, p.party)]


def _words(office: str) -> set[str]:
    """Return the words that the title of a holder must have: none that only describe it."""
    said = re.findall(r"\b[A-Za-z]+(?:-[a-z]+)*", office)
    kept = (word.lower() for word in said if not _DEMONYM.fullmatch(word))
    return {part for word in kept if word not in _PLAIN for part in word.split("-")}


def _title(scene: Scene, person: PersonMention) -> set[str]:
    return set(re.findall(r"[a-z]+", scene.titles.get(person.name, "").lower()))


def _shares(scene: Scene, person: PersonMention, verb: int) -> bool:
    """Return whether a verb shares the subject of the one before: "N opened it and received M"."""
    gap = scene.gap(person.end, verb)
    return _PREDICATE.fullmatch(gap) is not None and _OTHER_CLAUSE.search(gap) is None


def governed(scene: Scene, person: PersonMention) -> bool:
    """Return whether a preposition stands before a person: "by the Dutch minister N"."""
    start = min(person.span[0], person.start) if person.span[1] else person.start
    return _PREPOSITION.search(scene.document.view, max(scene.start, start - 60), start) is not None


def leads(scene: Scene, end: int, verb: int) -> bool:
    """Return whether a name that ends at `end` is the subject of the verb.

    Between the two may stand asides ("who is in Oslo for two days") and one auxiliary.
    """
    gap = _DUE_TO.sub(" ", ASIDE.sub(" ", scene.gap(end, verb)))
    return _GOING.match(gap) is not None or BREAK.search(_AUXILIARY.sub(" ", gap, count=1)) is None


def joins(scene: Scene, one: PersonMention, other: PersonMention) -> bool:
    """Return whether "and" alone joins two persons."""
    gap = scene.gap(one.end, other.start)
    return re.match(r"\s*,?\s*and\b", gap) is not None and BREAK.search(gap) is None
