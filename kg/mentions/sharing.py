"""What the members of a coordination share: a head, a complement, a preposition said again.

"economic and political issues" -> "economic issues"; "peace and stability in the
region" -> "peace in the region"; "developments in the Gulf and in the wider
world" -> "developments in the wider world".
"""

from __future__ import annotations

from kg.language import expressions as re
from kg.language import words
from kg.language.patterns import Chunk, Line
from kg.model import Document

Part = tuple[tuple[int, int], tuple[Chunk, ...]]
"""Where a member stands, as first and last chunk number, and what is left of it once trimmed."""

_HEAD_OF = re.compile(
    r"(?:[\w-]+ )?(?:(?:trafficking|cooperation|fight|struggle|exchange|development|collaboration"
    r"|interaction|coordination|investment|assistance|trade) (?:in|of|on|for|against) (?:the )?"
    r"|(?:access|use|sale|supply|exports?|imports?|[a-z-]{3,}(?:tion|sion|ment|ning|ling|ding|ance))"
    r" (?:in|of|on|for|against|to) (?!the |its |their |our ))"
)
_TWICE = re.compile(r" (?:in|of|on|for|against|to|with|from) .* (?:in|of|on|for|to|with|from) ")
_ADJECTIVE = re.compile(
    r"[\w-]+(?:al|ic|ive|ary|ory|ous|ian|ular|able|ible|clear)$"
    r"|(?:drug|arms|human|urban|civil|private|marine|maritime|foreign|forced|military)$"
)
_NOUNS = frozenset(
    ("arms", "drug", "ivory", "military", "capital", "music", "traffic", "topic", "statistics")
) | {"territory", "industry", "arsenal"}
_MODIFIER = re.compile(
    r"(?:trade|defen[cs]e|security|health|agriculture|energy|transport|food|fuel|water|gas|oil|grain"
    r"|labou?r|customs|tax|fisheries|mining|technology|tourism|education|climate|finance|waste"
    r"|investment|information|space|air|sea|road|rail|land|river|noise)$"
)
_ALONE = frozenset(  # "tourism and food safety" are tourism, and food safety
    ("tourism", "education", "investment", "trade", "customs", "tax", "agriculture", "finance")
) | {"fisheries", "mining", "technology", "climate", "space", "labour", "labor"}
_GENERIC_HEAD = re.compile(
    r".*\b(?:ties|relations|cooperation|issues?|matters|polic(?:y|ies)|spheres?|sectors?|fields?"
    r"|services?|areas|affairs|prices|costs|safety|markets?|pollution|transport|traffic|freight|suppl(?:y|ies)|security|industr(?:y|ies)|challenges|situations?|links|dialogue|trafficking)$"
)
_IN_FIELDS = re.compile(
    r"\b(?P<bond>co-?operation|collaboration|ties|relations|interaction|partnership|contacts)"
    r"\s+in\s+(?:the\s+)?[\w-]+$"
)
_FIELDS = ("sectors", "spheres", "fields", "areas", "domains", "directions", "tracks")


def shared(document: Document, line: Line, parts: list[Part], number: int) -> str:
    """Return the name of a member with the head that it shares, "" for an adjective without one."""
    chunks = parts[number][1]
    name = name_of(document, chunks)
    last = name.rsplit(" ", 1)[-1]
    own, _, field = name.partition(" ")
    if number and field in _FIELDS and (bond := _bond(document, parts)):
        return f"{own} {bond}" if _ADJECTIVE.match(own) else own
    at = line.index(chunks[-1].start)
    the = last[0].isupper() and line.symbols[at - 1 : at] == "t"  # "the Caspian"
    if the or last.lower() in words.listed("topic-nouns.txt"):
        return name
    if _ADJECTIVE.match(last) or (last == name and _MODIFIER.match(last)):
        head = _head(document, line, parts, number + 1)
        if head in ("safety", "security") and last in _ALONE:
            return name
        if head and (_ADJECTIVE.match(last) or _GENERIC_HEAD.match(head)):
            if head in _FIELDS and not _ADJECTIVE.match(last):
                return name
            bond = _bond(document, parts) if head in _FIELDS else ""
            return f"{last} {bond}" if bond else f"{name} {head}"
        if _ADJECTIVE.match(last) and not _noun(last):
            return ""
    again = line.symbols[parts[number][0][0]] in "pof"
    if number and len(chunks) <= 2 and not again and _inner(line, parts, number):
        before = name_of(document, parts[number - 1][1])
        hit = _HEAD_OF.match(before)
        if hit and not _TWICE.search(before) and not _HEAD_OF.match(name):
            return f"{hit.group()}{name}"
    return name


def _bond(document: Document, parts: list[Part]) -> str:
    """Return the noun of "cooperation in economic and cultural fields", "" without such a one."""
    opens = parts[0][1][0].start if parts[0][1] else 0
    hit = _IN_FIELDS.search(document.view, max(opens - 40, 0), parts[0][1][-1].end if opens else 0)
    return hit["bond"] if hit else ""


def _head(document: Document, line: Line, parts: list[Part], begin: int) -> str:
    """Return what follows the adjective of the member after "and", "" where there is none."""
    plain = True
    for (first, _), chunks in parts[begin : begin + 8]:
        name = name_of(document, chunks)
        first_word, _, rest = name.partition(" ")
        if line.symbols[first - 1] == "&":
            if rest in _FIELDS:
                return rest
            shared = _ADJECTIVE.match(first_word) or _MODIFIER.match(first_word)
            return rest if shared and plain else ""
        modifies = _ADJECTIVE.match(name.rsplit(" ", 1)[-1]) or _MODIFIER.match(name)
        plain = plain and bool(modifies)
        if not modifies and " " in name:
            return ""
    return ""


def _noun(word: str) -> bool:
    """Return True for a noun that ends like an adjective."""
    return word.lower() in words.listed("subjects.txt") or word.lower() in _NOUNS


def _inner(line: Line, parts: list[Part], number: int) -> bool:
    """Return True where "and" binds a member to the one before it alone: "in A and B, C"."""
    joined = line.symbols[parts[number][0][0] - 1] == "&"
    return joined and (len(parts) == 2 or number < len(parts) - 1)


def name_of(document: Document, chunks: tuple[Chunk, ...]) -> str:
    """Return the words of some chunks without quotation marks, "" for none."""
    if not chunks:
        return ""
    return document.words(chunks[0].start, chunks[-1].end).replace('"', "")


def _word(document: Document, chunk: Chunk) -> str:
    """Return the last word of a chunk in lower case."""
    return document.words(chunk.start, chunk.end).rsplit(" ", 1)[-1].lower()


# --- complements -----------------------------------------------------------------------

_PLAIN = re.compile(r"[nAgSjxke]+$")
_TAIL = re.compile(r"(?P<head>[tkjxAngeS]+?)(?P<by>[biwo])(?P<rest>.+)$")
_REGION = re.compile(
    r"(?:(?:the|this|that|their|our|both|all|our)\s+)?(?:[\w-]+\s+)?(?:regions?|areas?|world|group|bloc"
    r"|continent|countr(?:y|ies)|neighbou?rhood|basin|subregion|north|south|east|west|space|zone)$"
)
_DEVERBAL = re.compile(
    r"[\w-]{2,}(?:tion|sion|ment|ance|ence|ling|ning|ving|ting|ding|sal|val)s?$"
    r"|(?:use|re-?use|protection|return|state|future|status|role|rule|transport|sale|supply)$"
)
_OWN = frozenset(("situation", "situations", "crisis", "developments", "events", "state", "fight"))


def complement(document: Document, line: Line, parts: list[Part], number: int) -> str:
    """Return what follows the last member and belongs to this one too, "" where nothing does.

    "friendship and partnership between A and B", "peace, stability and trade in the region",
    "the challenges and the chances of the year".
    """
    last = next((at for at in range(number + 1, len(parts)) if _joined(line, parts, at)), 0)
    between = [chunks for _, chunks in parts[number:last]]
    if not last or not all(map(_simple, between)) or not parts[last][1]:
        return ""
    chunks = parts[last][1]
    hit = _TAIL.match("".join(chunk.symbol for chunk in chunks))
    if hit is None:
        return ""
    tail = chunks[hit.start("by") :]
    heads = _word(document, chunks[hit.start("by") - 1]), _word(document, parts[number][1][-1])
    said = name_of(document, tail)
    one, other = (_determiner(line, parts[at]) for at in (number, last))
    if heads[0] in _OWN or other not in ("", one) or one is None or other is None:
        return ""
    near = last == number + 1
    return f" {said}" if _binds(heads, tail, said, near, one == other != "") else ""


def _joined(line: Line, parts: list[Part], at: int) -> bool:
    """Return True where "and" alone stands before a member."""
    opens = parts[at][0][0]
    return line.symbols[opens - 1] == "&" and words.text(line.chunks[opens - 1]) in ("and", "or")


def _simple(chunks: tuple[Chunk, ...]) -> bool:
    return len(chunks) < 4 and bool(_PLAIN.match("".join(chunk.symbol for chunk in chunks)))


def _determiner(line: Line, part: Part) -> str | None:
    """Return the article of a member, "" without one, None where a frame opens it."""
    (first, _), chunks = part
    opens = line.index(chunks[0].start)
    if opens == first:
        return ""
    return words.text(line.chunks[first]) if line.symbols[first:opens] == "t" else None


def _binds(
    heads: tuple[str, str], tail: tuple[Chunk, ...], said: str, near: bool, alike: bool
) -> bool:
    """Tell whether a preposition is heard with both members: by its kind, or by an equal build."""
    by = tail[0].symbol
    if by == "b":
        return near
    if by == "i":
        place = "".join(chunk.symbol for chunk in tail[1:]).lstrip("t")
        return place in ("C", "P") or bool(_REGION.match(said.partition(" ")[2]))
    return by == "o" and near and (alike or all(_DEVERBAL.match(head) for head in heads))


# --- a preposition said again ------------------------------------------------------------


def resumed(document: Document, line: Line, before: list[Part], opens: int) -> str | None:
    """Return the head that a part with a preposition in front leaves out, None without one.

    "the war in A and in B" gives "war in"; "the fight against A, against B", whose
    frame names no subject, gives "".
    """
    word = words.text(line.chunks[opens])
    for part, chunks in reversed(before):
        said = [_word(document, chunk) for chunk in chunks]
        if word in said[1:] and (word != "of" or line.symbols[opens - 1] == "&"):
            at = said.index(word, 1)
            if chunks[at - 1].symbol not in "nASg":
                return None
            return f"{singular(name_of(document, chunks[:at]))} {word} "
        framed = line.chunks[part[0] : line.index(chunks[0].start)] if chunks else ()
        if any(words.text(chunk) == word for chunk in framed):
            return ""
    return None


def named_alike(document: Document, parts: list[Part]) -> str:
    """Return the head of "the crises in A, B and C" for B and for C, "" for another part."""
    if len(parts) < 2 or _signs(parts[-1]) not in ("C", "P"):
        return ""
    for number, part in reversed(list(enumerate(parts[:-1]))):
        signs = _signs(part)
        if re.search("[iw][CP]$", signs):
            head = name_of(document, part[1][:-1])
            return f"{singular(head)} " if _spreads(head, opens=not number) else ""
        if signs not in ("C", "P"):
            return ""
    return ""


def _signs(part: Part) -> str:
    return "".join(chunk.symbol for chunk in part[1])


def _spreads(head: str, opens: bool) -> bool:
    """Tell whether "crises in", "ties with" or "war in", where it opens, goes on to names."""
    noun, _, by = head.rpartition(" ")
    said = noun.rpartition(" ")[2].lower()
    return by == "with" or said in _SINGULAR or (opens and said in _EVENTS)


_EVENTS = frozenset(
    ("crises", "conflicts", "wars", "situations", "situation", "crisis", "developments", "events")
)
_SINGULAR = {"crises": "crisis", "conflicts": "conflict", "wars": "war", "situations": "situation"}


def singular(name: str) -> str:
    """Return the head of several members as that of one: "crises in A and in B"."""
    return re.sub(
        r"\b(?:the )?(crises|conflicts|wars|situations)(?= |$)", lambda hit: _SINGULAR[hit[1]], name
    )
