"""Print how often the auditor agrees with labelled sentences, source by source, and how fast it is."""

import os

from tests.bench.audit.accuracy import print_accuracy
from tests.bench.audit.sentences import TEXTS, read_sentences
from tests.bench.audit.speed import print_speed


def main() -> int:
    """Measure; skips with a reason where the labelled sentences are absent (an error where CI=true)."""
    if not TEXTS.exists():
        print(f"audit accuracy: skipped, {TEXTS.name} is not in the shared folder beside the checkout")
        return 1 if os.environ.get("CI") == "true" else 0
    sentences = read_sentences()
    print_accuracy(sentences)
    print_speed(sentences)
    return 0
