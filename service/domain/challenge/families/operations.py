"""Delivering goods, projects and services; and what they cost others. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.families.work_queries import OVERDUE
from service.domain.challenge.shapes import MetricClass as Is

_RETURNS = below("orders that come back", "%", field("Return rate"))
_WAITING = below("issues past their due date", "count", OVERDUE)

FAMILIES = (
    family(
        "operations.delivery-time",
        Is.SPEED,
        DOWN,
        "delivery time | shipping time | fulfilment time | fulfillment time | order to delivery | turnaround | "
        "turnaround time | processing time | lieferzeit | plazo de entrega",
        down=(("careless", "Ship fast and wrong.", _RETURNS),),
        up=(
            ("late", "Deliver later.", below("orders cancelled while waiting", "%", field("Cancelled while waiting"))),
        ),
    ),
    family(
        "operations.on-time",
        Is.RATE,
        UP,
        "on time delivery | on time | on-time | punctuality | otif | schedule adherence | milestone on time | "
        "deadline met",
        up=(
            ("pad", "Promise late dates, then keep them.",
             below("promised lead time", "d", field("Promised lead time"))),
        ),
        down=(("slip", "Let dates slip.", _WAITING),),
    ),
    family(
        "operations.inventory",
        Is.COST,
        DOWN,
        "inventory | stock | inventory level | days of inventory | carrying cost | excess stock | lagerbestand",
        down=(
            ("stock-out", "Run out of what customers want.",
             below("orders that could not be filled", "%", field("Stock-outs"))),
        ),
        up=(
            ("hoard", "Fill the warehouse with what does not sell.",
             below("stock unsold for 90 days", "%", field("Dead stock"))),
        ),
    ),
    family(
        "operations.inventory-turns",
        Is.RATE,
        UP,
        "inventory turnover | stock turn | inventory turn | sell through",
        up=(("dump", "Sell stock below cost.", above("gross margin", "%", field("Gross margin"))),),
    ),
    family(
        "operations.stock-outs",
        Is.RISK,
        DOWN,
        "stockout | stock out | out of stock | shortage | backorder",
        down=(
            ("overbuy", "Buy too much of everything.", below("stock unsold for 90 days", "%", field("Dead stock"))),
        ),
    ),
    family(
        "operations.scrap",
        Is.DEFECTS,
        DOWN,
        "scrap | scrap rate | waste | rework | reject rate | ppm | first pass yield | yield | ausschuss",
        down=(("pass-on", "Let bad parts pass.", _RETURNS),),
        up=(("lenient", "Loosen the inspection so that more passes.", _RETURNS),),
    ),
    family(
        "operations.returns",
        Is.DEFECTS,
        DOWN,
        "return rate | returns | refund | refund rate | product return | chargeback | warranty claim | retoure",
        down=(("refuse", "Refuse returns that are due.", above("customer satisfaction", "points", field("CSAT"))),),
    ),
    family(
        "operations.capacity",
        Is.RATE,
        UP,
        "oee | capacity utilisation | machine utilisation | occupancy | occupancy rate | fill rate | load factor",
        up=(
            ("no-upkeep", "Skip maintenance to keep running.",
             below("unplanned stops a month", "count", field("Unplanned stops"))),
        ),
    ),
    family(
        "operations.suppliers",
        Is.COST,
        DOWN,
        "supplier cost | procurement cost | purchase price | procurement saving | material cost | supplier lead time",
        down=(("cheapest", "Buy the cheapest, which breaks.", _RETURNS),),
    ),
    family(
        "operations.accidents",
        Is.RISK,
        DOWN,
        "accident | injury | lost time injury | ltifr | trir | near miss | safety incident | unfall",
        down=(
            ("unreported", "Stop reporting accidents.",
             above("near misses reported", "count", field("Near misses reported"))),
        ),
        up=(
            ("count-trifles", "Report trifles to look careful.",
             below("accidents with lost time", "count", field("Lost-time accidents"))),
        ),
    ),
    family(
        "operations.waiting",
        Is.SPEED,
        DOWN,
        "wait time | waiting time | queue time | waiting list | patient wait | wartezeit | tiempo de espera",
        down=(
            ("turn-away", "Turn people away so that nobody waits.",
             above("people served", "count", field("People served"))),
        ),
    ),
    family(
        "operations.emissions",
        Is.COST,
        DOWN,
        "emission | carbon | co2 | carbon footprint | energy | energy consumption | energy use | water use | "
        "emissionen | emisiones",
        down=(
            ("outsource", "Move the emissions to a supplier.",
             below("emissions of suppliers", "t", field("Scope 3 emissions"))),
        ),
    ),
    family(
        "operations.beneficiaries",
        Is.VOLUME,
        UP,
        "beneficiary | people reached | people served | patient | student | volunteer | donor | donation | "
        "household | member",
        up=(
            ("shallow", "Reach many and help few.",
             above("people whose situation improved", "%", field("People helped"))),
        ),
        down=(
            ("cream", "Serve only the easy cases.",
             above("people in greatest need who are served", "%", field("Greatest need served"))),
        ),
    ),
    family(
        "operations.documents",
        Is.VOLUME,
        UP,
        "article | blog post | content piece | publication | document | documentation page | playbook | "
        "report | video",
        is_leading=True,
        up=(
            ("padding", "Publish much that nobody reads.",
             above("readers who find their answer", "%", field("Helpful votes"))),
        ),
    ),
    family(
        "operations.customers",
        Is.VOLUME,
        UP,
        "customer | new customer | paying customer | client | account | logo | enterprise customer | new logo | "
        "kunde | kunden | cliente",
        up=(
            ("misfit", "Win customers who do not fit and leave within the year.",
             below("customers lost within 90 days", "%", field("Early churn"))),
        ),
        down=(
            ("lose", "Lose customers who paid little and praised much.", above("revenue", "EUR", field("Revenue"))),
        ),
    ),
    family(
        "operations.market-share",
        Is.REVENUE,
        UP,
        "market share | share of wallet | marktanteil | cuota de mercado",
        up=(("price-war", "Buy share below cost.", above("gross margin", "%", field("Gross margin"))),),
    ),
    family(
        "operations.project-progress",
        Is.THROUGHPUT,
        UP,
        "percent complete | project completion | task completed | milestone | initiative completed | "
        "% complete | scope delivered",
        is_leading=True,
        up=(("easy-first", "Finish the easy part and leave the risk for last.", _WAITING),),
    ),
)  # fmt: skip
