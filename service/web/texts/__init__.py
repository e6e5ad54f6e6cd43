"""How numbers, dates and states are said to people. Plain English, no markup, nothing of the request."""
