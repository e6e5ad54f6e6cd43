"""Re-install, uninstall, sites apart, and what is left behind.

Source: platform 1.5 and the refuse list of 1.7.
"""

import re
from pathlib import Path

import requests

from tests.journeys.atlassian_side import Host, KeyServer
from tests.journeys.doors.answers import API, PANEL, refused


def test_a_second_install_rotates_the_secret_and_keeps_the_site(app: str, keys: KeyServer) -> None:
    first = Host(app=app, keys=keys, base_url="https://rotating.atlassian.net")
    assert first.lifecycle(body=first.payload("installed", cloudId="c-rotating")).status_code == 204
    cycle = {"key": "2027-Q1", "name": "Q1 2027", "kind": "quarter", "starts_on": "2027-01-01", "ends_on": "2027-03-31"}
    made = requests.post(app + API, json=cycle, headers={"Authorization": f"JWT {first.context_token()}"}, timeout=10)
    assert made.status_code == 201, made.text
    second = first.with_secret("second secret of this installation, as long")
    assert second.lifecycle(body=second.payload("installed", cloudId="c-rotating")).status_code == 204
    listed = second.get(API, header=f"JWT {second.context_token()}")
    assert "2027-Q1" in listed.text
    assert first.get(API, header=f"JWT {first.context_token()}").status_code == 200, (
        "calls signed a moment ago still count"
    )
    third = first.with_secret("third secret of this installation, as long!")
    assert third.lifecycle(body=third.payload("installed", cloudId="c-rotating")).status_code == 204
    refused(first.get(API, header=f"JWT {first.context_token()}"))


def test_sites_never_see_each_other(host: Host, app: str, keys: KeyServer) -> None:
    other = Host(app=app, keys=keys, base_url="https://other.atlassian.net")
    assert other.lifecycle(body=other.payload("installed", cloudId="c-other")).status_code == 204
    cycle = {"key": "SECRET-1", "name": "Theirs", "kind": "quarter", "starts_on": "2027-01-01", "ends_on": "2027-03-31"}
    made = requests.post(app + API, json=cycle, headers={"Authorization": f"JWT {other.context_token()}"}, timeout=10)
    assert made.status_code == 201, made.text
    assert "SECRET-1" not in host.get(API, header=f"JWT {host.context_token()}").text
    cycle_id = made.json()["id"]
    assert host.get(f"{API}/{cycle_id}", header=f"JWT {host.context_token()}").status_code == 404


def test_uninstalling_ends_every_door_and_installing_again_opens_them(app: str, keys: KeyServer) -> None:
    host = Host(app=app, keys=keys, base_url="https://leaving.atlassian.net")
    body = host.payload("installed", cloudId="c-leaving")
    assert host.lifecycle(body=body).status_code == 204
    refused(host.lifecycle("uninstalled", token=host.lifecycle_token("/connect/installed")))
    refused(host.lifecycle("uninstalled", token=host.token("POST", "/connect/uninstalled")))
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200
    assert host.lifecycle("uninstalled").status_code == 204
    assert host.lifecycle("uninstalled").status_code == 204, "the aim is reached already"
    refused(host.get(API, header=f"JWT {host.context_token()}"))
    assert host.get(PANEL, host.token("GET", PANEL)).status_code == 401
    refused(host.webhook())
    assert host.lifecycle(body=body).status_code == 204
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200


def test_a_stranger_may_say_goodbye(stranger: Host) -> None:
    assert stranger.lifecycle("uninstalled").status_code == 204


def test_keys_are_fetched_once_and_never_with_a_steered_address(host: Host) -> None:
    assert host.keys.asked.count(f"/keys/{host.keys.kid}") == 1
    assert all(re.fullmatch(r"/keys/[A-Za-z0-9][A-Za-z0-9._:-]*", path) for path in host.keys.asked)


def test_neither_log_nor_database_holds_a_secret(host: Host, folder: Path) -> None:
    host.get(PANEL, host.token("GET", PANEL))
    log = (folder / "northstar.log").read_text()
    assert not re.search(r"eyJ[A-Za-z0-9_-]{10,}\.", log), "a token stands in the log"
    for path in folder.glob("northstar.sqlite*"):
        assert host.secret.encode() not in path.read_bytes()
    assert host.secret not in log
