"""Schema revisions, run by Alembic from code: there is no alembic.ini, the engine comes from the caller."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

#: Any number; it only has to be the same in every process that migrates.
MIGRATION_LOCK = 7_305_884_211


def upgrade(*, engine: Engine, revision: str = "head") -> None:
    """Run every revision that the database has not seen, one process at a time."""
    with (
        engine.connect() as connection,
        connection.begin(),
    ):  # on SQLite this already takes the only write lock
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
