"""Stores on servers of others: the same graphs, the same merged view, the same answers.

A server holds what the embedded store holds: a named graph an article, and
each triple once in the merged view. Where the default graph of a server is one
of its own (Oxigraph, Fuseki), it is the merged view. Where it is the union of
all named graphs, in which a triple of k articles may stand k times (GraphDB,
RDF4J, Virtuoso, QLever), the merged view is the named graph
urn:readout:merged, and questions are put so that they read that one. The graph
urn:readout:stamps says which graphs are ours, each with the SHA-256 of its
statements.

`profiles` knows the stores, `endpoint` asks them, `loading` brings a local
store's graphs to them.
"""
