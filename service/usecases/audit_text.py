"""Audit one text under a preset by name. Pure: nothing is read and nothing is kept."""

from datetime import date

from service.domain.audit import Audit, Kind, Structured, audit
from service.domain.presets import preset as preset_by_name


def audit_text(
    *,
    kind: Kind,
    text: str,
    baseline: float | None = None,
    target: float | None = None,
    unit: str = "",
    due_on: date | None = None,
    in_cycle: bool = False,
    waived: bool = False,
    preset: str | None = None,
    language: str = "en",
    show_all: bool = False,
) -> Audit:
    """Judge one objective or key result; without a preset the strictest reading applies.

    Raises: PresetUnknown.
    """
    fields = Structured(baseline=baseline, target=target, unit=unit, due_on=due_on, in_cycle=in_cycle, waived=waived)
    return audit(
        kind=kind,
        text=text,
        fields=fields,
        preset=preset_by_name(preset) if preset else None,
        language=language,
        show_all=show_all,
    )
