"""What the auditor says about a draft while it is being typed. Nothing is stored, nothing is asked of Jira."""

import math

from flask import Blueprint, render_template, request

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.domain.audit import AUTO, Kind
from service.domain.presets import PRESETS
from service.usecases.audit_text import audit_text

MAX_CHARS = 4_000
"""A draft longer than this is judged by its beginning while typing; saving it judges all of it."""

audited = Blueprint("audited", __name__, url_prefix="/ui/fragments")


@audited.post("/audit/<any(kr, objective):kind>")
@accepts(TokenKind.CONTEXT_TOKEN)
def audit_draft(kind: Kind) -> str:
    """Judge the form's `title` with the numbers beside it; an empty draft has no verdict.

    `preset` names the doctrine of a session; without one, or one of the site's own, the strictest reading applies.
    """
    preset = request.form.get("preset", "")
    text = request.form.get("title", "").strip()[:MAX_CHARS]
    if not text:
        return ""
    found = audit_text(
        kind=kind,
        text=text,
        baseline=_number("baseline"),
        target=_number("target"),
        unit=request.form.get("unit", ""),
        in_cycle=True,
        waived=request.form.get("waived") == "1",
        preset=preset if preset in PRESETS else None,
        language=AUTO,
    )
    return render_template("parts/audited.html", audit=found)


def _number(name: str) -> float | None:
    """Return a number that is being typed, or None while it is none yet."""
    try:
        value = float(request.form.get(name, ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
