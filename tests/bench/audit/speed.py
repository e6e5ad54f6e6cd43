"""Time on one core: ten thousand key results, and the longest text."""

from collections.abc import Sequence
from itertools import cycle, islice
from time import process_time

from service.domain.audit import audit
from tests.bench.audit.sentences import Sentence

_MANY = 10_000
_LONG_CHARS = 65_536


def print_speed(sentences: Sequence[Sentence]) -> None:
    """Print seconds for 10,000 texts (limit 5) and milliseconds for 64 KB (limit 50)."""
    started = process_time()
    for sentence in islice(cycle(sentences), _MANY):
        audit(kind="kr", text=sentence.text)
    many_s = process_time() - started
    text = " ".join(sentence.text for sentence in islice(cycle(sentences), 4_000))[:_LONG_CHARS]
    started = process_time()
    audit(kind="kr", text=text, show_all=True)
    long_ms = 1_000 * (process_time() - started)
    print(f"\n{_MANY:,} key results: {many_s:.2f} s of one core (limit 5 s) · 64 KB: {long_ms:.1f} ms (limit 50 ms)")
