"""The plan of a site as a file: what is written, what is read back, and which row and column is wrong.

JSON and CSV carry the same records and columns (`columns.py`). What belongs to one Jira site (epics, fields, options, links) stays
out: a plan can move to another site. No files and no database here.
"""

from service.domain.exchange.assemble import Assembled, Known, assemble
from service.domain.exchange.documents import document, rows_of_document
from service.domain.exchange.rows import Row, RowError
from service.domain.exchange.schema import json_schema
from service.domain.exchange.tables import rows_of_csv, to_csv

__all__ = [
    "Assembled",
    "Known",
    "Row",
    "RowError",
    "assemble",
    "document",
    "json_schema",
    "rows_of_csv",
    "rows_of_document",
    "to_csv",
]
