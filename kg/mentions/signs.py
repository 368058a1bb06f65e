"""A sentence as a line of signs for the grammar of people: one letter a word or mention.

C country name, D demonym, G organisation, L place, W date (mentions of other grammars);
H head of an office, K its plural, M and m words of its field (capitalised or not), B and b
institutions, g "General" after a head, e words that close a title, q "visiting", x "former";
T honorific or rank, E "Lord", N capitalised word, U word in capitals, I initials, S regnal
number, p particle, z letters after a name; k and R "counterpart(s)"; o "of", @ "at", f "for, to,
under, on", i "in", t determiner, a "and", h "his", j "as", y "by", w any other word;
punctuation stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from kg import resources
from kg.language import expressions as re
from kg.language import patterns
from kg.lexicon import is_family_name, is_given_name
from kg.model import (
    CountryMention,
    DateMention,
    Document,
    Mention,
    Mentions,
    OrganisationMention,
    PlaceMention,
    Token,
)

_SMALL = {
    "of": "o",
    "at": "@",
    **dict.fromkeys(("for", "to", "under", "on"), "f"),
    **dict.fromkeys(("in", "from", "with"), "i"),
    **dict.fromkeys(("the", "a", "an"), "t"),
    **dict.fromkeys(("and", "&", "cum"), "a"),
    **dict.fromkeys(("his", "her", "their", "its"), "h"),
    "as": "j",
    "by": "y",
    "'s": "'",
    **dict.fromkeys("-–—‒―", "-"),
    **dict.fromkeys("•*·➢►▪", "*"),
    **dict.fromkeys(",;:()\"'/|.[]", ""),
}
_CLASS = {
    "head": "H",
    "plural": "K",
    "counterpart": "k",
    "tail": "e",
    "honorific": "T",
    "adjunct": "q",
    "former": "x",
    "common": "w",
}
_INITIALS = re.compile(
    r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?|(?:Yu|Ya|Ye|Zh|Sh|Ch|Kh|Ts|Ph|Th|Ma|Mohd?|Muh)\.|[^\W\d_]"
)
_JOINED = re.compile(r"(?:(?:al|el|an|ar|as|ash|at|ad|az|ul|ud|l|d|n)[-'])+[^\W\d_a-z].*")
_DOTTED = frozenset(
    ("h.e.", "h.h.", "h.m.", "h.r.h.", "ms.", "mr.", "dr.", "lt.", "st.", "jr.", "sr.")
)
_REGNAL = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})\Z")
_FIRM = re.compile(r"(?<=Ho)N(?=N{2,3}(?!N))")
_OWNER = re.compile(r"'s\Z|(?<=s)'\Z")
# Titles and honorifics that are also parts of names: "bin Sultan", "El Sheikh".
_ALSO_NAMES = frozenset(
    ("sultan", "king", "emir", "amir", "pope", "chancellor", "speaker", "sheikh", "shaikh")
)
_ROYAL = frozenset(("prince", "princess", "duke"))
# Words that raise or lower the rank of the head that follows, with the signs they do it before.
_ATTRIBUTES = {"assistant": "HM", "associate": "HM", "under": "H", "general": "HMB"}
_DUTIES = frozenset(("chair", "chairman", "co-chair", "host"))  # outgoing chair President N
_BEFORE_GENERAL = re.compile(
    r"secretary|director|attorney|consul|prosecutor|procurator|registrar|inspector|governor|auditor"
    r"|commander|comptroller|controller|coordinator|manager|solicitor|surgeon"
)
# Honorifics that also stand between two names: "Erywan Pehin Yusof".
_INNER = frozenset(("pehin", "haji", "hajji", "dato", "datuk", "ratu"))
_GIVEN = frozenset(("sultan", "amir", "khan", "shah"))
_PERSONAL = frozenset(("dr", "dr.", "mr", "mr.", "eng", "eng.", "h.e.", "he"))
# Heads that a place follows: "Ambassador in Lima Luis Rojas".
_POSTED = frozenset(
    (
        "ambassadors",
        "consuls",
        "envoys",
        "ambassador",
        "consul",
        "envoy",
        "representative",
        "resident",
        "commissioner",
        "attaché",
    )
)
_WAVERING = (
    _ALSO_NAMES
    | _ROYAL
    | _ATTRIBUTES.keys()
    | _DUTIES
    | _INNER
    | {"tan", "army", "chief", "justice", "extraordinary", "plenipotentiary"}
)


@cache
def vocabulary() -> dict[str, tuple[str, str | None]]:
    """Return word -> (class, singular of a plural) of the word list of offices and names."""
    rows = (row for row in resources.lexicon("offices.tsv").splitlines() if row[:1] != "#")
    return {
        word: (kind, more[0] if more else None)
        for word, kind, *more in (row.split("\t") for row in rows)
    }


@lru_cache(maxsize=50_000)
def sign(text: str) -> str:
    """Return the sign of a word or punctuation mark on its own."""
    lower = text.lower()
    if text in ("HE", "HH", "HIH", "HRH", "HSH", "HM"):
        return "T"
    small = _SMALL.get(lower)
    if small is not None:
        return small or text
    upper = text[0].isupper()
    if upper and text[-1] == "." and _INITIALS.fullmatch(text) and lower not in _DOTTED:
        return "I"
    kind = vocabulary().get(lower.rstrip("."), ("", None))[0]
    return _listed(kind, lower, text, upper) or _unlisted(text, upper)


def _listed(kind: str, lower: str, text: str, upper: bool) -> str:
    if kind in ("field", "body"):
        letter = "M" if kind == "field" else "B"
        return letter if upper else letter.lower()
    if kind == "particle":
        return "N" if upper else "p"
    if kind == "suffix":
        return "z" if upper else "w"
    if lower in ("lord", "baroness", "baron"):
        return "E" if upper else "w"
    if lower in ("counterparts", "colleagues", "homologues", "peers"):
        return "R"
    if kind == "honorific" and not upper and lower not in ("sheikh",):
        return "w"
    return _CLASS.get(kind, "")


def _unlisted(text: str, upper: bool) -> str:
    if not upper:
        return "N" if _JOINED.match(text) else _hyphened(text) or "w"
    if _INITIALS.fullmatch(text):
        return "I"
    if _REGNAL.match(text):
        return "S"
    if text.isupper():
        return "U"
    return _hyphened(text) or "N"


def _hyphened(text: str) -> str:
    """Return H for a compound of office words ("Attorney-General"), "" for any other word."""
    parts = text.lower().split("-")
    if len(parts) < 2:
        return ""
    kinds = {_hyphen_kind(part) for part in parts}
    if "" in kinds:
        return ""
    if "plural" in kinds:
        return "K"
    if "head" in kinds:
        return "H"
    return "M" if text[0].isupper() else "m"


def _hyphen_kind(part: str) -> str:
    kind = vocabulary().get(part, ("", None))[0]
    joint = part in ("in", "of", "under", "elect", "at", "large", "co", "to", "designate")
    return "joint" if joint else kind if kind in ("head", "plural", "field", "body") else ""


def _mark(value: Mention | Token) -> str:
    if isinstance(value, Token):
        return sign(value.text)
    if isinstance(value, CountryMention):
        return "C" if value.form == "name" else "D"
    if isinstance(value, OrganisationMention):
        return "G"
    if isinstance(value, PlaceMention):
        return "L"
    return "W" if isinstance(value, DateMention) else ""


def lines(document: Document, found: Mentions) -> Iterator[tuple[int, patterns.Line]]:
    """Yield the number and the line of each sentence that has tokens."""
    home = {m.name for m in found.organisations if _domestic(document, m)}
    everything: list[Mention] = [
        *found.countries,
        *(m for m in found.organisations if m.name not in home),
        *found.places,
        *found.dates,
    ]
    everything.sort(key=lambda mention: mention.start)
    at = 0
    for number, tokens in enumerate(document.tokens):
        end = document.sentences[number].end
        first = at
        while at < len(everything) and everything[at].start < end:
            at += 1
        if tokens:
            yield number, _line(tokens, everything[first:at], home)


def _domestic(document: Document, mention: OrganisationMention) -> bool:
    """Tell an institution that is only described in office words: "National Assembly (NA)"."""
    if mention.key is not None:
        return False
    words = document.words(mention.start, mention.end).partition("(")[0].split()
    return all(sign(word) in "MBmboat&" for word in words)


def _line(
    tokens: Iterable[Token], mentions: list[Mention], institutions: set[str]
) -> patterns.Line:
    laid = patterns.line(list(_split(tokens)), mentions, _mark)
    symbols = list(laid.symbols)
    for i, chunk in enumerate(laid.chunks):
        if not isinstance(chunk.value, Token):
            continue
        if chunk.value.text == "in" and _word(laid, i - 1).lower() in _POSTED:
            symbols[i] = "f"
        elif chunk.value.text == "then" and _once(laid, i):
            symbols[i] = "x"
        elif chunk.symbol in "wti" and i and symbols[i - 1] in "THg":
            symbols[i] = _given(laid, i)
        elif chunk.symbol in "mMTHf" and chunk.value.text.lower() in _WAVERING:
            symbols[i] = _sense(laid, i, chunk.value.text)
        elif (chunk.symbol in "MBw" and i and symbols[i - 1] == "N" and _family(laid, i)) or (
            chunk.symbol in "MT" and i and _in_name(laid, i, symbols[i - 1])
        ):
            symbols[i] = "N"
        elif chunk.symbol == "U" and chunk.value.text in institutions:
            symbols[i] = "M"
        elif chunk.symbol == "I" and _excellency(laid, i):
            symbols[i] = "T"
    return patterns.Line(_firms("".join(symbols), laid), laid.chunks)


def _once(laid: patterns.Line, i: int) -> bool:
    """Tell "the then Minister", "when then Minister N": not "and then Minister N spoke"."""
    before, after = laid.symbols[i - 1 : i], laid.symbols[i + 1 : i + 2]
    return after in tuple("HMCD") and before not in ("", ",", "a", ";") and i > 0


def _sense(laid: patterns.Line, i: int, text: str) -> str:
    """Return the sign of a word whose neighbours decide between title, rank and name."""
    word = text.lower()
    before, after = laid.symbols[i - 1 : i], laid.symbols[i + 1 : i + 2]
    if word in _GIVEN and _is_given(laid, i, before, after):
        return "N"
    if word in _INNER:
        return "N" if before in ("N", "U") else laid.symbols[i]
    if word == "army":
        return "T" if _word(laid, i + 1) == "General" else laid.symbols[i]
    if word == "chief":
        return "M" if _word(laid, i + 2) == "Officer" else laid.symbols[i]
    if word == "justice":
        return "H" if _word(laid, i - 1) in ("Chief", "Lord") else laid.symbols[i]
    if word in ("extraordinary", "plenipotentiary"):
        return _envoy(laid, i, before)
    if word in _ALSO_NAMES and before and before in "NIp":
        titled = laid.symbols[i] == "H" and (
            after == "o" or (before != "p" and after in ("N", "U"))
        )
        return "H" if titled else "N"
    if word == "tan":
        return "T" if after == "T" else "N"
    if word in _ROYAL:
        titled = _word(laid, i - 1) in ("Crown", "Grand", "Hereditary", "Deputy")
        return "H" if titled or after == "o" else "T"
    if word == "general" and _BEFORE_GENERAL.fullmatch(_word(laid, i - 1).lower()):
        return "g"
    if word == "general" and text.islower():
        return laid.symbols[i]
    if word == "general" and (not after or after not in "HMB"):
        return "T"
    if word in _DUTIES and after and after in "HM" and text.islower():
        return "q"
    if word in _ATTRIBUTES and after and after in _ATTRIBUTES[word] and text[0].isupper():
        return "M"
    return laid.symbols[i]


def _firms(symbols: str, laid: patterns.Line) -> str:
    """Return the signs with U for a firm that a name follows: "CEO of Gazprom Alexei Miller"."""
    for match in _FIRM.finditer(symbols):
        at = match.start()
        if is_given_name(_word(laid, at + 1)) and not is_given_name(_word(laid, at)):
            symbols = f"{symbols[:at]}U{symbols[at + 1 :]}"
    return symbols


def _family(laid: patterns.Line, i: int) -> bool:
    """Tell a family name that is also a word of offices: in capitals behind a name that is
    not ("Stergomena TAX"), or behind a given name at the end of a phrase ("Ned Price")."""
    text = _word(laid, i)
    if len(text) > 2 and text.isupper() and text.isalpha():
        return True
    if laid.symbols[i] == "w":
        return False
    titled = laid.symbols[i - 3 : i] == "TNN" and laid.symbols[i + 1 : i + 2] in (",", "(", "")
    if titled and laid.symbols[i] == "M" and text[0].isupper() and text.isalpha():
        return True  # Dr. Ana Lawrence Tax, Executive Secretary
    if laid.symbols[i - 2 : i - 1] == "H" and laid.symbols[i] == "M":
        return laid.symbols[i + 1 : i + 2] not in tuple("MBHKNUaoC,")
    known = is_family_name(text) and is_given_name(_word(laid, i - 1))
    return known and laid.symbols[i + 1 : i + 2] not in tuple("MBHKNUaoC")


def _in_name(laid: patterns.Line, i: int, before: str) -> bool:
    """Tell a word of offices within a name: "Gen. Tea Banh", and "Ng Eng Hen", no engineer."""
    word = _word(laid, i)
    if laid.symbols[i + 1 : i + 2] not in ("N", "U") or not word[:1].isupper():
        return False
    if laid.symbols[i] == "M":
        return before in "HT" and is_given_name(word)
    return before == "N" and laid.symbols[i - 2 : i - 1] in tuple("HTMB") and word.isalpha()


def _is_given(laid: patterns.Line, i: int, before: str, after: str) -> bool:
    """Tell a name that is also a title: "Sultan bin Saad", "Dr. Sultan Al Jaber", and right
    behind an office "Foreign Minister Amir Khan Muttaqi"."""
    if after == "p":
        return True
    named = after in ("N", "U")
    return named and (before in ("H", "b") or _word(laid, i - 1).lower() in _PERSONAL)


def _envoy(laid: patterns.Line, i: int, before: str) -> str:
    """Return e for the words behind an ambassador: "Extraordinary and Plenipotentiary"."""
    chained = before == "a" and _word(laid, i - 2).lower() == "extraordinary"
    return "e" if before == "H" or chained else laid.symbols[i]


def _given(laid: patterns.Line, i: int) -> str:
    """Return N for a small word that stands capitalised between title and name: "Dr. An Vu"."""
    capitalised = _word(laid, i)[:1].isupper()
    return "N" if capitalised and laid.symbols[i + 1 : i + 2] in ("N", "U") else laid.symbols[i]


def _word(laid: patterns.Line, i: int) -> str:
    value = laid.chunks[i].value if 0 <= i < len(laid.chunks) else None
    return value.text if isinstance(value, Token) else ""


def _excellency(laid: patterns.Line, i: int) -> bool:
    """Tell "H. E." written apart from initials."""
    words = [_word(laid, j) for j in range(max(i - 1, 0), min(i + 2, len(laid.chunks)))]
    return ("H.", "E.") in pairwise(words)


def _split(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens with the ending of the possessive apart."""
    for token in tokens:
        text = token.text
        if text[-1] in "s'" and len(text) > 2 and (cut := _OWNER.search(text)):
            middle = token.start + cut.start()
            yield Token(token.start, middle, text[: cut.start()])
            yield Token(middle, token.end, "'s")
        else:
            yield token
