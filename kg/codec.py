"""Facts and their JSON form, the facts format, in both directions.

The JSON has the keys of the format word for word; each fact also carries
`evidence` (start, end, quote) and `rule`, and topics are objects with `name`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from kg.errors import InputError
from kg.model import (
    Action,
    Article,
    Facts,
    Instrument,
    Meeting,
    Office,
    Participant,
    Passage,
    Person,
    Topic,
)


def encode(facts: Facts) -> dict[str, Any]:
    """Return the facts as a JSON object in the facts format, keys in its order."""
    article = facts.article
    head = {"id": article.id, "url": article.url, "published": article.published}
    more = {"title": article.title, "publisher": article.publisher}
    kinds = ("meetings", "persons", "participants", "instruments", "topics")
    return head | more | {kind: [asdict(fact) for fact in getattr(facts, kind)] for kind in kinds}


def dumps(facts: Facts, indent: int | None = 1) -> str:
    """Return the facts as JSON text; `indent=None` gives one line."""
    return json.dumps(encode(facts), ensure_ascii=False, indent=indent)


def decode(data: dict[str, Any], text: str = "") -> Facts:
    """Return the facts that a JSON object of the format states; `text` is the article's.

    Raises InputError where a key is missing or has the wrong type.
    """
    try:
        article = Article(
            id=data["id"],
            text=text,
            url=data.get("url"),
            published=data.get("published"),
            title=data.get("title"),
            publisher=data.get("publisher"),
        )
        return Facts(
            article,
            tuple(Meeting(**_common(row)) for row in data["meetings"]),
            tuple(_person(row) for row in data["persons"]),
            tuple(Participant(**_common(row)) for row in data["participants"]),
            tuple(_instrument(row) for row in data["instruments"]),
            tuple(_topic(row) for row in data["topics"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"not in the facts format: {error}") from error


def _common(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with its passages decoded; gold rows have neither evidence nor rule."""
    passages = tuple(Passage(**p) for p in row.get("evidence", ()))
    return row | {"evidence": passages, "rule": row.get("rule", "gold")}


def _person(row: dict[str, Any]) -> Person:
    offices = tuple(Office(**_common(office)) for office in row["offices"])
    return Person(**_common(row) | {"aliases": tuple(row["aliases"]), "offices": offices})


def _instrument(row: dict[str, Any]) -> Instrument:
    actions = tuple(Action(**_common(action)) for action in row["actions"])
    return Instrument(**_common(row) | {"actions": actions})


def _topic(row: dict[str, Any] | str) -> Topic:
    whole = {"name": row} if isinstance(row, str) else row
    return Topic(**{"meeting": None} | _common(whole))
