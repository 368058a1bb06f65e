"""Where graphs are kept: one named graph an article, and a view in which each triple stands once.

`Store` is the embedded store; `protocol.py` says what any store offers.
"""

from __future__ import annotations

from kg.store.embedded import Store
from kg.store.protocol import Change, GraphStore, StoredArticle

__all__ = ["Change", "GraphStore", "Store", "StoredArticle"]
