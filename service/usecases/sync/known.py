"""What our rows say about an issue that Jira shows us: the base and our side of every three-way decision."""

from dataclasses import dataclass

from connect.outbound.shapes import IssueSnapshot
from service.domain.model import Initiative, Issue, KeyResult, KeyResultState, Objective
from service.store import Transaction
from service.usecases.sync.fields import SiteFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An issue as an epic (`objective` with its living `key_results`) and as an initiative (`issue` with its `links`).

    `former` are the objective's cancelled key results: a slot may still show the last number of one.

    `offered` are the active key results that the options on the issue, now or when last seen, and its links stand for, by
    option id; other options on the field are none of ours and are left as they are.
    """

    objective: Objective | None
    key_results: tuple[KeyResult, ...]
    former: tuple[KeyResult, ...]
    issue: Issue | None
    links: tuple[Initiative, ...]
    linked: tuple[KeyResult, ...]
    offered: dict[int, KeyResult]
    theirs: frozenset[int]

    @property
    def is_epic(self) -> bool:
        """Tell whether an objective is mapped to the issue."""
        return self.objective is not None

    @property
    def is_initiative(self) -> bool:
        """Tell whether the issue is or was linked, or asks to be by its field."""
        return self.issue is not None or bool(self.theirs & self.offered.keys())


def know(*, tx: Transaction, site_id: str, snapshot: IssueSnapshot, fields: SiteFields) -> Known:
    """Read what we hold about the issue."""
    objective = tx.objectives.find_by_epic(site_id=site_id, epic_id=snapshot.id)
    issue = tx.issues.find(site_id=site_id, id=snapshot.id)
    links = tx.initiatives.of_issue(site_id=site_id, issue_id=snapshot.id) if issue is not None else ()
    linked = tx.key_results.get_many(site_id=site_id, ids=[each.key_result_id for each in links])
    theirs = frozenset(snapshot.options.get(fields.options, ()) if fields.options is not None else ())
    asked = theirs | frozenset(issue.seen_options if issue is not None else ())
    named = tx.key_results.of_options(site_id=site_id, option_ids=asked) if asked else ()
    living = tuple(each for each in (*named, *linked) if each.state is KeyResultState.ACTIVE)
    every = () if objective is None else tx.key_results.of_objective(site_id=site_id, objective_id=objective.id)
    return Known(
        objective=objective,
        key_results=tuple(each for each in every if each.state is KeyResultState.ACTIVE),
        former=tuple(each for each in every if each.state is KeyResultState.CANCELLED),
        issue=issue,
        links=links,
        linked=linked,
        offered={each.option_id: each for each in living if each.option_id is not None},
        theirs=theirs,
    )


def living_key_results(*, tx: Transaction, site_id: str, objective_id: str) -> tuple[KeyResult, ...]:
    """Return the key results of an objective that are not cancelled."""
    every = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
    return tuple(each for each in every if each.state is KeyResultState.ACTIVE)
