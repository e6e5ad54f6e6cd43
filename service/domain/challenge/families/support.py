"""Helping customers: times, queues and satisfaction. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import OLD_OPEN, OPEN_TICKETS, REOPENED_TICKETS
from service.domain.challenge.shapes import MetricClass as Is

_REOPENED = below("answered tickets that come back", "%", REOPENED_TICKETS)
_CSAT = above("satisfaction with the answer", "%", field("Ticket CSAT"))

FAMILIES = (
    family(
        "support.response-time",
        Is.SPEED,
        DOWN,
        "response time | first response | first response time | reply time | time to respond | answer time | "
        "reaction time | antwortzeit | reaktionszeit | tiempo de respuesta",
        down=(
            ("auto-reply", "Send an automatic reply at once; nobody has read the question.", _CSAT),
            ("shallow", "Answer fast and badly, so that people must ask again.", _REOPENED),
        ),
        up=(
            ("let-wait", "Let people wait until they give up.",
             above("tickets that end with a solution", "%", field("Solved tickets"))),
        ),
    ),
    family(
        "support.resolution-time",
        Is.SPEED,
        DOWN,
        "resolution time | time to resolve | time to resolution | handling time | handle time | aht | "
        "time to close ticket | lösungszeit | tiempo de resolución",
        down=(("close-early", "Close tickets before the problem is gone.", _REOPENED),),
        up=(("linger", "Hold tickets open.", below("tickets open for 90 days", "count", OLD_OPEN)),),
    ),
    family(
        "support.tickets",
        Is.VOLUME,
        DOWN,
        "ticket | support ticket | support request | support case | contact rate | contact volume | "
        "inquiry volume | call volume | anfrage",
        down=(("hide", "Hide the contact form; the problems stay and nobody hears of them.", _CSAT),),
        up=(("split", "Split one case into many tickets.", _CSAT),),
    ),
    family(
        "support.backlog",
        Is.VOLUME,
        DOWN,
        "ticket backlog | open ticket | unresolved ticket | backlog | queue length | queue",
        down=(("bulk-close", "Close old tickets in bulk without answering.", _REOPENED),),
        up=(
            ("hoard", "Let the queue grow to ask for people.",
             below("tickets open for a week", "count", OPEN_TICKETS)),
        ),
    ),
    family(
        "support.first-contact",
        Is.RATE,
        UP,
        "first contact resolution | fcr | first call resolution | resolved at first contact",
        up=(("declare", "Mark as solved whatever was answered once.", _REOPENED),),
    ),
    family(
        "support.sla",
        Is.RATE,
        UP,
        "sla | service level | sla compliance | service level agreement | on time response",
        up=(
            ("oldest-last", "Serve what can still be in time; what is late stays late for good.",
             below("tickets open for 90 days", "count", OLD_OPEN)),
        ),
    ),
    family(
        "support.csat",
        Is.SATISFACTION,
        UP,
        "csat | customer satisfaction | satisfaction | customer rating | rating | star rating | review score | "
        "kundenzufriedenheit | satisfacción",
        up=(
            ("select", "Ask only those who are happy, or ask for five stars.",
             above("customers who were asked", "%", field("Survey coverage"))),
            ("give-in", "Give everybody a refund.", below("goodwill paid a month", "EUR", field("Goodwill"))),
        ),
    ),
    family(
        "support.nps",
        Is.SATISFACTION,
        UP,
        "nps | net promoter | net promoter score | promoter | recommendation rate | would recommend | "
        "weiterempfehlung",
        up=(
            ("sample", "Survey after good moments only.",
             above("customers who answered", "%", field("NPS response rate"))),
        ),
    ),
    family(
        "support.effort",
        Is.SATISFACTION,
        DOWN,
        "customer effort | ces | effort score | escalation | complaint | beschwerde | queja",
        down=(("discourage", "Make complaining harder.", _CSAT),),
        up=(("provoke", "Escalate everything at once.", _CSAT),),
    ),
    family(
        "support.deflection",
        Is.RATE,
        UP,
        "deflection | deflection rate | ticket deflection | bot resolution | chatbot resolution | automation rate",
        up=(("wall", "Let the bot keep people away from help.", _CSAT),),
    ),
)  # fmt: skip
