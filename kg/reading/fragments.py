"""Links that open a page at the words quoted: text fragments, `#:~:text=…`.

The quote is given as the page shows it: word for word, blanks folded, without
the marks of Markdown. A long one, or one over several lines, is given by its
first and last words; one that stands in the text more than once by the words
around it. (https://wicg.github.io/scroll-to-text-fragment/)
"""

from __future__ import annotations

import re
from urllib.parse import quote as escape

from kg.language.view import make_view
from kg.model import Article

LONGEST = 200
"""Characters of a quote that is given whole."""
ENDS = 6
"""Words at either end of a quote that is given by its ends."""
CONTEXT = 8
"""The most words of context that are tried on either side."""

_INSIDE = re.compile(r"[\w'’-]")


def link(article: Article, start: int, end: int, page: str | None = None) -> str | None:
    """Return the address of an article with a fragment that opens it at the words.

    None where the article has no address.
    """
    if article.url is None:
        return None
    address, mark, anchor = article.url.partition("#")
    anchor = anchor.partition(":~:")[0]
    return f"{address}{mark or '#'}{anchor}:~:{fragment(article, start, end, page)}"


def fragment(article: Article, start: int, end: int, page: str | None = None) -> str:
    """Return the text directive, "text=…", for the words from `start` to `end`.

    `page` is all that the page shows, where it is known (html.Page.visible): a
    quote is then told apart from the same words in a menu, too. Raises
    ValueError where the stretch holds no words.
    """
    shown = _shown(article.text)
    start, end = _whole_words(shown, start, end)
    lines = [" ".join(line.split()) for line in shown[start:end].splitlines() if line.strip()]
    if not lines:
        raise ValueError(f"no words from {start} to {end}")
    quote = " ".join(lines)
    if len(lines) > 1 or len(quote) > LONGEST:
        first, last = _ends(lines)
        core = f"{_escape(first)},{_escape(last)}" if last else _escape(first)
    else:
        core = _escape(quote)
    before, after = _context(shown, start, end, quote, page)
    return (
        "text="
        + (f"{_escape(before)}-," if before else "")
        + core
        + (f",-{_escape(after)}" if after else "")
    )


def _shown(text: str) -> str:
    """Return the text with its markup blank and its line breaks kept."""
    view = make_view(text)
    return "".join(
        char if seen != " " or char in "\n\r" else " "
        for char, seen in zip(text, view, strict=True)
    )


def _whole_words(shown: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch widened to whole words: a browser finds no half ones."""
    while (
        0 < start < len(shown) and _INSIDE.match(shown[start]) and _INSIDE.match(shown[start - 1])
    ):
        start -= 1
    while 0 < end < len(shown) and _INSIDE.match(shown[end - 1]) and _INSIDE.match(shown[end]):
        end += 1
    return start, end


def _ends(lines: list[str]) -> tuple[str, str]:
    """Return the first and last words of a quote, neither over a line's end."""
    first, last = lines[0].split(), lines[-1].split()
    if len(lines) == 1 and len(first) <= 2 * ENDS:
        return " ".join(first), ""
    return " ".join(first[:ENDS]), " ".join(last[-ENDS:])


def _context(shown: str, start: int, end: int, quote: str, page: str | None) -> tuple[str, str]:
    """Return the words before and after that tell this place from others with the same words."""
    whole = " ".join((page or shown).split()).casefold()
    if whole.count(quote.casefold()) < 2:
        return "", ""
    before = shown[:start].rpartition("\n")[2].split()[-CONTEXT:]
    after = shown[end:].partition("\n")[0].split()[:CONTEXT]
    for count in range(1, CONTEXT + 1):
        left, right = " ".join(before[-count:]), " ".join(after[:count])
        if whole.count(f"{left} {quote} {right}".strip().casefold()) < 2:
            break
    return left, right


def _escape(words: str) -> str:
    """Return words as a directive takes them: "-" is a mark of its own there."""
    return escape(words, safe="").replace("-", "%2D")
