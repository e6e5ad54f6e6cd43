"""Journeys of Jira and Northstar keeping each other in step, against the simulated site, with a queue the test can hold."""
