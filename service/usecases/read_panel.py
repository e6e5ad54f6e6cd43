"""What an issue has to do with key results, from our own rows alone: the panel must show something while Jira is slow."""

from dataclasses import dataclass

from service.domain.board import KeyResultView, ObjectiveView
from service.domain.model import KeyResultState, Objective
from service.usecases.needs import Needs
from service.usecases.read_objective import read_objective
from service.usecases.sync.view import view_objective


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A key result that the issue is an initiative of, and the objective it belongs to."""

    view: KeyResultView
    objective: Objective


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The objective the issue is the epic of, or the key results it serves; both are empty for an issue we don't know.

    `may_be_objective` says that nothing we know speaks against making it an epic with an objective; mapping it asks Jira.
    """

    issue_id: str
    objective: ObjectiveView | None = None
    serves: tuple[Served, ...] = ()
    may_be_objective: bool = False


def read_panel(*, parts: Needs, site_id: str, issue_id: str) -> Panel:
    """Return what there is to show in an issue's panel."""
    with parts.store.reading() as tx:
        mapped = tx.objectives.find_by_epic(site_id=site_id, epic_id=issue_id)
        links = tx.initiatives.of_issue(site_id=site_id, issue_id=issue_id)
        linked = tx.key_results.get_many(site_id=site_id, ids=[each.key_result_id for each in links])
    if mapped is not None:
        return Panel(issue_id=issue_id, objective=read_objective(parts=parts, site_id=site_id, objective_id=mapped.id))
    served: list[Served] = []
    living = {each.id for each in linked if each.state is KeyResultState.ACTIVE}
    for objective_id in dict.fromkeys(each.objective_id for each in linked if each.id in living):
        view, _ = view_objective(parts=parts, site_id=site_id, objective_id=objective_id)
        served += [
            Served(view=each, objective=view.objective) for each in view.key_results if each.key_result.id in living
        ]
    return Panel(issue_id=issue_id, serves=tuple(served), may_be_objective=not served)
