"""Walking Jira's links from initiatives outwards, level by level, a hundred issues a call."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueDetail
from service.domain.synthesis import Work, waits_for

DEEPEST: Final = 6
MOST_ISSUES: Final = 2_000
_CHUNK: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """The link graph by issue id. `is_complete` is False where depth or size cut the walk."""

    work: dict[str, Work]
    is_complete: bool


def walk_links(*, jira: JiraClient, initiative_ids: Iterable[str], epic_ids: Iterable[str]) -> Walked:
    """Read initiatives, what they wait for, their parts, and what they are part of.

    Of what an issue is part of, only its own blockers are followed, never its other parts; finished issues end the walk.
    Costs a point an issue and a search for every hundred. Raises: connect.errors.ProductError.
    """
    work: dict[str, Work] = {}
    walked: set[str] = set()
    tried: set[str] = set()
    downward = set(initiative_ids)
    upward = set(epic_ids)
    for _ in range(DEEPEST):
        level = sorted((downward | upward) - work.keys() - tried)
        tried.update(level)
        room = MOST_ISSUES - len(work)
        for detail in jira.details(issue_ids=level[:room]) if room > 0 else ():
            work[detail.id] = _work(detail)
        here = [work[id] for id in sorted(downward - walked) if id in work and not work[id].is_done]
        for child in _parts(jira, [each.key for each in here]):
            work.setdefault(child.id, _work(child))
            downward.add(child.id)
        walked |= {each.id for each in here}
        for each in [one for one in work.values() if not one.is_done]:
            downward |= each.needs
            if each.parent_id is not None:
                upward.add(each.parent_id)
        if len(level) > room:
            return Walked(work=work, is_complete=False)
        if not ((downward | upward) - work.keys() - tried) and not _unwalked(downward, walked, work):
            return Walked(work=work, is_complete=True)
    return Walked(work=work, is_complete=False)


def _unwalked(downward: set[str], walked: set[str], work: dict[str, Work]) -> bool:
    return any(id in work and not work[id].is_done for id in downward - walked)


def _parts(jira: JiraClient, keys: Sequence[str]) -> Iterator[IssueDetail]:
    for start in range(0, len(keys), _CHUNK):
        named = ", ".join(f'"{key}"' for key in keys[start : start + _CHUNK])
        yield from jira.search_details(jql=f"parent in ({named})")


def _work(detail: IssueDetail) -> Work:
    return Work(
        id=detail.id,
        key=detail.key,
        project_key=detail.project_key,
        is_done=detail.category == "done",
        due_on=detail.due_on,
        parent_id=detail.parent_id,
        needs=frozenset(
            link.other_id for link in detail.links if waits_for(says=link.says, kind=link.kind, side=link.side)
        ),
    )
