"""Voice: which documents of a sentence a word of action speaks of.

The patterns run over the line of a sentence (kg.facts.actions), in which each
document is I and each word of an action V: object, subject of a passive, relative
and cleft clause, participle, inversion, list, a fronted or repeated one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import expressions as re
from kg.language import words
from kg.language.cues import Cue
from kg.language.patterns import Chunk, Line
from kg.model import InstrumentMention

REACH = 200
"""Chunks that a cue is read to either side: keeps one endless sentence linear."""

_BETWEEN = r"[^vVmB;:]{0,24}"
_AUXILIARY = re.compile(r"(?:[mTh]x*)?Bx*(?:[B@]x*)?(?:cx*c|c[^cIVvB]{2,14}c)?$")
_ASIDE = r"(?:c[^IB;:c]{1,24}c(?=[mBh]|$)|c[piw]?r[^I;:c]{1,24}c|c?[piw]?r[^VI;:]{1,20}?)?"
_SUBJECT = re.compile(rf"I{_BETWEEN}{_ASIDE}(?:[Bhm]x*){{0,2}}(?:[en]x*)?T?$")
_AMONG = re.compile(r"(?:[lc:-]|bu)[tkxj]*n?I(?=[^vVmB]*$|[cg@B])")
_SUBMITTED = re.compile(r"I[^I;:]{0,16}$")
_INVERTED = re.compile(
    r"^(?:[^VmI;:]{0,16}?B(?:c[^cIVvB]{1,6}c|[tkxj:lc]){0,4}|[^vVmI;]{0,12}:[tkxj]*)I"
)
_LISTED = re.compile(r"[^vVmI;]{0,12}:(?:[tkxj]*|[^vVmBhI;:]{1,16}c[tkxj&]*)I")
_OBJECT = re.compile(
    r"^(?:D?T(?=[tkj]*I))?(?:[xtkjnAqgD]|c?pDc?|w(?:t?[CO]|tn{1,2}|n)|iP|@t?M|e(?!B)|o|(?:c?&|c)x*Vc?|c?&?[xe]"
    r"|&(?=t?I(?!x*[Bmh]))|(?<![cI])c[^cIVvB]{1,10}c){0,8}?I"
)
_THEME = re.compile(r"^[^vVmBr;:.]{0,14}?I")
_ANEW = re.compile(
    r"^(?:[^Vr.;:]{1,40}c?&?[pow]|[^V.;:]{1,60}?c&?p)[tkj]*I"
)  # "spoke about A, and about I"
_RELATIVE = re.compile(
    r"I(?:\([^)]*\))?(?:ct[jn]{1,2})?c?(?:Bx*)?(?:[wpioT]?r(?:[^vVBr;]|cr[^V;r]{1,12}c){1,16}|tn{1,3}|A?[ACON&c]{0,4}[ACON])(?:(?:Bx*)?[mhT]?x*|V[c&]{1,2}x*)$"
)
_REDUCED = re.compile(r"I(?:\([^)]*\))?(?:ct?[nj]{1,3}(?:ot?[njM]{1,2})?c|c|\(|Tt?n)?x*$")
_CLOSES = re.compile(r"^(?:[piy@DT.;:c&w)]|n{1,2}xc|$)")
_FRONTED = re.compile(r"^x?c?[Tpo]t?(?P<document>I)")
_ANNOUNCED = re.compile(r"^[^VI;]{0,12}:$")
_LINK = re.compile(r"^(?:[pi]?[DP]|[c;&.xtkjAqlpwoTu]){1,8}$")
_ADJUNCTS = re.compile(r"^(?:[xc]|[iwy@p]t?[nACOPMDj]{1,5})*$")
_AMONG_THEM = re.compile(r"I[^vVmBI;:]{0,14}Bx*b[tk]*n$")
_AGAIN = re.compile(r"I[^vVmBI;:]{0,14}(?:[hm]x*)?Bx*(?:Bx*)?V[^VI;:]{0,10}[c&]{1,2}x*$")
_JOINED = re.compile(r"I[^vVmBI;:]{0,14}(?:[hm]x*)?(?:Bx*){1,2}[eVv][^vVmBI;:]{0,14}c?&x*$")
_TAGGED = re.compile(r"Ic(?:t?[nACON]{1,3}|[vV]t?[nACON]{1,3})$")  # "I, the ministers agreed, will"
_LATER = re.compile(r"^[^I;:.]{0,40}cx*Bx*[tkj]*n?I")  # "Discussed but not voted ... was I"
_PARENTHETICAL = re.compile(r"V[^I;:]{0,8}c&x*$")  # "had before them, and endorsed, I"
_FREE = re.compile(r"^x?r[^VIc;:]*$")  # "What had to be approved was approved"
_BELOW = re.compile(r"^(?:[iwpy@]?t?[nxkj]{1,3}){0,2}$")  # "signed in their turn", above a list
_IS_WHAT = re.compile(r"^x*Bx*[tkj]*n?I")
_WHAT = re.compile(r"^c?&?r[^V;:]{1,10}$")  # "What the ministers signed was I"
_BY_OTHERS = re.compile(r"^(?:y[^vVmBI;:.c]{1,8})?c?&y[^vVmBI;:.]{1,20}I")
_AS_WELL = re.compile(r"^(?:[piyw@]t?[nACOPMD]{1,4})?c?(?P<as>@)x*Bx*[tkj]*n?I")
_TOGETHER = re.compile(r"^x*(?:y[^vVmBI;:.c]{1,8})?c?(?P<with>&)[tkj]*n?I")
_DOCUMENTS = re.compile(r"^x*(?:[piywb]t?[nACOPMD]{1,4})?(?:Bx*|[vl])(?:[tkj]|b[tk]*n|wc?)*I")
_DOCUMENT = ("document", "text", "paper", "instrument")
_ITSELF = ("text", "wording", "content", "contents")
_GAPPED = re.compile(r"^c&[nACON&k]{1,8}t?$|^c&?t?[nACON]{0,3}(?:ot?[nACO]{1,3})?t[kj]*$")
_GAPPED_BY = re.compile(  # "... was signed by A, a memorandum by B"; "..., then a memorandum"
    r"^x*(?:[yiwpT][^vVmBI;:c]{1,16}|D)?c(?:&?x+[tkj]*I|&?[tkj]*I(?=y))"
)
_BESIDES = re.compile(r"^[@&][tkj]*I(?=c)")
_BUT_TOO = re.compile(r"^@x+[tkj]*$")
_BUT_ALSO = re.compile(r"x[tkj]*I[^vVmBI;:c]{0,6}@x+[tkj]*$")
_IT = re.compile(r"u[^;:.uVI]{0,6}$")  # "it now goes for approval to the summit"
_ITS = ("it", "they")
_PREDICATE = re.compile(r"^x*[Bmh]")
_PREDICATES = re.compile(r"(?<=[I)])(?:[mhT]?x*B?x*B?x*V[^VI;]{0,8}[c&]{1,2})+$")
_SINGULAR = ("is", "was", "has", "being")


def reach(line: Line, at: int, cue: Cue) -> tuple[str, tuple[int, ...]] | None:
    """Return the voice and the chunks that a cue speaks of, no chunk where it is vague."""
    found = _reach(line, at, cue)
    if found is None or not found[1]:
        return found
    return found[0], (*_added(line, found[1][0]), *found[1])


def _added(line: Line, first: int) -> tuple[int, ...]:
    """Return the document of "besides I, they signed ...", "not only I but also ..."."""
    if (hit := _BESIDES.match(line.symbols, 0, first)) and _adds(line.chunks[0]):
        return (hit.end() - 1,)
    hit = _BUT_ALSO.search(line.symbols, max(first - 16, 0), first)
    if hit and words.text(line.chunks[hit.start()]) == "only":
        return (line.symbols.index("I", hit.start()),)
    return ()


def _adds(chunk: Chunk) -> bool:
    """Return True for "besides", and for "in addition to" and its like."""
    return words.text(chunk) == "besides" or chunk.symbol == "&"


def _reach(line: Line, at: int, cue: Cue) -> tuple[str, tuple[int, ...]] | None:
    left, right = line.symbols[:at], line.symbols[at + 1 :]
    if cue.form in ("ahead", "subject"):
        return _said_of(line, at, cue)
    if cue.form == "outcome" and cue.action == "discussed" and _announces(line, at):
        return "list", tuple(_until_verb(line, at + 1))
    if cue.form == "outcome":
        hit = _OBJECT.match(right) or _INVERTED.match(right)
        return ("outcome", _rightward(line, at + hit.end())) if hit else None
    if cue.form == "theme":
        near = re.match(r"[tkjnxA]{0,6}I", right)
        return ("theme", _rightward(line, at + near.end())) if near else None
    if cue.form == "present" and re.search(r"[@rmT]", left):
        return None
    if cue.form == "voiced":
        hit = _OBJECT.match(right)
        target = at + hit.end() if hit else at
        return ("spoken", (target,)) if hit and final(line.chunks[target]) else None
    if _TAGGED.search(left) and re.match("c[mBh]", right):
        return None
    if right.startswith("c") and _PARENTHETICAL.search(left):
        line = Line(line.symbols[: at + 1] + line.symbols[at + 2 :], _without(line, at + 1))
        found = reach(line, at, cue)
        return found and (found[0], tuple(t + (t > at) for t in found[1]))
    passive = cue.form == "past" and _AUXILIARY.search(left)
    if passive:
        subject = _PREDICATES.sub("", left[: passive.start()])
        return _passive(line, subject, at, passive.group())
    if cue.form == "past" and left.endswith(("t", "tx")):
        return None
    if _fronted(cue, left) and (hit := _INVERTED.match(right) or _LATER.match(right)):
        return "inverted", _rightward(line, at + hit.end())
    above = cue.form == "past" and "I" not in left and _BELOW.match(right)
    if above or (_fronted(cue, left) and right in ("B", ":", "B:")):
        return "list", ()
    if _itself(line, at):
        return _pronoun(line, at)
    if cue.form == "past" and _WHAT.match(left) and (hit := _IS_WHAT.match(right)):
        return "cleft", _rightward(line, at + hit.end())
    if cue.form == "past" and at and _speaks(line, at - 1) and (hit := _DOCUMENTS.match(right)):
        return "inverted", _rightward(line, at + hit.end())
    themed = cue.action == "discussed"
    if hit := (_THEME.match(right) or _ANEW.match(right)) if themed else _OBJECT.match(right):
        return _active(cue), _rightward(line, at + hit.end())
    if cue.form in ("past", "base") and (hit := _RELATIVE.search(left)):
        return "relative", (hit.start(),)
    closed = _CLOSES.match(right) or (left.endswith("c") and right.startswith("x"))
    if cue.form == "past" and closed and (hit := _REDUCED.search(left)):
        inside = hit.group() == "I" and re.search(r"[opw]t?$", left[: hit.start()])
        return "background" if inside else "participle", (hit.start(),)
    return _far(line, at) or _vague(line, at)


def _without(line: Line, at: int) -> tuple[Chunk, ...]:
    return line.chunks[:at] + line.chunks[at + 1 :]


def _far(line: Line, at: int) -> tuple[str, tuple[int, ...]] | None:
    """Return the documents after a colon, or those that open the sentence: "To X they agreed"."""
    right = line.symbols[at + 1 :]
    if hit := _LISTED.match(right):
        return "inverted", _rightward(line, at + hit.end())
    if _ANNOUNCED.match(right):
        return "list", ()
    left = line.symbols[:at]
    if again := _AMONG_THEM.search(left) or (_CLOSES.match(right) and _AGAIN.search(left)):
        return "passive", _leftward(line, again.start())
    hit = _FRONTED.match(line.symbols, 0, at)
    if hit and _CLOSES.match(right):
        return "fronted", (hit.start("document"),)
    return None


def _said_of(line: Line, at: int, cue: Cue) -> tuple[str, tuple[int, ...]] | None:
    """Return the documents to the left of what is said of them, or those after a colon."""
    left = line.symbols[:at]
    if (_SUBMITTED if cue.form == "ahead" else _SUBJECT).search(left):
        return cue.form, _leftward(line, left.rindex("I"))
    if (
        cue.form == "ahead"
        and (hit := _IT.search(left))
        and words.text(line.chunks[hit.start()]) in _ITS
    ):
        return ("pronoun", (left.rindex("I"),)) if "I" in left else ("carried", ())
    if cue.action == "discussed" and line.symbols[at + 1 : at + 2] == ":":
        return "list", tuple(_until_verb(line, at + 2))
    if cue.form == "subject" and (hit := _LISTED.match(line.symbols, at + 1)):
        return "inverted", _rightward(line, hit.end() - 1)
    return _vague(line, at)


def _announces(line: Line, at: int) -> bool:
    """Return True for a cue that a list of subjects follows: "on the table: A, B and I"."""
    return line.symbols.startswith(":", at + 1) and "I" in line.symbols[at:]


def _until_verb(line: Line, first: int) -> Iterator[int]:
    """Yield the documents of a list of subjects, of whatever kind its others are."""
    for at in range(first, len(line.symbols)):
        if line.symbols[at] in "Vr":
            return
        if line.symbols[at] == "I":
            yield at


def _itself(line: Line, at: int) -> bool:
    """Return True before "it", "them", "its text"."""
    near = line.symbols[at + 1 : at + 3]
    said = [words.text(chunk) for chunk in line.chunks[at + 1 : at + 3]]
    if near == "tn" and not line.symbols.startswith(("o", "p", "f"), at + 3):
        return said[1] in (
            _ITSELF if said[0] in ("its", "their") else _DOCUMENT * (said[0] == "the")
        )
    return near[:1] == "u" and said[0] in ("it", "them")


def _pronoun(line: Line, at: int) -> tuple[str, tuple[int, ...]] | None:
    """Return the document that "it" means, all of a coordination for "them"."""
    last = line.symbols.rfind("I", 0, at)
    if last < 0:
        named = words.text(line.chunks[at + 1]) == "the"
        return ("document" if named else "carried"), ()
    many = words.text(line.chunks[at + 1]) in ("them", "their")
    return "pronoun", _leftward(line, last) if many else (last,)


def _passive(line: Line, left: str, at: int, auxiliary: str) -> tuple[str, tuple[int, ...]] | None:
    if "V" in line.symbols[at + 1 :] and _FREE.match(left):
        return None
    if left and _speaks(line, len(left) - 1):
        return "list", _included(line, at)
    if hit := _SUBJECT.search(left):
        last = left.rindex("I")
        first_be = line.chunks[at - len(auxiliary) : at]
        verb = next((words.text(chunk) for chunk in first_be if chunk.symbol in "Bh"), "")
        one = verb in _SINGULAR
        right = line.symbols[at + 1 :]
        others = _BY_OTHERS.match(right) or _as_well(line, at) or _GAPPED_BY.match(right)
        further = _rightward(line, at + others.end()) if others else ()
        return "passive", ((last,) if one else _leftward(line, last)) + further
    if joined := _JOINED.search(left):
        return "passive", _leftward(line, joined.start())
    if pointed := _pointed(line, len(left) - 1):
        return ("pronoun", (left.rindex("I"),)) if "I" in left else (pointed, ())
    if _ADJUNCTS.match(left) and (hit := _OBJECT.match(line.symbols[at + 1 :])):
        return "inverted", _rightward(line, at + hit.end())
    if hit := _INVERTED.match(line.symbols[at + 1 :]):
        return "inverted", _rightward(line, at + hit.end())
    return _vague(line, at)


def _as_well(line: Line, at: int) -> re.Match[str] | None:
    """Return where "..., as was I" or "..., together with I" adds a document to a passive."""
    right = line.symbols[at + 1 :]
    if hit := _TOGETHER.match(right):
        chunk = line.chunks[at + 1 + hit.start("with")]
        return hit if chunk.end - chunk.start > len("and") else None
    hit = _AS_WELL.match(right)
    return hit if hit and words.text(line.chunks[at + 1 + hit.start("as")]) == "as" else None


def _pointed(line: Line, at: int) -> str:
    """Return how a subject points back, "" where none does: "It is ...", "The document is ..."."""
    hit = re.search(r"(?:u|(?<=t)n)[xhmBeT]*$", line.symbols[: at + 1])
    said = words.text(line.chunks[hit.start()]) if hit else ""
    return "carried" if said in ("it", "they") else "document" if said in _DOCUMENT else ""


def _fronted(cue: Cue, left: str) -> bool:
    return cue.form == "past" and not left.strip("xctkq&")


def _active(cue: Cue) -> str:
    return "nominal" if cue.form in ("noun", "ing") else "active"


def _rightward(line: Line, first: int) -> tuple[int, ...]:
    """Return the instruments from chunk `first` on that one coordination holds together."""
    out = [first]
    for at in range(first + 1, len(line.symbols)):
        if line.symbols[at] == "I":
            link = line.symbols[out[-1] + 1 : at]
            also = _BUT_TOO.match(link) and words.text(line.chunks[out[-1] + 1]) == "but"
            linked = also or _LINK.match(link) or _GAPPED.match(link)
            if not linked or _PREDICATE.match(line.symbols[at + 1 :]):
                break
            out.append(at)
    return tuple(out)


def _leftward(line: Line, last: int) -> tuple[int, ...]:
    out = [last]
    for at in range(last - 1, -1, -1):
        if line.symbols[at] == "I":
            link = line.symbols[at + 1 : out[0]]
            if not _LINK.match(link) or (";" in link and "V" in line.symbols[:at]):
                break
            out.insert(0, at)
    return tuple(out)


def _vague(line: Line, at: int) -> tuple[str, tuple[int, ...]] | None:
    near = range(max(at - 14, 0), min(at + 10, len(line.chunks)))
    return ("list", _included(line, at)) if any(_speaks(line, n) for n in near) else None


def _speaks(line: Line, at: int) -> bool:
    """Return True where a chunk speaks of documents in general ("papers", "the following")."""
    text = words.text(line.chunks[at])
    if text == "following" and line.symbols[max(at - 1, 0)] != "t":
        return False
    return any(part in words.listed("vague-documents.txt") for part in text.split("/"))


def _included(line: Line, at: int) -> tuple[int, ...]:
    """Return the documents that a sentence names among those it speaks of in general."""
    hit = _AMONG.search(line.symbols, at)
    return _rightward(line, hit.end() - 1) if hit else ()


def final(chunk: Chunk) -> bool:
    """Return True for the text that closes a meeting, which no earlier one has issued."""
    return isinstance(chunk.value, InstrumentMention) and joint(chunk.value)


def joint(mention: InstrumentMention) -> bool:
    """Return True for a text that a meeting issues, not one party alone."""
    name = mention.name.lower()
    issued = ("communique", "declaration", "statement")
    return mention.kind in issued and name.startswith(("joint", "final", "communiqu"))
