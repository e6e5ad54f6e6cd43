#!/usr/bin/env bash
# Creates .venv/ from requirements.lock and installs the project into it. Needs Python 3.11 or newer, nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-}
if [ -z "$python" ]; then
  for candidate in python3.11 python3.12 python3.13 python3.14 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$candidate; break; fi
  done
fi
[ -n "$python" ] || { echo "Northstar needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python3." >&2; exit 1; }
command -v node >/dev/null || { echo "Northstar needs Node 20 or newer for its page assets; none was found." >&2; exit 1; }
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Setting up .venv from requirements.lock …"
# The lock names every package, so nothing is left to resolve: a resolver that meets "coverage[toml]>=7" may prefer a newer release to the locked one.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock 2> >(grep -v 'is ignored: it is neither' >&2)
.venv/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e . 2> >(grep -v 'is ignored: it is neither' >&2)
.venv/bin/python -m pip check --quiet --disable-pip-version-check
touch .venv/.ready
