"""People: hiring, staying, learning, wellbeing. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.shapes import MetricClass as Is

_LEFT_EARLY = below("hires who leave within six months", "%", field("Early leavers"))
_REGRETTED = below("people who left and are missed", "count", field("Regretted leavers"))
_OUTCOME = above("people who use what they learnt", "%", field("Skill in use"))

FAMILIES = (
    family(
        "people.hires",
        Is.HEADCOUNT,
        UP,
        "hire | headcount | new hire | position filled | engineer hired | offer accepted | employee | fte | "
        "einstellung | contratación",
        up=(("lower-bar", "Lower the bar.", _LEFT_EARLY),),
        down=(("lose-best", "Lose the people who can leave most easily: the best.", _REGRETTED),),
    ),
    family(
        "people.time-to-hire",
        Is.SPEED,
        DOWN,
        "time to hire | time to fill | hiring time | days to hire | vacancy time",
        down=(("first-come", "Take the first applicant.", _LEFT_EARLY),),
    ),
    family(
        "people.offer-acceptance",
        Is.RATE,
        UP,
        "offer acceptance | acceptance rate | offer acceptance rate",
        up=(
            ("overpay", "Pay more than colleagues in the same role earn.",
             below("pay gap within a role", "%", field("Pay gap in role"))),
        ),
    ),
    family(
        "people.attrition",
        Is.RETENTION,
        DOWN,
        "attrition | employee turnover | staff turnover | voluntary turnover | regretted attrition | "
        "resignation | fluktuation | rotación",
        down=(
            ("keep-all", "Keep people who should go, and put off reorganising.",
             above("team health", "points", field("Team health"))),
        ),
        up=(("drive-out", "Make people leave instead of parting fairly.", _REGRETTED),),
    ),
    family(
        "people.engagement",
        Is.SATISFACTION,
        UP,
        "employee engagement | enps | employee satisfaction | engagement score | employee net promoter | esat | "
        "morale | team health | pulse score",
        up=(
            ("pressure", "Ask in a way that nobody dares to be honest.",
             above("people who answered", "%", field("Survey response"))),
        ),
    ),
    family(
        "people.training",
        Is.VOLUME,
        UP,
        "training | training hour | course completed | trained employee | certification | certified | "
        "learning hour | people trained",
        is_leading=True,
        up=(("click", "Click through courses.", _OUTCOME),),
    ),
    family(
        "people.ramp-up",
        Is.SPEED,
        DOWN,
        "ramp time | ramp up time | time to productivity | time to first commit | onboarding time",
        down=(("alone", "Leave newcomers alone early.", _LEFT_EARLY),),
    ),
    family(
        "people.diversity",
        Is.RATE,
        UP,
        "diversity | women in leadership | share of women | underrepresented | inclusion | pay gap",
        up=(
            ("token", "Hire for the count and exclude in the daily work.",
             above("people who feel they belong", "%", field("Belonging"))),
        ),
        down=(("level-down", "Close a gap by holding everybody down.", _REGRETTED),),
    ),
    family(
        "people.absence",
        Is.RATE,
        DOWN,
        "absence | absenteeism | sick day | sick leave | krankenstand | absentismo",
        down=(("come-sick", "Make people come to work ill.", above("wellbeing score", "points", field("Wellbeing"))),),
    ),
    family(
        "people.overtime",
        Is.COST,
        DOWN,
        "overtime | overtime hour | meeting hour | meeting time | hours in meeting | context switch",
        down=(
            ("unlogged", "Do the work and do not write it down.",
             above("wellbeing score", "points", field("Wellbeing"))),
        ),
    ),
    family(
        "people.productivity",
        Is.THROUGHPUT,
        UP,
        "productivity | output per employee | revenue per employee | utilisation | utilization | "
        "billable hour | billable | auslastung",
        up=(
            ("grind", "Leave no time to think, learn or help.",
             above("wellbeing score", "points", field("Wellbeing"))),
        ),
        down=(
            ("idle", "Sell less of the time that is there.",
             above("operating profit", "EUR", field("Operating profit"))),
        ),
    ),
)  # fmt: skip
