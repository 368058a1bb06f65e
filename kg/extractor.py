"""The interface of an extractor, and how one that is installed beside Readout is found.

An extractor takes a Document and returns Facts. Whoever wrote it, the promise
is the same: each fact carries passages of the article that replay, or the
whole answer is refused (kg.facts.evidence). A package offers its extractor as
an entry point of the group `readout.extractors`:

    [project.entry-points."readout.extractors"]
    my-extractor = "my_package:extractor"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from kg.errors import UsageError
from kg.model import Document, Facts

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

GROUP = "readout.extractors"


@runtime_checkable
class Extractor(Protocol):
    """Document in, Facts out.

    `name` and `version` are recorded with what was built; the same version
    gives the same facts for the same text.
    """

    name: str
    version: str

    def extract(self, document: Document) -> Facts:
        """Return the facts that `document` states, in the order of its text."""
        ...


def names() -> tuple[str, ...]:
    """Return the names of the extractors that installed packages offer, sorted."""
    return tuple(sorted({entry.name for entry in _entries()}))


def load(name: str) -> Extractor:
    """Return the installed extractor `name`.

    Raises UsageError where none has that name (it lists those there are), or
    where what the package offers is no extractor.
    """
    for entry in _entries():
        if entry.name == name:
            found = entry.load()
            if not isinstance(found, Extractor):
                raise UsageError(
                    f"{entry.value} is no extractor: it lacks name, version or extract"
                )
            return found
    there = ", ".join(names()) or "none"
    raise UsageError(f"no extractor named {name!r} is installed; installed: {there}")


def _entries() -> EntryPoints:
    from importlib.metadata import entry_points  # 50 ms that a run without plug-ins saves

    return entry_points(group=GROUP)
