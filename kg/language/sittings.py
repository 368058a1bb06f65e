"""Words for how a body begins, holds and ends its sitting: "opened its session", "wound up".

A shared leaf: the grammar of convocations reads a meeting from them, and the facts
see by them that the session named behind is that very meeting.
"""

from __future__ import annotations

BEGIN_END = (
    r"(?:opens?|opened|beg[aiu]ns?|starts?|started|resumes?|resumed|concludes?|concluded|closes?|closed"
    r"|ends?|ended|completes?|completed|finish(?:es|ed)?|w[io]unds?\s+up|winds?\s+up|wrap(?:s|ped)\s+up"
    r"|kick(?:s|ed)\s+off|(?:came|comes?)\s+to\s+the\s+end\s+of)"
)
"""Verbs of beginning and ending, in present and past; a pattern without borders of words."""
DAYS = r"(?:two|three|four|five|several)\s+(?:days|rounds|hours)\s+of\s+(?:[\w-]+\s+){0,2}?"
"""What a body ends that talked for days, up to the word for the talks."""
HOLD = r"h[eo]lds?"
