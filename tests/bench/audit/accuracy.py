"""Agreement with the labels: a confusion table, then each source alone and all but it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from service.domain.audit import audit
from tests.bench.audit.sentences import NO_DEFECT, UNLABELLED, Sentence

_THREE = frozenset({"good", "task", "no-number"})
#: Sources with fewer labelled sentences than this are shown together.
_SMALL = 20

Judged = tuple[Sentence, str]


def print_accuracy(sentences: Sequence[Sentence]) -> None:
    """Print confusion and shares; the rules are fixed, so every source is a measurement of its own."""
    judged = [(s, audit(kind=s.kind, text=s.text).verdict) for s in sentences if s.label != UNLABELLED]
    _print_confusion(judged)
    _print_head()
    by_source: defaultdict[str, list[Judged]] = defaultdict(list)
    for pair in judged:
        by_source[pair[0].source].append(pair)
    small: list[Judged] = []
    for source, pairs in sorted(by_source.items(), key=lambda item: -len(item[1])):
        if len(pairs) < _SMALL:
            small += pairs
        else:
            _print_shares(source, pairs)
    _print_shares("sources with few sentences", small)
    for kind in ("kr", "objective"):
        _print_shares(f"all, {kind}", [pair for pair in judged if pair[0].kind == kind])
    _print_shares("all", judged)


def print_own(*, studied: Sequence[Sentence], held_out: Sequence[Sentence]) -> None:
    """Print the shares of our own two halves; only the held-out one tells of texts that nobody tuned on."""
    _print_head()
    for name, sentences in (("studied", studied), ("held out", held_out)):
        judged = [(s, audit(kind=s.kind, text=s.text, language=s.language).verdict) for s in sentences]
        for kind in ("kr", "objective"):
            _print_shares(f"own, {name}, {kind}", [pair for pair in judged if pair[0].kind == kind])
        _print_shares(f"own, {name}", judged)


def _print_head() -> None:
    print(f"\n{'source':<44}{'n':>5}{'3-way':>8}{'good/def':>10}{'false al.':>11}{'kpi rec.':>10}")


def _print_confusion(judged: Sequence[Judged]) -> None:
    table: Counter[tuple[str, str]] = Counter((sentence.label, verdict) for sentence, verdict in judged)
    labels = sorted({label for label, _ in table})
    verdicts = sorted({verdict for _, verdict in table})
    print("label \\ verdict".ljust(18) + "".join(verdict[:11].rjust(13) for verdict in verdicts))
    for label in labels:
        print(label.ljust(18) + "".join(str(table[label, verdict] or "·").rjust(13) for verdict in verdicts))


def _print_shares(name: str, pairs: Sequence[Judged]) -> None:
    three = [(s.label, v) for s, v in pairs if s.label in _THREE]
    good = [(label, v) for label, v in three if label == "good"]
    kpi = [v for s, v in pairs if s.label == "kpi"]
    row = (
        _share([label == v for label, v in three]),
        _share([(s.label in NO_DEFECT) == (v == "good") for s, v in pairs]),
        _share([v != "good" for _, v in good]),
        _share([v == "kpi" for v in kpi]),
    )
    print(f"{name[:43]:<44}{len(pairs):>5}{row[0]:>8}{row[1]:>10}{row[2]:>11}{row[3]:>10}")


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f}" if hits else "–"
