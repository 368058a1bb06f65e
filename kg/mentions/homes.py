"""The country under whose head a report appears: "Ministry of Foreign Affairs of Korea"."""

from __future__ import annotations

from kg.language import expressions as re
from kg.lexicon.gazetteer import gazetteer
from kg.mentions.scene import Scene
from kg.model import Document

_HEAD = re.compile(
    r"(?:Ministry|Government|Embassy|Presidency|Office|Department|Cabinet|Parliament|Mission)\b"
    r"[^\n]{0,60}\bof\s+(?:the\s+)?\Z"
)
PROSE = 12
"""Tokens: a shorter sentence may be a line of the page."""
REACH = 400
"""Characters at the head of a page in which its country is looked for."""


def _front(document: Document) -> int:
    """Return where the first sentence of prose begins: a title and the page's own lines end."""
    rows = zip(document.sentences, document.tokens, strict=True)
    prose = (s.start for s, tokens in rows if s.kind == "body" and len(tokens) > PROSE)
    return min(next(prose, 0), REACH)


def home(scene: Scene) -> str | None:
    """Return the country whose institution heads the page: "Ministry of ... of Korea"."""
    head = scene.document.view[: _front(scene.document)]
    for found in gazetteer().scan(head):
        country = found.entry.country
        if country is None:
            continue
        institution = _HEAD.search(head, max(0, found.start - 100), found.start)
        label = found.start < 40 and re.match(r":\s", head[found.end : found.end + 2])
        if institution or label:
            return country.code
    return None
