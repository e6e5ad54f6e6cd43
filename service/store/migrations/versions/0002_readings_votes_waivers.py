"""Numbers on other issues, sealed votes of confidence, waivers of outputs.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY_RESULT = (["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"])


def upgrade() -> None:
    op.add_column("key_results", sa.Column("tracker_issue_id", sa.String()))
    op.add_column("key_results", sa.Column("tracker_issue_field_id", sa.String()))
    op.create_table(
        "vote_rounds",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_vote_rounds_site_id")),
        sa.ForeignKeyConstraint(*KEY_RESULT, name=op.f("fk_vote_rounds_site_id_key_result_id")),
        sa.PrimaryKeyConstraint("site_id", "key_result_id", "name", name=op.f("pk_vote_rounds")),
    )
    op.create_table(
        "votes",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("voter", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float()),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_votes_site_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "key_result_id", "round"],
            ["vote_rounds.site_id", "vote_rounds.key_result_id", "vote_rounds.name"],
            name=op.f("fk_votes_site_id_key_result_id_round"),
        ),
        sa.PrimaryKeyConstraint("site_id", "key_result_id", "round", "voter", name=op.f("pk_votes")),
    )
    op.create_table(
        "waivers",
        sa.Column("site_id", sa.String(), nullable=False),
        sa.Column("key_result_id", sa.String(), nullable=False),
        sa.Column("unlocks", sa.JSON(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("delivered_on", sa.Date()),
        sa.Column("replaced_by_id", sa.String()),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name=op.f("fk_waivers_site_id")),
        sa.ForeignKeyConstraint(*KEY_RESULT, name=op.f("fk_waivers_site_id_key_result_id")),
        sa.ForeignKeyConstraint(
            ["site_id", "replaced_by_id"],
            ["key_results.site_id", "key_results.id"],
            name=op.f("fk_waivers_site_id_replaced_by_id"),
        ),
        sa.PrimaryKeyConstraint("site_id", "key_result_id", name=op.f("pk_waivers")),
    )
