"""Adopt the objectives and key results that a Jira project already keeps as issues."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from connect.errors import NotFound
from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueSnapshot
from service.domain.cycles import current
from service.domain.errors import DomainError, NotThere
from service.domain.exchange import rows_of_document
from service.domain.exchange.adoption import Proposal, Work, propose, roles
from service.jobs import READ_TRACKERS
from service.usecases.import_plan import Imported, import_plan
from service.usecases.needs import Needs
from service.usecases.sync.epics import NoEpicType, ProjectMissing

IDS_A_QUERY: Final = 50


class NoCycle(DomainError):
    """There is no cycle to adopt into."""

    code: ClassVar[str] = "no_cycle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What was found, issue by issue, and what was (or would be) added."""

    lines: tuple[str, ...]
    imported: Imported


def adopt_project(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    project_key: str,
    cycle_key: str | None = None,
    team_name: str | None = None,
    dry_run: bool = False,
) -> Adopted:
    """Make each epic of the project an objective of a cycle (the current one) and each issue below it with a target a key result.

    Epics that an objective has already are left alone, so a second run adds what is new. All of it or nothing, epics included.
    Raises: ProjectMissing, NoEpicType, NoCycle, ImportRefused, Forbidden, connect.errors.ProductError.
    """
    proposal = _proposal(parts, site_id, project_key, cycle_key, team_name)
    rows = rows_of_document(data=proposal.document)
    imported = import_plan(parts=parts, site_id=site_id, by=by, rows=rows, dry_run=dry_run)
    if not dry_run:
        parts.enqueue(READ_TRACKERS, site_id)
    return Adopted(lines=proposal.lines, imported=imported)


def _proposal(parts: Needs, site_id: str, project_key: str, cycle_key: str | None, team_name: str | None) -> Proposal:
    jira = parts.jira(site_id)
    try:
        project = jira.project(key=project_key)
    except NotFound as error:
        raise ProjectMissing(
            f"Jira shows the app no project {project_key}. Check the key, or let the app see it.", field="project_key"
        ) from error
    kind = jira.epic_type(project_key=project.key)
    if kind is None:
        raise NoEpicType(
            f"The project {project.key} has no issue type on the level of epics, so it keeps no objectives.",
            field="project_key",
        )
    numbers = [(each.id, each.name) for each in jira.fields() if each.kind == "number" and not each.is_app_field]
    found = roles(fields=numbers)
    jql = f'project = "{project.key}" AND issuetype = {kind.id} ORDER BY key'
    epics = list(jira.search(jql=jql, field_ids=tuple(found.values())))
    works = _works(jira, epics, found)
    with parts.store.reading() as tx:
        cycles = tx.cycles.list(site_id=site_id)
        cycle = (
            current(cycles=cycles, today=parts.now().date())
            if cycle_key is None
            else next((each for each in cycles if each.key == cycle_key), None)
        )
        teams = tx.teams.list(site_id=site_id)
        taken = {each.epic_id for each in tx.objectives.mapped(site_id=site_id) if each.epic_id}
    if cycle is None:
        if cycle_key is not None:
            raise NotThere(f"there is no cycle {cycle_key!r} on this site", field="cycle")
        raise NoCycle("There is no current cycle to adopt into. Create one first, or name one.", field="cycle")
    named = team_name or next((each.name for each in teams if each.project_key == project.key), project.name)
    stands = any(each.name == named for each in teams)
    team = {"name": named} if stands else {"name": named, "project_key": project.key}
    return propose(
        epics=works, current_field=found.get("current"), cycle_key=cycle.key, team=team, taken=frozenset(taken)
    )


def _works(jira: JiraClient, epics: Sequence[IssueSnapshot], found: Mapping[str, str]) -> tuple[Work, ...]:
    below: dict[str, list[Work]] = defaultdict(list)
    for chunk in _chunks([each.id for each in epics]):
        jql = f"parent in ({', '.join(chunk)}) ORDER BY key"
        for each in jira.search(jql=jql, field_ids=tuple(found.values())):
            below[each.parent_id or ""].append(_work(each, found, ()))
    return tuple(_work(each, found, tuple(below[each.id])) for each in epics)


def _work(issue: IssueSnapshot, found: Mapping[str, str], children: tuple[Work, ...]) -> Work:
    read = {role: issue.numbers.get(field_id) for role, field_id in found.items()}
    numbers = {role: number for role, number in read.items() if number is not None}
    return Work(id=issue.id, key=issue.key, title=issue.summary, numbers=numbers, children=children)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), IDS_A_QUERY):
        yield ids[start : start + IDS_A_QUERY]
