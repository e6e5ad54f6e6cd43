"""Refuses addresses that hold what no database can look up. Not here: bodies, whose fields the schemas name."""

from flask import Flask, request
from werkzeug.exceptions import NotFound


def refuse_nul(app: Flask) -> None:
    """Answer 404 where path or query hold a NUL: PostgreSQL takes it for an error, and nothing of ours is called so."""

    @app.before_request
    def check() -> None:
        if "\x00" in request.path or any("\x00" in value for _, value in request.args.items(multi=True)):
            raise NotFound("Nothing has a name with the NUL character in it; leave it out of the address.")
