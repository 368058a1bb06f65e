"""When a meeting is: the date of its own words, else the day that the text around tells of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from kg.facts import nearby
from kg.facts.references import Reference
from kg.facts.scene import Scene, Settled
from kg.facts.stages import has_margins, is_fronted
from kg.language import expressions as re
from kg.model import DateMention

_BEGAN = re.compile(
    r"\b(?:convened|assembled|began|begins?|begun|opened|opens?|started|starts?|kick(?:ed|s)\s+off|got\s+under\s*way)\b"
    r"(?:\s+[\w'-]+){0,12}?\s*$"
)
_AS_OPENED = re.compile(
    r"\s+(?:as|when)\s+(?:he|she|they|[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2})\s+(?:opened|inaugurated)\b"
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed)?|clos(?:es?|ed)|conclud(?:es?|ed)|until|till|through|(?:wrap(?:s|ped)?|winds?)\s+up|finished|rose|adjourned|broke\s+up|parted|ending"
    r"|goes(?:\s+on)?|continues?|lasts|runs|to\s+continue"
    r"|wound\s+up|(?:came|comes|brought|drew|drawn)\s+to\s+(?:an?\s+|its\s+|their\s+)?(?:end|close))\b"
    r"(?:(?:\s+\w+){0,2}?|(?:\s+(?:at|in|here|this|that|the|city|headquarters|[A-Z][\w'-]*)){0,7}?)\s*$"
)
_TERM = re.compile(r"\b(?:[Cc]hair\w*|presidency|term|mandate|office)(?:-in-\w+)?\b")
_ON = re.compile(r"\b(?:on|this|late|early)\s*$")
_COUNT = r"(?P<{}>two|three|four|five|six|seven|[2-7])"
_LENGTH = re.compile(
    rf"\b{_COUNT.format('days')}-day\s+(?:[\w-]+\s+){{0,3}}?(?P<head>meeting|session|summit|conference|event"
    r"|gathering|forum|talks|consultations|sitting|plenary|visit)\b"
    rf"|\b(?:(?:[Aa]fter|[Ff]or|[Oo]ver|lasting|lasts?|lasted|took)\s+|(?=\w+\s+days\s+of\s)){_COUNT.format('long')}\s+days\b(?!\s+(?:ago|before|later|earlier))",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"\W*(?:The|This)\s+(?:two|three|four|five|[2-5])-day\s")
_OWN_DAYS = re.compile(r",\s+(?:on\s+|the\s+)?\d")
_UNTIL = re.compile(r"\b(?:runs|lasts|continues|goes\s+on|is\s+on)\s+(?:until|till|through)\s+\Z")
_LONG = re.compile(r"\bGeneral\s+(?:Assembly|Debate|Conference)\b")
_ANY = ("event", "gathering", "meeting")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_TO_END = re.compile(r"\b(?:due|will|is\s+to|are\s+to|until|till|likely|expected|scheduled)\b")
_IT = re.compile(
    r"\b[Ii]t\s+(?:was\s+|is\s+|will\s+|is\s+to\s+)?(?:opened|opens?|began|begins?|started|starts?|ended|ends?|closed|closes?"
    r"|concluded|concludes?|ran|runs?|lasted|lasts?|continues)\b(?!\s+to\s)|\b(?:opened|closed)\s+it\b"
)
_PRESENT = re.compile(
    r"(?:,?\s+which\s+(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?\s+hosts|\s+(?:convenes?|gathers?|assembles?|meets?|sits?|opens?|begins?|starts?|(?:takes?|come|comes)\s+(?:place|together)))"
    r"(?=\s|\Z)"
)
_HOSTS = re.compile(r"(?:hosts|receives|welcomes)\s")
_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are)\s+(?:due\s+)?to|to\s+be)\b[^.;]*\Z")
_SAID = re.compile(r"\b(?:said|reported|told|announced|added|noted|reports|says|stated)\b")
_SAME = re.compile(
    r"\b(?:same|that)\s+day\b|^\W*(?:at\s+(?:noon|midday)|(?:half\s+)?an\s+hour\s+(?:earlier|later|before)"
    r"|(?:that|the\s+same)\s+(?:morning|afternoon|evening)|later\s+in\s+the\s+day)\b|^\W*in\s+the\s+(?:morning|afternoon|evening)\b",
    re.IGNORECASE,
)
_JOURNEY = re.compile(
    r"\b(?:will|to|would|is|are)\s+(?:\w+\s+)?(?:travel\w*|fly\w*|go|going|visit\w*|arrive|arriving|head)\b"
)
_SAME_DAY = re.compile(
    r"\b(?:(?:earlier|later)\s+(?:in|on|that|the\s+same)\s+(?:the\s+)?(?:day)?|(?:the\s+)?same\s+day)\b"
)
WEEKS = 28
"""Days around publication in which "the same day" can lie."""
BACK = 3
"""Sentences back in which the day of the main meeting can stand."""


def when(scene: Scene) -> Settled:
    """Return the start and end of a meeting, nothing where no words give them."""
    eve = nearby.eve(scene)
    if eve:
        return Settled(eve)
    opened, closed, coming = _bounds(scene)
    if opened and closed and opened.first < closed.first:
        return Settled(opened.first, closed.first, marks=(opened, closed), open=coming)
    length = _length(scene) if opened or closed else 0
    if length and closed and closed.last is None:
        return Settled(_day(closed, 1 - length), closed.first, marks=(closed,), open=coming)
    if length and opened and opened.last is None:
        return Settled(opened.first, _day(opened, length - 1), marks=(opened,))
    dates = [r.setting.date for r in scene.cluster.references if r.setting.date and _fits(scene, r)]
    dates = [date for date in dates if not _is_same_day(scene, date)] or [
        date for date in dates if _is_news(scene, date)
    ]
    best = max(dates, key=lambda d: (len(d.first), d.last is not None), default=opened)
    if best is None:
        other = scene.companion(2) or scene.host or _same_day(scene)
        if other and other.start and not other.end:
            return Settled(other.start, other.end)
        best = _beside(scene) or _neighbour(scene) or _journey(scene)
    if best is None and closed and _goes_on(scene, closed):
        best = closed
    if best is None:
        return Settled(nearby.own_day(scene))
    best = _ahead(scene, best)
    if days := nearby.of_days(scene, best):
        return Settled(*days, marks=(best,), open=coming)
    if closed and best.form == "relative" and best.first < closed.first:
        return Settled(best.first, closed.first, marks=(best, closed), open=coming)
    if best is closed and best.last is None and (_is_long(scene) or _goes_on(scene, best)):
        return Settled(None, best.first, marks=(best,), open=coming)
    return Settled(best.first, best.last, marks=(best,), open=coming)


def _goes_on(scene: Scene, last: DateMention) -> bool:
    """Return whether a meeting is told to be going on until a day to come, and not its first."""
    today = scene.document.article.published
    ahead = scene.document.view[max(0, last.start - 24) : last.start]
    return today is not None and last.first > today and _UNTIL.search(ahead) is not None


def _is_long(scene: Scene) -> bool:
    """Return whether a meeting lasts more days than the one on which it is told to end."""
    said = (*scene.cluster.names, *scene.cluster.bodies)
    return any(_LONG.search(words) for words in said)


def _beside(scene: Scene) -> DateMention | None:
    """Return the date that a label gives, or a sentence that goes on with the meeting."""
    date = nearby.labelled(scene, DateMention) or nearby.beside(scene, DateMention)
    return date if isinstance(date, DateMention) else None


def _fits(scene: Scene, reference: Reference) -> bool:
    """Return whether a reference dates what its first one tells of: no plan dates what goes on."""
    if scene.first.mode == "ongoing" and reference.mode == "planned":
        return False
    date = reference.setting.date
    return date is None or not is_fronted(scene.document.view, reference.mention, date)


def _length(scene: Scene) -> int:
    """Return over how many days a meeting is said to be, by its own sentences, or 0."""
    told = dict.fromkeys(r.sentence for r in scene.cluster.references if not r.title)
    last = len(scene.document.sentences)
    after = [n + 1 for n in told if n + 1 < last and _SUMMED.match(scene.text(n + 1))]
    for index in (*told, *after):
        hit = _LENGTH.search(scene.text(index))
        head = (hit["head"] or "event").lower() if hit else ""
        dated = hit and _OWN_DAYS.match(scene.text(index), hit.end())
        if hit and not dated and (head in _ANY or head in scene.cluster.heads):
            days = (hit["days"] or hit["long"]).lower()
            return _NUMBERS.get(days) or int(days)
    return 0


def _day(date: DateMention, days: int) -> str:
    return (Day.fromisoformat(date.first) + timedelta(days=days)).isoformat()


def _is_same_day(scene: Scene, date: DateMention) -> bool:
    """Return whether a date only points at another: "on the same day"."""
    return _SAME.search(scene.document.words(date.start, date.end)) is not None


def _is_news(scene: Scene, date: DateMention) -> bool:
    """Return whether a day lies in the weeks before publication, or that is not known."""
    published = scene.document.article.published
    if published is None or len(published) < 10 or len(date.first) < 10:
        return published is None
    return abs((Day.fromisoformat(published) - Day.fromisoformat(date.first)).days) <= WEEKS


def _same_day(scene: Scene) -> Settled | None:
    """Return the meeting on whose day this one was: "the same day", "in the afternoon".

    That told of just before, but the main one where that lasted or is told of less exactly.
    """
    if not _SAME.search(scene.text(scene.first.sentence)):
        return None
    told = (scene.before[1] if scene.before else None, scene.chief)
    return next((one for one in told if one and one.start and len(one.start) == 10), None)


def _ahead(scene: Scene, date: DateMention) -> DateMention:
    """Return a day without a year in the year that the tense asks for: to come, or past."""
    published = scene.document.article.published or ""
    words = scene.document.words(date.start, date.end)
    if date.form != "written" or re.search(r"\d{4}", words) or len(published) != 10:
        return date
    if scene.cluster.planned and date.first[:7] < published[:7]:
        return _shift(date, 1)
    coming = _TO_COME.search(scene.document.view, max(0, date.start - 60), date.start)
    present = coming or _is_present(scene)
    done = scene.first.mode == "done" and not (scene.cluster.planned or present)
    return _shift(date, -1) if done and date.first[:7] > published[:7] else date


def _is_present(scene: Scene) -> bool:
    """Return whether a present tense tells of the meeting, which then can lie ahead."""
    mention, view = scene.first.mention, scene.document.view
    own = mention.rule == "bodies-met" and _PRESENT.search(view, mention.start, mention.end)
    return bool(own or _HOSTS.match(view, mention.start) or _PRESENT.match(view, mention.end))


def _shift(date: DateMention, years: int) -> DateMention:
    first = f"{int(date.first[:4]) + years}{date.first[4:]}"
    last = f"{int(date.last[:4]) + years}{date.last[4:]}" if date.last else None
    return replace(date, first=first, last=last)


def _bounds(scene: Scene) -> tuple[DateMention | None, DateMention | None, bool]:
    """Return the day on which it began, that on which it ends, and whether that is to come."""
    opened = closed = None
    coming = False
    for index in _told(scene):
        start = scene.document.sentences[index].start
        for date in scene.days(index):
            ahead = _ON.sub("", scene.document.view[max(start, date.start - 60) : date.start])
            began = _BEGAN.search(ahead) or _AS_OPENED.match(scene.document.view, date.end)
            if len(date.first) == 10 and began:
                opened = opened or date
            if len(date.first) == 10 and _ENDS.search(ahead) and not _TERM.search(ahead):
                closed = closed or date
                today = scene.document.article.published or date.first
                coming = coming or date.first > today or bool(_TO_END.search(ahead))
    return opened, closed, coming


def _told(scene: Scene) -> list[int]:
    """Return the sentences that speak of the meeting, and those that go on with "it opened"."""
    several = (r for r in scene.cluster.references if r.mention.rule != "met-with")
    spoken = {r.sentence for r in several if not r.title}
    last = len(scene.document.sentences)
    after = {n + k for n in spoken for k in (1, 2) if n + k < last}
    return sorted(spoken | {n for n in after if _IT.search(scene.text(n))})


def _neighbour(scene: Scene) -> DateMention | None:
    """Return the one relative day ("today") of the sentence of a meeting, or of one before."""
    first = scene.first
    if not scene.happened or has_margins(scene.document.view, first.mention):
        return None
    for index in range(first.sentence, max(-1, first.sentence - _reach(scene) - 1), -1):
        day = _only_day(scene, index)
        if day is not None:
            return day
    return None


def _journey(scene: Scene) -> DateMention | None:
    """Return the day of the journey told of before a meeting to come: "will fly on 2 May"."""
    first = scene.first
    if first.mode != "planned" or not scene.met:
        return None
    for index in range(first.sentence - 1, max(-1, first.sentence - BACK), -1):
        dates = scene.days(index)
        if len(dates) == 1 and _JOURNEY.search(scene.text(index)):
            return dates[0]
    return None


def _reach(scene: Scene) -> int:
    """Return how many sentences back the day of a meeting can stand."""
    index = scene.first.sentence
    if scene.main or _SAME_DAY.search(scene.text(index)):
        return BACK
    sentences = scene.document.sentences
    told = scene.first.mention.rule in ("met-with", "bodies-met", "bare", "pointing")
    return int(told and index > 0 and sentences[index].block == sentences[index - 1].block)


def _only_day(scene: Scene, index: int) -> DateMention | None:
    """Return the relative day of a sentence that has one, and else only days to come."""
    published = scene.document.article.published or ""
    first = scene.first
    ahead = index == first.sentence and all(
        d.start < first.mention.start for d in scene.days(index)
    )
    dates = [d for d in scene.days(index) if d.form == "relative" or d.first <= published]
    if published and not (ahead and len(dates) == 1):
        dates = [d for d in dates if d.first <= published]
    if len(dates) != 1 or len(dates[0].first) != 10 or dates[0].form != "relative":
        return None
    vague = _reported(scene, dates[0]) or _is_same_day(scene, dates[0])
    return None if vague else dates[0]


def _reported(scene: Scene, date: DateMention) -> bool:
    """Return whether a day is the day of the news, not of the deed: "he said on Monday"."""
    return _SAID.search(scene.document.view, max(0, date.start - 40), date.start) is not None
