"""What holds for every test: property tests have no time limit, because a busy machine is no counter-example."""

import os

from hypothesis import settings

settings.register_profile("northstar", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "northstar")
