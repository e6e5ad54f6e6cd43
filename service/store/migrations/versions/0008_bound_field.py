"""The number field a key result is bound to is part of its promise, and bound to the ledger.

Revision: 0008, after 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FIELD = "tracker_field_id"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER key_results_promised_field BEFORE UPDATE OF {FIELD} ON key_results "
            f"FOR EACH ROW EXECUTE FUNCTION keep_promise('{FIELD}')"
        )
    else:
        op.execute(
            f"CREATE TRIGGER key_results_promised_{FIELD} BEFORE UPDATE OF {FIELD} ON key_results "  # noqa: S608  constant name
            f"WHEN OLD.{FIELD} IS NOT NEW.{FIELD} AND NOT EXISTS (SELECT 1 FROM ("
            "SELECT json_extract(said.value, '$.new') AS word FROM ledger, json_each(ledger.payload, '$.changes') AS said "
            "WHERE ledger.site_id = NEW.site_id AND ledger.subject_id = NEW.id "
            f"AND json_extract(said.value, '$.field') = '{FIELD}' ORDER BY ledger.number DESC LIMIT 1"
            f") WHERE word IS NEW.{FIELD}) "
            f"BEGIN SELECT RAISE(ABORT, 'the ledger does not say that {FIELD} changes'); END"
        )
