"""Close a round of votes: what was revealed counts, and the ledger keeps the outcome."""

from service.domain.calibration import RoundState, closed
from service.domain.errors import NotThere
from service.domain.ledger import Entry, EntryKind
from service.usecases.epic_editor import require_speaker
from service.usecases.needs import Needs
from service.usecases.promise_notes import note
from service.usecases.votes.room import RoundView, look, votable


def close_votes(*, parts: Needs, site_id: str, by: str, key_result_id: str, round_name: str) -> RoundView:
    """Close a round; closing it again changes nothing. The owner may, and whoever may edit the epic.

    Raises: NotThere, PlanClosed, Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        key_result, objective = votable(tx=tx, site_id=site_id, key_result_id=key_result_id, name=round_name)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=key_result, objective=objective)
    with parts.store.transaction() as tx:
        found = tx.votes.find_round(site_id=site_id, key_result_id=key_result_id, name=round_name, for_update=True)
        if found is None:
            raise NotThere(f"There is no round {round_name!r} on this key result.", field="round")
        vote_round = closed(vote_round=found, at=parts.now())
        tx.votes.put_round(site_id=site_id, vote_round=vote_round)
        view = look(tx=tx, site_id=site_id, vote_round=vote_round, by=by)
        if found.state is not RoundState.CLOSED:
            median = view.summary.median if view.summary else None
            said = f"{view.revealed} of {view.sealed} votes revealed" + (
                f", median {median:.0%}" if median is not None else ""
            )
            entry = Entry(
                at=parts.now(),
                kind=EntryKind.COMMITTED_VOTE,
                subject_id=key_result_id,
                author=by,
                explanation=f"Round {round_name}: {said}.",
            )
            note(tx=tx, site_id=site_id, entry=entry)
    return view
