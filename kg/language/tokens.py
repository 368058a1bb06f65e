"""The tokens of a stretch of a view: what a word is to every grammar.

A token is one of

- a word with its inner hyphens, apostrophes, stops and ampersands: "Uzbek-Russian",
  "Secretary-General", "Al-Tayyab", "d'Ivoire", "8-member", "Tengrinews.kz";
- the possessive ending, apart from its word: "Japan", "'s"; a lone "'" after "ministers";
- dotted letters with their stops: "N.", "U.S.", "H.E.", "V.K.", "Ph.D.", "a.m.";
- a known abbreviation with its stop: "Mr.", "Gen.", "Sept.", unless it ends the sentence;
- a number with its separators: "1,200", "12:30", "13.04.2016", "2+2"; an ordinal "11th"
  is one token, a range "2016-2020" three;
- any other mark: one character, one token.
"""

from __future__ import annotations

from functools import cache

from kg import resources
from kg.language import expressions as re
from kg.model import Token

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
      '[sS]\b                                                       # 's
    | (?:{_LETTER}\.)+                                              # N.  U.S.  H.E.
    | (?=(?P<number>\d+(?:[.,:+]\d+)*(?:st|nd|rd|th)?))            # 1,200  11th  2+2: whole,
      (?P=number)(?!-?{_LETTER})                                    #   or no number at all
    | \w+(?:(?:'(?![sS]\b)|[-.&])(?=\w)\w+)*\.?                    # words; a stop is judged below
    | \S
    """,
    re.VERBOSE,
)


@cache
def abbreviations() -> frozenset[str]:
    """Return the words, in lower case, whose full stop does not end a sentence."""
    lines = resources.lexicon("abbreviations.txt").split("\n")
    return frozenset(line for line in lines if line and not line.startswith("#"))


def tokenise(view: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `view` from `start` to `end`, which is taken as one sentence."""
    tokens: list[Token] = []
    short = abbreviations()
    for match in _TOKEN.finditer(view, start, end):
        first, last = match.span()
        text = match.group()
        kept = text[-1] != "." or len(text) == 1 or text[-3:-2] in ("", ".", "-")
        if kept or (last < end and text[:-1].lower() in short):
            tokens.append(Token(first, last, text))
        else:
            tokens.append(Token(first, last - 1, text[:-1]))
            tokens.append(Token(last - 1, last, "."))
    return tuple(tokens)
