"""Planning sessions and the append-only acts of their rooms.

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("trigger", sa.String(), nullable=False),
        sa.Column("team_ids", sa.JSON(), nullable=False),
        sa.Column("preset", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("booked_by", sa.String(), nullable=False),
        sa.Column("booked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("follows_id", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_sessions_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"], name=op.f("fk_sessions_site_id_cycle_id")
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "follows_id"], ["sessions.site_id", "sessions.id"], name=op.f("fk_sessions_site_id_follows_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_site_id_cycle_id"), "sessions", ["site_id", "cycle_id"])
    op.create_table(
        "session_acts",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_session_acts_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "session_id"],
            ["sessions.site_id", "sessions.id"],
            name=op.f("fk_session_acts_site_id_session_id"),
        ),
        sa.PrimaryKeyConstraint("site_id", "session_id", "seq", name=op.f("pk_session_acts")),
        sa.UniqueConstraint(
            "site_id", "session_id", "act_id", name=op.f("uq_session_acts_site_id_session_id_act_id")
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        _keep_on_postgresql()
    else:
        _keep_on_sqlite()


def _keep_on_sqlite() -> None:
    op.execute(
        "CREATE TRIGGER session_acts_append_only BEFORE UPDATE ON session_acts "
        "BEGIN SELECT RAISE(ABORT, 'session_acts is append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER session_acts_kept BEFORE DELETE ON session_acts "
        "WHEN (SELECT uninstalled_at FROM sites WHERE id = OLD.site_id) IS NULL "
        "BEGIN SELECT RAISE(ABORT, 'session_acts is append-only'); END"
    )


def _keep_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION session_acts_refuse_update() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'session_acts is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER session_acts_append_only BEFORE UPDATE ON session_acts "
        "FOR EACH ROW EXECUTE FUNCTION session_acts_refuse_update()"
    )
    op.execute(
        "CREATE TRIGGER session_acts_kept BEFORE DELETE ON session_acts FOR EACH ROW EXECUTE FUNCTION keep_history()"
    )
    op.execute(
        "CREATE TRIGGER session_acts_whole BEFORE TRUNCATE ON session_acts "
        "FOR EACH STATEMENT EXECUTE FUNCTION keep_history()"
    )
