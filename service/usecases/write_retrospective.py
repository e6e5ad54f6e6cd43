"""Write down how a team looks back on a cycle: the four answers that open the next planning."""

from collections.abc import Mapping

from service.domain.errors import DomainError
from service.domain.model import CycleState
from service.domain.retrospective import Question, Retrospective, require_complete
from service.usecases.needs import Needs


class RetrospectiveTooEarly(DomainError):
    """The cycle has not begun, so there is nothing to look back on."""

    code = "retrospective_too_early"
    status = 409


def write_retrospective(
    *, parts: Needs, site_id: str, by: str, cycle_id: str, team_id: str, answers: Mapping[Question, str]
) -> Retrospective:
    """Keep a team's answers; a second time overwrites the first.

    Raises: NotThere, RetrospectiveTooEarly, RetrospectiveIncomplete. Source: T-02.
    """
    clean = {question: answer.strip() for question, answer in answers.items()}
    retrospective = Retrospective(cycle_id=cycle_id, team_id=team_id, answers=clean, author=by, at=parts.now())
    require_complete(retrospective=retrospective)
    with parts.store.transaction() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        tx.teams.get(site_id=site_id, id=team_id)
        if cycle.state is CycleState.PLANNING:
            raise RetrospectiveTooEarly(
                f"The cycle {cycle.key} is still being planned. Look back on one that has run.", field="cycle_id"
            )
        tx.retrospectives.put(site_id=site_id, retrospective=retrospective)
    return retrospective
