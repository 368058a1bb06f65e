"""What the words around a mention add to it: whose meeting it is, who its parties are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from kg import lexicon
from kg.facts import organs
from kg.facts.stages import stage
from kg.facts.timeplace import Setting
from kg.language import expressions as re
from kg.language import words
from kg.language.modality import Modality, modality
from kg.language.sittings import BEGIN_END, HOLD
from kg.model import Document, MeetingMention, Mention, Mentions, OrganisationMention

_FOR = re.compile(
    r"(?:\bfor\s+what\s+(?:is|was)\s+(?:its|their)\s+|\bfor\s+(?:(?:the|its|their|an?|this)\s+)?(?:[\w-]+\s+)?|\b[Aa]fter\s+(?:its|their|an?)\s+(?:[\w-]+\s+)?|\b(?:in|at)\s+an?\s+(?:[\w-]+\s+)?"
    rf"|\b(?:{HOLD}|{BEGIN_END})\s+(?:(?:in|on|at|here)\s[^.;:,]{{1,40}}?\s)?(?:its|their|an?)\s+"
    r"|\b(?:met|meets?|sat|convened?|gathered|assembled)\s+in\s+"
    r"|\b(?:sat|sits?)\s+down\s+(?:[^.;:,]{1,60}?\s)?(?:to|for)\s+(?:its|their|an?)\s+)$"
)
_OWNED = ("numbered", "of-body", "named", "of-kind", "pointing", "bare", "bodies-met")
_AUSPICES = re.compile(r"\b(?:auspices|aegis|framework)\s+of\s+(?:the\s+)?$")
_OFF = re.compile(
    r"[^.;:]{0,80}?\b(?:has|have|had|was|were|is|are)\s+(?:been\s+|now\s+)?(?:cancell?ed|called\s+off"
    r"|put\s+off|postponed(?!\s+(?:to|until|till)))\b"
)
_DURING = re.compile(
    r"\b(?:[Dd]uring|[Aa]fter|[Ff]ollowing|[Aa]t\s+the\s+(?:end|close)\s+of)\s+(?:the|its|their|this)\s+$"
)
_WILL = re.compile(r"\b(?:will|shall|would|is\s+to|are\s+to|expected|scheduled|due)\b")
_NOT_HELD = re.compile(
    r"[^.;:]{0,90}?\b(?:could\s+not\s+be|was\s+not|were\s+not|has\s+not\s+been)\s+(?:held|convened)\b"
)
_GOING_ON = re.compile(
    r"\s+being\s+held\b|[^.;:]{0,90}?\b(?:is|are)\s+(?:now\s+)?(?:under\s*way|in\s+session|being\s+held|continuing|going\s+on|taking\s+place)\b"
)
_AHEAD = re.compile(
    r"(?:,[^,;.]{1,80},|\s+[-–—]\s[^.;]{1,60}\s[-–—])?\s+(?:(?:would|will|shall|is\s+to|are\s+to)\s+(?:be\s+(?:held|convened|hosted)|take\s+place)"
    r"|take\s+place|be\s+held|(?:is|are|remains?|has\s+been|have\s+been)\s+(?:set|convened|called|fixed|announced)\s+for)\b"
)
_WHEN = re.compile(  # the present of what is still to come: "when the Board meets in May"
    r"\b(?:when|until|before|once|by\s+the\s+time)\s[^.;:,]{0,100}\b(?:meets?|gathers?|convenes?|sits?"
    r"|comes?\s+together)\Z|\b(?:will|would)\s+be\s+where\s[^.;:,]{0,60}\b(?:meets?|gathers?|convenes?)\Z"
    r"|\b(?:will|would)\s+(?:\w+\s+)?be\s+the\s+\w+\s+where\b[^.;:]{0,140}\b(?:meets?|gathers?|convenes?|sits?"
    r"|(?:holds?|opens?|have|has)\s+(?:the|their|its)\s[^.;:,]{0,80})\Z"
)
_BY_VERB = ("bodies-met", "met-with")
_TALKS = re.compile(
    r"(?:talks|meetings?|discussions|consultations|negotiations|encounter|conversation)\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ll]est|in\s+case|provided\s+that|[Aa]ssuming\s+that)\s[^.;:,]{0,100}\Z"
)
_UNKNOWN = re.compile(
    r"\bnot\s+(?:yet\s+)?(?:known|clear|decided|said|settled)\s+(?:when|where|whether)\s[^.;:,]{0,100}\Z"
)
_FALSE = re.compile(
    r"\b(?:den(?:y|ies|ied)|refut(?:es?|ed)|[Rr]umou?rs?|untrue|false)\s+that\b[^.;:]{0,100}\Z"
)
_NO_JOURNEY = re.compile(
    r"\b(?:(?:will|would|did|does|could|can)\s+not\s+(?:travel|go|fly|attend|come|visit|take\s+part)"
    r"|(?:cancel(?:s|led|ed)?|called\s+off|dropped|scrapped|postponed)\s+(?:his|her|its|their|the|an?)\s+(?:\w+\s+){0,2}?"
    r"(?:trip|visit|journey|stop|tour))\b(?:(?!\sbut\s)[^.;:]){0,60}?,?\s+(?:where|(?:at|during|on)\s+which)\b[^.;:]*\Z"
)
_NONE = re.compile(r"\b(?:be|was|were|is|are)\s+no\s+(?:such\s+|further\s+|second\s+|third\s+)?\Z")
_FELL = re.compile(
    r"(?:\s+(?:on|in|at|for)\s[^.;:,]{1,40}?)?\s+(?:(?:had|has|have)\s+)?(?:been\s+planned\s[^.;:,]{0,40}?\bbut\s+)?"
    r"(?:fell|fallen|came\s+to\s+nothing|did\s+not\s+come\s+about|(?:was|were|been)\s+(?:scrapped|dropped))\b"
)
_WOULD_BE = re.compile(
    r"(?:\s+(?:in|on|at)\s[^.;:,]{1,40}?)?\s+(?:would\s+be|is|are|remains?)\s+(?:\w+ly\s+)?(?:useful|good|helpful|welcome"
    r"|desirable|possible|needed|necessary|required|unlikely|out\s+of\s+the\s+question|overdue|unthinkable)\b"
)
_COUNTERFACTUAL = re.compile(
    r"\b(?:(?:was|were)\s+to\s+have|(?:would|should|could|might)\s+have|fail(?:s|ed)?\s+to)\s+(?:\w+\s+)?\Z"
)
_HABIT = re.compile(
    r"\s+(?:(?:once|twice|thrice|\w+\s+times)\s+(?:a|every|each)|every\s|each\s|regularly\b|annually\b|yearly\b"
    r"|in\s+turn\b|at\s+least\b|more\s+often)"
)
_USUALLY = re.compile(r"\b(?:usually|normally|regularly|always|often|rarely|never)\s+\Z")
_PRESENT = re.compile(r"(?:meets?|gathers?|convenes?|sits?|come|comes|together|holds?|receives?)\b")
_HOSTING = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|currently\s+|again\s+)?hosting\s+(?:the|an?|its)\s+\Z"
)
_HERE_FOR = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|currently\s+)?in\s+[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\s+(?:for|to\s+(?:attend|take\s+part\s+in"
    r"|participate\s+in|join))\s+(?:the|an?|its|their)\s+\Z"
)
_ONCE_MORE = re.compile(r"\b(?:meet|gather|convene|reconvene)\s+(?:again|next)\b")
_SUCCESS = re.compile(r"\b(?:successful|recent|concluded|previous)\b")
_WHO = re.compile(r"\bwho\b[^,;.]*$")
_TO_DISCUSS = re.compile(
    r"\bpreparations?\s+for\s+(?:\w+\s+)?$|\bto\s+(?:discuss|prepare|review)\b"
)
_PASSING = re.compile(
    r"\b(?:(?:chair\w*|presiden(?:t|cy)|hosts?|members?|representatives?|secretariat|secretary-general)\s+of|comments?\s+on|spoken?\s+[\w\s']{1,50}\son"
    r"|spoke\s+[\w\s']{1,50}\son)\s+(?:the\s+)?$"
)
_ITS = re.compile(r"\b(?:its|their)\s+$")
_GROUPS = re.compile(
    r"\b(?:grouping|comprising|consisting\s+of|made\s+up\s+of|bringing\s+together)\s[^.;:]*\Z"
)
_OFFICE = re.compile(r"\s+(?:Office|Ministry|Secretariat|Department)\b")
_ATTENDED = re.compile(r"\b(?:attend\w*|participat\w*|took\s+part)\b")
_ORGANS = ("Council", "Commission", "Committee", "Assembly", "Board", "Forum", "Conference")
_BRACKETED = re.compile(r"\s*\([^)]*\)$")
_HELD = re.compile(
    r"(?:\s+with\s+[\w\s]{1,40}?|\s+(?:on|between|for)\s+[\w\s-]{1,80}?)?\s+(?:(?:was|were|is|are|will\s+be|is\s+to\s+be|are\s+to\s+be|has\s+been)"
    r"\s+(?:also\s+)?held|took\s+place|takes\s+place|will\s+take\s+place|followed|is\s+(?:still\s+)?to\s+(?:come|follow)"
    r"|will\s+follow|lies\s+ahead)\b"
)
REACH = 120
"""Characters behind a meeting in which the words on its auspices stand."""
OFTEN = 3
"""Times that a report names the organisation that it is about, at least."""
OPENING = 600
"""Characters in which a report names the organisation that it is about."""


class Context:
    """The organisations and persons of one document, asked of by its meeting mentions."""

    __slots__ = ("_document", "_main", "_parties", "_rows")

    def __init__(self, document: Document, found: Mentions) -> None:
        self._document = document
        self._rows = words.by_sentence(document, list(found.organisations))
        self._parties = {p.name: p.party for p in found.persons if p.party}
        self._main = _main(found.organisations)

    def owner(self, mention: MeetingMention, sentence: int) -> str | None:
        """Return the organisation that a mention without one belongs to, or None.

        The last one named before it in its sentence, else the one the report is about.
        """
        if mention.organisation or mention.parties or mention.rule not in _OWNED:
            return None
        if re.search(r"\b(?:on|between|with)\b", mention.name):
            return None
        if organs.is_of_kind(mention.name):
            return self._last(mention)
        row = self._rows[sentence]
        at = bisect_left(row, mention.end, key=lambda other: other.start)
        after = row[at] if at < len(row) else None
        if isinstance(after, OrganisationMention) and self._under(mention, after):
            return organs.root(after.name)
        before = [other for other in row[max(0, at - 2) : at] if other.start != mention.start]
        last = before[-1] if before else self._owner_before(mention, sentence)
        if last is None and organs.is_fronted(self._document, mention, sentence):
            last = after
        if last is None and mention.body in _ORGANS:
            last = self._known_by(mention.body, sentence)
        lent = mention.rule != "bare" and last is not None and self._lends(last, mention)
        if isinstance(last, OrganisationMention) and lent:
            return organs.root(last.name)
        return self._main if self._is_told(mention) else None

    def _last(self, mention: MeetingMention) -> str | None:
        """Return the organisation named last before a mention: "the summit of the bloc"."""
        before = [m for row in self._rows for m in row if m.end <= mention.start]
        last = before[-1] if before else None
        return organs.root(last.name) if isinstance(last, OrganisationMention) else None

    def _known_by(self, organ: str, sentence: int) -> Mention | None:
        """Return the organisation just named whose name ends so: "the Council"."""
        for row in reversed(self._rows[max(0, sentence - 2) : sentence]):
            for other in reversed(row[-organs.LATEST :]):
                name = self._document.words(other.start, other.end)
                if _BRACKETED.sub("", name).endswith(f" {organ}"):
                    return other
        return None

    def _lends(self, last: Mention, mention: MeetingMention) -> bool:
        """Return whether an organisation before a meeting can be its own.

        Not where it only is in the name of an office, or somebody of it attends.
        """
        view = self._document.view
        if _OFFICE.match(view, last.end) or _GROUPS.search(
            view, max(0, last.start - REACH), last.start
        ):
            return False
        first, end = sorted((last.end, mention.start)) if last.end < mention.start else (0, 0)
        return _ATTENDED.search(view, first, end) is None

    def _is_told(self, mention: MeetingMention) -> bool:
        """Return whether a meeting is the one that a report on an organisation tells of."""
        return mention.rule not in ("pointing", "bare") or not self.opens(mention)

    def organ(self, mention: MeetingMention, sentence: int) -> str | None:
        """Return the body whose meeting a mention without one is by the words around it."""
        return organs.find(self._document, self._rows, mention, sentence)

    def _owner_before(self, mention: MeetingMention, sentence: int) -> Mention | None:
        """Return whom "its" means where its own sentence names no organisation before it."""
        view = self._document.view
        if sentence == 0 or not _ITS.search(view, max(0, mention.start - 10), mention.start):
            return None
        row = self._rows[sentence - 1]
        return row[-1] if row else None

    def _under(self, mention: MeetingMention, organisation: OrganisationMention) -> bool:
        """Return whether a meeting is said to be "under the auspices of" an organisation."""
        end = min(organisation.start, mention.end + REACH)
        return _AUSPICES.search(self._document.view, mention.end, end) is not None

    def persons(self, mention: MeetingMention) -> frozenset[str]:
        """Return the parties that are persons."""
        return frozenset(p for p in mention.parties if not _is_code(p))

    def codes(self, mention: MeetingMention) -> frozenset[str]:
        """Return the parties by country or organisation; none where one is not known."""
        codes = [p if _is_code(p) else self._parties.get(p) for p in mention.parties]
        return frozenset(code for code in codes if code) if all(codes) else frozenset()

    def says_for_what(self, mention: MeetingMention) -> bool:
        """Return whether the mention says for what somebody met: "met for its 9th session"."""
        before = self._document.view[max(0, mention.start - 2 * REACH) : mention.start]
        return _FOR.search(before) is not None and not _TO_DISCUSS.search(before)

    def mode(self, mention: MeetingMention, sentence: int) -> Modality:
        """Return the modality of a mention; a wish that takes a meeting for granted plans it."""
        start = mention.start
        if mention.rule == "bodies-met":
            start = self._document.view.rfind(" ", mention.start, mention.end) + 1
        told = self._denied(mention, start) or self._unreal(mention, start)
        told = told or stage(self._document.view, mention)
        if told is not None:
            return told
        mode = modality(self._document, sentence, start, mention.end)
        if mode == "done" and self._is_ahead(start, mention.end):
            return "planned"
        if mode == "done" and _HOSTING.search(self._document.view[max(0, start - 40) : start]):
            return "ongoing"
        if mode == "done" and _HERE_FOR.search(self._document.view[max(0, start - REACH) : start]):
            return "ongoing"
        if mode != "denied" and _AHEAD.match(self._document.view, mention.end):
            return "planned"
        if mode == "done" and _GOING_ON.match(self._document.view, mention.end):
            return "ongoing"
        end = self._document.sentences[sentence].end
        if self._document.view[end - 1] == "?":
            return "wished"
        if mode != "denied" and _SUCCESS.search(
            self._document.view, max(0, mention.start - 14), mention.start + 14
        ):
            return "done"
        before = self._document.view[max(0, mention.start - REACH) : mention.start]
        if mode == "planned" and _DURING.search(before) and not _WILL.search(before):
            return "done"
        if mode != "denied" and _NOT_HELD.match(self._document.view, mention.end):
            return "denied"
        if mode == "planned" and _OFF.match(self._document.view, mention.end):
            return "denied"
        proper = mention.rule in ("named", "numbered", "of-organisation")
        known = ("the ", "The ", "its ", "their ")
        granted = self._document.view.endswith(known, 0, mention.start)
        return "planned" if mode == "wished" and proper and granted else mode

    def _is_verb(self, mention: MeetingMention) -> bool:
        """Return whether a verb makes the meeting, and no noun: "a meeting between N and N"."""
        noun = _TALKS.match(self._document.view, mention.start)
        return mention.rule in _BY_VERB and noun is None

    def _denied(self, mention: MeetingMention, verb: int) -> Modality | None:
        """Return "denied" where the words around say that there was no such meeting."""
        view = self._document.view
        first = max(0, verb - REACH)
        by_verb = self._is_verb(mention)
        off = (
            _FALSE.search(view, first, verb)
            or _NO_JOURNEY.search(view, first, verb)
            or (by_verb and _COUNTERFACTUAL.search(view, first, verb))
            or (not by_verb and _NONE.search(view, first, mention.start))
            or (not by_verb and _FELL.match(view, mention.end))
        )
        return "denied" if off else None

    def _unreal(self, mention: MeetingMention, verb: int) -> Modality | None:
        """Return the mood of a verb that tells of no one meeting: "if they meet", "meet yearly"."""
        view = self._document.view
        if not self._is_verb(mention):
            return "wished" if _WOULD_BE.match(view, mention.end) else None
        before = view[max(0, verb - REACH) : verb]
        if _IF.search(before) or _UNKNOWN.search(before):
            return "wished"
        habit = _HABIT.match(view, mention.end) or _USUALLY.search(view, max(0, verb - 14), verb)
        return "wished" if habit and _PRESENT.match(view, verb) else None

    def _is_ahead(self, start: int, end: int) -> bool:
        """Return whether a present tense tells of what is still to come: "when it meets"."""
        view = self._document.view
        when = _WHEN.search(view[max(0, start - REACH) : end])
        return bool(when or _ONCE_MORE.search(view, max(0, end - 11), end + 8))

    def opens(self, mention: MeetingMention) -> bool:
        """Return whether "a" introduces the meeting as a new one."""
        return self._document.view.endswith((" a ", " an ", "A ", "An "), 0, mention.start)

    def is_background(self, setting: Setting) -> bool:
        """Return whether only a year dates a meeting, and one before that of the report."""
        year = setting.date.first if setting.date else ""
        published = self._document.article.published or ""
        return len(year) == 4 and year < published[:4]

    def is_aside(self, mention: MeetingMention) -> bool:
        """Return whether only an aside tells of it: "N, who is on a state visit"."""
        view = self._document.view
        return _WHO.search(view, max(0, mention.start - 80), mention.start) is not None

    def is_in_passing(self, mention: MeetingMention) -> bool:
        """Return whether it is only spoken about: "chair of the summit", "comment on the talks"."""
        view = self._document.view
        return _PASSING.search(view, max(0, mention.start - 70), mention.start) is not None

    def held(self, mention: MeetingMention) -> bool:
        """Return whether the words at once behind say that it took place: "talks were held"."""
        return _HELD.match(self._document.view, mention.end) is not None


def _is_code(party: str) -> bool:
    return lexicon.country(party) is not None or lexicon.organisation(party) is not None


def _main(organisations: tuple[OrganisationMention, ...]) -> str | None:
    """Return the organisation that a report is about: named at the top, and most of all."""
    counts = Counter(organs.root(m.name) for m in organisations)
    early = [organs.root(m.name) for m in organisations if m.start < OPENING]
    best = max(early, key=lambda name: counts[name], default=None)
    if best is None or counts[best] < OFTEN or counts[best] < max(counts.values()):
        return None
    return best
