"""Migrated SQLite files without running the migrations each time: they run once a process, then the file is copied.

`tests/store` runs the migrations for real, on SQLite and PostgreSQL.
"""

import functools
from pathlib import Path
from tempfile import TemporaryDirectory

from service.store import Store


def migrated_file(path: Path) -> str:
    """Make an empty, migrated database at `path` and return its address."""
    path.write_bytes(_template())
    return f"sqlite:///{path}"


@functools.cache
def _template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.sqlite"
        store = Store.open(f"sqlite:///{path}", secret_keys=("a key that seals nothing",))
        store.migrate()
        store.close()
        assert not path.with_name("template.sqlite-wal").exists(), "everything must be in the one file that is copied"
        return path.read_bytes()
