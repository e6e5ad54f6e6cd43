"""Who sits at the table: people of the example company, the facilitator first. Not here: what they say."""

TEAM = "Customer Care"
NAMES = (
    "Maya Lindqvist",
    "Jonas Adeyemi",
    "Ruth Castellano",
    "Elias Novak",
    "Ben Whitaker",
    "Aiko Mori",
    "Priya Raman",
    "Hana Sato",
    "Grace Mbeki",
)
