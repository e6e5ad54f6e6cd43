"""History that stays: deletions refused, promises bound to the ledger; retrospectives, a site's own presets, sealed results.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEPT = ("checkins", "ledger", "own_presets", "cycle_results")
NEW_KEPT = ("own_presets", "cycle_results")
PROMISED = (
    *("direction", "baseline", "target", "lower", "upper", "unit", "shape", "path", "starts_on", "due_on"),
    *("weight", "owner", "tracker_kind", "tracker_method", "tracker_jql", "tracker_jql_field"),
    "tracker_jql_denominator",
)


def upgrade() -> None:
    op.create_table(
        "retrospectives",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_retrospectives_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "cycle_id"],
            ["cycles.site_id", "cycles.id"],
            name=op.f("fk_retrospectives_site_id_cycle_id"),
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "team_id"], ["teams.site_id", "teams.id"], name=op.f("fk_retrospectives_site_id_team_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "cycle_id", "team_id", name=op.f("pk_retrospectives")),
    )
    op.create_table(
        "own_presets",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_own_presets_site_id")),
        sa.PrimaryKeyConstraint("site_id", "key", name=op.f("pk_own_presets")),
    )
    op.create_table(
        "cycle_results",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.String(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_cycle_results_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"], name=op.f("fk_cycle_results_site_id_cycle_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "cycle_id", name=op.f("pk_cycle_results")),
    )
    if op.get_bind().dialect.name == "postgresql":
        _keep_on_postgresql()
    else:
        _keep_on_sqlite()


def _keep_on_sqlite() -> None:
    for table in NEW_KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    for table in KEPT:
        # Only a whole site goes, and only after it is marked as without the app.
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} "
            "WHEN (SELECT uninstalled_at FROM sites WHERE id = OLD.site_id) IS NULL "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    for field in PROMISED:
        # The last entry that names the field must say what it becomes.
        op.execute(
            f"CREATE TRIGGER key_results_promised_{field} BEFORE UPDATE OF {field} ON key_results "
            f"WHEN OLD.{field} IS NOT NEW.{field} AND NOT EXISTS (SELECT 1 FROM ("  # noqa: S608  constant names
            "SELECT json_extract(said.value, '$.new') AS word FROM ledger, json_each(ledger.payload, '$.changes') AS said "
            "WHERE ledger.site_id = NEW.site_id AND ledger.subject_id = NEW.id "
            f"AND json_extract(said.value, '$.field') = '{field}' ORDER BY ledger.number DESC LIMIT 1"
            f") WHERE word IS NEW.{field}) "
            f"BEGIN SELECT RAISE(ABORT, 'the ledger does not say that {field} changes'); END"
        )


def _keep_on_postgresql() -> None:
    for table in NEW_KEPT:
        op.execute(
            f"CREATE FUNCTION {table}_refuse_update() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse_update()"
        )
    op.execute(
        "CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'TRUNCATE' THEN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; "
        "IF (SELECT uninstalled_at FROM sites WHERE id = OLD.site_id) IS NULL THEN "
        "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END IF; "
        "RETURN OLD; END $$"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION keep_history()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION keep_history()"
        )
    fields = ", ".join(f"'{field}'" for field in PROMISED)
    op.execute(
        "CREATE FUNCTION keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE field text; said jsonb; "
        "BEGIN FOREACH field IN ARRAY TG_ARGV LOOP "
        "IF to_jsonb(NEW) -> field IS DISTINCT FROM to_jsonb(OLD) -> field THEN "
        "said := NULL; "
        "SELECT change -> 'new' INTO said FROM ledger, jsonb_array_elements(ledger.payload::jsonb -> 'changes') AS change "
        "WHERE ledger.site_id = NEW.site_id AND ledger.subject_id = NEW.id AND change ->> 'field' = field "
        "ORDER BY ledger.number DESC LIMIT 1; "
        "IF said IS DISTINCT FROM to_jsonb(NEW) -> field THEN "
        "RAISE EXCEPTION 'the ledger does not say that % changes', field; END IF; "
        "END IF; END LOOP; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER key_results_promised BEFORE UPDATE OF {', '.join(PROMISED)} ON key_results "
        f"FOR EACH ROW EXECUTE FUNCTION keep_promise({fields})"
    )
