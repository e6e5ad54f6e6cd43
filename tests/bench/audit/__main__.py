"""`python -m tests.bench.audit`."""

import sys

from tests.bench.audit import main

sys.exit(main())
