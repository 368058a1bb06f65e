"""Where an article prints a form of a person's name."""

from __future__ import annotations

import re

from kg.model import Facts, Passage, Person


def printed(form: str, person: Person, facts: Facts) -> tuple[Passage, ...]:
    """Return the passages that show `person` under the name `form`.

    These are the passages of the person's evidence that hold it, else its first
    place in the text where it is no part of a longer name; none where it has none.
    """
    spelled = r"\s+".join(map(re.escape, form.split()))
    words = re.compile(rf"(?<!\w){spelled}(?!\w)")
    shown = tuple(passage for passage in person.evidence if words.search(passage.quote))
    return shown or _first(words, form, facts)


def _first(words: re.Pattern[str], form: str, facts: Facts) -> tuple[Passage, ...]:
    text = facts.article.text
    longer = [name for p in facts.persons for name in (p.name, *p.aliases) if form in name != form]
    for found in words.finditer(text):
        if not any(_inside(found, name, text) for name in longer):
            return (Passage(found.start(), found.end(), found.group()),)
    return ()


def _inside(found: re.Match[str], name: str, text: str) -> bool:
    """Tell whether the words found are part of the longer `name` where they stand."""
    around = text[max(0, found.start() - len(name)) : found.end() + len(name)]
    return name in " ".join(around.split())
