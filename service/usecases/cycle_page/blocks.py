"""The managed blocks of a cycle's page: one summary, then one block a team. Content only; merging and writing happen elsewhere."""

from connect.outbound import storage
from connect.outbound.managed_blocks import wrap
from connect.outbound.storage import Content, Markup, StatusColour
from service.domain import wording
from service.domain.board import Board, KeyResultView, ObjectiveView, Problem, TeamView
from service.domain.model import ObjectiveState, Status

CHART_FILE = "northstar-progress.png"
CHART_WIDTH_PX = 920
PROPERTIES_ID = "okr"
COLUMNS = ("key", "summary", "status", "assignee")
COLOURS: dict[Status, StatusColour] = {
    Status.ON_TRACK: "Green",
    Status.DONE: "Green",
    Status.BEHIND: "Yellow",
    Status.AT_RISK: "Red",
    Status.MISSED: "Red",
    Status.OUTDATED: "Purple",
    Status.NOT_STARTED: "Grey",
    Status.CANCELLED: "Grey",
}


def cycle_blocks(board: Board) -> list[tuple[str, str]]:
    """Return (name, storage format) of every managed block, in page order."""
    return [
        (identity(board.cycle.id), _summary(board)),
        *((f"team-{team.team.id}", _team(team)) for team in board.teams),
    ]


def identity(cycle_id: str) -> str:
    """Return the name of the summary block: found on a page, it proves that the page is this cycle's, even without its property."""
    return f"cycle-{cycle_id}"


def first_body(blocks: list[tuple[str, str]]) -> str:
    """Return the body of a new page: our blocks, then room for people."""
    notes = storage.join(
        [
            storage.element("h2", "Notes and decisions"),
            storage.element(
                "p", "Write here, or anywhere between Northstar's blocks: it is kept when the numbers change."
            ),
        ]
    )
    return "".join(wrap(name, content) for name, content in blocks) + notes


def labels(board: Board) -> tuple[str, ...]:
    """Return the page's labels: `okr` and one for the cycle, e.g. `okr-2026q4`. Source: design section 5."""
    return ("okr", "okr-" + "".join(char for char in board.cycle.key.lower() if char.isalnum()))


def lozenge(status: Status) -> Markup:
    """Return a status as Confluence's own lozenge."""
    return storage.status(wording.STATUS_WORDS[status].upper(), COLOURS[status])


def _summary(board: Board) -> Markup:
    cycle = board.cycle
    views = board.objectives()
    fine = sum(view.status in {Status.ON_TRACK, Status.DONE} for view in views)
    rows: list[tuple[Content, Content]] = [
        ("Cycle", cycle.name),
        ("Period", f"{cycle.starts_on:%-d %B} – {cycle.ends_on:%-d %B %Y}"),
        ("Time gone", wording.percent(board.elapsed)),
        ("Progress", _measured(board.progress)),
        ("Objectives on track", f"{fine} of {len(views)}"),
    ]
    parts: list[Content] = [storage.details(PROPERTIES_ID, storage.facts(rows))]
    if board.north_star is not None:
        parts.append(_north_star(board.north_star))
    if not views:
        parts.append(
            storage.element(
                "p", "No objective has been agreed for this cycle yet. Add the first one on the OKRs page in Jira."
            )
        )
    else:
        parts.append(storage.image(CHART_FILE, width_px=CHART_WIDTH_PX, alt="Progress of the cycle against its pace"))
        parts.append(_overview(views))
        parts.append(_attention(views))
    return storage.join(parts)


def _north_star(view: ObjectiveView) -> Markup:
    said: list[Content] = [
        storage.element("p", storage.element("strong", "North Star: ", view.objective.title), " ", lozenge(view.status))
    ]
    if view.objective.why:
        said.append(storage.element("p", storage.element("em", view.objective.why)))
    return storage.panel("info", *said)


def _overview(views: tuple[ObjectiveView, ...]) -> Markup:
    rows = [
        (
            view.objective.title,
            view.team.name,
            _epic(view),
            _measured(view.progress),
            wording.percent(view.expected),
            wording.percent(view.confidence),
            lozenge(view.status),
        )
        for view in views
    ]
    header = ("Objective", "Team", "Epic", "Progress", "Expected by now", "Confidence", "Status")
    return storage.join([storage.element("h2", "Objectives at a glance"), storage.table(header, rows)])


def _attention(views: tuple[ObjectiveView, ...]) -> Markup:
    found = [(view, problem) for view in views for problem in _problems(view)]
    if not found:
        return storage.join(
            [
                storage.element("h2", "Needs attention"),
                storage.element("p", "Nothing: every key result has an owner and fresh numbers."),
            ]
        )
    items = (
        storage.join(
            [
                storage.element("strong", view.objective.title),
                ": ",
                problem.message,
                " ",
                storage.element("em", problem.way_out),
            ]
        )
        for view, problem in found
    )
    return storage.join([storage.element("h2", "Needs attention"), storage.bullets(items)])


def _problems(view: ObjectiveView) -> tuple[Problem, ...]:
    return (*view.problems, *(problem for kr in view.key_results for problem in kr.problems))


def _team(team: TeamView) -> Markup:
    title = storage.element("h2", team.team.name)
    if not team.objectives:
        return storage.join([title, storage.element("p", "No objective in this cycle yet.")])
    return storage.join([title, *(_objective(view) for view in team.objectives)])


def _objective(view: ObjectiveView) -> Markup:
    parts: list[Content] = [storage.element("h3", view.objective.title, " ", lozenge(view.status))]
    if view.objective.state is ObjectiveState.CANCELLED:
        return storage.join(parts)
    if view.objective.why:
        parts.append(storage.element("p", storage.element("em", "Why: ", view.objective.why)))
    parts.append(
        storage.element(
            "p",
            f"{_measured(view.progress)} of the way, "
            f"{wording.percent(view.expected)} expected by now; confidence {wording.percent(view.confidence)}. Epic: ",
            _epic(view),
        )
    )
    header = ("Key result", "Owner", "Aim", "Now", "Progress", "Confidence", "Status")
    parts.append(storage.table(header, (_key_result(kr) for kr in view.key_results)))
    linked = [kr for kr in view.key_results if kr.initiatives]
    if linked:
        parts.append(storage.expand("Initiatives and latest notes", *(_work(kr) for kr in linked)))
    return storage.join(parts)


def _key_result(kr: KeyResultView) -> tuple[Content, ...]:
    owner = kr.key_result.owner
    return (
        kr.key_result.title,
        storage.user_link(owner) if owner else "nobody",
        wording.aim(kr.key_result),
        wording.current(kr.key_result, kr.value),
        _measured(kr.progress),
        wording.percent(kr.confidence),
        lozenge(kr.status),
    )


def _work(kr: KeyResultView) -> Markup:
    done = wording.percent(kr.effort)
    parts: list[Content] = [
        storage.element("p", storage.element("strong", kr.key_result.title), f": {done} of the initiatives done")
    ]
    note = next((point.note for point in reversed(kr.series) if point.note), "")
    if note:
        parts.append(storage.element("p", "Latest note: ", storage.element("em", note)))
    ids = ", ".join(issue.id for issue in kr.initiatives if not issue.gone)
    if ids:
        parts.append(storage.jira_issues(jql=f"id in ({ids}) ORDER BY status", columns=COLUMNS))
    return storage.join(parts)


def _measured(progress: float | None) -> str:
    return f"{wording.bar(progress)}\N{NO-BREAK SPACE}{wording.percent(progress)}"


def _epic(view: ObjectiveView) -> Content:
    key = view.objective.epic_key
    return storage.jira_issue(key) if key and not view.objective.epic_gone else "not in Jira yet"
