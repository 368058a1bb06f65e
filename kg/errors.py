"""Errors of the package: each is built from its evidence and says what is accepted.

`exit_code` is the promise of the command line: 1 the thing checked is not
fine, 2 usage, 3 input that cannot be read, 4 store or network.
"""

from __future__ import annotations


class KgError(Exception):
    """Anything that Readout refuses; the message is one line for a person."""

    exit_code = 1


class UsageError(KgError):
    """The call itself is off: an unknown name, a missing or malformed value."""

    exit_code = 2


class InputError(KgError):
    """A source cannot be read: missing, empty, not text, not RDF."""

    exit_code = 3


class StoreError(KgError):
    """The store, or a server, cannot be used."""

    exit_code = 4


class LimitError(StoreError):
    """An answer takes more time, memory or room than it may."""


class EvidenceError(KgError):
    """A fact whose passage does not replay from the text of its article."""
