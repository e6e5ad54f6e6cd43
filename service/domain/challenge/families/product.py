"""Products in use: adoption, activity and retention. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import NEW_BUGS
from service.domain.challenge.shapes import MetricClass as Is

_ACTIVE_LATER = above("users still active after 30 days", "%", field("30-day retention"))
_COMPLAINTS = below("complaints per 1,000 users", "count", field("Complaints"))

FAMILIES = (
    family(
        "product.signups",
        Is.VOLUME,
        UP,
        "signup | sign up | sign-up | new user | registered user | download | install | installation | trial | "
        "new account | registrierung | registro",
        is_leading=True,
        up=(("empty", "Collect accounts that nobody ever uses again.", _ACTIVE_LATER),),
    ),
    family(
        "product.active-users",
        Is.ADOPTION,
        UP,
        "active user | dau | wau | mau | monthly active | weekly active | daily active | user | users | usage | "
        "nutzer | usuario",
        up=(
            ("nag", "Send notifications until people open the app to switch them off.",
             below("users who switch notifications off", "%", field("Notifications off"))),
            ("redefine", "Count any touch as activity.",
             above("users who finish the main task a week", "count", field("Weekly task completers"))),
        ),
        down=(
            ("drive-off", "Drive away users who cost little.",
             above("revenue per user", "EUR", field("Revenue per user"))),
        ),
    ),
    family(
        "product.activation",
        Is.ADOPTION,
        UP,
        "activation | activation rate | activated | onboarding | onboarding completion | complete onboarding | "
        "time to value | first value",
        up=(("click-through", "Lead people through the steps without their learning anything.", _ACTIVE_LATER),),
        down=(("skip", "Skip the steps that make people succeed.", _ACTIVE_LATER),),
    ),
    family(
        "product.adoption",
        Is.ADOPTION,
        UP,
        "adoption | feature adoption | feature usage | uptake | usage of | penetration | rollout coverage | use the",
        up=(("force", "Make the new way the only way.", _COMPLAINTS),),
        down=(("bury", "Hide the feature while people still need it.", _COMPLAINTS),),
    ),
    family(
        "product.retention",
        Is.RETENTION,
        UP,
        "retention | retention rate | renewal | renewal rate | repeat purchase | repeat customer | "
        "returning customer | loyalty | stickiness | grr",
        up=(
            ("lock-in", "Make leaving hard instead of staying good.",
             above("customers who would recommend us", "points", field("NPS"))),
        ),
    ),
    family(
        "product.churn",
        Is.RETENTION,
        DOWN,
        "churn | churn rate | customer churn | cancellation | attrition of customer | customer loss | "
        "kündigung | abandono",
        down=(
            ("bribe", "Keep customers with discounts that cost more than they bring.",
             above("gross margin", "%", field("Gross margin"))),
            ("hide-exit", "Hide the way to cancel.", _COMPLAINTS),
        ),
        up=(
            ("purge", "Send away customers who would have grown.",
             above("net revenue retention", "%", field("Net revenue retention"))),
        ),
    ),
    family(
        "product.engagement",
        Is.ADOPTION,
        UP,
        "engagement | session length | time spent | time on site | watch time | time in app | "
        "session duration | screen time",
        up=(
            ("maze", "Make tasks take longer.",
             above("tasks finished on the first attempt", "%", field("Task success"))),
        ),
        down=(
            ("cut-off", "End sessions before people are done.",
             above("tasks finished on the first attempt", "%", field("Task success"))),
        ),
    ),
    family(
        "product.task-success",
        Is.QUALITY,
        UP,
        "task success | completion rate | success rate | self service | self-service rate | first time right",
        up=(
            ("easy", "Measure only the easy tasks.",
             below("requests for help per 1,000 users", "count", field("Help requests"))),
        ),
    ),
    family(
        "product.experiments",
        Is.THROUGHPUT,
        UP,
        "experiment | a/b test | hypothesis | test run | user interview | customer interview",
        is_leading=True,
        up=(
            ("trivial", "Run tests nobody acts upon.",
             above("tests that changed a decision", "%", field("Tests with a decision"))),
        ),
    ),
    family(
        "product.data-quality",
        Is.QUALITY,
        UP,
        "data quality | data accuracy | record accuracy | data completeness | data coverage | "
        "inventory accuracy | accuracy",
        up=(
            ("fill", "Fill gaps with guesses so that nothing is empty.",
             below("corrections a month", "count", field("Data corrections"))),
        ),
    ),
    family(
        "product.crash",
        Is.DEFECTS,
        DOWN,
        "crash | crash rate | app crash | error rate | error | failure | failed request | fehlerquote | tasa de error",
        down=(
            ("swallow", "Catch errors silently; users see wrong results instead.",
             below("new bugs in 30 days", "count", NEW_BUGS)),
        ),
        up=(
            ("alarm", "Report everything as an error.", below("alerts nobody acts upon", "%", field("False alarms"))),
        ),
    ),
)  # fmt: skip
