"""Link coverage, counted by hand. Source: T-10a, T-11."""

from service.domain.model import (
    Direction,
    KeyResult,
    KeyResultState,
    Objective,
    ObjectiveState,
    ParentLink,
    Team,
    TeamKind,
)
from service.domain.synthesis import LinkCoverage, link_coverage

TEAMS = (
    Team(id="company", name="Company", kind=TeamKind.COMPANY, project_key="HQ"),
    Team(id="growth", name="Growth", kind=TeamKind.TEAM, project_key="GROW"),
    Team(id="idle", name="Idle", kind=TeamKind.TEAM, project_key="IDLE"),
)


def objective(
    id: str, team: str, parent: str | None = None, state: ObjectiveState = ObjectiveState.ACTIVE
) -> Objective:
    return Objective(id=id, cycle_id="cycle", team_id=team, title=id, parent_id=parent, state=state)


def key_result(id: str, objective_id: str, state: KeyResultState = KeyResultState.ACTIVE) -> KeyResult:
    return KeyResult(
        id=id,
        objective_id=objective_id,
        title=id,
        direction=Direction.INCREASE,
        baseline=0.0,
        target=1.0,
        state=state,
    )


def covered(**changed: object) -> LinkCoverage:
    plan: dict[str, object] = {
        "teams": TEAMS,
        "objectives": (
            objective("top", "company"),
            objective("under", "growth", "top"),
            objective("loose", "growth"),
            objective("gone", "growth", state=ObjectiveState.CANCELLED),
        ),
        "key_results": (
            key_result("a", "under"),
            key_result("b", "loose"),
            key_result("c", "loose", KeyResultState.CANCELLED),
        ),
        "links": (),
        "served": frozenset({"a"}),
    }
    return link_coverage(**(plan | changed))  # type: ignore[arg-type]


def test_what_hangs_below_something_and_what_is_served() -> None:
    """One of two living objectives below the company is linked; one of two living key results has an initiative."""
    found = covered()
    assert (found.linked, found.objectives, found.share) == (1, 2, 0.5)
    company, growth = found.units
    assert (company.team.id, company.unlinked, company.linked) == ("company", (), 1)
    assert [each.id for each in growth.unlinked] == ["loose"]
    assert ([each.id for each in growth.key_results], [each.id for each in growth.idle]) == (["a", "b"], ["b"])


def test_a_contributing_link_counts_as_one() -> None:
    assert covered(links=(ParentLink(child_id="loose", parent_id="top"),)).share == 1.0


def test_a_cancelled_parent_is_no_parent() -> None:
    objectives = (objective("top", "company", state=ObjectiveState.CANCELLED), objective("under", "growth", "top"))
    assert covered(objectives=objectives).linked == 0


def test_nothing_below_the_company_has_no_share() -> None:
    found = covered(objectives=(objective("top", "company"),), key_results=())
    assert (found.share, [unit.team.id for unit in found.units]) == (None, ["company"])
