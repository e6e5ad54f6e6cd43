"""Checks of the pages people see and of the bridge between the site and an app's iframes."""
