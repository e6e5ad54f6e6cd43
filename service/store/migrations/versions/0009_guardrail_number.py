"""A guardrail may read a number field of an issue.

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("guardrails", sa.Column("issue_id", sa.String()))
    op.add_column("guardrails", sa.Column("issue_field_id", sa.String()))
