"""Keep what a room said when it looked back as the teams' retrospectives, inside the transaction of the act that ends the step."""

from service.domain.model import CycleState
from service.domain.retrospective import Retrospective, unanswered
from service.domain.room import Facts, Room, Stamp, StepKind
from service.store import Transaction


def keep_look_back(*, tx: Transaction, site_id: str, before: Room, after: Room, facts: Facts, stamp: Stamp) -> None:
    """Write a retrospective for every team whose four questions are answered; what was known and not said anew stays.

    Nothing happens unless the act ended a look back. Source: T-02, G-15.
    """
    step, cycle = before.agenda.step, facts.last_cycle
    has_ended = step is not None and step.kind is StepKind.LOOK_BACK and after.agenda.step != step
    if not has_ended or cycle is None or cycle.state is CycleState.PLANNING:
        return
    known = {each.team_id: each for each in tx.retrospectives.list(site_id=site_id, cycle_id=cycle.id)}
    for team in facts.teams:
        said = after.look_back.written(team_id=team.id)
        answers = {**(known[team.id].answers if team.id in known else {}), **said}
        if said and not unanswered(answers=answers):
            kept = Retrospective(cycle_id=cycle.id, team_id=team.id, answers=answers, author=stamp.by, at=stamp.at)
            tx.retrospectives.put(site_id=site_id, retrospective=kept)
