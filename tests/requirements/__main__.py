"""`make requirements`: writes `docs/requirements.md` anew."""

from tests.requirements.table import PAGE, table

PAGE.write_text(table())
