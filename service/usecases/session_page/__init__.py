"""The record of a planning session as a Confluence page: what was decided, by whom, what was left out and why. Content only."""
