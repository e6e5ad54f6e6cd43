"""Rows and domain objects: the only place that knows SQL. No decision is made here; a rule the database must hold is a constraint."""

from service.store.errors import Clash
from service.store.records import CyclePage, Due
from service.store.store import Store
from service.store.transaction import Transaction

__all__ = ["Clash", "CyclePage", "Due", "Store", "Transaction"]
