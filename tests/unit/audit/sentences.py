"""Reads our own sentences: text, kind, the verdict a facilitator would give, language. None is taken from a published list."""

import csv
from dataclasses import dataclass
from pathlib import Path

from service.domain.audit import Kind

_TABLE = Path(__file__).with_name("sentences.tsv")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what the auditor must say of it."""

    text: str
    kind: Kind
    verdict: str
    language: str


def _read() -> tuple[Sentence, ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Sentence(row["text"], "kr" if row["kind"] == "kr" else "objective", row["verdict"], row["language"])
            for row in rows
        )


SENTENCES = _read()
