"""Whose an office is by the person named beside its holder: in one list, as company, in place."""

from __future__ import annotations

from kg.language import expressions as re
from kg.mentions import frames
from kg.mentions.scene import Place, Scene

_COORDINATION = re.compile(
    r"(?:'s)?[\s,;]*(?:and|with|as well as|together with|along with|alongside|accompanied by"
    r"|flanked by)?\s*(?:with)?\s*(?:the|his|her)?\s*\Z"
)
_ENTOURAGE = re.compile(
    r"\b(?:had with (?:him|her)|accompanied by|accompanying (?:him|her)|represented by"
    r"|representing|on behalf of|in place of|(?:substituted|replaced|deputi[sz]ed) by"
    r"|in the (?:retinue|entourage|suite) of|standing in for|deputi[sz]ing for"
    r"|in (?:his|her) delegation"
    r"|with (?:him|her) (?:on the trip )?(?:are|is|were|was)|(?:his|her) delegation includ\w+)\b"
)
_LEADS_STATE = re.compile(
    r"(?:president|prime minister|pm|premier|king|queen|emir|amir|sultan|chancellor|taoiseach)",
    re.I,
)
_MONARCH = re.compile(r"(?:king|queen|emir|amir|sultan|grand duke)", re.I)
_HEIR = re.compile(r"(?:crown|hereditary) prince(?:ss)?", re.I)
_SPEAKS = re.compile(r"[Ss]pokes")  # who tells the press is of the paper's country
_STAFF = re.compile(
    r"(?:(?:Deputy|Assistant|Regional|Executive|Under)[- ]){0,2}"
    r"(?:Secretary[- ]General|Secretary\Z|Secretary for"
    r"|Director\b|Director[- ]General|Commissioner\b)"
)
_IN_PLACE_OF = re.compile(
    r"\b(?:[Ii]n\s+(?:the\s+)?(?:place|stead)\s+of|[Ii]nstead\s+of)\b[^.;]*\Z"
)
_CAME = re.compile(
    r",?\s+(?:had\s+|there\s+)?(?:appeared|came|sat|spoke|attended|stood)\s+(?:the\s+)?"
)
_FOR_CAPITAL = re.compile(r"\bfor\s+(?P<city>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)\s+as\b")
_WHOSE = re.compile(r",\s+whose\s+\Z")
_SERVES = re.compile(r"\s+(?:of|to|for)\s+(?:the\s+)?")
CLAUSE = 240
"""Characters before a person in which the words that place the person are looked for."""


def of_list(scene: Scene, place: Place, placed: bool) -> str | None:
    """Return the country of who stands just before in one list, with another title."""
    mine = {post.title for post in place.posts}
    if mine == {"Ambassador"}:  # who may be accredited to the country of the company
        return None
    if any(_SPEAKS.match(title) for title in mine):
        return None
    for before in scene.before(place):
        if before.sentence != place.sentence:
            return None if placed else _of_entourage(scene, place, before)
        if before.person is None:
            continue
        between = scene.document.view[before.bond.span[1] : place.bond.span[0]]
        beside = _COORDINATION.match(between) or _ENTOURAGE.search(between)
        if not beside and not _stands_in(scene, before, between):
            return None
        owner = country(before) or _of_staff(before, mine)
        titles = {post.title for post in before.posts}
        if owner and not titles & mine and not _rivals(titles, mine):
            return owner
    return _of_pair_behind(scene, place, mine)


def _stands_in(scene: Scene, before: Place, between: str) -> bool:
    """Tell "In place of the Premier, N, appeared the Deputy Minister, M"."""
    start = scene.document.sentences[before.sentence].start
    return bool(
        _CAME.fullmatch(between)
        and _IN_PLACE_OF.search(scene.document.view, start, before.bond.span[0])
    )


def _of_pair_behind(scene: Scene, place: Place, mine: set[str]) -> str | None:
    """Return the country set behind both of a pair: "N, Deputy Premier, and M, Minister of Mines,
    Peru"."""
    behind = next((p for p in scene.row(place) if p.number == place.number + 1), None)
    if behind is None or behind.bond.land is None or len(behind.bond.land) != 2:
        return None
    between = scene.document.view[place.bond.span[1] : behind.bond.span[0]]
    theirs = {post.title for post in behind.bond.posts}
    fits = _COORDINATION.match(between) and "and" in between and not mine & theirs
    ministers = all("inister" in title for title in (*mine, *theirs))
    return behind.bond.land if fits and ministers and not _rivals(theirs, mine) else None


def _of_staff(before: Place, mine: set[str]) -> str | None:
    """Return the organisation whose staff two name each other: "the Director-General of WHO, N,
    and the Regional Director, M"."""
    assert before.person is not None
    owner = next((post.of for post in before.posts if post.of), None)
    staff = all(_STAFF.match(title) for title in (*mine, *(p.title for p in before.posts)))
    return owner if staff and owner and mine else None


def _of_entourage(scene: Scene, place: Place, before: Place) -> str | None:
    """Return the country of the person last named whom this one accompanies: "The Minister was
    accompanied by N"."""
    start = scene.document.sentences[place.sentence].start
    start = max(start, place.bond.span[0] - CLAUSE)
    words = scene.document.view[start : place.bond.span[0]]
    return country(before) if before.person is not None and _ENTOURAGE.search(words) else None


def _rivals(titles: set[str], others: set[str]) -> bool:
    """Tell titles that one country does not send together: its president and a prime minister
    named beside each other are of two; but a king comes with his crown prince."""
    if any(_HEIR.fullmatch(title) for title in others):
        return not any(_MONARCH.fullmatch(title) for title in titles)
    return _top(titles) and _top(others)


def _top(titles: set[str]) -> bool:
    return any(_LEADS_STATE.fullmatch(title) for title in titles)


def country(place: Place) -> str | None:
    """Return the country of the person of a place, None where no office of one is known."""
    assert place.person is not None
    offices = [*place.posts, *place.person.offices]
    return next((o.of for o in offices if o.of and len(o.of) == 2), None)


def as_of_capital(scene: Scene, place: Place) -> str | None:
    """Return the country of "N spoke for Bangkok as Minister of Trade"."""
    start, end = place.bond.name.end, place.bond.span[1]
    hit = _FOR_CAPITAL.search(scene.document.view, start, end)
    return frames.capital_of(hit["city"]) if hit else None


def whose(scene: Scene, place: Place) -> str | None:
    """Return the country of the person before "whose Secretary, N"."""
    start = place.bond.span[0]
    if not _WHOSE.search(scene.document.view, max(0, start - 12), start):
        return None
    before = next(scene.before(place), None)
    same = before is not None and before.sentence == place.sentence and before.person
    return country(before) if before is not None and same else None


def superior(scene: Scene, place: Place) -> str | None:
    """Return the country of whom the person serves: "N, special envoy of President M of Peru"."""
    behind = next((p for p in scene.row(place) if p.number == place.number + 1), None)
    if behind is None or behind.person is None or not behind.posts:
        return None
    between = scene.document.view[place.bond.span[1] : behind.bond.span[0]]
    return country(behind) if _SERVES.fullmatch(between) else None
