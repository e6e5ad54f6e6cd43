"""A cycle is judged text by text, with what the tracker knows, each under its team's doctrine."""

from dataclasses import dataclass

import pytest

from service.domain.model import Cycle, Direction, Objective
from service.domain.presets import PresetUnknown
from service.usecases.audit_cycle import audit_cycle, known_of
from service.usecases.audit_report import cycle_lines
from service.usecases.cancel_key_result import cancel_key_result
from tests.usecases.world import WHY, World

LAUNCH = "Launch the shop in three countries by end of Q2"


@dataclass(frozen=True)
class Plan:
    """A cycle with two objectives and what stands in it."""

    world: World
    cycle: Cycle
    first: Objective
    second: Objective

    def verdicts(self, **options: object) -> list[tuple[str, list[str]]]:
        """List the verdicts, objective by objective."""
        found = audit_cycle(**self.world.here, cycle_id=self.cycle.id, **options)  # type: ignore[arg-type]
        return [(one.audit.verdict, [judged.audit.verdict for judged in one.key_results]) for one in found]


@pytest.fixture
def plan(world: World) -> Plan:
    """One objective with three key results under the site's doctrine, one with one under its team's."""
    cycle = world.cycle()
    first = world.objective(cycle, world.team(), title="Win back small shops")
    second = world.objective(
        cycle, world.team(name="Labs", project_key="LAB", preset="seed5_generic"), title="Deliver excellence"
    )
    world.key_result(first, title="Improve customer satisfaction", baseline=7.2, target=8.5)
    world.key_result(first, title=LAUNCH, baseline=0.0, target=3.0)
    world.key_result(first, title="Pass the audit", direction=Direction.BINARY, baseline=None, target=None)
    world.key_result(second, title=LAUNCH, baseline=0.0, target=3.0)
    return Plan(world, cycle, first, second)


def test_fields_count_and_each_team_has_its_doctrine(plan: Plan) -> None:
    """G-06: seed5_generic lets a numbered, dated output stand; a target in the tracker is a number (M-15)."""
    assert plan.verdicts() == [("good", ["good", "task", "binary"]), ("vague", ["good"])]


def test_one_doctrine_for_all_and_one_objective_alone(plan: Plan) -> None:
    assert plan.verdicts(preset="methodiq")[1] == ("vague", ["task"])
    assert plan.verdicts(objective_id=plan.second.id) == [("vague", ["good"])]
    with pytest.raises(PresetUnknown):
        plan.verdicts(preset="nobody")


def test_what_was_cancelled_is_not_judged(plan: Plan) -> None:
    found = audit_cycle(**plan.world.here, cycle_id=plan.cycle.id)  # type: ignore[arg-type]
    gone = found[0].key_results[1].key_result
    cancel_key_result(
        **plan.world.by_ada,  # type: ignore[arg-type]
        key_result_id=gone.id,
        because=WHY,
    )
    assert plan.verdicts()[0] == ("good", ["good", "binary"])


def test_the_report_names_the_epic_and_counts_key_results_only(plan: Plan) -> None:
    """T-13."""
    plan.world.map_to_epic(plan.first)
    found = audit_cycle(**plan.world.here, cycle_id=plan.cycle.id)  # type: ignore[arg-type]
    report = list(cycle_lines(audited=found))
    assert report[0] == "[good] GROW-9 Win back small shops"
    assert report[-1].endswith("Key results that are tasks or KPIs: 25% (benchmark: 52 % of 7,857).")


def test_the_cycle_is_the_end_of_a_key_result_without_a_date(plan: Plan) -> None:
    found = audit_cycle(**plan.world.here, cycle_id=plan.cycle.id)  # type: ignore[arg-type]
    known = known_of(found[0].key_results[0].key_result, cycle=plan.cycle)
    assert (known.baseline, known.target, known.in_cycle) == (7.2, 8.5, True)
    assert known.due_on == plan.cycle.ends_on
