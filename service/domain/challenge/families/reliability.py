"""Keeping systems up and safe. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import INCIDENTS, REPEAT_INCIDENTS, SECURITY_BUGS
from service.domain.challenge.shapes import MetricClass as Is

_REPEATED = below("incidents of a known cause", "count", REPEAT_INCIDENTS)
_RELEASES = above("deployments a week", "count", field("Deployments a week"))

FAMILIES = (
    family(
        "reliability.uptime",
        Is.RISK,
        UP,
        "uptime | availability | system availability | service availability | verfügbarkeit | disponibilidad",
        up=(
            ("freeze", "Stop changing anything.", _RELEASES),
            ("exclude", "Call every outage planned maintenance.",
             below("hours of planned maintenance", "h", field("Planned maintenance"))),
        ),
    ),
    family(
        "reliability.downtime",
        Is.RISK,
        DOWN,
        "downtime | outage | minutes of downtime | outage minute | service disruption | ausfallzeit",
        down=(("freeze", "Stop changing anything.", _RELEASES),),
    ),
    family(
        "reliability.incidents",
        Is.RISK,
        DOWN,
        "incident | sev1 | sev 1 | p1 incident | critical incident | production incident | major incident | "
        "störung | incidente",
        down=(
            ("unreported", "Stop reporting incidents, or call them bugs.",
             below("outages customers told us about", "count", field("Outages found by customers"))),
        ),
        up=(
            ("trifles", "Open an incident for every trifle.",
             below("alerts nobody acts upon", "%", field("False alarms"))),
        ),
    ),
    family(
        "reliability.recovery",
        Is.SPEED,
        DOWN,
        "mttr | time to recover | recovery time | time to restore | mean time to repair | time to repair | rto",
        down=(("patch-over", "Restart instead of repairing, so that it fails again.", _REPEATED),),
    ),
    family(
        "reliability.detection",
        Is.SPEED,
        DOWN,
        "mttd | time to detect | detection time | time to acknowledge | mtta",
        down=(
            ("alarm-all", "Alert on everything until nobody listens.",
             below("alerts nobody acts upon", "%", field("False alarms"))),
        ),
    ),
    family(
        "reliability.alerts",
        Is.VOLUME,
        DOWN,
        "alert | page alert | false positive | false alarm | on call page | alert noise",
        down=(
            ("mute", "Mute the alert that would have mattered.", below("incidents in 30 days", "count", INCIDENTS)),
        ),
    ),
    family(
        "reliability.vulnerabilities",
        Is.RISK,
        DOWN,
        "vulnerability | vulnerabilities | cve | security finding | pentest finding | security issue | schwachstelle",
        down=(
            ("accept", "Accept the risk on paper, or stop scanning.",
             above("repositories scanned this week", "%", field("Scan coverage"))),
        ),
        up=(("noise", "Report every warning as a finding.", below("open security bugs", "count", SECURITY_BUGS)),),
    ),
    family(
        "reliability.patching",
        Is.SPEED,
        DOWN,
        "time to patch | patch time | remediation time | time to remediate | patch latency",
        down=(("blind", "Patch untested.", below("incidents in 30 days", "count", INCIDENTS)),),
    ),
    family(
        "reliability.compliance",
        Is.RISK,
        UP,
        "compliance | compliance rate | control coverage | audit score | policy acknowledgement | mfa | "
        "mfa coverage | phishing test",
        up=(
            ("checkbox", "Tick boxes without following the rule.",
             below("findings of the independent audit", "count", field("Audit findings"))),
        ),
    ),
    family(
        "reliability.audit-findings",
        Is.RISK,
        DOWN,
        "audit finding | non conformity | breach | violation | data breach | policy breach",
        down=(("look-away", "Audit less.", above("audits held", "count", field("Audits held"))),),
    ),
)  # fmt: skip
