"""Article -> Document: a same-length view, sentences and tokens."""

from __future__ import annotations

import re

from kg.model import Article, Document, Sentence, Token

_BLANK = re.compile(r"[\s*#_]")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Z]\.)+|\w+(?:['’-]\w+)*|\S")
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s+[A-Z\"']|\s*$)|$)", re.S)


def segment(article: Article) -> Document:
    """Cut an article into sentences and tokens."""
    view = _BLANK.sub(" ", article.text).replace("’", "'").replace("“", '"').replace("”", '"')
    sentences: list[Sentence] = []
    for block, part in enumerate(re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", article.text)):
        for hit in _SENTENCE.finditer(view, part.start(), part.end()):
            if hit.group().strip():
                sentences.append(Sentence(hit.start(), hit.end(), "body", block, hit.start()))
    tokens = tuple(
        tuple(Token(t.start(), t.end(), t.group()) for t in _TOKEN.finditer(view, s.start, s.end))
        for s in sentences
    )
    return Document(article, view, tuple(sentences), tokens)
