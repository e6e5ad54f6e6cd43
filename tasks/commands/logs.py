"""How our processes write their logs: one line a message, with the ids that came with it. Never a token, a secret or a name."""

import logging
import sys

FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
OURS = ("service", "connect", "tasks")
CHATTY = ("waitress.queue", "urllib3", "matplotlib", "celery.redirected", "alembic")
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class WithIds(logging.Formatter):
    """Put what a message of ours carries beside its text behind it, as `key=value`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; messages of libraries stay as they are."""
        line = super().format(record)
        if record.name.partition(".")[0] not in OURS:
            return line
        ids = " ".join(f"{key}={value}" for key, value in vars(record).items() if key not in _STANDARD)
        first, newline, rest = line.partition("\n")
        return f"{first} {ids}{newline}{rest}" if ids else line


def write_logs(level: str) -> None:
    """Write the logs of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithIds(FORMAT))
    logging.basicConfig(level=level, handlers=[handler])
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
