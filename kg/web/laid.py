"""A page between what it shows and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """The template of a page, and the values that it shows."""

    template: str
    values: dict[str, Any]
