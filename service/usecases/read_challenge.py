"""What the Challenger asks about a key result, what was answered, and its score before and after the guardrails."""

from dataclasses import dataclass, replace

from service.domain.challenge import (
    Answer,
    Challenge,
    Dismissal,
    Guarded,
    Guardrail,
    Jql,
    Loophole,
    answers,
    challenge_key_result,
    guarded,
)
from service.domain.model import KeyResult
from service.domain.progress import progress
from service.usecases.cycle_plan import read_doctrines
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredChallenge:
    """A key result challenged. `guardrails` and `dismissals` are all there are, those of loopholes no longer raised too."""

    key_result: KeyResult
    challenge: Challenge
    answers: tuple[Answer, ...]
    guardrails: tuple[Guardrail, ...]
    dismissals: tuple[Dismissal, ...]
    guarded: Guarded


def read_challenge(*, parts: Needs, site_id: str, key_result_id: str) -> AnsweredChallenge:
    """Return the loopholes of a key result with their answers; ready queries name the team's project. Raises: NotThere."""
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
        rails = tx.guardrails.of_key_result(site_id=site_id, key_result_id=key_result_id)
        dismissals = tx.dismissals.of_key_result(site_id=site_id, key_result_id=key_result_id)
        checkins = tx.checkins.of_key_result(site_id=site_id, key_result_id=key_result_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id)
    found = challenge_key_result(key_result=key_result)
    loopholes = tuple(in_project(loophole=each, project_key=team.project_key) for each in found.loopholes)
    value = next((each.value for each in reversed(checkins) if each.value is not None), None)
    raw = progress(key_result, value, checkins).clamped
    return AnsweredChallenge(
        key_result=key_result,
        challenge=replace(found, loopholes=loopholes),
        answers=answers(loopholes=loopholes, guardrails=rails, dismissals=dismissals),
        guardrails=rails,
        dismissals=dismissals,
        guarded=guarded(raw=raw, guardrails=rails, preset=doctrines.of_team(team)),
    )


def in_project(*, loophole: Loophole, project_key: str) -> Loophole:
    """Return a loophole whose ready query looks at one project."""
    source = loophole.counter.source
    if not isinstance(source, Jql):
        return loophole
    return replace(loophole, counter=replace(loophole.counter, source=source.of_project(project_key)))
