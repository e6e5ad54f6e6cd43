"""The rest of a promise is bound to the ledger too: enabler, commitment, the issue and field a tracker reads.

Revision: 0006, after 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ADDED = ("is_enabler", "commitment", "tracker_issue_id", "tracker_issue_field_id")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _bind_on_postgresql()
    else:
        _bind_on_sqlite()


def _bind_on_sqlite() -> None:
    for field in ADDED:
        op.execute(
            f"CREATE TRIGGER key_results_promised_{field} BEFORE UPDATE OF {field} ON key_results "  # noqa: S608  constant names
            f"WHEN OLD.{field} IS NOT NEW.{field} AND NOT EXISTS (SELECT 1 FROM ("
            "SELECT json_extract(said.value, '$.new') AS word FROM ledger, json_each(ledger.payload, '$.changes') AS said "
            "WHERE ledger.site_id = NEW.site_id AND ledger.subject_id = NEW.id "
            f"AND json_extract(said.value, '$.field') = '{field}' ORDER BY ledger.number DESC LIMIT 1"
            f") WHERE word IS NEW.{field}) "
            f"BEGIN SELECT RAISE(ABORT, 'the ledger does not say that {field} changes'); END"
        )


def _bind_on_postgresql() -> None:
    fields = ", ".join(f"'{field}'" for field in ADDED)
    op.execute(
        f"CREATE TRIGGER key_results_promised_whole BEFORE UPDATE OF {', '.join(ADDED)} ON key_results "
        f"FOR EACH ROW EXECUTE FUNCTION keep_promise({fields})"
    )
