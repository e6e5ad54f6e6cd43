"""Tests of the simulator itself: its answers against Atlassian's specifications, its tokens, limits and quirks."""
