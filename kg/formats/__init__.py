"""How triples are read and written: formats that several stages share."""
