"""Handing on the fields *KR 1* to *KR 5* that became free, inside the caller's transaction. Which one goes to whom is the domain's.

A file may bring more than five key results of an objective: the rest wait without a field until one of the five leaves.
"""

from collections.abc import Iterable

from service.domain.model import KeyResult
from service.domain.slots import heirs
from service.store import Transaction


def hand_on_slots(*, tx: Transaction, site_id: str, objective_id: str, left: Iterable[KeyResult] = ()) -> None:
    """Give each waiting key result of the objective a free slot; `left` are those who gave up theirs, as they were.

    Call it after they are stored: two key results never hold one slot.
    """
    key_results = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
    for heir in heirs(key_results=key_results, left=left):
        tx.key_results.save(site_id=site_id, item=heir)
        if heir.tracker.seen:
            tx.key_results.set_seen(site_id=site_id, id=heir.id, value=heir.tracker.seen_value)
        else:
            tx.key_results.forget_seen(site_id=site_id, id=heir.id)
