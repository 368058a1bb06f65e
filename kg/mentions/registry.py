"""The persons of one text: which forms of a name mean the same one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.mentions.names import agree, parts
from kg.mentions.offices import Post
from kg.mentions.signs import vocabulary
from kg.model import OfficeMention

MOST = 64
"""Namesakes among whom one is looked for: keeps a long text with a common name linear."""


def _is_particle(word: str) -> bool:
    return vocabulary().get(word, ("", None))[0] == "particle"


@dataclass(slots=True)
class Person:
    """One person of a text: the forms of the name and the offices, in the order of the text.

    `forms` are those with evidence of their own; other forms are only ever led back to them.
    """

    forms: list[str]
    posts: dict[tuple[str, str | None], OfficeMention] = field(default_factory=dict)
    party: str | None = None

    @property
    def offices(self) -> list[OfficeMention]:
        """The offices, one of each title and owner, in the order of the text."""
        return list(self.posts.values())

    def hold(self, offices: Iterable[OfficeMention]) -> None:
        """Enter offices; one whose owner is found takes the place of the one without."""
        for office in offices:
            if office.of:
                self.posts.pop((office.title, None), None)
            self.posts.setdefault((office.title, office.of), office)
            self.party = self.party or office.of

    @property
    def name(self) -> str:
        """The longest form, the earlier of equals."""
        return max(self.forms, key=lambda form: len(parts(form)))


class Registry:
    """Finds a person by any form of the name, in constant time a form."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Person]] = {}

    def admit(self, form: str) -> Person:
        """Return the person that a form with evidence means, a new one where none is known."""
        known = self._agreeing(form)
        person = known[0] if known else Person([])
        if form not in person.forms:
            person.forms.append(form)
            for word in parts(form):
                self._enter(word, person)
        return person

    def recall(self, form: str, posts: Sequence[Post] = ()) -> Person | None:
        """Return the person already known whom a form means; `posts` tell namesakes apart."""
        known = self._agreeing(form)
        if not known:
            return None
        titles = {post.title.lower() for post in posts}
        same = (p for p in known if titles & {office.title.lower() for office in p.offices})
        person = next(same, known[0])
        if self._completes(form, person):
            person.forms.append(form)
            for word in parts(form):
                self._enter(word, person)
        return person

    @staticmethod
    def _completes(form: str, person: Person) -> bool:
        """Tell a full name, of two to four words, of a person known by the family name alone."""
        single = all(len(parts(known)) == 1 for known in person.forms)
        return single and 2 <= len(parts(form)) <= 4

    def _enter(self, word: str, person: Person) -> None:
        known = self._by_word.setdefault(word, [])
        if person not in known:
            known.append(person)

    def _agreeing(self, form: str) -> list[Person]:
        """Return the persons one of whose forms agrees with `form`, in the order of the text."""
        words = [word for word in parts(form) if len(word) > 1 and not _is_particle(word)]
        near = {id(p): p for word in words for p in self._by_word.get(word, ())[:MOST]}
        return [p for p in near.values() if any(agree(form, other) for other in p.forms)]
