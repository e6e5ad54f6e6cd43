"""What a doctrine is made of, as data. No values here (they are in the preset files) and no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many of a thing. `advised_max` is what is recommended, `maximum` what is allowed.

    `is_hard` refuses above `maximum` instead of warning; None means that the doctrine says nothing.
    """

    minimum: int | None = None
    advised_max: int | None = None
    maximum: int | None = None
    is_hard: bool = False


class OutputPolicy(StrEnum):
    """Whether a key result may be an output. WAIVER: only as a vital enabler (requirements 2.9)."""

    NEVER = "never"
    WAIVER = "waiver"
    ALLOWED = "allowed"


class Cascade(StrEnum):
    """How a team's objective comes to hang below another one."""

    PROPOSE = "propose"
    ASSIGN = "assign"
    FORBID = "forbid"


class OwnerRule(StrEnum):
    """Who must have exactly one owner."""

    KEY_RESULTS = "key_results"
    OBJECTIVES_AND_KEY_RESULTS = "objectives_and_key_results"


class Measure(StrEnum):
    """What a status rule compares with its cuts; p = progress, e = expected progress.

    RATIO: p / e. GAP: p - e. LEVEL: p alone, without time.
    """

    RATIO = "ratio"
    GAP = "gap"
    LEVEL = "level"


class StatusRollup(StrEnum):
    """How an objective gets its status. Source: requirements 3.2.

    WEAKEST: that of its weakest member. PROGRESS: the rule on its own progress. MEAN: the rounded mean of the categories
    1, 2, 3 (BOJA), which hides a single risk; here for whoever wants it, no preset does.
    """

    WEAKEST = "weakest"
    PROGRESS = "progress"
    MEAN = "mean"


class GuardrailPolicy(StrEnum):
    """What a broken guardrail does to the score it guards. Source: requirements 2.3."""

    CAP = "cap"
    MULTIPLY = "multiply"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRule:
    """Two cuts on one measure: at or above `on_track` → on track, at or above `behind` → behind, else at risk.

    A strict cut must be exceeded, not only reached. `falling_over` n > 0 turns behind into at risk when the speed fell
    over the last n check-ins. Units: `on_track` and `behind` in the measure (ratio, or share 0.0–1.0).
    """

    key: str
    measure: Measure
    on_track: float
    behind: float
    is_on_track_strict: bool = False
    is_behind_strict: bool = False
    falling_over: int = 0
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A half-open interval of final scores [lower, next band's lower); the last one includes 1.0. Units: 0.0–1.0."""

    lower: float
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidencePolicy:
    """What a confidence at planning means. Units: probabilities 0.0–1.0; None where the doctrine says nothing.

    `too_easy` is a ceiling on a *probability* (W-09); it has nothing to do with `Preset.good_score` (an *achievement*) nor
    with the cut of a status rule, which may all read "70 %".
    """

    is_required: bool = False
    aim_low: float | None = None
    aim_high: float | None = None
    too_easy: float | None = None
    wish: float | None = None
    scale: str = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """One doctrine. `sources` says for every field where its value was read, or that it is our default.

    Units: days, minutes, hours as named; `good_score`, `moonshot_p` and `guarded_cap` 0.0–1.0. `plan_window_days` are days before the first
    day of the cycle (earliest, latest). `outdated_after_days` counts from the last check-in. `driver_slack` is the share
    of its baseline by which a driver without history may move (requirements 2.2).
    """

    key: str
    name: str
    team_objectives: Limits
    company_objectives: Limits
    key_results: Limits
    number_required: bool
    output_kr: OutputPolicy
    waivers_per_objective: int
    waiver_share: float
    confidence: ConfidencePolicy
    good_score: float
    moonshot_p: float
    plan_window_days: tuple[int, int] | None
    session_minutes: tuple[int, int] | None
    checkin_days: int
    outdated_after_days: int
    owner_rule: OwnerRule
    cascade: Cascade
    change_needs_reason: bool
    status_rule: StatusRule
    status_rollup: StatusRollup
    score_bands: tuple[Band, ...]
    guardrails: GuardrailPolicy
    guarded_cap: float
    driver_slack: float = 0.2
    derived_from: str | None = None
    sources: Mapping[str, str]
