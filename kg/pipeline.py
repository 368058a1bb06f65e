"""The order of the stages, and nothing else."""

from __future__ import annotations

from kg import document, facts, mentions
from kg.model import Article, Facts


def extract(article: Article) -> Facts:
    """Return the facts that an article states, each with passages that replay."""
    segmented = document.segment(article)
    return facts.assemble(segmented, mentions.find(segmented))
