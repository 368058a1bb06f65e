"""Refresh what the word lists take from rigour.territories: `python -m kg.lexicon.refresh`.

Names, demonyms and capitals are reviewed by hand in countries.tsv itself; codes
and Wikidata ids are rigour's, and every name is looked up there again. rigour
(MIT) is needed here only, never at run time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg import resources
from kg.lexicon.tables import rows

FILE = "countries.tsv"


def refreshed(text: str) -> str:
    """Return the text of countries.tsv with rigour's Wikidata ids, rows sorted by code.

    Raises ModuleNotFoundError where rigour is not installed, KeyError for a
    code that it does not know.
    """
    from rigour.territories import get_territory

    head = [line for line in text.splitlines() if line.startswith("#")]
    body = []
    for code, _, *rest in rows(text):
        territory = get_territory(code.lower())
        if territory is None:
            raise KeyError(code)
        body.append("\t".join((code, territory.qid, *rest)))
    return "\n".join([*head, *sorted(body)]) + "\n"


def disputed(text: str) -> list[tuple[str, str, str]]:
    """Return the names that rigour takes for another country: name, our code, rigour's.

    Forms that several countries share are left out.
    """
    from rigour.territories import lookup_territory

    found = []
    for code, _, name, names, demonyms, _ in rows(text):
        for form in filter(None, (name, *names.split("|"), *demonyms.split("|"))):
            territory = None if form.startswith("?") else lookup_territory(form)
            if territory is not None and territory.code != code.lower():
                found.append((form, code, territory.code))
    return found


def main() -> None:
    """Rewrite countries.tsv and print the names that rigour takes for another country."""
    file = Path(__file__).with_name(FILE)
    text = refreshed(resources.lexicon(FILE))
    file.write_text(text, "utf-8")
    for form, ours, theirs in disputed(text):
        sys.stderr.write(f"{form}: {ours} here, {theirs} in rigour\n")


if __name__ == "__main__":
    main()
