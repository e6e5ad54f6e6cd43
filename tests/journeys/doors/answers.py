"""Addresses the doors' tests ask for, and the one answer to every unacceptable token."""

import requests

REFUSED = {"status": 401, "code": "token_refused", "title": "Token refused"}
PANEL = "/ui/panel?issueKey=GROW-1&issueId=10001"
API = "/api/v1/cycles"


def refused(reply: requests.Response) -> None:
    assert reply.status_code == 401
    assert reply.json() == REFUSED, "a refusal says the same thing whatever the reason"
