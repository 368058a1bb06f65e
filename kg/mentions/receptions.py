"""Meetings of one person with those not named.

Receptions of many: "the President received the heads of delegation". Delegations of a
country: "the President received the Malian delegation". Holders of an office by their
country: "the Minister met the foreign minister of Japan".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.language import expressions as re
from kg.language import words
from kg.mentions.actors import BREAK, Scene, subjects
from kg.model import (
    CountryMention,
    Document,
    MeetingMention,
    Mention,
    Mentions,
    PersonMention,
)

_GROUP = (
    r"(?P<group>(?:(?:visiting|foreign|participating|other|two|three|four|five|six|seven|eight|nine|ten)\s+)*"
    r"(?:(?:heads|leaders|chiefs|members)\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?delegations?"
    r"|(?:[A-Z][a-z]+\s+)?(?:foreign\s+|prime\s+|defen[cs]e\s+|interior\s+)?[Mm]inisters|participants(?=\s+(?:in|of|at)\b)|guests|delegates"
    r"|delegations|commissioners|secretaries|speakers|co-chairs|ambassadors|envoys|visitors|generals)"
    r"(?:\s+of\s+the\s+(?:participating|member|visiting)\s+(?:[\w-]+))?)"
)
_ACTIVE = re.compile(
    rf"\b(?:received|receives|receive|hosted|host|invited|had|granted\s+an\s+audience\s+to"
    rf"|(?:gave|hosted|offered)\s+(?:an?\s+)?(?:\w+\s+)?(?:lunch|dinner|reception|banquet)\s+(?:for|in\s+hono(?:u)?r\s+of))"
    rf"\s+(?:with\s+)?(?:all\s+)?the\s+{_GROUP}\b(?P<rest>[^.;:]{{0,40}})"
)
_DELEGATION = re.compile(
    r"\b(?:received|receives|receive|met|meets|hosted|welcomed)\s+(?:with\s+)?(?:(?:on\s+)?(?:\w+day|today)\s+)?(?P<who>(?:the|an?)\s+(?:visiting\s+|high-level\s+)?"
    r"(?P<ahead>(?:[A-Z][\w-]+\s+){0,2})(?:[a-z-]+\s+){0,2}?delegation(?P<behind>\s+(?:of|from)\s+(?:the\s+)?"
    r"[A-Z]\w+(?:\s(?:of\s+)?[A-Z]\w+){0,3})?)\b(?!\s+(?:at\s+the\s+airport|of\s+the\b))"
)
_LED = re.compile(r"[^.;]{0,30}?\b(?:led|headed)\s+by\s+(?:the\s+)?")
_AS = re.compile(
    r"\s+(?:as\s+(?:his|her|their)\s+guests|to\s+(?:a\s+)?(?:lunch|dinner|breakfast))\b"
)
_PASSIVE = re.compile(
    rf"\b(?:[Tt]he\s+{_GROUP}|(?P<they>[Tt]hey|[Ww]e|whom\s+we))\s+(?:(?:also|then|later|all|afterwards|earlier|will|are|were|to|had"
    r"|been|be|have|jointly|today|yesterday)\s+)*"
    r"(?:received\s+(?:[\w\s-]{0,40}?\s)?by|call(?:ed)?\s+on|pa(?:id|y)\s+(?:an?\s+)?(?:joint\s+)?"
    r"(?:courtesy\s+)?(?:call|visit)\s+(?:on|to)|pa(?:id|y)\s+their\s+respects\s+to|(?:the\s+)?guests\s+of"
    r"|granted\s+(?:an?\s+)?audience\s+(?:by|with)|had\s+(?:an?\s+)?audience\s+with)\s+"
)
_HINT = re.compile(
    r"\b(?:receive[sd]?|host(?:s|ed)?|guests|audience|call(?:ed)?\s+on|respects|invited|me+ts?|welcomed|reception|banquet|lunch|dinner|breakfast"
    r"|with\s+(?:the|his|her))\b"
)
_ABSENT = re.compile(r"\b(?:letter|message|telegram|phone|airport)\b", re.IGNORECASE)
_LANDS = r"[A-Z][\w-]+(?:(?:,\s+|,?\s+and\s+)(?:the\s+)?[A-Z][\w-]+)*"
_UNNAMED = re.compile(
    r"\b(?:met|meets?|(?P<host>hosts?|hosted|receive[sd]?|welcome[sd]?)(?=\s+(?:his|her)\s)|(?:h[eo]ld|holds|holding|had|have)\s+(?:[\w-]+\s+){0,4}?(?P<noun>talks|meetings?|discussions"
    r"|consultations|negotiations)(?=\s+with\b))\s+(?:separately\s+)?(?:with\s+)?(?P<who>(?:the|his|her)\s+"
    rf"(?:(?P<land>{_LANDS})\s+)?"
    r"(?P<office>(?:(?i:deputy|vice|foreign|prime|defen[cs]e|interior|finance|trade)\s+){0,3}"
    r"(?i:ministers?|presidents?|premiers?|(?P<peer>counterparts?|colleagues?)|chancellor|vice-presidents?))"
    rf"(?P<of>\s+(?:of|from)\s+(?:the\s+)?{_LANDS})?)"
    r"(?=\s*[.;]|\s+(?:in|on|at|to|today|yesterday|for|during|as|also|too|there|here|before|after)\b)"
)
_TO_BE = ("hold ", "meet ", "have ")
"""Verbs of what is only to be: a list of those whom somebody is yet to meet is no meeting."""
_APART = re.compile(r"\b(?:meetings|separate|separately|one\s+by\s+one)\b")
_BY_WHOM = re.compile(
    rf"\bby\s+whom\s+(?:[Ww][Ee]|they|(?:all\s+)?the\s+{_GROUP})\s+(?:\w+\s+)?(?:were|was|had\s+been)\s+received\b"
)
_OF = re.compile(r"\bof\s+(?:the\s+)?(?:[A-Z][\w-]*\s+)*$")
REACH = 120
"""Characters from the verb to the host, who may carry an office."""


def find(document: Document, found: Mentions) -> list[MeetingMention]:
    """Return the receptions of unnamed guests by a person, in the order of the text."""
    rows = words.by_sentence(document, list(found.persons))
    out: list[MeetingMention] = []
    lands = words.by_sentence(document, list(found.countries))
    topic: PersonMention | None = None
    for index, sentence in enumerate(document.sentences):
        if sentence.kind in ("noise", "title"):
            continue
        start, end = sentence.lead, sentence.end
        persons = tuple(p for p in rows[index] if isinstance(p, PersonMention))
        told = (persons or topic) and _HINT.search(document.view, start, end)
        if told and not _ABSENT.search(document.view, start, end):
            scene = Scene(document, start, end, persons, topic)
            out.extend(_receptions(scene, lands[index]))
            out.extend(_delegations(scene, lands[index]))
        topic = persons[0] if persons else topic
    return out


def _receptions(scene: Scene, lands: Sequence[Mention]) -> Iterator[MeetingMention]:
    document, start, end = scene.document, scene.start, scene.end
    for hit in _ACTIVE.finditer(document.view, start, end):
        host = subjects(scene, hit.start())
        vague = hit.group().startswith(("had", "invited")) and not _AS.match(hit["rest"])
        if len(host) == 1 and not vague:
            yield _mention(document, hit.start(), hit.end("group"), hit["group"], host[0])
    yield from _unnamed(scene, lands)
    yield from _by_whom(scene)
    for hit in _PASSIVE.finditer(document.view, start, end):
        after = scene.after(hit.end())
        gap = scene.gap(hit.end(), after[0].start) if after else ";"
        if len(gap) < REACH and not (BREAK.search(gap) or _OF.search(gap)):
            group = hit["group"] or "delegations"
            yield _mention(document, hit.start(), after[0].end, group, after[0])


def _delegations(scene: Scene, lands: Sequence[Mention]) -> Iterator[MeetingMention]:
    """Yield the meetings of a person with a delegation of a country, or with who leads it."""
    for hit in _DELEGATION.finditer(scene.document.view, scene.start, scene.end):
        who = subjects(scene, hit.start())
        inside = (m for m in lands if hit.start("who") <= m.start and m.end <= hit.end("who"))
        land = next((m.code for m in inside if isinstance(m, CountryMention)), None)
        if len(who) != 1 or land is None:
            continue
        name = f"reception of {scene.document.words(*hit.span('who'))} by {who[0].name}"
        led = _LED.match(scene.document.view, hit.end(), scene.end)
        leader = scene.after(led.end())[:1] if led else []
        near = leader and leader[0].start - hit.end() < REACH
        other = leader[0].name if near else land
        end = leader[0].end if near else hit.end()
        yield MeetingMention(
            hit.start(), end, "met-with", name=name, head="reception", parties=(who[0].name, other)
        )


def _by_whom(scene: Scene) -> Iterator[MeetingMention]:
    """Yield the receptions by one just named: "N, by whom the ministers were received"."""
    for hit in _BY_WHOM.finditer(scene.document.view, scene.start, scene.end):
        before = [p for p in scene.before(hit.start()) if hit.start() - p.end < REACH]
        group = hit["group"] or "participants"
        for host in before[-1:]:
            yield _mention(scene.document, hit.start(), hit.end(), group, host)


def _unnamed(scene: Scene, lands: Sequence[Mention]) -> Iterator[MeetingMention]:
    """Yield the meetings with holders of an office whom only country or rank tells.

    One of several countries is met apart where the words say so: "meetings with his
    counterparts from A and B".
    """
    for hit in _UNNAMED.finditer(scene.document.view, scene.start, scene.end):
        who = subjects(scene, hit.start())
        from_where = hit["land"] or hit["of"]
        if len(who) != 1 or not (from_where or (hit["peer"] and not hit["host"])):
            continue
        head = "talks" if hit["noun"] and not hit["noun"].startswith("meet") else "meeting"
        inside = [
            m
            for m in lands
            if isinstance(m, CountryMention) and hit.start("who") <= m.start < hit.end("who")
        ]
        one = MeetingMention(
            *hit.span(),
            "met-with",
            name=f"{head} of {who[0].name} with {scene.document.words(*hit.span('who'))}",
            head=head,
            parties=(who[0].name, *(m.code for m in inside)),
        )
        yield from _each(scene, one, hit, inside)


def _each(
    scene: Scene, one: MeetingMention, hit: re.Match[str], lands: Sequence[CountryMention]
) -> Iterator[MeetingMention]:
    """Yield a meeting with several as it is, or that with each where they were met apart."""
    if len(lands) < 2 or not _APART.search(hit.group()):
        yield one
        return
    if hit.group().startswith(_TO_BE):
        return
    office = re.sub(r"s\Z", "", hit["office"])
    for land in lands:
        said = scene.document.words(land.start, land.end)
        peer = f"{said} {office}" if land.form == "demonym" else f"{office} of {said}"
        name = f"meeting of {one.parties[0]} with {peer}"
        yield replace(one, name=name, head="meeting", parties=(one.parties[0], land.code))


def _mention(
    document: Document, start: int, end: int, group: str, host: PersonMention
) -> MeetingMention:
    name = f"reception of the {' '.join(group.split())} by {host.name}"
    return MeetingMention(start, end, "met-with", name=name, head="reception", parties=(host.name,))
