"""The sweep looks for acts of one kind in the last hours, over all sites.

Revision: 0011, after 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_session_acts_kind_at"), "session_acts", ["kind", "at"])
