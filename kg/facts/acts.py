"""Acts: the deeds of the sentences, tied to instruments and to the meetings of the deeds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.facts import occasions
from kg.facts.actions import Deed, deeds
from kg.facts.moods import stated
from kg.facts.occasions import Scene
from kg.language import expressions as re
from kg.language import words
from kg.language.cues import Cue, cues
from kg.language.patterns import Line
from kg.language.phrases import lower
from kg.model import (
    Document,
    Gathering,
    InstrumentMention,
    MeetingMention,
    Mention,
    Mentions,
    Sentence,
)

LONGEST = 600
"""Code points of one quote."""

CLOSE = 240
"""Code points between a document and the sentence that speaks of it as "it"."""

NEXT = 12
"""Code points between the last document of a list and the sentence that sums it up."""

_AMONG = re.compile(r"I[^vVmB]{0,60}Bx*b[ut]")
_TITLES_ONLY = re.compile(r"^[^I]{0,5}I(?:[^vVmB]*)$")


@dataclass(frozen=True, slots=True)
class Act:
    """An action of the facts format with its meeting and the offsets that state it.

    `lasting` is True for a reference that stands beside a deed of an earlier time.
    """

    action: str
    meeting: str | None
    spans: tuple[tuple[int, int], ...]
    rule: str
    lasting: bool = False


def acts(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> Iterator[tuple[InstrumentMention, Act]]:
    """Yield each instrument mention with what is done with it, or that it is referenced."""
    heading: tuple[Act, ...] = ()
    last: InstrumentMention | None = None
    before: list[InstrumentMention] = []  # the documents of the sentence or the list just read
    for scene, inner in _scenes(document, mentions, gatherings):
        told = deeds(scene.line)
        close = before and scene.start - before[-1].end < NEXT
        summed = tuple(_summed(document, scene)) if close else ()
        yield from ((m, act) for m in before for act in _fitting(m, summed))
        here = [mention for _, mention in _instruments(scene.line)]
        before = before + here if scene.kind == "item" else here
        if last and scene.start - last.end < CLOSE:
            yield from ((last, act) for act in _fitting(last, _carried(scene, told)))
        yield from _outer(scene, told, heading)
        last = next((m for _, m in reversed([*_instruments(scene.line)])), last)
        for mention in inner:
            yield mention, _reference(scene, mention)
        opened = next((deed for deed in reversed(told) if deed.open), None)
        heading = tuple(_deed_acts(scene, opened)) if opened else heading


def _carried(scene: Scene, told: tuple[Deed, ...]) -> Iterator[Act]:
    """Yield what a sentence says of the document of the one before: "It will be signed ..."."""
    for deed in told:
        if deed.rule == "carried" or (deed.rule == "document" and deed.mood == "planned"):
            yield from _deed_acts(scene, deed)


def _summed(document: Document, scene: Scene) -> Iterator[Act]:
    """Yield what is said of all documents listed just before: "All nine passed."."""
    cue = next((c.value for c in scene.line.chunks if isinstance(c.value, Cue)), None)
    if cue is None or cue.action not in _ONCE or "I" in scene.line.symbols:
        return
    passed = document.view.startswith("passed", cue.start)
    opens = (_ALL_PASSED if passed else _ALL_WERE).fullmatch(document.view, scene.start, cue.start)
    if opens and _ENDS.match(scene.line.symbols, scene.line.index(cue.end)):
        yield from _deed_acts(scene, Deed(cue.action, "done", (), cue.start, cue.end, "list"))


_ALL = r"(?:All|Both|These|They|Each)(?: (?:of (?:them|these)|\w+)){0,2}?"
_ALL_WERE = re.compile(
    rf"{_ALL} (?:were|was|have been|has been)(?: also| duly| finally| then| all)? "
)
_ALL_PASSED = re.compile(rf"{_ALL} ")
_ENDS = re.compile(r"x*(?:[.;@cpiyD]|$)")


def _outer(
    scene: Scene, told: tuple[Deed, ...], heading: tuple[Act, ...]
) -> Iterator[tuple[InstrumentMention, Act]]:
    """Yield each document of a sentence with its acts: its own, those of a list, a reference."""
    among = bool(_AMONG.search(scene.line.symbols))
    listed = among or (not told and bool(_TITLES_ONLY.match(scene.line.symbols)))
    own: dict[int, list[Act]] = {}
    for deed in told:
        done = list(_deed_acts(scene, deed))
        for at in deed.targets:
            value = scene.line.chunks[at].value
            if isinstance(value, InstrumentMention):
                own.setdefault(at, []).extend(_fitting(value, _dated(scene, value, done)))
    for at, mention in _instruments(scene.line):
        opens = listed or (scene.kind == "item" and _first(scene.line, at))
        if heading and opens and (mention.rule != "bare" or among):
            found = [_listed(act, mention) for act in _fitting(mention, heading)]
        else:
            found = own.get(at, [])
        if not found and scene.kind != "title":
            found = [_reference(scene, mention)]
        for act in found:
            yield mention, act


def _scenes(
    document: Document, mentions: Mentions, gatherings: tuple[Gathering, ...]
) -> Iterator[tuple[Scene, list[InstrumentMention]]]:
    """Yield each sentence that may state an act, with the inner mentions of its titles."""
    outer = [m for m in mentions.instruments if not m.inner]
    inner = words.by_sentence(document, [m for m in mentions.instruments if m.inner])
    laid = [*_names(mentions), *outer, *cues(document.view)]
    gathered = words.by_sentence(document, _outside(mentions))
    rows = words.by_sentence(document, sorted(laid, key=lambda m: (m.start, -m.end)))
    owner = {id(m): gathering for gathering in gatherings for m in gathering.mentions}
    main = occasions.main(gatherings, document.article.published)
    current, upcoming, block = main, None, -1
    for index, sentence in enumerate(document.sentences):
        row = rows[index]
        spoken = (m for m in gathered[index] if isinstance(m, MeetingMention))
        met = tuple((m, owner[id(m)]) for m in spoken if id(m) in owner)
        if sentence.kind != "noise" and _tells(document, sentence, row):
            line = words.read(document, index, row)
            where = (sentence.lead, sentence.end, line, met, main, current)
            planned = [g for _, g in met if not occasions.past(g)]
            coming = planned[-1] if planned else None
            ahead = bool(met) and len(planned) == len(met)
            plan = (coming, ahead, coming or upcoming, block == sentence.block)
            scene = Scene(*where, sentence.kind, document.article.published, *plan)
            yield scene, [m for m in inner[index] if isinstance(m, InstrumentMention)]
        current = met[-1][1] if met else current
        block = sentence.block if met else block
        upcoming = next((g for _, g in reversed(met) if not occasions.past(g)), upcoming)


@cache
def _pointers() -> re.Pattern[str]:
    """Return the pattern of words that mean documents named elsewhere: "it", "papers", a colon."""
    vague = "|".join(sorted(words.listed("vague-documents.txt")))
    return re.compile(rf"\b(?:it|they|them|the (?:document|text|paper|instrument)|{vague})\b|:")


def _tells(document: Document, sentence: Sentence, row: list[Mention]) -> bool:
    """Return True for a sentence with a document, or with a deed upon one named elsewhere."""
    if any(isinstance(m, InstrumentMention) for m in row):
        return True
    told = any(isinstance(m, Cue) for m in row)
    if told and (_heads_list(document, sentence) or _sums(document, sentence)):
        return True
    return told and bool(_pointers().search(lower(document.view), sentence.start, sentence.end))


def _sums(document: Document, sentence: Sentence) -> bool:
    """Return True for a sentence that opens with all of what was named before it."""
    return document.view.startswith(("All ", "Both ", "These ", "Each "), sentence.lead)


def _heads_list(document: Document, sentence: Sentence) -> bool:
    """Return True for a line without an end of its own above the lines of a list."""
    at = bisect_right(document.sentences, sentence.start, key=lambda other: other.start)
    after = document.sentences[at] if at < len(document.sentences) else None
    open_end = document.view[sentence.end - 1 : sentence.end].isalpha()
    return open_end and sentence.kind == "body" and after is not None and after.kind == "item"


def _names(mentions: Mentions) -> list[Mention]:
    """Return the names that stand as one chunk: no meeting that overlaps a title."""
    free = {id(m) for m in _outside(mentions)}
    return [m for m in words.names(mentions) if not isinstance(m, MeetingMention) or id(m) in free]


def _outside(mentions: Mentions) -> list[Mention]:
    """Return the mentions of meetings that stand outside the titles of documents."""
    ends = [m.end for m in mentions.instruments if not m.inner]
    starts = [m.start for m in mentions.instruments if not m.inner]
    return [
        m for m in mentions.meetings if bisect_left(starts, m.end) == bisect_right(ends, m.start)
    ]


_ISSUED = ("statement", "communique", "declaration")
_OF_YEAR = re.compile(r"^((?:19|20)\d\d)\s(?!-)|\sof\s(?:\w+\s){0,2}((?:19|20)\d\d)$")


def _dated(scene: Scene, mention: InstrumentMention, done: list[Act]) -> list[Act]:
    """Return the acts upon a document of an earlier year, "the 2010 Treaty": at no meeting now."""
    hit = _OF_YEAR.search(mention.name)
    main = scene.main.meeting if scene.main else None
    if not (hit and main and main.start) or max(filter(None, hit.groups())) >= main.start[:4]:
        return done
    signed = [act for act in done if act.action in _ONCE and act.meeting == main.key]
    told = [replace(act, meeting=None) if act in signed else act for act in done]
    again = Act("referenced", main.key, signed[0].spans, "background", True) if signed else None
    return [*told, again] if again else told


_ONCE = ("signed", "adopted", "approved")


def _fitting(mention: InstrumentMention, done: Iterable[Act]) -> Iterator[Act]:
    """Yield the acts as they suit a kind: a report given is heard, the press hears statements."""
    for act in done:
        action = _suited(act.action, mention)
        if action:
            yield replace(act, action=action)


def _suited(action: str, mention: InstrumentMention) -> str | None:
    """Return what an action is told of a kind, None where the words name no document."""
    report = mention.kind == "report"
    if action == "presented":
        bare = " " not in mention.name  # "presented his report" names none, "mid-term report" does
        return "discussed" if not report else None if bare else "heard"
    if action == "published":
        return "adopted" if mention.kind in _ISSUED else None
    if action == "noted":
        return "heard" if report else None
    if action == "heard" and not report:
        return None if mention.kind in _ISSUED else "discussed"
    return "heard" if report and action == "proposed" else action


def _first(line: Line, at: int) -> bool:
    """Return True where nothing but an article or a bullet stands before a chunk."""
    return at < 6 and not line.symbols[:at].strip("tk(#).q-")


def _instruments(line: Line) -> Iterator[tuple[int, InstrumentMention]]:
    for at, chunk in enumerate(line.chunks):
        if isinstance(chunk.value, InstrumentMention):
            yield at, chunk.value


def _listed(act: Act, mention: InstrumentMention) -> Act:
    """Return what the line above a list says, told of a document of the list."""
    return replace(act, spans=(*act.spans, _span(mention.start, mention.end)), rule="list")


def _deed_acts(scene: Scene, deed: Deed) -> Iterator[Act]:
    action = stated(deed.action, deed.mood)
    if scene.kind == "item" and deed.rule == "nominal" and not _begun(scene):
        return  # a point of an agenda
    spans = (_clause(scene, deed),)
    if deed.action in ("discussed", "heard") and deed.mood == "planned":
        if key := occasions.taken_up(scene):
            yield Act("discussed", key, spans, deed.rule)
        return
    if action is None:
        return
    if action.startswith("to-be"):
        yield Act(action, occasions.planned(scene, deed), spans, deed.rule)
        return
    if action == "ratified":  # by a state at home, not by those who meet
        yield Act(action, None, spans, deed.rule)
        return
    meeting, earlier = occasions.done(scene, deed)
    yield Act(action, meeting, spans, deed.rule)
    if earlier and action != "proposed" and scene.main and scene.main.meeting.status != "planned":
        yield Act("referenced", scene.main.meeting.key, spans, "background", lasting=True)


def _begun(scene: Scene) -> bool:
    return scene.main is not None and occasions.past(scene.main)


def _reference(scene: Scene, mention: InstrumentMention) -> Act:
    """Return the reference to a document: at no meeting where only one to come is spoken of."""
    main = scene.main.meeting if scene.main else None
    key = None if main is None or (scene.ahead and main.status != "planned") else main.key
    return Act("referenced", key, (_span(mention.start, mention.end),), "reference")


# --- evidence -------------------------------------------------------------------------


def _clause(scene: Scene, deed: Deed) -> tuple[int, int]:
    """Return the offsets of the clause around a cue with its instruments, else of the sentence."""
    if scene.end - scene.start <= LONGEST:
        return scene.start, scene.end
    chunks = [scene.line.chunks[at] for at in deed.targets]
    first = min([deed.start, *(chunk.start for chunk in chunks)])
    last = max([deed.end, *(chunk.end for chunk in chunks)])
    if last - first <= LONGEST:
        return first, last
    return deed.start, min(scene.end, deed.start + LONGEST)


def _span(start: int, end: int) -> tuple[int, int]:
    return start, min(end, start + LONGEST)
