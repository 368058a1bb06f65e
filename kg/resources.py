"""Where the data of the package lies: ontology/, queries/, articles/ and word lists.

In the checkout they stand beside the package; the wheel carries them inside it,
under kg/data/. Nothing else in the package knows of this difference.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """Return the folder `name` (ontology, queries, articles) of this installation."""
    for place in (_PACKAGE / "data" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KgError(f"this installation lacks its folder {name}/: install it again")


def lexicon(name: str) -> str:
    """Return the text of the word list `name` of kg/lexicon/ ("countries.tsv")."""
    return (_PACKAGE / "lexicon" / name).read_text("utf-8")
