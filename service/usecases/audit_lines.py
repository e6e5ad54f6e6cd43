"""Audit texts given one a line as JSON objects: what `northstar audit --format jsonl` promises (design.md section 9)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from math import isfinite
from typing import Any, ClassVar, cast

from service.domain.audit import Audit, Kind
from service.domain.errors import DomainError
from service.usecases.audit_text import audit_text


class LineRefused(DomainError):
    """A line is not a text to audit; the message says which rule it breaks."""

    code: ClassVar[str] = "line_refused"


def audit_lines(
    *, lines: Iterable[str], preset: str | None = None, language: str = "en", show_all: bool = False
) -> Iterator[dict[str, object]]:
    """Yield one reply for every line that is not blank, in order.

    Shape: `{verdict, findings: [{rule, severity, message, suggestion, source}], rewrite}`, or `{error: {line, field,
    message}}` for a line that is refused.
    Raises: PresetUnknown.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield reply(_judge(line, preset=preset, language=language, show_all=show_all))
        except LineRefused as error:
            yield {"error": {"line": number, "field": error.field, "message": error.message}}


def reply(audit: Audit) -> dict[str, object]:
    """Write an audit as a plain mapping, findings without their own verdict."""
    findings = [{k: v for k, v in asdict(finding).items() if k != "verdict"} for finding in audit.findings]
    return {"verdict": audit.verdict, "findings": findings, "rewrite": audit.rewrite}


def _judge(line: str, *, preset: str | None, language: str, show_all: bool) -> Audit:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise LineRefused('Not JSON; write one object a line: {"kind": "kr", "text": "…"}.') from error
    if not isinstance(given, dict):
        raise LineRefused('Not an object; write {"kind": "kr", "text": "…"}.')
    kind, text = given.get("kind"), given.get("text")
    if kind not in ("kr", "objective"):
        raise LineRefused('Say "kr" or "objective".', field="kind")
    if not isinstance(text, str):
        raise LineRefused("Give the sentence as a text.", field="text")
    return audit_text(
        kind=cast(Kind, kind),
        text=text,
        baseline=_number(given, "baseline"),
        target=_number(given, "target"),
        unit=_text(given, "unit") or "",
        due_on=_date(given, "due_on"),
        in_cycle=given.get("in_cycle") is True,
        waived=given.get("waived") is True,
        preset=_text(given, "preset") or preset,
        language=_text(given, "language") or language,
        show_all=show_all,
    )


def _number(given: Mapping[str, Any], name: str) -> float | None:
    value = given.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LineRefused("Give a number, or leave it out.", field=name)
    try:
        number = float(value)
    except OverflowError as error:
        raise LineRefused("Give a number that is not that large.", field=name) from error
    if not isfinite(number):
        raise LineRefused("Give a finite number.", field=name)
    return number


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise LineRefused("Give a text, or leave it out.", field=name)
    return value


def _date(given: Mapping[str, Any], name: str) -> date | None:
    value = _text(given, name)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise LineRefused("Write the date as YYYY-MM-DD.", field=name) from error
