"""Runs the demo until it is stopped. Prints `Jira: URL`, `Northstar: URL`, `Confluence: URL` and then `ready`."""

import argparse
import shutil
import signal
import sys
import time
from pathlib import Path

from tests.demo.processes import DidNotStart, Program, answers, check_free
from tests.demo.story import Addresses, tell_story
from tests.rules.places import ROOT

PUBLISH_INTERVAL_S = "2"
SWEEP_INTERVAL_S = "5"


def main() -> int:
    """Start both programs, fill them, print the addresses, wait."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = options.folder or ROOT / ".demo"
    if options.folder is None:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    app, site = f"http://127.0.0.1:{options.port}", f"http://127.0.0.1:{options.site_port}"
    programs: list[Program] = []
    try:
        check_free(options.port, word="PORT")
        check_free(options.site_port, word="SITE_PORT")
        northstar, simulator = _start(programs, folder, app=app, site=site, options=options)
        northstar.wait_until(lambda: answers(f"{app}/health/ready"), timeout_s=120)
        simulator.wait_until(lambda: simulator.said("ready"), timeout_s=120)
        _say(tell_story(app=app, site=site, say=lambda text: print(text, flush=True)))
        while all(program.alive() for program in programs):
            time.sleep(1)
        print(f"One of the two programs has ended; see the logs in {folder}", file=sys.stderr)
        return 1
    except DidNotStart as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for program in programs:
            program.stop()


def _start(
    programs: list[Program], folder: Path, *, app: str, site: str, options: argparse.Namespace
) -> tuple[Program, Program]:
    print("Starting Northstar and the example site …", flush=True)
    env = {
        "NORTHSTAR_BASE_URL": app,
        "NORTHSTAR_DATABASE_URL": f"sqlite:///{folder / 'northstar.sqlite'}",
        "NORTHSTAR_INSTALL_KEYS_URL": f"{site}/install-keys",
        "NORTHSTAR_ALLOWED_HOSTS": f"127.0.0.1:{options.site_port}",
        "NORTHSTAR_PUBLISH_INTERVAL_S": PUBLISH_INTERVAL_S,
        "NORTHSTAR_SWEEP_INTERVAL_S": SWEEP_INTERVAL_S,
    }
    programs.append(
        Program("northstar", ["tasks.commands", "run", "--port", str(options.port)], folder=folder, env=env)
    )
    arguments = ["tests.site", "--port", str(options.site_port), "--app", app, "--company"]
    if options.record:
        arguments += ["--record", str(Path(options.record).resolve())]
    programs.append(Program("site", arguments, folder=folder, env={}))
    return programs[0], programs[1]


def _say(found: Addresses) -> None:
    print(f"Jira: {found.jira}\nNorthstar: {found.northstar}\nConfluence: {found.confluence}\nready", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8080, help="Northstar's port")
    parser.add_argument("--site-port", type=int, default=8090, help="the simulator's port")
    parser.add_argument("--record", help="append every request the simulator gets to this file")
    parser.add_argument(
        "--folder", type=Path, help="an empty folder for database and logs; the default is .demo/, emptied"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
