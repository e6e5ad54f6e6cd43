"""The titles of the generated site: ordinary ones, near duplicates, pairs that mean the same in other words, goals in tension."""

from service.domain.model import Direction

DUPLICATES = (
    ("Make checkout effortless for returning shoppers", "Effortless checkout for returning shoppers"),
    ("Win the trust of hospital purchasing departments", "Hospital purchasing departments trust us"),
    ("Become the first choice of independent bakeries", "First choice for independent bakeries"),
    ("Onboarding that new administrators finish gladly", "New administrators finish onboarding gladly"),
)
PARAPHRASES = (
    ("Make buying painless", "Checkout without friction"),
    ("Nobody waits for an answer", "Support replies at once"),
    ("Ship with confidence", "Releases that never frighten us"),
    ("Grow abroad", "Conquer new countries"),
)
FAMILIAR = (
    "Run the platform without surprises", "Help every engineer ship safely", "Grow with the partners we have",
    "Turn visitors into regulars", "Answer before customers ask", "Know our costs before they come",
    "Publish research people quote", "Open the Nordic market", "Give designers one language", "Hire people who stay",
    "Keep private data private", "Deliver parcels on the promised day", "Teach ourselves to forecast",
    "Simplify pricing until it fits a page", "Make reporting a pleasure", "Reach schools in rural regions",
    "Close the books without overtime", "Earn renewals early", "Bring the archive online", "Cut waste in the warehouse",
    "Win the mobile generation", "Support volunteers well", "Replace the ageing ledger", "Lead in accessible software",
)  # fmt: skip
TENSE = (
    ("Increase deployment frequency", Direction.INCREASE, "Reduce change failure rate", Direction.DECREASE),
    ("Reduce inventory", Direction.DECREASE, "Reduce stock-outs", Direction.DECREASE),
    ("Increase marketing leads", Direction.INCREASE, "Increase win rate", Direction.INCREASE),
    ("Reduce resolution time", Direction.DECREASE, "Increase CSAT", Direction.INCREASE),
)
