"""Money: how revenue, margin and cost targets can be met to our harm. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import NEW_BUGS
from service.domain.challenge.shapes import MetricClass as Is

_CHURN = below("customers lost a month", "%", field("Monthly churn"))
_MARGIN = above("gross margin", "%", field("Gross margin"))
_SATISFACTION = above("customer satisfaction", "points", field("CSAT"))

FAMILIES = (
    family(
        "finance.revenue",
        Is.REVENUE,
        UP,
        "revenue | turnover | income | top line | gmv | mrr | arr | recurring revenue | einnahme | ingreso | ingresos",
        up=(
            ("discount", "Buy revenue with discounts and one-off deals that cost more than they bring.", _MARGIN),
            ("price", "Raise prices for customers who cannot leave yet.", _CHURN),
        ),
        down=(
            ("walk-away", "Drop customers to look focused.",
             above("operating profit", "EUR", field("Operating profit"))),
        ),
    ),
    family(
        "finance.margin",
        Is.REVENUE,
        UP,
        "margin | gross margin | profit margin | contribution margin | profit | profitability | ebit | ebitda | "
        "operating profit | gewinn | beneficio",
        up=(("squeeze", "Cut support and quality, which customers notice next year.", _SATISFACTION),),
        down=(("give-away", "Give the product away.", above("revenue", "EUR", field("Revenue"))),),
    ),
    family(
        "finance.cost",
        Is.COST,
        DOWN,
        "cost | spend | spending | expense | opex | budget | overhead | burn | burn rate | kosten | coste | gasto",
        down=(
            ("starve", "Save on maintenance and people; the bill comes as failures later.",
             below("new bugs in 30 days", "count", NEW_BUGS)),
            ("shift", "Move the cost to another team's budget.",
             below("cost of the whole company for this", "EUR", field("Total cost"))),
        ),
        up=(
            ("use-it", "Spend what is left before it lapses.",
             above("result per euro spent", "EUR", field("Return on spend"))),
        ),
    ),
    family(
        "finance.cloud-cost",
        Is.COST,
        DOWN,
        "cloud cost | infrastructure cost | hosting cost | aws bill | server cost | compute cost | unit cost | "
        "cost per transaction | cost per request",
        down=(
            ("underprovision", "Run without reserve: slow pages and outages at peaks.",
             below("95th percentile of response time", "ms", field("p95 response time"))),
        ),
    ),
    family(
        "finance.unit-economics",
        Is.REVENUE,
        UP,
        "lifetime value | ltv | cltv | arpu | arpa | revenue per user | revenue per customer | "
        "revenue per account | average revenue",
        up=(
            ("lose-small", "Lose the small customers, so that the average rises.",
             above("paying customers", "count", field("Paying customers"))),
        ),
        down=(("cheap", "Win only customers who pay little.", _MARGIN),),
    ),
    family(
        "finance.cac",
        Is.COST,
        DOWN,
        "cac | acquisition cost | customer acquisition cost | cost per lead | cost per acquisition | cpa | "
        "cpl | payback | payback period",
        down=(
            ("stop", "Stop acquiring the customers who are worth most.",
             above("new customers a month", "count", field("New customers"))),
        ),
    ),
    family(
        "finance.cash",
        Is.REVENUE,
        UP,
        "cash | cash flow | cashflow | runway | working capital | liquidity",
        up=(
            ("stretch", "Pay suppliers late and sell assets that are needed.",
             below("invoices paid late", "%", field("Late payments"))),
        ),
    ),
    family(
        "finance.receivables",
        Is.SPEED,
        DOWN,
        "dso | days sales outstanding | receivable | outstanding invoice | overdue invoice | collection time",
        down=(
            ("press", "Press good customers, or write debts off.",
             below("receivables written off", "EUR", field("Write-offs"))),
        ),
    ),
    family(
        "finance.close",
        Is.SPEED,
        DOWN,
        "days to close the books | month end close | closing time | budget cycle | time to report | reporting time",
        down=(
            ("guess", "Close with estimates that are corrected later.",
             below("corrections after the close", "count", field("Corrections after close"))),
        ),
    ),
    family(
        "finance.forecast",
        Is.QUALITY,
        UP,
        "forecast accuracy | budget accuracy | plan accuracy | estimation accuracy | forecast",
        up=(
            ("sandbag", "Plan low and hold results back until they fit.",
             above("growth over last year", "%", field("Growth"))),
        ),
    ),
)  # fmt: skip
