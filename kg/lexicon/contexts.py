"""The words before a name that tell what it names."""

from __future__ import annotations

from kg.language import expressions as re
from kg.lexicon import is_given_name

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Lord)\.? \Z")
_WORD = re.compile(r"([A-Z][a-z]+) \Z")
REACH = 24
"""Code points: longer given names and honorifics are rare."""


def before(view: str, start: int, reach: int = REACH) -> str:
    """Return what stands before an offset, at most `reach` code points."""
    return view[max(0, start - reach) : start]


def ends_a_person(view: str, start: int) -> bool:
    """Tell whether the words before an offset begin a person's name: "Mr ", "Jack "."""
    words = before(view, start)
    given = _WORD.search(words)
    return bool(_HONORIFIC.search(words)) or bool(given and is_given_name(given[1]))
