"""What an import is judged against, and what comes of it. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.domain.exchange.rows import RowError
from service.domain.model import Checkin, Cycle, Initiative, KeyResult, Objective, Team
from service.domain.presets import Preset
from service.domain.waivers import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIssue:
    """What Jira shows of an issue that a file names. `is_epic`: it stands one level above ordinary issues."""

    id: str
    key: str
    is_epic: bool


@dataclass(slots=True, kw_only=True)
class Known:
    """What stands on the site, by id. It grows while rows are read.

    `host` is the Jira site; `issues` holds what it shows of the issues that the file names, by that name. `initiatives` are
    (key result, issue) ids, `waivers` stand by key result.
    """

    site_id: str
    host: str = ""
    site_preset: str = "atlassian_play"
    cycles: dict[str, Cycle] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    key_results: dict[str, KeyResult] = field(default_factory=dict)
    checkins: dict[str, Checkin] = field(default_factory=dict)
    presets: Mapping[str, Preset] = field(default_factory=dict)
    issues: Mapping[str, NamedIssue] = field(default_factory=dict)
    initiatives: set[tuple[str, str]] = field(default_factory=set)
    waivers: dict[str, Waiver] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What an import would add, how many rows stand there already, and what is wrong; nothing may be added if anything is.

    `left_out` counts epics and initiatives of another Jira site.
    """

    cycles: tuple[Cycle, ...] = ()
    teams: tuple[Team, ...] = ()
    objectives: tuple[Objective, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    checkins: tuple[Checkin, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    unchanged: int = 0
    left_out: int = 0
    errors: tuple[RowError, ...] = ()
