"""Who asks or writes: from the environment alone, and never told on."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from kg.errors import UsageError

USER = "READOUT_REMOTE_USER"
PASSWORD = "READOUT_REMOTE_PASSWORD"
TOKEN = "READOUT_REMOTE_TOKEN"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, or a token, or neither; what is secret is in no repr."""

    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    def __bool__(self) -> bool:
        return self.user is not None or self.token is not None


NONE = Credentials()


def read() -> Credentials:
    """Return the credentials that the environment gives.

    Raises UsageError where it has a user and no password, or both kinds.
    """
    user, password, token = (os.environ.get(name) or None for name in (USER, PASSWORD, TOKEN))
    if (user is None) != (password is None):
        raise UsageError(f"{USER} and {PASSWORD} go together: one of them is not set")
    if user is not None and token is not None:
        raise UsageError(f"{TOKEN} is set beside {USER}: which of them is meant?")
    return Credentials(user, password, token)
