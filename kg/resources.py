"""Where the data of the package lies: ontology/, queries/, articles/ and word lists.

In the checkout they stand beside the package; the wheel carries them inside it,
under kg/data/. Nothing else in the package knows of this difference.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
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


@cache
def fingerprint() -> str:
    """Return a digest of the code, the word lists and the ontology: what the facts depend on."""
    own = [*_PACKAGE.rglob("*.py"), *_PACKAGE.rglob("*.t[sx][vt]")]
    files = [file for file in own if _PACKAGE / "data" not in file.parents]  # the wheel has more
    whole = sha256()
    for content in sorted(
        f"{file.name}\0".encode() + file.read_bytes()
        for file in (*files, *folder("ontology").iterdir())
    ):
        whole.update(content)
    return whole.hexdigest()[:12]
