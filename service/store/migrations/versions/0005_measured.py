"""Measured histories, runs of the Synthesizer and their requests, allowances for running the business.

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "histories",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("weekly", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("measured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issue_count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_histories_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "key_result_id"],
            ["key_results.site_id", "key_results.id"],
            name=op.f("fk_histories_site_id_key_result_id"),
        ),
        sa.PrimaryKeyConstraint("site_id", "key_result_id", name=op.f("pk_histories")),
    )
    op.create_table(
        "synthesis_runs",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.String(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issue_count", sa.Integer(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_synthesis_runs_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"], name=op.f("fk_synthesis_runs_site_id_cycle_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "cycle_id", name=op.f("pk_synthesis_runs")),
    )
    op.create_table(
        "requests",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("cycle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("other_team_id", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("path", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_by", sa.String()),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_requests_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"], name=op.f("fk_requests_site_id_cycle_id")
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "team_id"], ["teams.site_id", "teams.id"], name=op.f("fk_requests_site_id_team_id")
        ),
        sa.ForeignKeyConstraint(
            ["site_id", "other_team_id"], ["teams.site_id", "teams.id"], name=op.f("fk_requests_site_id_other_team_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "cycle_id", "id", name=op.f("pk_requests")),
    )
    op.create_table(
        "allowances",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("declared_by", sa.String()),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_allowances_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "team_id"], ["teams.site_id", "teams.id"], name=op.f("fk_allowances_site_id_team_id")
        ),
        sa.PrimaryKeyConstraint("site_id", "team_id", name=op.f("pk_allowances")),
    )
