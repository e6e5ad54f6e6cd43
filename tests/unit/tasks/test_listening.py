"""A port somebody has: the operator reads which one and what to do, not a stack."""

import click
import pytest

from tasks.commands import serve


def test_a_taken_port_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(serve, "create_server", taken)
    with pytest.raises(click.ClickException, match=r"127\.0\.0\.1:8080 \(Address already in use\).*--port"):
        serve._listen(object(), host="127.0.0.1", port=8080, said="")
