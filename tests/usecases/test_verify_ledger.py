"""`verify-ledger` says which entry was edited, dropped or moved, and which promise was changed past the ledger. Source: 2.7."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from service.domain.ledger import Fault
from service.domain.model import CycleState, KeyResult
from service.usecases.edit_key_result import edit_key_result
from service.usecases.move_cycle import move_cycle
from service.usecases.verify_ledger import LedgerReport, verify_ledger
from tasks.commands import main
from tests.usecases.world import WHY, World


@pytest.fixture
def key_result(world: World) -> KeyResult:
    """A key result whose target was moved twice."""
    made = world.key_result(world.objective(world.cycle(), world.team()))
    for target in (300.0, 400.0):
        world.later(days=1)
        edit_key_result(**world.by_ada, key_result_id=made.id, changes={"target": target}, because=WHY)
    return made


def tamper(world: World, *statements: str) -> None:
    """Do what somebody with the database password can do."""
    with world.store._engine.begin() as connection:
        for name in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
            connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))


def look(world: World, **words: object) -> LedgerReport:
    return verify_ledger(**world.here, **words)  # type: ignore[arg-type]


SWAP = (
    "UPDATE ledger SET number = 99 WHERE number = 2",
    "UPDATE ledger SET number = 2 WHERE number = 3",
    "UPDATE ledger SET number = 3 WHERE number = 99",
)
EDIT = "UPDATE ledger SET payload = replace(payload, '300.0', '150.0') WHERE number = 2"


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        ((EDIT,), {(2, Fault.EDITED)}),
        (("UPDATE ledger SET author = 'eve' WHERE number = 2",), {(2, Fault.EDITED)}),
        (("DELETE FROM ledger WHERE number = 2",), {(2, Fault.DROPPED)}),
        (SWAP, {(2, Fault.REORDERED), (3, Fault.REORDERED)}),
    ],
)
def test_every_kind_of_tampering_is_named(
    world: World, key_result: KeyResult, statements: tuple[str, ...], found: set[tuple[int, Fault]]
) -> None:
    assert look(world).is_sound
    assert look(world).entries == 3
    tamper(world, *statements)
    assert {(each.number, each.fault) for each in look(world).breaks} == found


def test_a_target_changed_past_the_ledger_is_named(world: World, key_result: KeyResult) -> None:
    tamper(world, "UPDATE key_results SET target = 120")
    report = look(world)
    assert report.breaks == ()
    assert [(each.key_result_id, each.fields) for each in report.unsaid] == [(key_result.id, ("target",))]


@pytest.mark.parametrize("statement", ["UPDATE cycle_results SET payload = '{}'", "DELETE FROM cycle_results"])
def test_results_that_are_not_the_sealed_ones_are_named(world: World, key_result: KeyResult, statement: str) -> None:
    """2.7: past periods never change."""
    with world.store.reading() as tx:
        (cycle,) = tx.cycles.list(site_id=world.site_id)
    for state in (CycleState.REVIEW, CycleState.CLOSED):
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=state, regardless=True)
    assert look(world).is_sound
    tamper(world, statement)
    assert look(world).unsealed == (cycle.id,)


def test_a_head_noted_earlier_proves_that_the_end_was_cut_off(world: World, key_result: KeyResult) -> None:
    head = look(world).head
    assert head is not None
    tamper(world, "DELETE FROM ledger WHERE number = 3", "UPDATE key_results SET target = 300")
    assert look(world).is_sound
    assert [(each.number, each.fault) for each in look(world, heads={3: head.hash}).breaks] == [(3, Fault.DROPPED)]


def test_the_command_ends_with_1_over_a_broken_ledger(
    world: World, key_result: KeyResult, run: Callable[..., object]
) -> None:
    sound = run("verify-ledger")
    assert (sound.exit_code, "3 entries  sound  head 3:" in sound.output) == (0, True)  # type: ignore[attr-defined]
    tamper(world, EDIT)
    broken = run("verify-ledger", "--site", "shop.atlassian.net")
    assert broken.exit_code == 1  # type: ignore[attr-defined]
    assert "entry 2  edited" in broken.output  # type: ignore[attr-defined]


@pytest.fixture
def run(world: World, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Run the command on this world's database."""
    monkeypatch.setenv("NORTHSTAR_DATABASE_URL", str(world.store._engine.url))
    monkeypatch.setenv("NORTHSTAR_SECRET_KEYS", "a phrase that is long enough")
    return lambda *arguments: CliRunner().invoke(main, list(arguments))
