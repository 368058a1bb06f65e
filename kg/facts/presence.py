"""Whether the words around a name say that its bearer was there: who does what in the clause.

A seat needs words of presence: who acts at a meeting ("N opened it"), by whom something was done
there ("chaired by N"), who is told of as there ("present was N"), who keeps company with those
who met ("together with N"), or whose words were heard. Who is only the object of a clause
("thanked N"), or stands behind a noun ("a book by N"), is only talked about.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from kg.facts.conduct import ASIDE, CAME, DEED, HELPERS, SPOKEN, THERE
from kg.language import expressions as re
from kg.model import Document, Sentence

Place = Literal["subject", "predicate", "agent", "company", "object"]

BEFORE = 250
"""Characters before a name in which the words stand that govern it."""
REACH = 600
"""Characters before an entry of a list with semicolons in which the words stand that open it."""
BEHIND = 240
"""Characters behind a name in which its verb and what is said with it stand."""

_HONORIFICS = (
    r"(?:(?:[A-Z][a-z]{1,3}\.|Messrs\.?|General|Admiral|Colonel|Senator|H\.?E\.?|H\.?R\.?H\.?|His|Her"
    r"|Their|Majesty|Excellency|Royal|Imperial|Serene|Highness|Holiness|Samdech|Techo|Dr\.?|Mr\.?"
    r"|Mrs\.?|Ms\.?|Hon\.?|Honourable|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|former|then"
    r"|two|three|four|five|six|seven|eight|nine|ten|late|acting|fellow|outgoing|incoming|visiting|current|new|[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?'s|[a-z]+'s)\s+)+\Z"
)
_HONORIFIC = re.compile(rf"\b{_HONORIFICS}")
_HONORIFIC_LAST = re.compile(rf"\b{_HONORIFICS}|'s\s+\Z")
_ROLE = (
    r"(?:(?:vice-)?ministers?|(?:vice-)?presidents?|premiers?|ambassadors?|envoys?|hosts?|guests?"
    r"|heads?|chair(?:man|men|woman|person)?s?|secretar(?:y|ies)(?:-general)?|directors?|leaders?"
    r"|colleagues?|counterparts?|peers?|numbers?|delegates?|representatives?|speakers?|governors?"
    r"|commissioners?|officials?|advis[eo]rs?|chiefs?|founders?|chancellors?|rapporteurs?|kings?"
    r"|facilitators?|moderators?|brothers?|generals?|foreign\s+ministers?|capacity)"
)
_WORD = (
    r"(?:(?!(?:the|an?|its|their|his|her|our|by|of|to|and|with|was|were|is|are|sat|stood|came"
    r"|spoke|said|did)\b)[\w'’-]+\s+)"
)
_PLAIN_WORD = (
    r"(?:(?!(?:was|were|is|are|be|been|by|with|and|but|of|to|from|for|as|that|who|which|whom|when|while|where"
    r"|sat|stood|came|spoke|at|in|on|said|says|also|only|then|there)\b)[a-z]+\s+)"
)
_ENTITLED = re.compile(
    rf"(?:\b(?:the|an?|its|their|his|her|our|both|two|three)\s+{_WORD}{{0,6}}?|\b{_PLAIN_WORD}?)"
    rf"\b{_ROLE}(?:\s+(?:of|for)\s+[^,;:.]{{1,50}})?\s*,?\s*\Z",
    re.IGNORECASE,
)
"""An office without capitals before a name: "the Zambian water minister, N"."""
_LAST_OF_ROLE = re.compile(rf"[\w-]*{_ROLE}", re.IGNORECASE)
_OF_OR_FOR = re.compile(r"\b(?:of|for)\s", re.IGNORECASE)
_BARE = r"(?:[A-Z][\w'-]+\s+){1,3}[A-Z][\w'-]+"
_BESIDE = re.compile(rf"(?:{_BARE}\s*,\s*)*{_BARE}\s*,?\s+and\s+\Z|(?:{_BARE}\s*,\s*){{2,}}\Z")
"""Names without an office that stand in a row before one."""
_ADVERBS = (
    r"(?:(?:also|then|once\s+more|again|mainly|notably|there|too|likewise|finally|now|the|two|three"
    r"|four|five|six|seven|eight|nine|ten|several|more|other|further|all)\s+)*"
)
_AGENT = re.compile(r"\bby\s+\Z")
_COMPANY = re.compile(
    r"\b(?:(?:together|along|jointly|accompanied)\s+with|alongside|in\s+the\s+company\s+of"
    r"|joining\s+(?:him|her|them)\s+(?:was|were)|with\s+(?:him|her|them)(?:\s+(?:on|at|in)\s+the\s+\w+)?(?:\s+(?:were|was|came|sat))?|side\s+by\s+side\s+with)\s+\Z",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:co-?)?(?:chair\w*|met|signed|opened|held|hosted|discuss\w*|presided|inaugurated|exchanged"
    r"|led|launched|attend\w*|participat\w+|takes?\s+part|took\s+part|spoke|talked|travel\w*|came|arrived|flew)\b"
    r"(?:[^.;]|\.(?=\S)|(?<=[.-][A-Z])\.)*\bwith\s+\Z",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|remain(?:s|ed)?|includ(?:es?|ed|ing)|compris(?:es?|ed|ing)"
    rf"|came|comes|(?:had|have)\s+(?:come|travelled|flown|arrived)|spoke|sat|sits?|stood|stands?|appeared)\s+{_ADVERBS}\Z"
    r"|(?:[\"”,]\s*|\b(?:as|so)\s+)(?:said|says|added|asked|did)\s+\Z|[\"”:]\s*,?\s*thus\s+\Z"
)
_OPENS = re.compile(
    r"(?:\A|[;:(–—\"|]|\s-|,)\s*\Z|\b(?:and|but|while|when|where|whereas|as|that|what|which|whom|also|then|there"
    r"|here|meanwhile|plus|too|only|even|today|yesterday|tomorrow|morning|afternoon|evening|night"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|by\s+turns)\s+\Z",
    re.IGNORECASE,
)


def place(document: Document, sentence: Sentence, start: int) -> Place:
    """Return the place in its clause of a name, or a row of names, that begins at `start`."""
    before = _before(document, sentence, start)
    if _COMPANY.search(before) or _WITH.search(before):
        return "company"
    if _AGENT.search(before):
        return "agent"
    if _PREDICATE.search(before):
        return "predicate"
    return "subject" if _OPENS.search(before) else "object"


def _before(document: Document, sentence: Sentence, start: int) -> str:
    """Return the words that govern a name: what is before its honorifics and plain titles."""
    return _governing(document.view[max(sentence.lead, start - BEFORE) : start])


@lru_cache(maxsize=256)
def _governing(words: str) -> str:
    """Return the words without what names a person's dignity; asked again for each question."""
    before = without_honorifics(words)
    if before.rstrip().endswith((",", " and")):
        before = _BESIDE.sub("", before)
    last = before[-80:].rstrip(" ,").rpartition(" ")[2]
    if _LAST_OF_ROLE.fullmatch(last) or _OF_OR_FOR.search(before[-80:]):
        before = _ENTITLED.sub("", before)
    return without_honorifics(before)


def without_honorifics(before: str) -> str:
    """Return the words before a name without "His Excellency Mr" and the like at their end."""
    return _HONORIFIC.sub(" ", before) if _HONORIFIC_LAST.search(before[-30:]) else before


_ACTS = re.compile(rf"{ASIDE}{HELPERS}(?:(?P<spoken>{SPOKEN})|{DEED}\b|{THERE}|{CAME})")
_ACTED_BY = re.compile(
    r"\b(?:addressed|read\s+out|read|presented|delivered|opened|closed|inaugurated|chaired|co-chaired"
    r"|presided\s+over|presidency|moderated|led|headed|signed|attended|introduced|given|conducted"
    r"|steered|subscribed|countersigned|facilitated|launched|submitted|taken|hosted|convened|joined|represented|flanked|reading"
    r"|accompanied|briefed|graced|fronted|witnessed|run|made|directed|greeted|welcomed|guided|held"
    r"|initialled|(?<=was\s)replaced|put\s+forward|tabled|pronounced|spoken(?:\s+for)?|voiced|(?:objections?|questions?|doubts?|concerns?|points?|issues?)\b[^.;,]{0,40}?\sraised|handed\s+over|received|(?<=was\s)followed|remarks|statements?|presentations?|speech(?:es)?|address(?:es)?"
    r"|interventions?|briefings?|updates?|reports?(?=\s+(?:made|given)))\b"
    r"(?:\s+(?!by\b)[^,;.]{0,60}?|,[^,;.]{2,30},)?(?:,?\s+and)?\s+by\s+"
    r"(?:.{0,200}(?:[,;]|\sand)(?:\s+and)?(?:,?\s+(?:in|for|from)\s[^,;]{2,40},)?\s+by\s+)?\Z",
    re.IGNORECASE,
)
_OF_PRESENCE = re.compile(
    r"\b(?:presence|participation|attendance|chairmanship|leadership|chairpersonship|presidency|hands"
    r"|guidance|gavel|names|signatures?|persons?|direction|conduct|hosts?|guests|stewardship)\s+of(?:\s+[^,;.]{0,30}\band)?\s+\Z",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:[Hh]eard|[Hh]earing|[Nn]oted|[Nn]oting|[Ll]isten\w*\s+to|[Ff]ollow\w*|[Aa]fter|[Ww]ith)\b"
    r"(?:[^.]|(?<=[A-Z])\.|(?<=[DM][rs])\.){0,220}?\s(?:statements?|updates?|remarks|briefings?"
    r"|presentations?|address(?:es)?|interventions?|speech(?:es)?)\s+(?:made\s+|delivered\s+|given\s+)?"
    r"(?:by|of|from)\s+\Z"
)
_THAT_OF = re.compile(
    r"\b(?:speech(?:es)?|signatures?|statements?|address(?:es)?|interventions?|remarks|presentations?)\b[^.;]{0,90}?"
    r"\b(?:that|those)\s+of\s+\Z"
)
_HEARD_REPORT = re.compile(
    r"\b(?:[Hh]eard|[Hh]earing|[Ll]isten\w*\s+to)\s+(?:(?:\w+\s+){0,4}?(?:reports?|accounts?)\s+"
    r"(?:\w+\s+)?(?:by|of|from)\s+)?\Z"
)
_TAKEN_IN = re.compile(
    r"\b(?i:chair(?:manship)?|presidency|gavel|leadership)\b[^.;]{0,60}\b(?:entrusted|passed|pass(?:es)?|handed"
    r"|given|goes|went|fell|falls|conferred)\s+(?:over\s+|on\s+)?(?:to\s+)?\Z"
    r"|\b(?:elected|chose|designated|saw|joined|joining|floor\s+(?:was\s+)?(?:then\s+)?given\s+to"
    r"|gave\s+the\s+floor\s+to|passed\s+(?:there\s+)?to|handed\s+(?:over\s+)?to|welcomed|greeted|seated"
    r"|(?:hand(?:ed|s)|pass(?:ed|es)|t[ao]kes?|took|taken|taking|gave|given|giving|relinquish\w+|ceded)\s+(?:[\w-]+\s+){0,3}?"
    r"(?i:chair(?:manship)?|presidency|gavel|leadership|helm)(?:\s+of\s+[^.;,]{2,80}?)?\s+(?:over\s+)?"
    r"(?:from|to|in\s+favou?r\s+of)|[Ii]t\s+(?:fell|was\s+left|was\s+up)\s+to|had\s+with|\b(?:one|you)\s+(?:could\s+)?(?:saw|see|sees|recogni[sz]ed"
    r"|noted|noticed|spotted)|(?:word|floor|task|honou?r|privilege)\b[^.;]{0,40}\b(?:fell|belonged|went|was\s+(?:left|given"
    r"|reserved))\s+(?:to|for)|(?:accounts?|reports?|statements?|questions?|objections?|proposals?|appeals?|calls?"
    r"|warnings?|support|words?|remarks|contributions?|replies|answers?)\b[^.;]{0,60}\b(?:came|comes)\s+from"
    r"|among\s+(?:the|those|its|their)\s+(?:present|guests|participants|speakers|attending|attendees)"
    r"|brought|gathered|united|hosted|between|opposite|beside)\s+(?:[\w\s]{0,20}\s)?\Z"
)
_GATHERS = re.compile(
    r"\b(?:attend(?!ant)\w*|join(?:ed|ing|s)|participa\w+|took\s+part|taking\s+part|takes?\s+part"
    r"|in\s+the\s+(?:chair|hall|room)|present|sat|seated|delegations?|debates?|deliberations|proceedings"
    r"|head\s+of\s+the|guests?|hosts?|represent(?!ative)\w*|chair\w*|presid(?:ed|es|ing)|opposite|greeted|speakers?"
    r"|moderators?|observers?|signator\w+|attendees|panel\w*|names?\s+to|round\s+the\s+table"
    r"|among\s+(?:them|those|the)|welcomed|speaking|table|led\s+by|headed\s+by)\b",
    re.IGNORECASE,
)

_SAID = re.compile(r"\b(?:said|says|added|asked|did|thus)\s+\Z")
_FRONTED = re.compile(
    r"(?:\A|[;:]\s+|,\s+and\s+|\bwhile\s+)(?:In\s+(?:the\s+)?(?:place|lieu|stead)\s+of|At|On|Beside|First|Next|Last|Next\s+to|Opposite|Around|Among|With|From|For"
    r"|Across|To|Also|There|[A-Z][a-z]+ing)\b(?![^.;]*\b(?:trip|journey|tour|plane|flight|visit)\b)[^.;]*\Z",
    re.IGNORECASE,
)
"""A place or a side that opens a clause whose subject stands last: "at the far end was N"."""
_LISTS = re.compile(
    rf"{_GATHERS.pattern}|\b(?:heard|noted|listened\s+to)\b[^.;]{{0,60}}\b(?:statements|reports|speeches)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<!,)\s+and\s+\Z")
_AGAIN = re.compile(r",\s+(?:and\s+)?(?:he|she|they|the|while|but|who|which)\b|[.;:]\s|\bthat\b")


def shows(document: Document, sentence: Sentence, span: tuple[int, int], row: bool) -> bool:
    """Tell whether the words around a name, or a row of names, say that they were there.

    `row` tells that a row of several persons stands there, as lists of those present have.
    """
    start, end = span
    before = _before(document, sentence, start)
    where = place(document, sentence, start)
    if where == "company" or heads(document, sentence, end):
        return True
    if _ROLL.search(document.view, max(sentence.start, start - REACH), start):
        return True
    if _WITH_THEM.search(before) and _EXPECTED.match(document.view, end, sentence.end):
        return True
    if _HEARD_OF.match(document.view, end, sentence.end):
        return True
    if _FROM_THEM.match(before) and _CAME_WORDS.match(document.view, end, sentence.end):
        return True
    if _IT_IS.search(before) and _WHO_DID.match(document.view, end, sentence.end):
        return True
    if speaks_for(document, sentence, span) or _opines(document, sentence, span):
        return True
    if where == "agent":
        return by_deed(document, sentence, start)
    if where == "object":
        return bool(_heard(before) or _OF_PRESENCE.search(before) or _TAKEN_IN.search(before))
    if where == "predicate":
        told = _GATHERS.search(before) or _SAID.search(before) or _FRONTED.search(before)
        return row or told is not None
    if acts(document, sentence, end) is not None or held_them(document, sentence, span):
        return True
    if before.rstrip().endswith((";", "; and")) and _LISTS.search(
        document.view, max(sentence.start, start - REACH), start
    ):
        return True
    if _JOINED.search(before):
        return False
    return gathers(document, sentence, span) or (row and end >= sentence.end - 2)


_ACCEPTED = re.compile(
    r"\b(?:accepted|will\s+(?:come|be\s+there)|(?:had|have)\s+come|were\s+there)\b"
)
_AS_HEAD = re.compile(
    r"\s*,?\s+(?:at\s+(?:its|their|the)\s+head|(?:as|for)\s+(?:its|their)\s+(?:leader|head|chief|spokes\w+))\b"
)


def opens_a_list(document: Document, line: Sentence) -> bool:
    """Tell whether a line leads to those who were there, or will be: "these have accepted:"."""
    words = document.view[max(line.start, line.end - BEHIND) : line.end]
    told = _GATHERS.search(words) or _ACCEPTED.search(words)
    return words.endswith(":") and told is not None


def heads(document: Document, sentence: Sentence, end: int) -> bool:
    """Tell whether who is named leads those that came: "a team with N at its head"."""
    return _AS_HEAD.match(document.view, end, sentence.end) is not None


_ROLL = re.compile(
    r"\b(?:who\s+(?:\w+\s+)?(?:signed|spoke|attended|came|sat|took\s+part|participated)|signatories"
    r"|speakers|participants|attendees|in\s+attendance|taking\s+part|(?:at|(?:a)?round)\s+the\s+table"
    r"|in\s+the\s+room|attendance|presence)(?:\s+[^.:;]{0,80})?\s*:\s(?:[^.]|(?<=[A-Z])\.|(?<=[DM][rs])\.){0,500}\Z"
)
"""Words and a colon that open a list of those who were there."""
_WITH_THEM = re.compile(r"\b[Ww]ith\s+\Z")
_EXPECTED = re.compile(
    r"(?:,?\s+and\s+[^,;.]{2,60}?)?\s*,?\s+(?:also\s+|both\s+|all\s+)?(?:present|attending|expected|in\s+attendance|taking\s+part|looking\s+on"
    r"|on\s+hand|at\s+the\s+table|in\s+the\s+(?:chair|room|hall)|presiding|as\s+(?:observers?|guests?|hosts?))\b"
)
"""Behind those who are there while others meet: "with N and N present"."""
_IT_IS = re.compile(r"\b[Ii]t\s+(?:is|was|will\s+be)\s+(?:also\s+|once\s+more\s+|again\s+)?\Z")
_WHO_DID = re.compile(rf"(?:\s*,[^;.]{{2,90}},)?\s+(?:who|that)\b[^;.]{{0,120}}?\s(?:{DEED})\b")
_FROM_THEM = re.compile(r"\A\W*From\s+\Z")
_CAME_WORDS = re.compile(r"\s*,?\s+came\s+(?:an?|the|words|praise|support|criticism)\b")
_FOR_WHICH = re.compile(
    r"\b(?:for\s+(?:which|whom)|on\s+whose\s+behalf|whose(?:\s+[\w-]+){0,5}?\s*,?"
    r"|(?:meeting|session|summit|conference|forum|talks|ceremony|inauguration|opening|closing|sitting|council"
    r"|dinner|gathering|event)\s*,?\s+(?:to|at|in)\s+which)\s+\Z"
)
_OPINION = re.compile(r"\A\W*(?:For|In\s+the\s+(?:words|view|opinion)\s+of)\s+\Z")
_IS_SO = re.compile(
    r"(?:\s*\([^()]{0,60}\))?(?:,\s+(?!(?:who|which|whose)\b)[^,.;]{2,90})?,?\s+"
    r"(?:the|an?|it|this|that|what|there|no|nothing|[a-z]+(?:er|est))\b[^.;]{0,160}?"
    r"\b(?:is|are|means|remains?|lies|must|will|has|have|should)\b"
)


def speaks_for(document: Document, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether who is named acts for those just spoken of: "Chile, for which N spoke"."""
    before = _before(document, sentence, span[0])
    return _FOR_WHICH.search(before) is not None and acts(document, sentence, span[1]) is not None


def _opines(document: Document, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether a sentence gives the opinion of who is named: "For N the plan is a start"."""
    before = _before(document, sentence, span[0])
    opinion = _OPINION.match(before) is not None
    return opinion and _IS_SO.match(document.view, span[1], sentence.end) is not None


_HEARD_OF = re.compile(
    r"(?:'s|’s)\s+(?:[\w-]+\s+)?(?:report|statement|speech|address|account|presentation|proposal|remarks)\s+(?:was|were)"
    r"\s+(?:\w+\s+)?(?:heard|received|applauded|followed|carried|adopted|noted|met)\b"
)
_TALKS_WHICH = re.compile(
    r"\b(?:reports?|speech|statement|address|account|presentation|talks|meeting|session|consultations|negotiations|summit|discussions)\s+(?:which|that)\b"
)
_HELD_THEM = re.compile(
    r"[^.;]{0,60}\b(?:gave|delivered|made|presented|held|had|attended|chaired|co-chaired|opened|hosted|led)\b"
)


def held_them(document: Document, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether who is named held the talks just spoken of: "the talks which N held"."""
    before = document.view[max(sentence.start, span[0] - BEFORE) : span[0]]
    behind = document.view[span[1] : min(sentence.end, span[1] + BEHIND)]
    return _TALKS_WHICH.search(before) is not None and _HELD_THEM.match(behind) is not None


def acts(document: Document, sentence: Sentence, end: int) -> re.Match[str] | None:
    """Return the words behind a name that make its bearer act at a meeting, or None."""
    return _ACTS.match(document.view, end, min(sentence.end, end + BEHIND))


_AWAY = re.compile(
    r"\b(?:absence|behalf|name|stead|lieu|wake|spite|memory)\s+of\s+\Z|\b(?:without|instead\s+of|like|unlike)\s+\Z",
    re.IGNORECASE,
)


def kept_away(document: Document, sentence: Sentence, start: int) -> bool:
    """Tell whether others were there for who is named: "in the absence of N", "instead of N"."""
    before = _before(document, sentence, start).rstrip()
    if not before.lower().endswith((" of", "without", "like")):
        return False
    return _AWAY.search(f"{before} ") is not None


def by_deed(document: Document, sentence: Sentence, start: int) -> bool:
    """Tell whether the words before a name say what was done by it, or heard of it."""
    before = _before(document, sentence, start)
    agent = before.rstrip()[-2:].lower() == "by" and _ACTED_BY.search(before)
    return bool(agent or _heard(before) or _SAID.search(before))


def _heard(before: str) -> bool:
    """Tell whether those who met heard the words of who is named: "heard a statement by N"."""
    return bool(_HEARD.search(before) or _HEARD_REPORT.search(before) or _THAT_OF.search(before))


_CLAUSE = re.compile(r"[.;]\s|\b(?:who|which|whom|after|before|since|because)\b")


def gathers(document: Document, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the clause of a name tells who came together."""
    start, end = span
    before = document.view[max(sentence.start, start - BEFORE) : start]
    behind = document.view[end : min(sentence.end, end + BEHIND)]
    cuts = [hit.end() for hit in _CLAUSE.finditer(before)]
    stop = _CLAUSE.search(behind)
    words = before[cuts[-1] if cuts else 0 :] + " " + behind[: stop.start() if stop else None]
    return _GATHERS.search(words) is not None


def told(document: Document, sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Return where the words begin and end that tell when and where a deed was done.

    None stand behind a verb of speech: what follows it is what was said.
    """
    _, end = span
    verb = acts(document, sentence, end)
    if verb is not None and verb["spoken"]:
        return verb.start("spoken"), verb.start("spoken")
    limit = min(sentence.end, end + BEHIND)
    stop = _AGAIN.search(document.view, verb.end() if verb else end, limit)
    return end, stop.start() if stop else limit
