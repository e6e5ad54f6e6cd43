"""Building software: bugs, coverage, flow and releases. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import (
    CLOSED_UNFIXED,
    IN_WORK,
    INCIDENTS,
    NEW_BUGS,
    OLD_OPEN,
    REOPENED,
    SEVERE_BUGS,
    STUCK,
)
from service.domain.challenge.shapes import MetricClass as Is

_REOPENED = below("reopen rate of bugs", "%", REOPENED)
_FAILURES = below("deployments that fail", "%", field("Change failure rate"))
_NEW_BUGS = below("new bugs in 30 days", "count", NEW_BUGS)

FAMILIES = (
    family(
        "engineering.open-bugs",
        Is.DEFECTS,
        DOWN,
        "bug | open bug | defect | open defect | bug backlog | bug count | fehler | error in code | "
        "issue backlog | defecto",
        down=(
            ("close-without-fix", "Close bugs without fixing them; they come back.", _REOPENED),
            ("rename", "File bugs as stories, or reject them.", below("bugs closed unfixed", "%", CLOSED_UNFIXED)),
        ),
        up=(
            ("trivia", "Report trifles to raise the count of bugs found.",
             above("severe bugs still open", "count", SEVERE_BUGS)),
        ),
    ),
    family(
        "engineering.escaped-defects",
        Is.DEFECTS,
        DOWN,
        "escaped defect | production bug | production defect | bug in production | regression | critical bug | "
        "customer reported bug | defect rate | bug rate",
        down=(("downgrade", "Call severe bugs minor.", below("reopen rate of bugs", "%", REOPENED)),),
        up=(("ship-raw", "Ship without testing.", below("severe bugs open", "count", SEVERE_BUGS)),),
    ),
    family(
        "engineering.test-coverage",
        Is.QUALITY,
        UP,
        "test coverage | code coverage | coverage | unit test coverage | automated test",
        up=(("assert-nothing", "Run every line and assert nothing.", _NEW_BUGS),),
        down=(("delete-tests", "Delete tests that fail.", _NEW_BUGS),),
    ),
    family(
        "engineering.debt",
        Is.QUALITY,
        DOWN,
        "technical debt | tech debt | code complexity | complexity | code smell | duplication | legacy code | "
        "lint warning | flaky test | flakiness",
        down=(("mute", "Switch the rule or the test off.", _NEW_BUGS),),
    ),
    family(
        "engineering.build-time",
        Is.SPEED,
        DOWN,
        "build time | ci time | pipeline duration | test duration | compile time | feedback time",
        down=(("skip-tests", "Skip the slow tests, which are the ones that find something.", _NEW_BUGS),),
    ),
    family(
        "engineering.deploy-frequency",
        Is.THROUGHPUT,
        UP,
        "deployment frequency | deploy frequency | deployment | release frequency | releases per | "
        "deploys per | release per week",
        is_leading=True,
        up=(("slice-air", "Deploy changes that change nothing.", _FAILURES),),
        down=(("batch", "Save everything up for one large, risky release.", _FAILURES),),
    ),
    family(
        "engineering.change-failure",
        Is.QUALITY,
        DOWN,
        "change failure rate | failed deployment | rollback | failed change | deployment failure",
        down=(("freeze", "Stop releasing.", above("deployments a week", "count", field("Deployments a week"))),),
    ),
    family(
        "engineering.lead-time",
        Is.SPEED,
        DOWN,
        "lead time | cycle time | time to market | time to production | lead time for change | durchlaufzeit | "
        "idea to launch",
        down=(
            ("start-late", "Start the clock late: work waits unlogged.",
             below("open issues older than 90 days", "count", OLD_OPEN)),
            ("no-review", "Skip review and tests.", _FAILURES),
        ),
        up=(("stall", "Let work lie.", below("issues untouched for two weeks", "count", STUCK)),),
    ),
    family(
        "engineering.velocity",
        Is.THROUGHPUT,
        UP,
        "velocity | story point | points per sprint | throughput | issues completed | completed issue | "
        "items delivered | say do ratio | output per",
        is_leading=True,
        up=(("inflate", "Estimate higher, split smaller, and leave the hard part.", _NEW_BUGS),),
        down=(("idle", "Take on less.", below("issues in progress", "count", IN_WORK)),),
    ),
    family(
        "engineering.review-time",
        Is.SPEED,
        DOWN,
        "review time | pull request time | pr cycle time | code review | time to merge | pickup time | "
        "pull request age",
        down=(("rubber-stamp", "Approve without reading.", _NEW_BUGS),),
    ),
    family(
        "engineering.page-speed",
        Is.SPEED,
        DOWN,
        "load time | page load | page load time | page speed | latency | api latency | p95 | p99 | "
        "render time | time to first byte | lcp | ladezeit | tiempo de carga",
        down=(
            ("empty-page", "Show an empty page fast and load the content later.",
             above("visitors who finish their task", "%", field("Task success"))),
        ),
        up=(("slow", "Let it slow down.", below("complaints about speed", "count", field("Speed complaints"))),),
    ),
    family(
        "engineering.automation",
        Is.RATE,
        UP,
        "automation | automated process | automated | automation coverage | straight through processing",
        up=(
            ("automate-bad", "Automate a bad process, and repair by hand what it breaks.",
             below("incidents in 30 days", "count", INCIDENTS)),
        ),
    ),
)  # fmt: skip
