"""Who owns objectives."""

from dataclasses import dataclass
from enum import StrEnum


class TeamKind(StrEnum):
    """The level of a team."""

    COMPANY = "company"
    DEPARTMENT = "department"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A unit with a Jira project. `preset` names the doctrine it plans by; None means the site's."""

    id: str
    name: str
    kind: TeamKind
    project_key: str
    parent_id: str | None = None
    preset: str | None = None
