"""Facts -> graph: keys by rule, statements as plain values, and the rdflib dataset."""
