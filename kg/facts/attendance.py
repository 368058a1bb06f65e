"""Who of the persons that a report names was at a meeting, and at which one.

A readout names persons because they met: who holds an office and is named where a meeting is
told of took part in it, unless the words say otherwise. They say otherwise of those who speak
for others to the press, invite, write, telephone, stay away, or are only talked about.
"""

from __future__ import annotations

from kg.facts import presence
from kg.language import expressions as re
from kg.language.phrases import lower
from kg.model import Document, MeetingMention, Mention, PersonMention, Sentence

REACH = 500
"""Characters to either side of a person that are read for what is said of the attendance."""
_SPEAKS_FOR_OTHERS = re.compile(r"\b(?:spokes\w+|press secretary|press officer)\b", re.I)
# Who meets also tells the press of it; who only tells the press is of lower rank.
_PRINCIPAL = re.compile(
    r"(?!.*\b(?:Deputy|Vice|Assistant|State)\b)(?:.*\bMinister\b.*|President|Premier"
    r"|Chancellor|King|Emir"
    r"|Secretary[- ]General|Secretary of State|Foreign Secretary)",
    re.I,
)
_SOURCE = re.compile(
    r"\b(?:[Aa]ccording\s+to|for\s+(?:reporters|journalists|the\s+(?:press|media))\s+by"
    r"|announced\s+by|(?:figures?|numbers?|information|news|details|explanation)\s+(?:was|were)"
    r"\s+(?:given|provided|confirmed|released|supplied)\s+by|attributable\s+to"
    r"|told\s+(?:reporters|journalists)\s+by)\s+(?:the\s+)?\Z"
)
_TO_PRESS = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:has\s+|had\s+)?(?:also\s+)?(?:told|informed"
    r"|briefed)\s+(?:reporters|journalists|media\b|newsmen"
    r"|the\s+(?:media|press|agency)|a\s+(?:daily\s+|regular\s+)?(?:press|news)"
    r"|[A-Z][\w.]+\s+(?:News|TV)\b)"
)
# What stands before a person who is only talked about, invited, thanked, written or called to.
_CONCERNING = (
    r"invitation\s+(?:of|from|by)|invited\s+by|on\s+behalf\s+of|By|written\s+by",
    r"(?:messages?|letters?|reports?|videos?)\s+\w+",
    r"(?:conveyed|greetings)\b[^,;]{0,40}\b(?:from|of|to)",
    r"phoned|telephoned|called|call\s+(?:with|to|from)|conversation\s+with",
    r"(?:cabinet|office|government|administration|era|time|regime|memory|rule|presidency|visit"
    r"|statement|decision|initiative|proposal|idea)\s+(?:of|by)",
    r"(?:signing|signature)\s+(?:of\s+[^,;.]{0,60}\s)?by",
    r"appoint\w*(?:\s+of)?|succeed\w*|successor\s+(?:of|to)|replac\w+|going\s+to",
    r"(?:representing|(?:envoy|stead|place|patronage|retinue|eyes|efforts|auspices"
    r"|deputy|biography|death|work|(?:re-)?election|victory|inauguration|birthday|passing|illness"
    r"|wife|family|son|daughter)\s+of|instead\s+of|stand(?:s|ing)?\s+in\s+for|without|books?\s+by"
    r"|(?:condolences|sympathy|thanks|telegrams?|tribute)\s+(?:\w+\s+){0,3}to|sent\s+to|awaiting"
    r"|(?:predecessor|successor)\b,?)",
    r"go\s+on\s+to|against|[Cc]ongratulat\w+|(?:[Rr]e)?[Cc]ommend(?:s|ed|ing)?|[Ww]elcom(?:es|ing)"
    r"|tribute\s+to|thank(?:s|ed|ing)?|grat\w+\s+to",
)
_ADDRESSED = (
    r"(?:call(?:s|ed|ing)?\s+(?:up)?on|urg(?:es?|ed|ing)|appeal\w*\s+to|condemn\w*"
    r"|support(?:s|ed)?"
    r"|back(?:s|ed)|criticis\w+|which|whom|that|whose|since)\b"
)
# Whom one of those present met apart from the rest, where no meeting of the two was read.
_APART = (
    r"(?:received\s+(?:separately\s+)?by|met\s+(?:\w+\s+)?with|met|meetings?\s+with|called\s+on"
    r"|courtesy\s+calls?\s+(?:on|to|by)|audience\s+(?:with|by|of)|talks\s+with|granted\s+by"
    r"|(?:dinner|lunch|breakfast|reception)\s+(?:given\s+|offered\s+|hosted\s+)?(?:with|by|of))"
)
_ALL = "|".join((*_CONCERNING, _ADDRESSED, _APART))
_OUTSIDE = re.compile(
    r"\b(?:memory|honou?r|tribute|condolences|death|passing|election|appointment"
    r"|re-election)\s+(?:of|to)"
    r"\s+(?:the\s+)?[^,;.]{0,60},\s*\Z"
    r"|\bwhose\s+(?:chair\w*|head|leader|author|founder|convener)\s+(?:is|was)\s+(?:the\s+)?\Z"
    rf"|\b(?:{_ALL})(?:[^,;.]{{0,60}}\s+and)?\s+"
    r"(?:the\s+|former\s+|(?:its|their|his|her)\s+(?:[a-z][\w-]+(?:\s+[a-z][\w-]+)?,\s*)?)?\Z"
)
_ABSENT = re.compile(
    r"(?:\s*\([^()]{0,40}\))?\s*[;,]\s+in\s+(?:his|her)\s+absence\b"
    r"|(?:,\s+(?:whos?e?\b|down\b|due\b|expected\b|announced\b|billed\b|listed\b|[A-Z])[^,.;]{0,80},)?\s*,?\s*(?:who\s+)?"
    r"(?:(?:has|have|had|was|were|will|is|may|would|though|been|be|to)\s+)*(?:also\s+|earlier\s+)*"
    r"(?:'s\s+(?:deputy|envoy|representative|aide|adviser|office|wife|husband|spouse|predecessor"
    r"|successor|death|visit|government|personal|special)\b"
    r"|sent\b|not\s+(?:among|there|seen|present|come|attend\w*|take|able|travel|go|join"
    r"|participate|make|be)|dismissed|governed|ruled|held\s+back"
    r"|had\s+an?\s+(?:\w+\s+)?(?:interview|conversation|exchange|tete-a-tete)"
    r"|found\s+(?:him|her)self|abroad|promised\s+to\s+visit|visit\s|under\s+whose|elsewhere"
    r"|(?:substituted|replaced|deputi[sz]ed\s+for)\s+by|,\s+by\s+(?:his|her|its|their)\b"
    r"|[^.;]{0,40}?\b(?:did\s+not|could\s+not|failed\s+to|never)\s+(?:turn\s+up|come|show|appear|attend|arrive|make\s+it)\b"
    r"|invited\b|asked\s+[^.;,]{2,30}\s+to\s+(?:come|attend)|extended\s+an\s+invitation|phoned|telephoned|did\s+not|absent"
    r"|stay(?:ed|s)\s+away|could\s+not|unable|not\s+(?:present|attend)|excused|represented\s+by"
    r"|(?:welcomed|hailed|greeted|praised|criticised|followed)\b[^.;]{0,60}\bfrom\s+(?:afar"
    r"|abroad|home|[A-Z]\w+)"
    r"\s*[.;]|wrote|was\s+waiting|received\b|cancelled|declined|skipped|missed|withdrew"
    r"|apologi[sz]ed"
    r"|[^.;]{0,60}\b(?:in|by|through|via)\s+(?:an?\s+)?(?:\w+\s+)?(?:message|letter|statement"
    r"|phone\s+call|telegram|cable|tweet|post|interview|article)\b)"
)
_REMOTE = re.compile(
    r"\b(?:telephone|phone)\s+(?:call|conversation|talks?)|\bby\s+(?:tele)?phone|\bphone(?:d)?\b"
)
_LED_WITH = re.compile(
    r"\b(?:(?:co-)?(?:chair|host|head)ed|presided\s+over|opened|led|attended"
    r"|took\s+part\s+in)\s+(?:\w+\s+){0,3}?"
    r"(?:meeting|talks|session|summit|dialogue|consultations|event)\s+(?:together\s+"
    r"|along\s+)?with\s+[^;.]*\Z"
)
_OTHER_EVENT = re.compile(
    r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,3}?(?:breakfast|dinner|lunch|luncheon|reception|banquet"
    r"|event|roundtable|panel|exhibition|concert|seminar|side-event|gala|rally|fair"
    r"|ceremony)\b[^.;]*\Z"
)


_MEANWHILE = re.compile(
    r"\W*(?:Meanwhile|Separately|Elsewhere|In\s+(?:a(?:nother|\s+separate)|other)\s+(?:development|news"
    r"|developments))\b"
)
_THE_WHILE = re.compile(r"\s*,\s*(?:meanwhile|separately)\b")


def diverted(document: Document, sentence: Sentence, person: PersonMention) -> bool:
    """Tell whether a sentence tells, before a person, of another event: "hosted a dinner for N"."""
    if _MEANWHILE.match(document.view, sentence.lead) or _THE_WHILE.match(
        document.view, person.span[1]
    ):
        return True
    first = max(sentence.start, person.span[0] - 200)
    return _OTHER_EVENT.search(document.view, first, person.span[0]) is not None


_FUTURE = re.compile(
    r"\b(?:confirmed\s+(?:his|her|their|its)\s+(?:participation|attendance|presence)"
    r"|(?:has|have)\s+(?:all\s+|so\s+far\s+|already\s+)?(?:accepted|promised\s+to\s+come)(?=\s*[:.]|\s+the\s+invitation)"
    r"|awaited|(?:is|are)\s+among\s+(?:the|those)|will|shall|would|to\s+attend|expected"
    r"|due\s+(?:to|in|at)|is\s+to|are\s+to|going\s+to|leaves"
    r"|invited|scheduled"
    r"|plans?\s+to)\b"
)


def reports(document: Document, sentence: Sentence, person: PersonMention) -> bool:
    """Tell whether a person is named as the source of the report: who briefs the press."""
    if any(_SPEAKS_FOR_OTHERS.search(office.title) for office in person.offices):
        return True
    start, end = person.span
    before = document.view[max(sentence.start, start - 80) : start]
    after = document.view[end : min(sentence.end, end + 80)]
    principal = any(_PRINCIPAL.fullmatch(office.title) for office in person.offices)
    return bool(_SOURCE.search(before) or (_TO_PRESS.match(after) and not principal))


def _remote(document: Document, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of a telephone, by which nobody comes to a meeting."""
    words = lower(document.view)
    return words.find("phone", start, end) >= 0 and bool(_REMOTE.search(words, start, end))


_STAYS_HOME = re.compile(
    r"[^.;]{0,120}?\b(?:he|she|(?:his|her)\s+(?:country|delegation|government))\b[^.;]{0,80}?\s"
    r"(?:not|never)\s+(?:be\s+(?:attending|there|present|coming)|attend|come\s+to|take\s+part|participate|travel)\b"
)


def absent(document: Document, sentence: Sentence, person: PersonMention) -> bool:
    """Tell whether the words around a person keep the person out of the meeting."""
    start, end = person.span
    wide = presence.without_honorifics(document.view[max(sentence.start, start - 250) : start])
    before = wide[-80:]
    after = document.view[end : min(sentence.end, end + 80)]
    if (
        presence.by_deed(document, sentence, start)
        or _LED_WITH.search(before)
        or presence.held_them(document, sentence, (start, end))
        or presence.speaks_for(document, sentence, (start, end))
    ):
        return False
    return bool(
        _OUTSIDE.search(before)
        or _ABSENT.match(after)
        or _STAYS_HOME.match(document.view, end, min(sentence.end, end + REACH))
        or _remote(document, *_window(sentence, start))
    )


def to_come(document: Document, sentence: Sentence, offset: int) -> bool:
    """Tell whether a sentence speaks, around an offset, of attendance still to come."""
    return bool(_FUTURE.search(document.view, *_window(sentence, offset)))


_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:due\s+|expected\s+|scheduled\s+|set\s+)?to|plans?\s+to)\s+(?:\w+\s+){0,2}?"
    r"(?:visit|travel|fly|go|meet|host|receive|welcome|(?:co-)?chair|hold|pay|call)\b[^.;:]*\Z"
)


def goes_with_what_comes(document: Document, sentence: Sentence, offset: int) -> bool:
    """Tell whether a verb in the future has an offset behind it: "will go to Lima to see N"."""
    first = max(sentence.start, offset - REACH)
    return _AHEAD.search(document.view, first, offset) is not None


def _window(sentence: Sentence, offset: int) -> tuple[int, int]:
    """Return the part of a sentence around an offset: all of it but for an endless one."""
    return max(sentence.start, offset - REACH), min(sentence.end, offset + REACH)


_SITS_BY = re.compile(
    r"\b(?:[Aa]ccompan(?:ied|ying)|[Ff]lanked\s+by|[Jj]oined\s+by|sat\s+in|in\s+attendance"
    r"|also\s+(?:present|attended|took\s+part|joined|participated)|(?:was"
    r"|were)\s+(?:also\s+)?present"
    r"|attended\s+(?:the\s+)?(?:above|these|those|all|both)\s+(?:events|meetings|activities|talks)"
    r"|(?:attend(?:ed|ing)|(?:took\s+part|participated)\s+in|[Aa]ttending|[Pp]resent\s+(?:at|during|for))"
    r"\s+(?:(?:the|these|this)\s+)?(?:\w+\s+)?"
    r"(?:talks|meetings?|session|signing|ceremony|negotiations|consultations|discussions)"
    r"|(?:took\s+part|attended|participated|joined|sat\s+in)(?=[.,;])"
    r"|delegation\s+includ\w+|had\s+with\s+(?:him|her)|[Tt]aking\s+part|[Pp]articipating"
    r"|[Aa]lso\s+(?:at|in|there)\s+[^.;]{0,30}:|attended\s+by|side\s+(?:was|were)"
    r"|represented\s+by|with\s+(?:him|her)\s+were"
    r"|sat\s+(?:beside|next\s+to|opposite)|around\s+the\s+table|at\s+the\s+table"
    r"|[Pp]resent\s+(?:were|was)"
    r"|in\s+the\s+presence\s+of|sign(?:ed|ing|s|atory|atories)|[Ee]xchanged\s+by|initialled|witness(?:ed)?|[Ss]ignatory)\b"
)


def sits_by(document: Document, sentence: Sentence, person: PersonMention) -> bool:
    """Tell whether a sentence places its persons at the side of those who meet."""
    return bool(_SITS_BY.search(document.view, *_window(sentence, person.start)))


_BACKGROUND = re.compile(
    r"\b(?:look(?:ed|s|ing)?\s+forward\s+to|ahead\s+of|(?:sidelines?|margins?)\s+of"
    r"|prepar\w+\s+(?:for|by|to)|prior\s+to|since"
    r"|(?:outcomes?|results?|decisions?|conclusions|commitments|documents?|recommendations|report"
    r"|holding|host\w*|chair\w*|success)\s+(?:\w+\s+){0,2}?(?:of|at|from|by)"
    r"|(?:adopted|agreed|signed|decided|approved|made|taken|reached|launched|established|entrusted"
    r"|proposed|discussed|initialled)\s+(?:at|by|during|in)|when|where|recall\w*|before|after|following"
    r"|until|between)\s+(?:(?:the|its|their|his|her|our|an?|this)\s+)?(?:[a-z]+\s+)?\Z",
    re.I,
)
_LOOKED_BACK = re.compile(
    r"[^.;:,]{0,50}?(?:,\s+which|\bthat)?\s+had\s+(?:been\s+)?(?:held|taken\s+place|met|convened"
    r"|sat)\b"
)


def background(document: Document, meeting: Mention) -> bool:
    """Tell whether a meeting is only what others lead to or come from: "ahead of the summit"."""
    return bool(
        _BACKGROUND.search(document.view, max(0, meeting.start - 80), meeting.start)
        or _LOOKED_BACK.match(document.view, meeting.end)
    )


_HAD_MET = re.compile(
    r"\bhad\s+(?:(?:already|also|earlier|last|first|been)\s+)*(?:met|received|held|visited|convened)\b"
)


def had_met(document: Document, meeting: MeetingMention) -> bool:
    """Tell a meeting that had been before what is told: "N had met N in March"."""
    start = max(0, meeting.start - 20)
    told = meeting.rule in ("met-with", "bodies-met")
    return told and _HAD_MET.search(document.view, start, meeting.end) is not None


_WHEN = re.compile(r"\b(?:when|as)\s+(?:the\s+|its\s+|their\s+)?\Z")
_ENDED = re.compile(
    r"[^.;:]{0,80}?\b(?:rose|ended|closed|concluded|opened|began|parted|adjourned|went\s+into)\b"
)


def reported(document: Document, meeting: Mention) -> bool:
    """Tell a meeting whose course a clause of time reports: "when the 5th conference rose"."""
    view = document.view
    when = _WHEN.search(view, max(0, meeting.start - 20), meeting.start)
    return when is not None and _ENDED.match(view, meeting.end) is not None


_BYGONE = re.compile(
    r"(?:[\w.-]+'s?\s+)?(?:last|previous|past|earlier|preceding|first-ever)\b", re.I
)


def bygone(document: Document, meeting: Mention) -> bool:
    """Tell a meeting that is only looked back to: "the last summit"."""
    return bool(_BYGONE.match(document.view, meeting.start, meeting.end))


_AT = re.compile(
    r"\b(?:chair\w*|presid\w*|co-chair\w*|attend\w*|open(?:ed|s|ing)?|clos(?:ed|es|ing)"
    r"|address\w*|told|hosted"
    r"|took\s+part|taking\s+part|takes?\s+part|participat\w+|joined|joining|present"
    r"|in\s+the\s+chair|takes?\s+(?:his|her|their)\s+seats?|took\s+(?:his|her|their)\s+seats?|led|headed|spoke"
    r"|speaking|said\s+at|remarks)\b"
)


_PAYS = re.compile(
    r"(?:,[^,;.]{2,90},)?'s\s+|(?:,[^,;.]{2,90},)?\s+(?:(?:has|had|is|was|will|today|yesterday|also)\s+)*"
    r"(?:pa(?:id|ys?|ying)|made|makes|undertook|beg[aiu]n\w*|start(?:ed|s)|end(?:ed|s)|conclud(?:ed|es)|on"
    r"|wrapped\s+up|(?:returned|came\s+back|back)\s+from|embark(?:ed|s)\s+on|(?:been\s+)?on"
    r"|(?:arrived?|arrives|travelled|left|leaves)\b[^,;.]{0,40}?\s(?:on|for))\s+"
    r"(?:(?:an?|the|his|her|first|second|two|three|four|five|[\w-]+-day)\s+)*"
)
_PAID_BY = re.compile(
    r"\s+(?:of|by|from)\s+(?:(?:the|His|Her|H\.E\.|Mr\.?|Mrs\.?|Dr\.?|[A-Z]\w+)\s+)*"
    r"|(?:\s+to\s+[A-Z][\w-]+)?,?\s+(?:which|that)\s+(?:the\s+)?(?:[A-Z]\w+\s+)*"
)
_SUBORDINATE = re.compile(r"\bthat\b|\b(?:when|until|since|before|after)\b")


_OF_ANOTHER = re.compile(r"[\w)],?\s+who\s+(?!will\s+also\b)[^,;]*\Z")
"""A relative clause that stays open up to a meeting: "met N, who came to attend the summit"."""


def at(document: Document, person: PersonMention, meeting: MeetingMention) -> bool:
    """Tell whether the words between a person and a meeting put the person in it."""
    first, last = sorted((person.span, (meeting.start, meeting.end)))
    between = document.view[first[1] : last[0]]
    if meeting.head == "visit" and len(between) < 160:
        pays = _PAYS if person.start < meeting.start else _PAID_BY
        return pays.fullmatch(between) is not None
    told = len(between) < 160 and ";" not in between and _AT.search(between) is not None
    return told and _SUBORDINATE.search(between) is None and _OF_ANOTHER.search(between) is None
