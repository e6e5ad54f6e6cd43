"""Runs the rules over one text, hears the second reader and picks the verdict. The rules themselves are in `rules/`."""

from service.domain.audit.case import Case
from service.domain.audit.language import lexicon_of
from service.domain.audit.likeness import doubted
from service.domain.audit.model import Audit, Doctrine, Finding, Kind, Strict, Structured, Verdict
from service.domain.audit.reading import read
from service.domain.audit.rewrite import rewrite
from service.domain.audit.rules import RULES

#: Findings up to this stage suppress those of later ones (requirements 4.2).
_DECISIVE_STAGE = 4

#: Which verdict names a text best when several findings carry one: what the sentence *is* comes before what it lacks,
#: so “Launch campaign” is a task, not a sentence without a number, as its source has it (O-16).
_PRECEDENCE: tuple[Verdict, ...] = (
    "impossible", "kitchen-sink", "binary", "task", "sandbag", "kpi", "no-number", "vanity", "vague", "kr-as-objective",
)  # fmt: skip

_NOTHING_KNOWN = Structured()
_STRICT = Strict()


def audit(
    *,
    kind: Kind,
    text: str,
    fields: Structured | None = None,
    preset: Doctrine | None = None,
    language: str = "en",
    show_all: bool = False,
) -> Audit:
    """Judge one objective or key result; never raises, whatever the text.

    `language` is a code, a locale or `auto`. Findings come in decision order; an early one suppresses the later unless `show_all`.
    Source: requirements 4.1, 4.2, 4.3.
    """
    case = Case(kind, read(text, lexicon_of(language, text=text)), fields or _NOTHING_KNOWN, preset or _STRICT)
    if not case.reading.tokens:
        empty = Finding(
            f"{kind}.empty", "error", "There is no text to judge.", "Write one sentence.", "G-01", "no-number" if kind == "kr" else "vague",
        )  # fmt: skip
        return Audit(empty.verdict, (empty,))
    found: list[Finding] = []
    decided = False
    for rule in RULES:
        if kind not in rule.kinds or (decided and rule.stage > _DECISIVE_STAGE and not show_all):
            continue
        finding = rule.check(case)
        if finding is not None:
            found.append(finding)
            decided = decided or finding.verdict != "good"
    found = doubted(case=case, found=found, verdict=_verdict(found))
    verdict = _verdict(found)
    return Audit(verdict, tuple(found), rewrite(case, verdict))


def _verdict(found: list[Finding]) -> Verdict:
    named = {finding.verdict for finding in found}
    return next((verdict for verdict in _PRECEDENCE if verdict in named), "good")
