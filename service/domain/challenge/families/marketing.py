"""Attention and demand: how reach, leads and conversion can be faked. Data only."""

from service.domain.challenge.families.row import DOWN, UP, above, below, family, field
from service.domain.challenge.shapes import MetricClass as Is

_QUALIFIED = above("leads that sales accepts", "%", field("Accepted leads"))
_UNSUBSCRIBED = below("recipients who unsubscribe", "%", field("Unsubscribe rate"))

FAMILIES = (
    family(
        "marketing.leads",
        Is.VOLUME,
        UP,
        "lead | inbound lead | mql | enquiry | inquiry | contact request | kontaktanfrage",
        is_leading=True,
        up=(("junk", "Count every download as a lead; sales drowns in people who never wanted to buy.", _QUALIFIED),),
        down=(
            ("gate", "Hide the contact form.",
             above("leads from the right customers", "count", field("Fitting leads"))),
        ),
    ),
    family(
        "marketing.traffic",
        Is.VOLUME,
        UP,
        "traffic | visitor | visit | page view | session | website visit | unique visitor | impression | "
        "organic traffic",
        is_leading=True,
        up=(
            ("clickbait", "Buy clicks and write for curiosity, not for customers.",
             above("visitors who take the next step", "%", field("Visitor conversion"))),
        ),
    ),
    family(
        "marketing.conversion",
        Is.RATE,
        UP,
        "conversion | conversion rate | click through rate | ctr | click rate | signup rate | "
        "checkout conversion | konversion",
        up=(
            ("narrow", "Show the offer only to people who would have bought anyway.",
             above("buyers a month", "count", field("Buyers"))),
            ("trick", "Use dark patterns: hidden costs, pre-ticked boxes.",
             below("refunds and complaints", "%", field("Refund rate"))),
        ),
        down=(("repel", "Make buying harder.", above("buyers a month", "count", field("Buyers"))),),
    ),
    family(
        "marketing.bounce",
        Is.RATE,
        DOWN,
        "bounce rate | bounce | exit rate | cart abandonment | abandonment | drop off | dropout | form abandonment",
        down=(
            ("trap", "Reload pages and block the way out, so that nobody counts as gone.",
             above("visitors who reach their aim", "%", field("Task success"))),
        ),
    ),
    family(
        "marketing.email",
        Is.RATE,
        UP,
        "open rate | email open | newsletter | newsletter subscriber | email subscriber | mailing list | "
        "click to open",
        up=(("bait", "Mislead with subject lines, and buy addresses.", _UNSUBSCRIBED),),
    ),
    family(
        "marketing.social",
        Is.VOLUME,
        UP,
        "follower | social media engagement | social share | mention | social reach | subscriber | video view",
        up=(
            ("buy", "Buy followers and provoke outrage.",
             above("followers who become leads", "%", field("Followers to leads"))),
        ),
    ),
    family(
        "marketing.brand",
        Is.SATISFACTION,
        UP,
        "brand awareness | awareness | share of voice | brand recall | brand | recognition",
        up=(
            ("loud", "Be known for the wrong thing.",
             above("people who would consider buying", "%", field("Consideration"))),
        ),
    ),
    family(
        "marketing.search",
        Is.VOLUME,
        UP,
        "seo | search ranking | ranking | keyword | backlink | domain authority | organic search",
        is_leading=True,
        up=(
            ("spam", "Rank for words nobody buys by, with bought links.",
             above("sign-ups from search", "count", field("Search sign-ups"))),
        ),
    ),
    family(
        "marketing.campaign-return",
        Is.REVENUE,
        UP,
        "roas | return on ad spend | roi | campaign return | marketing efficiency",
        up=(
            ("harvest", "Only advertise to people who would buy anyway, and claim their orders.",
             above("new customers a month", "count", field("New customers"))),
        ),
    ),
    family(
        "marketing.events",
        Is.VOLUME,
        UP,
        "attendee | webinar attendee | event registration | registration | participant",
        is_leading=True,
        up=(
            ("anyone", "Fill the room with anybody: gifts instead of interest.",
             above("attendees who ask for more", "%", field("Attendee follow-up"))),
        ),
    ),
)  # fmt: skip
