"""When and where a meeting is by words that stand beside its own sentences.

"Scene: Lima. Date: 4 June." · "It will be held here in Lima on 4 June." · "They meet in Lima on
4 June. It is to be the ninth session." · "in the same city", "in another hall", "next door" ·
"on the eve of the summit", "on the second of three days".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.scene import Scene, Settled
from kg.language import expressions as re
from kg.language.dates import next_day
from kg.model import DateMention, Mention, PlaceMention

_VENUE = re.compile(r"\b(?:Venue|Place|Scene|Location|Where|City)\s?:\s+(?:the\s+)?\Z")
_WHEN = re.compile(r"\b(?:Dates?|When|Time|Day)\s?:\s+(?:on\s+)?(?:the\s+)?\Z")
_GOES_ON = re.compile(
    r"\W*(?:It|They|The\s+(?:meeting|session|summit|conference|event|gathering|talks|forum))\s+"
    r"(?:(?:is|are|was|were|will|would|had|has|have|to|also|then|be|been|in\s+fact)\s+){0,4}"
    r"(?:held|take\s+place|took\s+place|takes\s+place|taking\s+place|meets?|met|convened?s?|opened"
    r"|opens?|scheduled|planned|hosted|due)\b"
)
_IS_THAT = re.compile(
    r"\W*(?:It|This)\s+(?:is|was|will|would)\s+(?:to\s+)?(?:be\s+|have\s+been\s+)?[^.;:]{0,40}?\bthe\s"
)
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t)\s+(?:the\s+)?(?:\w+\s+of\s+)?\Z")
_SAME_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t)\s+(?:(?:that|the\s+same|the\s+very\s+same|the\s+latter)\s+"
    r"(?:city|town|capital|place|venue|spot))\b"
)
_NEXT_DOOR = re.compile(
    r"\b(?:[Ii]n|[Aa]t)\s+(?:another|the\s+same|an?\s+adjoining|the\s+next)\s+"
    r"(?:hall|room|wing|building|hotel|palace|house|salon)\b|\bnext\s+door\b|\bunder\s+the\s+same\s+roof\b"
)
_THIS_CITY = re.compile(r"\b(?:in|at)\s+(?:this|our)\s+(?:city|town|capital)\b")
_HEAD = (
    r"(?:[Ss]ummit|[Mm]eeting|[Ss]ession|[Cc]onference|[Cc]ouncil|[Ff]orum|[Aa]ssembly|[Tt]alks"
    r"|[Cc]onsultations)"
)
_HOUSE = re.compile(
    r"\b(?:[Ii]n|[Aa]t)\s+(?:the\s+)?(?P<house>(?!(?:Royal|Presidential|Government|State|National|Parliament)\s)"
    r"(?:[A-Z][\w'-]*\s+){1,4}"
    r"(?:Palace|Castle|Residence|Villa|Complex|Fortress|Mansion|House|[Hh]eadquarters))\b"
    r"(?!\s+(?:of\s+(?:Representatives|Commons|Lords|Assembly|Delegates|Peoples)|[A-Z]))"
)
_OTHER = re.compile(r"[;]|\b(?:who|which|that|signed|adopted|lives?|said|born|built)\b")
_BETWEEN = r"(?:(?!the\b)[\w-]+\s+){0,3}?"
_EVE = re.compile(
    rf"\b(?:[Oo]n\s+the\s+eve\s+of\s+(?:the|this|that|its|their)\s+{_BETWEEN}{_HEAD}"
    rf"|(?:[Oo]n\s+)?(?:[Tt]he|[Aa]|[Oo]ne)\s+(?:day|evening|night)\s+(?:before|ahead\s+of)\s+(?:the|this)\s+"
    rf"{_BETWEEN}{_HEAD}"
    r"|(?P<alone>(?:[Tt]he|[Aa]|[Oo]ne)\s+(?:day|evening|night)\s+(?:before|earlier)(?=,)))"
)
_EVE_WORDS = (" eve ", " before", " earlier,", " ahead of")
"""Words without one of which no meeting is set against another's day: spare most the search."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LAST = r"(?:last|final|closing|concluding)"
_NTH_DAY = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)})(?P<end>\s+and\s+{_LAST})?|(?P<last>{_LAST}))"
    r"\s+(?:day\s+)?of\s+(?:(?:the|its|their|his|her)\s+)?"
    r"(?:(?P<days>two|three|four|five|[2-5])[\s-]days?\b|(?<=day\sof\s)|(?<=day\sof\sthe\s)|(?<=day\sof\sits\s)"
    r"|(?<=day\sof\shis\s)|(?<=day\sof\sher\s)|(?<=day\sof\stheir\s))"
)
_FOR_DAYS = re.compile(
    r",?\s+(?:and\s+)?(?:for|lasting|over)\s+(?P<days>two|three|four|five)\s+days\b"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
_ISSUED = re.compile(
    r"^\W*(?:joint\s+|final\s+|press\s+){0,2}(?:statement|declaration|communiqu[eé]|minutes|record)"
    r"\s+(?:of|by)\s"
)
NEAR = 60
"""Characters between a meeting and the words that set it against another."""


def labelled(scene: Scene, kind: type[Mention]) -> Mention | None:
    """Return the date or place that a label gives the main meeting: "Venue: Lima"."""
    if not scene.main:
        return None
    label = _WHEN if kind is DateMention else _VENUE
    rows = scene.dates if kind is DateMention else scene.places
    view = scene.document.view
    found = (m for row in rows for m in row if isinstance(m, kind))
    return next((m for m in found if label.search(view, max(0, m.start - 24), m.start)), None)


def beside(scene: Scene, kind: type[Mention]) -> Mention | None:
    """Return the one date or place of a sentence that goes on with the meeting, or led to it."""
    for index in _beside(scene):
        rows = scene.dates if kind is DateMention else scene.places
        view = scene.document.view
        found = [m for m in rows[index] if isinstance(m, kind)]
        if kind is PlaceMention:
            found = [m for m in found if _IN.search(view, max(0, m.start - 30), m.start)]
        if len(found) == 1:
            return found[0]
    return None


def _beside(scene: Scene) -> Iterator[int]:
    """Yield the sentence after the first of a meeting that says "It will be held", and that
    before one which says "It is to be the ninth meeting"."""
    index, sentences = scene.first.sentence, scene.document.sentences
    for other, words, spoken in ((index + 1, _GOES_ON, index + 1), (index - 1, _IS_THAT, index)):
        inside = 0 <= other < len(sentences) and _free(scene, other)
        if inside and words.match(scene.text(spoken)):
            yield other


def _free(scene: Scene, index: int) -> bool:
    """Tell whether a sentence tells of no meeting, or of this one."""
    before = scene.before[0] if scene.before else None
    return before is None or all(r.sentence != index for r in before.references)


def same_place(scene: Scene, home: PlaceMention | None) -> PlaceMention | None:
    """Return the place that "in the same city" means: the one named before it in its sentence, else
    `home`, from where the report is written, else the one last named."""
    for reference in scene.cluster.references:
        sentence = scene.document.sentences[reference.sentence]
        hit = _SAME_PLACE.search(scene.document.view, sentence.start, sentence.end)
        if hit is None or reference.title or abs(hit.start() - reference.mention.end) > 3 * NEAR:
            continue
        for index in range(reference.sentence, max(-1, reference.sentence - 3), -1):
            for place in reversed(scene.places[index]):
                if isinstance(place, PlaceMention) and place.end <= hit.start():
                    inside = index == reference.sentence
                    return place if inside else home or place
    return None


def next_door(scene: Scene) -> Settled | None:
    """Return the meeting told of before in whose house this one was: "in another hall"."""
    told = (r for r in scene.cluster.references if not r.title)
    if not any(_NEXT_DOOR.search(scene.text(r.sentence)) for r in told):
        return None
    near = (scene.before[1] if scene.before else None, scene.chief)
    return next((one for one in near if one and (one.place or one.country)), None)


def house(scene: Scene) -> PlaceMention | None:
    """Return the house of a name of its own in which a meeting was, for one of which no city is
    told: "at the Peace Palace"."""
    mention, view = scene.first.mention, scene.document.view
    sentence = scene.document.sentences[scene.first.sentence]
    for hit in _HOUSE.finditer(view, max(sentence.start, mention.start - NEAR), sentence.end):
        gap = max(hit.start() - mention.end, mention.start - hit.end())
        between = view[min(mention.end, hit.end()) : max(mention.start, hit.start())]
        if gap <= 2 * NEAR and not _OTHER.search(between):
            return PlaceMention(*hit.span("house"), "house", hit["house"], None)
    return None


def this_city(scene: Scene) -> bool:
    """Tell whether a meeting is said to be in the city that the report is written from."""
    told = (r for r in scene.cluster.references if not r.title)
    return any(_THIS_CITY.search(scene.text(r.sentence)) for r in told)


def own_day(scene: Scene) -> str | None:
    """Return the day of a document that the main meeting itself issued: "Joint Statement of the
    Ninth Meeting", dated as the page is."""
    published = scene.document.article.published
    if not (scene.main and scene.happened) or published is None or len(published) != 10:
        return None
    titles = (r for r in scene.cluster.references if r.title)
    told = any(_ISSUED.search(scene.text(r.sentence).lower()) for r in titles)
    return published if told else None


def on_eve(scene: Scene) -> int:
    """Return -1 for a meeting said to have been on the day before another, 1 for one that
    another was on the eve of, else 0."""
    for reference in scene.cluster.references:
        sentence, mention = scene.document.sentences[reference.sentence], reference.mention
        said = scene.text(reference.sentence)
        if not any(word in said for word in _EVE_WORDS):
            continue
        for hit in _EVE.finditer(scene.document.view, sentence.start, sentence.end):
            if hit["alone"] and mention.head == "visit":
                continue
            if hit.start() < mention.start < hit.end():
                return 1 if mention.end >= hit.end() and not scene.main else 0
            inside = mention.start <= hit.start() <= mention.end
            gap = max(hit.start() - mention.end, mention.start - hit.end())
            if inside or gap <= NEAR:
                return -1
    return 0


def eve(scene: Scene) -> str | None:
    """Return the day before the main meeting where this one was "on the eve of the summit",
    and the day after where the main one was on the eve of this."""
    chief, by = scene.chief, on_eve(scene)
    if not by or chief is None or chief.start is None or len(chief.start) != 10:
        return None
    return next_day(chief.end or chief.start if by > 0 else chief.start, by)


def of_days(scene: Scene, date: DateMention) -> tuple[str, str | None] | None:
    """Return first and last day where a date is "the second of three days", or the last of them."""
    if date.last is not None or len(date.first) != 10:
        return None
    lasting = _FOR_DAYS.match(scene.document.view, date.end)
    if lasting:
        return date.first, next_day(date.first, _COUNTS[lasting["days"]] - 1)
    if scene.met:
        return None
    hit = _NTH_DAY.search(scene.document.view, max(0, date.start - 120), date.end + 120)
    if (
        hit is None
        or "." in scene.document.view[min(hit.end(), date.end) : max(hit.start(), date.start)]
    ):
        return None
    days = _COUNTS.get(hit["days"] or "") or int(hit["days"] or 0)
    nth = _NTH[hit["nth"]] if hit["nth"] else days
    if not nth:
        return None
    first = next_day(date.first, 1 - nth)
    if days:
        return first, next_day(first, days - 1)
    return (first, date.first) if hit["end"] else None
