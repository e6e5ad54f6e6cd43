"""Learn the tables of the second reader from our own labelled sentences: `make likeness`.

The only place that needs scikit-learn; it has a lock file and a virtual environment of its own. Held-out sentences and those of
other authors are never learned from. What the tables are worth is printed by leaving each style out in turn.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from service.domain.audit import likeness
from service.domain.audit.language import lexicon_of
from service.domain.audit.model import Kind
from service.domain.audit.reading import read
from tests.bench.audit.sentences import OWN_STUDIED, Sentence, fingerprint, read_sentences

TABLES = Path(likeness.__file__).parent
LANGUAGE = "en"
#: What it may say; the other verdicts rest on numbers and pairs of goals, which the rules read better.
VERDICTS: dict[Kind, frozenset[str]] = {
    "kr": frozenset({"good", "task", "no-number", "kpi", "vanity"}),
    "objective": frozenset({"good", "task", "vague", "kpi", "kr-as-objective"}),
}
#: Strength of the weights (scikit-learn's C): chosen among 0.1, 0.3 and 1 on styles left out.
_STRENGTH = 0.3
#: A mark in fewer sentences is chance, a weight below this says nothing.
_FEWEST_SENTENCES, _LEAST_WEIGHT = 3, 0.03
_FOLDS = 10


def main() -> int:
    """Learn both tables, print what they are worth on styles they had not seen, and write them."""
    studied = [each for each in read_sentences(OWN_STUDIED) if each.language == LANGUAGE]
    for kind, verdicts in VERDICTS.items():
        sentences = [each for each in studied if each.kind == kind and each.label in verdicts]
        print(f"{kind}: {len(sentences)} sentences, {agreement(sentences):.3f} agree in a style left out")
        write(kind, *fitted(sentences), sentences)
    return 0


def agreement(sentences: Sequence[Sentence]) -> float:
    """Return the share of sentences judged as labelled by a table learned without their style, 0.0–1.0."""
    labels = np.array([each.label for each in sentences])
    groups = [each.source for each in sentences]
    hits = 0
    for known, unseen in GroupKFold(_FOLDS).split(labels, groups=groups):
        vectorizer, model, kept = fitted([sentences[place] for place in known])
        told = model.predict(vectorizer.transform([_marks(sentences[place]) for place in unseen])[:, kept])
        hits += int((told == labels[unseen]).sum())
    return hits / len(sentences)


def fitted(sentences: Sequence[Sentence]) -> tuple[DictVectorizer, LogisticRegression, np.ndarray]:
    """Return the marks, the weights, and which marks are in enough sentences to be kept."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([_marks(each) for each in sentences])
    kept = np.asarray((matrix > 0).sum(axis=0)).ravel() >= _FEWEST_SENTENCES
    model = LogisticRegression(C=_STRENGTH, max_iter=5_000)
    return vectorizer, model.fit(matrix[:, kept], [each.label for each in sentences]), kept


def write(
    kind: Kind,
    vectorizer: DictVectorizer,
    model: LogisticRegression,
    kept: np.ndarray,
    sentences: Sequence[Sentence],
) -> None:
    """Write a table; its first line names the sentences it was learned from."""
    names = vectorizer.get_feature_names_out()[kept]
    rows = [
        (name, weights)
        for name, weights in zip(names, model.coef_.T, strict=True)
        if abs(weights).max() > _LEAST_WEIGHT
    ]
    lines = [
        f"# Learned by `make likeness` from {len(sentences)} sentences, sha256 {fingerprint(OWN_STUDIED)}.",
        "\t".join(("mark", *model.classes_)),
        "\t".join(("start", *map(_short, model.intercept_))),
        *("\t".join((name, *map(_short, weights))) for name, weights in rows),
    ]
    (TABLES / f"{LANGUAGE}_{kind}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _marks(sentence: Sentence) -> dict[str, bool]:
    return dict.fromkeys(likeness.features(read(sentence.text, lexicon_of(LANGUAGE))), True)


def _short(weight: float) -> str:
    return format(round(weight, 2), "g")


if __name__ == "__main__":
    sys.exit(main())
