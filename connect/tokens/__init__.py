"""Reading and writing Atlassian's tokens: one file a kind. No HTTP framework, no database."""
