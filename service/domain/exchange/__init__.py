"""The plan of a site as a file: what is written, what is read back, and which row and column is wrong.

JSON and CSV carry the same records and columns (`columns.py`). Epics and initiatives name their Jira site and are left out on any
other, so that a plan can move; fields and options stay out. Votes and the ledger are told in JSON and never read back. No files
and no database here.
"""

from service.domain.exchange.assemble import assemble
from service.domain.exchange.documents import Contents, document, rows_of_document
from service.domain.exchange.issues import issue_names
from service.domain.exchange.known import Assembled, Known, NamedIssue
from service.domain.exchange.rows import Row, RowError
from service.domain.exchange.schema import json_schema
from service.domain.exchange.tables import rows_of_csv, to_csv

__all__ = [
    "Assembled",
    "Contents",
    "Known",
    "NamedIssue",
    "Row",
    "RowError",
    "assemble",
    "document",
    "issue_names",
    "json_schema",
    "rows_of_csv",
    "rows_of_document",
    "to_csv",
]
