"""Reads labelled sentences and names the group of each source.

Published sentences stay outside the repository. Our own lie beside this module: word lists and rules were widened while
reading the studied half; the sentences of the held-out half must not be read for that.
"""

import csv
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from service.domain.audit import Kind
from tests.shared import SHARED

TEXTS = SHARED / "data" / "okr_texts.tsv"
OWN_STUDIED = Path(__file__).with_name("own_studied.tsv")
OWN_HELD_OUT = Path(__file__).with_name("own_held_out.tsv")
#: Sentences that nobody judged.
UNLABELLED = "example"
#: Labels that a text alone does not make a defect of: a missing baseline warns, and the cycle or a field may hold it.
NO_DEFECT = frozenset({"good", "no-baseline"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the label its source gave it."""

    kind: Kind
    text: str
    label: str
    source: str

    @property
    def language(self) -> str:
        """Name the language of our own sentences by their style; published ones are English."""
        return _LANGUAGES.get(self.source.split(" ")[0], "en")


_LANGUAGES = {"german": "de", "spanish": "es"}


def read_sentences(path: Path) -> list[Sentence]:
    """Read a table, labelled sentences and not."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Sentence("kr" if row["kind"] == "kr" else "objective", row["text"], row["label"], _origin(row["source"]))
            for row in rows
        ]


def fingerprint(path: Path) -> str:
    """Return the first digits of a file's SHA-256: what was learned from it names it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def _origin(source: str) -> str:
    """Group by who wrote it: the repository or site, all seeds apart."""
    match = re.match(r"github:([^/]+/[^ ]+)|(seed:\d+)|https?://([^/]+)", source)
    return next((name for name in match.groups() if name), source) if match else source
