"""How far a meeting has got, by the words at its name: what comes before it is still to come.

The verb of a clause is kg.language.modality's. Here are the turns of phrase in
which no verb of the meeting says so: "not before the summit has been held", "two
days remain until the talks", "the session entered its second day".
"""

from __future__ import annotations

from kg.language import expressions as re
from kg.language.modality import Modality
from kg.model import DateMention, MeetingMention

REACH = 140
"""Characters before and behind a meeting's name that are read."""

_THE = r"(?:(?:the|its|their|this|that|an?|our)\s+)?(?:(?:coming|next|main)\s+)?$"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|ten|\d+|a\s+few|some|several|only|just)"
_TIME = r"(?:minutes?|hours?|days?|weeks?|months?)"
_WILL = r"(?:will|shall|would|is\s+to|are\s+to|can|may|ought\s+to|to)"
_TO_COME = (
    r"\b(?:[Oo]n\s+the\s+eve\s+of|[Aa]head\s+of|[Pp]rior\s+to|[Ii]n\s+the\s+run-up\s+to|[Rr]unning\s+up\s+to"
    r"|[Cc]ountdown\s+to|[Ii]n\s+(?:good\s+)?time\s+for|[Ii]n\s+advance\s+of"
    rf"|(?:remain(?:s|ed)?|left|to\s+go)\s+(?:until|till|before|to)|{_COUNT}\s+{_TIME}\s+from)\s+{_THE}",
    rf"\b(?:not|nothing|none)\b[^.;:]{{0,60}}?\b(?:before|until|till|prior\s+to)\s+{_THE}",
    rf"\b{_WILL}\s+(?:[\w-]+\s+){{1,5}}?(?:before|until|till|by)\s+{_THE}",
    r"\b(?:set(?:s|ting)?|sett(?:le|les|led|ling)|draft(?:s|ed|ing)?|fix(?:es|ed|ing)?|finali[sz](?:e|es|ed|ing)"
    r"|prepar(?:e|es|ed|ing)|agree[ds]?(?:\s+on)?|discuss(?:es|ed|ing)?|propos(?:e|es|ed|ing)|chose|chosen|named?)"
    r"\s+(?:[\w-]+\s+){0,4}?(?:agenda|programme|program|dates?|venue|place)\s+(?:and\s+\w+\s+)?"
    rf"for\s+{_THE}",
    r"\b(?:adoption|approval|signature|signing|consideration|endorsement|submission|presentation)\s+"
    rf"(?:at|by|to|during)\s+{_THE}",
    r"\b(?:invit(?:es?|ed|ing)|ask(?:s|ed)?|agree[ds]?|accept(?:s|ed)?|promise[ds]?)\b[^.;:]{0,60}?\bto\s+"
    rf"(?:come\s+to|attend|join|be\s+at|travel\s+to|take\s+part\s+in|participate\s+in)\s+{_THE}",
    r"\b(?:chosen|picked|selected|named|earmarked|foreseen|booked)\s+(?:for|to\s+host|as\s+(?:the\s+)?"
    rf"(?:venue|host|place|seat|scene)\s+(?:of|for))\s+{_THE}",
    rf"\b[Bb]efore\s+(?:they|he|she|it)\s+(?:[\w-]+\s+){{1,6}}?(?:to|for|into)\s+{_THE}",
)
_AHEAD = re.compile("|".join(_TO_COME))
_MARGINS = re.compile(
    r"\b(?:margins?|sidelines?|fringes?|edges?)\s+of\s+(?:(?:the|its|their|this|an?)\s+)?(?:[a-z]+\s+)?\Z"
)
_FRONTED = re.compile(
    r"\b(?:[Oo]n\s+the\s+eve\s+of|[Aa]head\s+of|[Pp]rior\s+to|[Ii]n\s+the\s+run-up\s+to)\s+" + _THE
)
_NOT_DONE = re.compile(
    r"\b(?:[Bb]efore|[Uu]ntil|[Tt]ill|[Oo]nce|[Aa]s\s+soon\s+as|[Ww]hen)\s+" + _THE
)
_IS_DONE = re.compile(
    r"[^.;:,]{0,40}?\s(?:has\s+(?:been\s+held|taken\s+place|ended|finished|met)|is\s+(?:over|held|behind\s+(?:them|us))"
    r"|ends|opens|begins|starts|takes\s+place)\b"
)
_MAKING = re.compile(rf"\b(?:ge|mak|hav|put)(?:e|es|ts?|tting|ing)\s+{_THE}")
_READY = re.compile(r"[^.;:,]{0,60}?\sready\b")
_STILL = re.compile(
    rf"[^.;:,]{{0,40}}?\s(?:(?:is|are|was|were)\s+(?:now\s+|still\s+|only\s+|just\s+|barely\s+)?(?:{_COUNT}\s+{_TIME}\s+(?:away|off)"
    rf"|a\s+matter\s+of\s+{_TIME}|(?:just\s+)?(?:a?round\s+the\s+corner)|at\s+hand|imminent|drawing\s+near|near(?:ing)?|pencilled\s+in"
    rf"|on\s+the\s+(?:calendar|diary|agenda)\s+for|running\s+(?:[\w-]+\s+){{0,3}}?late|{_COUNT}\s+{_TIME}\s+late)"
    r"|has\s+(?:yet|still)\s+to\s|awaits\s|lies\s+ahead|follows\s+(?:[^.;:,]{0,40}?\s)?(?:next|later|in|on)\s)"
)
_SWING = re.compile(
    r"(?:[^.;:,]{0,40}?|,\s+(?:whose|of\s+which|the)\s[^.;:]{0,60}?)\s(?:(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?in\s+(?:full\s+swing|its\s+\w+\s+day)"
    r"|enter(?:s|ed)\s+(?:its|the)\s+(?:\w+\s+){1,3}?day|(?:winds?\s+up|wraps?\s+up|closes|ends)\s+(?:\w+\s+){0,3}?(?:today|tomorrow|tonight)"
    r"|continued\b[^.;:]{0,40}?\b(?:second|third|fourth|penultimate)\b)"
)
_CARRYING_ON = re.compile(
    r"\b(?:(?:the\s+)?(?:first|second|third|opening)\s+(?:of\s+(?:two|three|four|five|its\s+\w+)\s+days|day)\s+of"
    r"|(?:[Aa]t\s+(?:the|this)\s+moment|[Cc]urrently|[Aa]s\s+(?:we|this)\s+\w+)\b[^.;:]{0,80}?\b(?:sit|meet|are)\b[^.;:]{0,60}?\b(?:for|at|in))\s+"
    + _THE
)
_LEAVES = re.compile(r"\b(?:carr(?:y|ies|ied)\s+on|continue[ds]?|goe?s?\s+on|went\s+on)\b")
_MOMENT = re.compile(r"\b(?:moment|currently|as\s+(?:we|this))\b", re.IGNORECASE)
_ACTIVE = re.compile(r"\s+(?:prepared|planned|proposed|scheduled)\s+(?:an?|the|its|two|three)\s")
_PAST = re.compile(
    r"[^.;:]{0,40}?(?:,\s*(?:which\s+(?:was|were|had|ended|closed|opened|took)|held)\b"
    r"|\s(?:ended|closed|was\s+held|had\s+been|took\s+place|broke\s+up|rose)\b)"
)


def stage(view: str, mention: MeetingMention) -> Modality | None:
    """Return how far the words at a meeting's name say that it is, None where they do not."""
    before = view[max(0, mention.start - REACH) : mention.start]
    if _ACTIVE.match(view, mention.end):
        return "done"
    if _PAST.match(view, mention.end):
        return None
    if _NOT_DONE.search(before) and _IS_DONE.match(view, mention.end):
        return "planned"
    if _AHEAD.search(before) or _STILL.match(view, mention.end):
        return "planned"
    if _MAKING.search(before) and _READY.match(view, mention.end):
        return "planned"
    if _SWING.match(view, mention.end):
        return "ongoing"
    if _CARRYING_ON.search(before) and (_LEAVES.search(before) or _MOMENT.search(before)):
        return "ongoing"
    return None


def has_margins(view: str, mention: MeetingMention) -> bool:
    """Return whether a meeting is named for what took place beside it: "on its sidelines"."""
    return _MARGINS.search(view, max(0, mention.start - 50), mention.start) is not None


def is_fronted(view: str, mention: MeetingMention, date: DateMention) -> bool:
    """Return whether a day is that of a clause which a meeting to come only goes before.

    "On the eve of the summit, ministers met on Tuesday": Tuesday is not the day of the summit.
    """
    if not _FRONTED.search(view, max(0, mention.start - 40), mention.start):
        return False
    return "," in view[mention.end : date.start]
