"""What several stages say of a draft in the same words: its numbers, its audit, the choices of its forms."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.audit import Audit, Finding
from service.domain.model import Direction, Team, TrackerKind
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.usecases.read_room import RoomView

TONES = {
    "good": "success",
    "vague": "warning",
    "kpi": "warning",
    "vanity": "warning",
    "binary": "warning",
    "sandbag": "warning",
}
DIRECTIONS = (
    ("increase", "Raise"),
    ("decrease", "Lower"),
    ("stay_above", "Stay above"),
    ("stay_below", "Stay below"),
    ("between", "Stay between"),
    ("binary", "Done or not"),
)
TRACKERS = (
    ("", "Decide later"),
    (TrackerKind.FIELD.value, "A number field in Jira"),
    (TrackerKind.JQL.value, "A query that counts issues"),
    (TrackerKind.PUSH.value, "Another program sends it"),
    (TrackerKind.MANUAL.value, "The owner types it"),
)
CLASSES = (("", "Not declared"), ("committed", "Committed: 100 % is expected"), ("moonshot", "Moonshot: a bold bet"))
MOST_FINDINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the auditor says of one line, as it is shown."""

    word: str
    tone: str
    findings: tuple[Finding, ...]
    rewrite: str
    is_good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTeam:
    """One team's objectives on a stage."""

    team: Team
    objectives: tuple[ObjectiveDraft, ...]


def said(audit: Audit) -> Verdict:
    """Return an audit for the stage: the worst findings first said, mere remarks left out."""
    findings = tuple(each for each in audit.findings if each.severity != "info")[:MOST_FINDINGS]
    is_good = audit.verdict == "good"
    return Verdict(
        word=audit.verdict.replace("-", " "),
        tone=TONES.get(audit.verdict, "danger"),
        findings=findings,
        rewrite="" if is_good else audit.rewrite,
        is_good=is_good,
    )


def teams_of(view: RoomView) -> Iterator[OfTeam]:
    """Yield every team of the session with its objectives."""
    for team in view.facts.teams:
        yield OfTeam(team=team, objectives=view.room.drafts.objectives(team_id=team.id))


def project_of(view: RoomView, objective_id: str) -> str:
    """Return the Jira project in which people for an objective are looked for."""
    objective = view.room.drafts.objective(objective_id)
    team = view.facts.team(objective.team_id) if objective else None
    return team.project_key if team else view.facts.teams[0].project_key if view.facts.teams else ""


def number(value: float | None, unit: str = "") -> str:
    """Write a number as people do, with its unit."""
    if value is None:
        return "?"
    written = f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
    return f"{written}\u00a0{unit}".rstrip("\u00a0")


def numbers(draft: KeyResultDraft) -> str:
    """Say what a draft measures, e.g. `12 → 40 %`."""
    if draft.direction is not Direction.BINARY and all(
        each is None for each in (draft.baseline, draft.target, draft.lower, draft.upper)
    ):
        return "no number yet"
    match draft.direction:
        case Direction.INCREASE | Direction.DECREASE:
            return f"{number(draft.baseline)} → {number(draft.target, draft.unit)}"
        case Direction.STAY_ABOVE:
            return f"≥ {number(draft.target, draft.unit)}"
        case Direction.STAY_BELOW:
            return f"≤ {number(draft.target, draft.unit)}"
        case Direction.BETWEEN:
            return f"{number(draft.lower)} to {number(draft.upper, draft.unit)}"
        case _:
            return "done or not"
