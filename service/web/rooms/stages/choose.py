"""Choosing: dots on themes, objectives in their order, the cut. Sealed dots and picks are not in here. Source: W-05, M-23, M-27."""

from dataclasses import dataclass

from service.domain.model import Team
from service.domain.room import StepKind
from service.domain.room.choosing import Cut, Weighed
from service.domain.room.choosing.dots import done_voters, voters
from service.domain.room.choosing.weighing import Answer
from service.domain.room.drafts import ObjectiveDraft
from service.domain.room.limits import advised
from service.domain.room.themes import Theme
from service.usecases.read_room import RoomView
from service.web.rooms.stages.themes import may_take_part, theme_cards

ANSWERS = (("", "Not said"), (Answer.YES.value, "Yes"), (Answer.PARTLY.value, "Partly"), (Answer.NO.value, "No"))
QUESTIONS = (
    ("strategy_fit", "Does it fit the strategy?"),
    ("measurable", "Can it be measured?"),
    ("realistic", "Is it realistic?"),
    ("ambitious", "Is it ambitious?"),
    ("focus", "Does it sharpen our focus?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme with its votes: `dots` None while they are sealed; `mine` whether the viewer's dot lies on it."""

    theme: Theme
    notes: int
    dots: int | None
    mine: bool
    weighed: Weighed | None
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One team's objectives, its limit and its cuts."""

    team: Team
    limit: int
    keep: int
    objectives: tuple[ObjectiveDraft, ...]
    running: "Ballot | None"
    lines: tuple["Line", ...]

    @property
    def is_too_much(self) -> bool:
        """Tell whether the limit is exceeded."""
        return len(self.objectives) > self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The running cut as one person sees it. Units: `done` of `pairs` pairs; `people` have picked something."""

    cut: Cut
    one: ObjectiveDraft | None
    other: ObjectiveDraft | None
    done: int
    pairs: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A closed cut in words: the common order with how often each was picked of how often it stood for choice."""

    cut: Cut
    rows: tuple[tuple[ObjectiveDraft, int, int, bool], ...]
    picks: int


def choose_stage(view: RoomView) -> dict[str, object]:
    """Return themes with votes, and every team's table."""
    dots, themes = view.room.dots, view.room.themes.all
    each_has = dots.each_has(themes=len(themes))
    here = view.step is not None and view.step.kind is StepKind.CHOOSE
    lines = _theme_lines(view) if here or not _has_step_of_its_own(view) else ()
    found = tables(view)
    return {
        "theme_lines": lines,
        "most_dots": max((line.dots or 0 for line in lines), default=0),
        "each_has": each_has,
        "left": max(0, each_has - len(dots.of(view.viewer))),
        "revealed": dots.revealed_at is not None,
        "voted": len(done_voters(view.room)),
        "voters": len(voters(view.room)),
        "tables": found,
        "has_order": any(len(table.objectives) > 1 or table.lines for table in found),
        "order_title": "Objectives" if here else "In this order",
        "may_choose": may_take_part(view),
    }


def _has_step_of_its_own(view: RoomView) -> bool:
    return any(step.kind is StepKind.CHOOSE for step in view.room.agenda.steps)


def choose_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the theme or objective that is being worked on."""
    theme = view.room.themes.find(editing)
    cards = {card.theme.id: card.notes for card in theme_cards(view)}
    return {
        "theme": theme,
        "theme_notes": cards.get(editing, ()),
        "objective": view.room.drafts.objective(editing),
        "weighed": view.room.weighings.of(editing),
        "teams": [(team.id, team.name) for team in view.facts.teams],
        "answers": ANSWERS,
        "questions": QUESTIONS,
        "may_choose": may_take_part(view),
        "dots_lie": view.room.dots.is_begun,
        "each_has": view.room.dots.each_has(themes=len(view.room.themes.all)),
    }


def tables(view: RoomView) -> tuple[Table, ...]:
    """Return every team's objectives in order, with what is to be cut or was."""
    return tuple(_table(view, team) for team in view.facts.teams)


def _table(view: RoomView, team: Team) -> Table:
    cuts = [cut for cut in view.room.cuts if cut.team_id == team.id]
    running = view.room.cuts.running(team.id)
    limit = view.room.limits.of(team, preset=view.facts.preset)
    return Table(
        team=team,
        limit=limit,
        keep=min(limit, advised(view.facts.preset, team)),
        objectives=view.room.drafts.objectives(team_id=team.id),
        running=_ballot(view, running) if running else None,
        lines=tuple(_line(view, cut) for cut in cuts if not cut.is_open),
    )


def _ballot(view: RoomView, cut: Cut) -> Ballot:
    drafts = {each.id: each for each in view.room.drafts.objectives()}
    left = [pair for pair in cut.left_for(view.viewer) if pair[0] in drafts and pair[1] in drafts]
    first = left[0] if left else None
    return Ballot(
        cut=cut,
        one=drafts[first[0]] if first else None,
        other=drafts[first[1]] if first else None,
        done=len(cut.picks.get(view.viewer, ())),
        pairs=len(cut.pairs),
        people=sum(1 for picks in cut.picks.values() if picks),
    )


def _line(view: RoomView, cut: Cut) -> Line:
    drafts = {each.id: each for each in view.room.drafts.all_objectives}
    counts, decision = cut.counts(), cut.decision
    if decision is None:
        return Line(cut=cut, rows=(), picks=0)
    rows = []
    for each in decision.order:
        won = sum(count for (winner, _), count in counts.items() if winner == each)
        lost = sum(count for (_, loser), count in counts.items() if loser == each)
        rows.append((drafts[each], won, won + lost, each in decision.kept))
    return Line(cut=cut, rows=tuple(rows), picks=sum(counts.values()))


def _theme_lines(view: RoomView) -> tuple[ThemeLine, ...]:
    dots = view.room.dots
    seen, mine = dots.seen(), dots.of(view.viewer)
    taken = {each.came_from for each in view.room.drafts.objectives()}
    lines = [
        ThemeLine(
            theme=theme,
            notes=len(theme.note_ids),
            dots=None if seen is None else seen.get(theme.id, 0),
            mine=theme.id in mine,
            weighed=view.room.weighings.of(theme.id),
            is_taken=theme.id in taken,
        )
        for theme in view.room.themes
    ]
    return tuple(sorted(lines, key=lambda line: -(line.dots or 0)))
