"""The view of a text: the same length, with markup and odd characters out of the way.

Every replacement is one character for one, so that an offset into the view is
an offset into the text.
"""

from __future__ import annotations

from kg.language import expressions as re

_BLANK = re.compile(
    "[^\\S ]|[\\x00-\\x1f\\x7f-\\x9f\\xad\\u180e\\u200b-\\u200f"
    "\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufffc]"
)
_ONE_FOR_ONE = tuple(
    (odd, plain)
    for plain, odds in (("'", "’‘‛`´ʼʻ′＇"), ('"', "“”„‟«»″＂"), ("-", "‐‑"), (" ", "*\\"))
    for odd in odds
)
_HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})(?=[ \t])", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-=_~]{3,}+|#{3,}+)[ \t\r]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\](\([^()\s]{1,500}\))")
_EMPHASIS = re.compile(r"(?<!\w)_++|(?<!_)_++(?!\w)|~~")


def make_view(text: str) -> str:
    """Return `text` with markup, line breaks and odd spaces blank and quotation marks straight.

    The result has as many code points as the text. Markup is that of Markdown:
    emphasis, heading marks, rules, the brackets and addresses of links.
    """
    view = text
    for mark, pattern in (("#", _HEADING), ("](", _LINK), ("_", _EMPHASIS), ("~~", _EMPHASIS)):
        if mark in view:
            view = pattern.sub(_blank, view)
    view = _RULE.sub(_blank, view)
    view = _BLANK.sub(" ", view)
    for odd, plain in _ONE_FOR_ONE:
        if odd in view:
            view = view.replace(odd, plain)
    return view


def _blank(match: re.Match[str]) -> str:
    """Return the match blanked, all but its label where it is a link."""
    whole = match.group()
    if match.re != _LINK:
        return "".join(char if char.isspace() else " " for char in whole)
    label = match.group(1)
    return f" {label}" + " " * (len(whole) - len(label) - 1)
