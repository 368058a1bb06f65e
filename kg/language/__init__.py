"""How the register writes: what all grammars share, and no stage of its own."""
