"""Corpora in shards: jobs that know nothing of each other, on one machine or on many.

    corpus/
        plan.json                   which shards there are, and by which version of Readout
        00000.articles.jsonl.gz     what goes in: an article a line
        00000.nq.gz                 what comes out: sorted N-Quads
        00000.report.jsonl          what came of each article
        00000.json                  the seal: counts and SHA-256 of what came out
        manifest.json               counts and SHA-256 of all shards, when they are gathered
        joined.nq.gz                the second step: what is one, what is linked, and stamps
        merged.nt.gz                the merged view, in which each triple stands once

A shard is a pure function of its list of articles and the version of Readout:
its bytes are the same wherever it ran. The seal is written last; what has none
was not finished, and is made again.
"""
