"""Where an article prints a form of a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Facts, Passage, Person


def printed(form: str, person: Person, facts: Facts) -> tuple[Passage, ...]:
    """Return the passages that show `person` under the name `form`.

    These are the passages of the person's evidence that hold it, else its first
    place in the text; none where it is only ever part of a longer name.
    """
    spelled = r"\s+".join(map(re.escape, form.split()))
    words = re.compile(rf"(?<!\w){spelled}(?!\w)")
    longer = [name for p in facts.persons for name in (p.name, *p.aliases) if form in name != form]
    text = facts.article.text
    shown = tuple(
        passage
        for passage in person.evidence
        if next(_alone(words, longer, text, passage.start, passage.end), None)
    )
    first = next(_alone(words, longer, text, 0, len(text)), None)
    return shown or ((Passage(*first.span(), first.group()),) if first else ())


def _alone(
    words: re.Pattern[str], longer: list[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield the places between two offsets where the words are no part of a longer name."""
    for found in words.finditer(text, start, end):
        if not any(_inside(found, name, text) for name in longer):
            yield found


def _inside(found: re.Match[str], name: str, text: str) -> bool:
    """Tell whether the words found are part of the longer `name` where they stand."""
    around = text[max(0, found.start() - len(name)) : found.end() + len(name)]
    return name in " ".join(around.split())
