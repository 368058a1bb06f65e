"""The order of the stages, and nothing else."""

from __future__ import annotations

from kg import __version__, document, facts, mentions
from kg.errors import EvidenceError
from kg.extractor import Extractor
from kg.facts.evidence import check
from kg.model import Article, Document, Facts


class Grammar:
    """Readout's own extractor: mentions by the grammars, facts from the mentions."""

    name = "grammar"
    version = __version__

    def extract(self, document: Document) -> Facts:
        """Return the facts that `document` states, in the order of its text."""
        return facts.assemble(document, mentions.find(document))


GRAMMAR = Grammar()


def extract(article: Article, extractor: Extractor = GRAMMAR) -> Facts:
    """Return the facts that an article states, each with passages that replay.

    Raises EvidenceError, which names the fact, where a passage does not replay
    from this article's text.
    """
    found = extractor.extract(document.segment(article))
    if found.article != article:
        raise EvidenceError(f"{article.id}: {extractor.name} returned facts of another article")
    return check(found)
