"""How Atlassian reaches us and how we reach it. What must not live here: any OKR rule, any database row."""
