"""Where the house stands and what is in it, for the rules."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("service", "connect", "tasks", "schemas")


def sources(*rooms: str, suffix: str = ".py") -> Iterator[Path]:
    """Yield the source files of some rooms; generated and vendored files are nobody's writing."""
    for room in rooms or ROOMS:
        for path in sorted((ROOT / room).rglob(f"*{suffix}")):
            if not {"vendor", "versions", "node_modules", "__pycache__"} & set(path.parts):
                yield path


def name(path: Path) -> str:
    """Return a path as the repository knows it."""
    return path.relative_to(ROOT).as_posix()
