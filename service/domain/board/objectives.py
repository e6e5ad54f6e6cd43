"""The objectives of a board: rolled up from key results and child objectives, children first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.domain.board.problems import objective_problems
from service.domain.board.shapes import KeyResultView, ObjectiveView, Point
from service.domain.board.stall import passed_up, stalled
from service.domain.model import Cycle, Objective, ObjectiveState, ParentLink, RollupMode, Team
from service.domain.pace import Span, elapsed_in
from service.domain.parents import bottom_up, scoring_children
from service.domain.presets import Preset
from service.domain.rollup import Part, counts, objective_progress, weighted_mean
from service.domain.status_rollup import objective_status

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveFacts:
    """What is known of one objective before rolling up."""

    objective: Objective
    team: Team
    preset: Preset
    key_results: tuple[KeyResultView, ...]


def view_objectives(
    facts: Sequence[ObjectiveFacts], *, links: Sequence[ParentLink], cycle: Cycle, span: Span, now: datetime
) -> tuple[ObjectiveView, ...]:
    """Compute every objective's row; the order stays as given."""
    by_id = {each.objective.id: each for each in facts}
    children = scoring_children(objectives=[each.objective for each in facts], links=links)
    listed: dict[str, list[str]] = defaultdict(list)
    for each in facts:
        if each.objective.parent_id is not None:
            listed[each.objective.parent_id].append(each.objective.id)
    done: dict[str, ObjectiveView] = {}
    for objective_id in bottom_up(ids=list(by_id), children=children):
        kids = [(done[child.id], child.share) for child in children.get(objective_id, ()) if child.id in done]
        done[objective_id] = _view(
            by_id[objective_id], kids, tuple(listed[objective_id]), cycle=cycle, span=span, now=now
        )
    return tuple(done[each.objective.id] for each in facts)


def _view(
    facts: ObjectiveFacts,
    children: Sequence[tuple[ObjectiveView, float]],
    child_ids: tuple[str, ...],
    *,
    cycle: Cycle,
    span: Span,
    now: datetime,
) -> ObjectiveView:
    objective, mode = facts.objective, facts.objective.rollup
    own = [] if mode is RollupMode.CHILDREN else [view for view in facts.key_results if counts(view.key_result)]
    kids = [] if mode is RollupMode.OWN else [(view, share) for view, share in children if is_counted(view.objective)]
    members = [(view, view.key_result.weight) for view in own] + kids
    # what is expected is compared with what is known: members without data are in neither mean
    known = [(view, weight) for view, weight in members if view.progress is not None] or members
    progress = objective_progress(
        mode=mode,
        own=[Part(view.progress, view.key_result.weight) for view in own],
        children=[Part(view.progress, share) for view, share in kids],
    )
    expected = weighted_mean(Part(view.expected, weight) for view, weight in known)
    return ObjectiveView(
        objective=objective,
        team=facts.team,
        progress=progress,
        expected=expected,
        confidence=weighted_mean(Part(view.confidence, weight) for view, weight in members),
        status=objective_status(
            objective=objective,
            cycle=cycle,
            preset=facts.preset,
            progress=progress,
            expected=expected,
            elapsed=elapsed_in(span=span, now=now),
            members=[view.status for view, _ in members],
        ),
        key_results=facts.key_results,
        series=_series(members, span, now),
        child_ids=child_ids,
        problems=objective_problems(
            objective=objective,
            cycle=cycle,
            active_key_results=sum(counts(view.key_result) for view in facts.key_results),
            preset=facts.preset,
        )
        + stalled(key_results=facts.key_results, cycle=cycle, span=span, preset=facts.preset, now=now)
        + passed_up(children=[view for view, _ in children]),
    )


def is_counted(objective: Objective) -> bool:
    """Tell whether an objective counts in what stands above it: drafts and cancelled ones do not."""
    return objective.state in (ObjectiveState.ACTIVE, ObjectiveState.CLOSED)


def _series(
    members: Sequence[tuple[KeyResultView | ObjectiveView, float]], span: Span, now: datetime
) -> tuple[Point, ...]:
    """Return the roll-up as it was at the end of every week so far, and now."""
    until = min(now, span.ends_at)
    if until < span.starts_at:
        return ()
    weeks = int((until - span.starts_at) / _WEEK)
    instants = [span.starts_at + week * _WEEK for week in range(weeks + 1)]
    if instants[-1] != until:
        instants.append(until)
    known = [(_as_of(view.series, instants), weight) for view, weight in members]
    return tuple(
        Point(
            at=at,
            value=None,
            progress=weighted_mean(Part(states[index][0], weight) for states, weight in known),
            confidence=weighted_mean(Part(states[index][1], weight) for states, weight in known),
        )
        for index, at in enumerate(instants)
    )


def _as_of(series: Sequence[Point], instants: Sequence[datetime]) -> list[tuple[float | None, float | None]]:
    """Return the latest known progress and confidence at each instant; both rows rise in time, so one walk does."""
    states: list[tuple[float | None, float | None]] = []
    progress = confidence = None
    index = 0
    for at in instants:
        while index < len(series) and series[index].at <= at:
            point = series[index]
            progress = progress if point.progress is None else point.progress
            confidence = confidence if point.confidence is None else point.confidence
            index += 1
        states.append((progress, confidence))
    return states
