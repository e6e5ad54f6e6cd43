"""Challenges answered: guardrails with their values, dismissals; success conditions and votes on sufficiency.

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY_RESULT = (["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"])
OBJECTIVE = (["site_id", "objective_id"], ["objectives.site_id", "objectives.id"])
READINGS = "guardrail_readings"


def upgrade() -> None:
    op.create_table(
        "guardrails",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("limit", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("loophole", sa.String(), nullable=False),
        sa.Column("jql", sa.Text()),
        sa.Column("jql_of", sa.Text()),
        sa.Column("accepted_by", sa.String()),
        sa.Column("accepted_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_guardrails_site_id")),
        sa.ForeignKeyConstraint(*KEY_RESULT, name=op.f("fk_guardrails_site_id_key_result_id")),
        sa.PrimaryKeyConstraint("site_id", "id", name=op.f("pk_guardrails")),
    )
    op.create_index(op.f("ix_guardrails_site_id_key_result_id"), "guardrails", ["site_id", "key_result_id"])
    op.create_table(
        READINGS,
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("guardrail_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("author", sa.String()),
        sa.Column("provenance", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_guardrail_readings_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "guardrail_id"],
            ["guardrails.site_id", "guardrails.id"],
            name=op.f("fk_guardrail_readings_site_id_guardrail_id"),
        ),
        sa.PrimaryKeyConstraint("site_id", "guardrail_id", "at", name=op.f("pk_guardrail_readings")),
    )
    op.create_table(
        "dismissals",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("loophole", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dismissed_by", sa.String()),
        sa.Column("dismissed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_dismissals_site_id")),
        sa.ForeignKeyConstraint(*KEY_RESULT, name=op.f("fk_dismissals_site_id_key_result_id")),
        sa.PrimaryKeyConstraint("site_id", "key_result_id", "loophole", name=op.f("pk_dismissals")),
    )
    op.create_table(
        "success_conditions",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("drivers", sa.JSON(), nullable=False),
        sa.Column("stated_by", sa.String()),
        sa.Column("stated_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_success_conditions_site_id")),
        sa.ForeignKeyConstraint(*OBJECTIVE, name=op.f("fk_success_conditions_site_id_objective_id")),
        sa.PrimaryKeyConstraint("site_id", "objective_id", name=op.f("pk_success_conditions")),
    )
    op.create_table(
        "sufficiency_votes",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("objective_id", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("can_fail", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_sufficiency_votes_site_id")),
        sa.ForeignKeyConstraint(*OBJECTIVE, name=op.f("fk_sufficiency_votes_site_id_objective_id")),
        sa.PrimaryKeyConstraint("site_id", "objective_id", "by", name=op.f("pk_sufficiency_votes")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION {READINGS}_refuse_update() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{READINGS} is append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {READINGS}_append_only BEFORE UPDATE ON {READINGS} "
            f"FOR EACH ROW EXECUTE FUNCTION {READINGS}_refuse_update()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {READINGS}_append_only BEFORE UPDATE ON {READINGS} "
            f"BEGIN SELECT RAISE(ABORT, '{READINGS} is append-only'); END"
        )
