"""What all tables share: one metadata with names for constraints, and the columns every row has. No table."""

from sqlalchemy import BigInteger, Column, ForeignKey, MetaData, String

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def site_id() -> Column[str]:
    """Return the column that says whose row it is."""
    return Column("site_id", String, ForeignKey("sites.id"), primary_key=True)


def revisions() -> tuple[Column[int], Column[int]]:
    """Return the two counters of a row that a product must be told about. Source: design section 6."""
    return (
        Column("changed_rev", BigInteger, nullable=False, default=0),
        Column("published_rev", BigInteger, nullable=False, default=0),
    )
