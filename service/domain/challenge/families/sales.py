"""Selling: how each number can be hit at the customer's or our own expense. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.shapes import MetricClass as Is

_MARGIN = above("gross margin of won deals", "%", field("Gross margin of won deals"))
_CHURN = below("customers lost within 90 days", "%", field("Early churn"))

FAMILIES = (
    family(
        "sales.volume",
        Is.REVENUE,
        UP,
        "sale | sales | deal won | won deal | closed deal | deal closed | booking | order intake | unit sold | "
        "umsatz | venta",
        up=(
            ("discount", "Close deals with discounts so deep that each one loses money.", _MARGIN),
            ("pull-forward", "Pull next quarter's deals forward with side promises.",
             above("pipeline of the next quarter", "EUR", field("Next quarter pipeline"))),
        ),
        down=(
            ("starve", "Turn customers away who would have paid well.",
             above("revenue per customer", "EUR", field("Revenue per customer"))),
        ),
    ),
    family(
        "sales.deal-size",
        Is.REVENUE,
        UP,
        "deal size | average deal | contract value | acv | average order value | aov | basket size | order value",
        up=(
            ("only-large", "Drop every small customer, or stuff orders with things that come back.",
             below("returned or cancelled orders", "%", field("Returned orders"))),
        ),
        down=(
            ("split", "Split one deal into several.",
             above("revenue per customer", "EUR", field("Revenue per customer"))),
        ),
    ),
    family(
        "sales.win-rate",
        Is.RATE,
        UP,
        "win rate | close rate | closing rate | hit rate | quote to order",
        up=(
            ("cherry-pick", "Only log the deals that are already certain.",
             above("qualified opportunities a month", "count", field("Qualified opportunities"))),
        ),
        down=(
            ("flood", "Bid for everything, and lose money on proposals.",
             below("cost of a proposal", "EUR", field("Cost per proposal"))),
        ),
    ),
    family(
        "sales.pipeline",
        Is.VOLUME,
        UP,
        "pipeline | opportunity | opportunities | pipeline coverage | sales qualified lead | sql",
        is_leading=True,
        up=(
            ("stuff", "Fill the pipeline with deals that will never close.",
             above("win rate", "%", field("Win rate"))),
        ),
        down=(
            ("purge", "Delete open opportunities instead of working on them.",
             above("won deals a month", "count", field("Won deals"))),
        ),
    ),
    family(
        "sales.cycle",
        Is.SPEED,
        DOWN,
        "sales cycle | time to close | deal cycle | quote turnaround | days to close",
        down=(("rush", "Close faster by giving discounts and skipping the fit check.", _MARGIN),),
        up=(
            ("drag", "Let deals drift to look thorough.",
             below("deals without contact for 30 days", "count", field("Silent deals"))),
        ),
    ),
    family(
        "sales.quota",
        Is.RATE,
        UP,
        "quota | quota attainment | rep at quota | sales target",
        up=(("lower-quota", "Reach the quota because it was lowered, or by deals that are cancelled later.", _CHURN),),
    ),
    family(
        "sales.calls",
        Is.VOLUME,
        UP,
        "sales call | cold call | demo booked | meeting booked | outreach | prospect contacted",
        is_leading=True,
        up=(
            ("dial", "Call the same people again and again; hang up early.",
             above("calls that led to a next step", "%", field("Calls with next step"))),
        ),
        down=(
            ("silence", "Stop calling at all.",
             above("qualified opportunities a month", "count", field("Qualified opportunities"))),
        ),
    ),
    family(
        "sales.upsell",
        Is.REVENUE,
        UP,
        "upsell | cross sell | cross-sell | expansion revenue | expansion | net revenue retention | nrr | ndr",
        up=(
            ("oversell", "Sell customers more than they use; they leave at renewal.",
             above("use of what was bought", "%", field("Licence use"))),
        ),
    ),
    family(
        "sales.partners",
        Is.VOLUME,
        UP,
        "partner | partnership | reseller | channel partner | affiliate",
        up=(
            ("paper", "Sign partners who never sell anything.",
             above("partners with a deal in the last 90 days", "%", field("Active partners"))),
        ),
    ),
)  # fmt: skip
