"""The plans of all teams for one cycle, and the work behind them as Jira has it now."""

from dataclasses import replace

from connect.outbound.jira import JiraClient
from service.domain.model import KeyResultState, ObjectiveState
from service.domain.synthesis import Plans
from service.usecases.cycle_plan import read_doctrines
from service.usecases.measuring.graph import walk_links
from service.usecases.needs import Needs

OWNED_AT_MOST = 5
"""Where the doctrine has no limit of key results; ours."""


def read_plans(*, parts: Needs, site_id: str, cycle_id: str) -> Plans:
    """Return every team's living plan of a cycle, without the work behind it. Raises: NotThere."""
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        limits = read_doctrines(tx=tx, site_id=site_id).of_site.key_results
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)
        living = {each.id for each in objectives if each.state is not ObjectiveState.CANCELLED}
        counted = tuple(
            each for each in key_results if each.state is KeyResultState.ACTIVE and each.objective_id in living
        )
        ids = {each.id for each in counted}
        links = tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        return Plans(
            cycle=cycle,
            teams=tx.teams.list(site_id=site_id),
            objectives=tuple(each for each in objectives if each.id in living),
            key_results=counted,
            initiatives=tuple(each for each in links if each.key_result_id in ids),
            most_owned=limits.maximum or limits.advised_max or OWNED_AT_MOST,
        )


def with_work(*, jira: JiraClient, plans: Plans) -> tuple[Plans, bool]:
    """Return the plans with the work behind them, and whether the walk reached all of it. Raises: connect.errors.ProductError."""
    walked = walk_links(
        jira=jira,
        initiative_ids={each.issue_id for each in plans.initiatives},
        epic_ids={each.epic_id for each in plans.objectives if each.epic_id is not None and not each.epic_gone},
    )
    return replace(plans, work=walked.work, field_ids=_field_ids(jira)), walked.is_complete


def _field_ids(jira: JiraClient) -> dict[str, str]:
    """Return which field a name stands for; a name that two fields share stands for none."""
    named: dict[str, set[str]] = {}
    for each in jira.fields():
        named.setdefault(each.name.casefold(), set()).add(each.id)
    return {name: min(ids) for name, ids in named.items() if len(ids) == 1 and min(ids).startswith("customfield_")}
