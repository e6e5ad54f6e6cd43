"""A readable audit of a plain list, or of what a site holds, as lines of text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from service.domain.audit import Audit, Kind
from service.usecases.audit_text import audit_text

if TYPE_CHECKING:  # a list is judged without the store, which audit_cycle needs
    from service.usecases.audit_cycle import AuditedObjective

_OBJECTIVE = re.compile(
    r"^\s*(?:[#>*-]+\s*)?(?:O\d*|Objective(?:\s*\d+)?|Ziel(?:\s*\d+)?|Objetivo(?:\s*\d+)?)\s*[:.)]", re.I
)
_HEADING = re.compile(r"^#{1,6}\s")
_MARKS = {"error": "✗", "warning": "!", "info": "·"}


def report_lines(
    *, lines: Iterable[str], preset: str | None = None, language: str = "en", show_all: bool = False
) -> Iterator[str]:
    """Judge every line and yield the report; a line is an objective if it says so (`Objective:`, `O1:`, a heading).

    Raises: PresetUnknown.
    """
    counted: Counter[tuple[Kind, str]] = Counter()
    for line in lines:
        text = line.removeprefix("\ufeff").strip()
        if not text:
            continue
        kind: Kind = "objective" if _OBJECTIVE.match(text) or _HEADING.match(text) else "kr"
        judged = audit_text(kind=kind, text=text, in_cycle=True, preset=preset, language=language, show_all=show_all)
        counted[kind, judged.verdict] += 1
        yield from report_of(title=text, kind=kind, audit=judged)
    yield _summary(counted)


def cycle_lines(*, audited: Iterable["AuditedObjective"]) -> Iterator[str]:
    """Yield the report on judged objectives with their key results."""
    counted: Counter[tuple[Kind, str]] = Counter()
    for one in audited:
        counted["objective", one.audit.verdict] += 1
        named = f"{one.objective.epic_key} {one.objective.title}" if one.objective.epic_key else one.objective.title
        yield from report_of(title=named, kind="objective", audit=one.audit)
        for judged in one.key_results:
            counted["kr", judged.audit.verdict] += 1
            yield from report_of(title=judged.key_result.title, kind="kr", audit=judged.audit)
    yield _summary(counted)


def report_of(*, title: str, kind: Kind, audit: Audit) -> Iterator[str]:
    """Write one judged text: verdict, findings with their source, and the rewrite."""
    indent = "" if kind == "objective" else "  "
    yield f"{indent}[{audit.verdict}] {title[:200]}"
    for finding in audit.findings:
        if finding.severity != "info" or audit.verdict != "good":
            mark = _MARKS[finding.severity]
            yield f"{indent}    {mark} {finding.message} {finding.suggestion} ({finding.rule}, {finding.source})"
    if audit.rewrite:
        yield f"{indent}    → {audit.rewrite}"


def _summary(counted: Counter[tuple[Kind, str]]) -> str:
    """Compare the share of key results that are none with the public benchmark. Source: T-13."""
    total = counted.total()
    if not total:
        return "No text to judge: there is no objective and no key result here."
    verdicts: Counter[str] = Counter()
    for (_, verdict), count in counted.items():
        verdicts[verdict] += count
    named = ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())
    key_results = sum(count for (kind, _), count in counted.items() if kind == "kr")
    if not key_results:
        return f"{total} texts: {named}."
    share = (counted["kr", "task"] + counted["kr", "kpi"]) / key_results
    return f"{total} texts: {named}. Key results that are tasks or KPIs: {share:.0%} (benchmark: 52 % of 7,857)."
