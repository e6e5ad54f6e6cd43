"""What teams' confidence was worth in closed cycles, kept in this process: a closed cycle's outcomes stand."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from types import MappingProxyType
from weakref import WeakKeyDictionary

from service.domain.calibration import Outcome
from service.domain.model import CycleState
from service.store import Store, Transaction
from service.usecases.read_calibration import outcomes_of

MOST_SITES = 50
Record = Mapping[str, tuple[Outcome, ...]]
Key = tuple[str, tuple[tuple[str, str], ...]]
_kept: "WeakKeyDictionary[Store, OrderedDict[Key, Record]]" = WeakKeyDictionary()
_lock = Lock()


def read_record(*, tx: Transaction, store: Store, site_id: str) -> Record:
    """Return the outcomes by team id. The key names every closed cycle and its close: one more, and it is read anew."""
    closed = [each for each in tx.cycles.list(site_id=site_id) if each.state is CycleState.CLOSED]
    if not closed:
        return MappingProxyType({})
    key = (site_id, tuple((each.id, str(each.closed_at)) for each in closed))
    with _lock:
        known = _kept.setdefault(store, OrderedDict())
        if key in known:
            known.move_to_end(key)
            return known[key]
    record = outcomes_of(tx=tx, site_id=site_id, cycles=closed)
    with _lock:
        known[key] = record
        while len(known) > MOST_SITES:
            known.popitem(last=False)
    return record
