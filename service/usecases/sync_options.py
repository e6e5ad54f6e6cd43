"""Keep the options of the field *Key results* in step with the active key results, by option id."""

from dataclasses import dataclass

from connect.descriptor import KEY_RESULTS_FIELD_KEY, app_field_key
from connect.outbound.shapes import Option
from service.domain.model import CycleState, KeyResult, KeyResultState
from service.store import Transaction
from service.usecases.changed import Wake, mark_issue_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.fields import site_fields
from service.usecases.sync.lane import lane

FIELD_KEY = app_field_key(KEY_RESULTS_FIELD_KEY)
LONGEST_OPTION = 255
"""Source: Jira v3, custom field options (confidence: medium)."""


@dataclass(frozen=True, slots=True)
class OptionsSynced:
    """How many options were made, renamed, and are in use."""

    created: int
    renamed: int
    in_use: int


def sync_options(*, parts: Needs, site_id: str) -> OptionsSynced:
    """Give each active key result of an open cycle its option, named as people look for it; rename what is named otherwise.

    An option with the right name that nobody uses is taken over: it was made a moment before a crash. Options of cancelled
    key results say so in their name, because issues may still show them.
    Raises: connect.errors.ProductError, NoInstallation.
    """
    if site_fields(parts=parts, site_id=site_id).options is None:
        return OptionsSynced(0, 0, 0)  # the set-up page says that the field is missing
    with lane(parts=parts, site_id=site_id, issue_id="options") as is_ours:
        if not is_ours:
            return OptionsSynced(0, 0, 0)
        with parts.store.reading() as tx:
            wanted = _wanted(tx, site_id)
        jira = parts.jira(site_id)
        standing = {each.id: each for each in jira.options(field_key=FIELD_KEY)}
        created = renamed = 0
        used = {each.option_id for each, _ in wanted}
        spare = {each.value: each for each in standing.values() if each.id not in used}
        for key_result, name in wanted:
            option = standing.get(key_result.option_id) if key_result.option_id is not None else None
            if option is None and key_result.state is KeyResultState.ACTIVE:
                option = spare.pop(name, None)
                created += option is None
                _adopt(parts, site_id, key_result, option or jira.create_option(field_key=FIELD_KEY, value=name))
            elif option is not None and option.value != name:
                jira.rename_option(field_key=FIELD_KEY, option_id=option.id, value=name)
                renamed += 1
    in_use = sum(each.state is KeyResultState.ACTIVE for each, _ in wanted)
    return OptionsSynced(created, renamed, in_use)


def _wanted(tx: Transaction, site_id: str) -> list[tuple[KeyResult, str]]:
    """Return key results with the names of their options: the active ones of open cycles, and cancelled ones that have one."""
    open_ids = {each.id for each in tx.cycles.list(site_id=site_id) if each.state is not CycleState.CLOSED}
    objectives = {each.id: each for each in tx.objectives.list(site_id=site_id)}
    teams = {each.id: each.name for each in tx.teams.list(site_id=site_id)}
    found = []
    for key_result in tx.key_results.list(site_id=site_id):
        objective = objectives[key_result.objective_id]
        is_active = key_result.state is KeyResultState.ACTIVE and objective.cycle_id in open_ids
        if is_active or key_result.option_id is not None:
            place = objective.epic_key or teams[objective.team_id]
            found.append((key_result, _name(place, key_result)))
    return found


def _name(place: str, key_result: KeyResult) -> str:
    end = " (cancelled)" if key_result.state is KeyResultState.CANCELLED else ""
    return f"{place} · {key_result.title}"[: LONGEST_OPTION - len(end)] + end


def _adopt(parts: Needs, site_id: str, key_result: KeyResult, option: Option) -> None:
    """Remember the option; issues that are linked already must show it from now on."""
    wakes: list[Wake] = []
    with parts.store.transaction() as tx:
        tx.key_results.set_option(site_id=site_id, id=key_result.id, option_id=option.id)
        for link in tx.initiatives.of_key_result(site_id=site_id, key_result_id=key_result.id):
            wakes += mark_issue_changed(tx=tx, site_id=site_id, issue_id=link.issue_id)
    wake(parts=parts, wakes=wakes)
