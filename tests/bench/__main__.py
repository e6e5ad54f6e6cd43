"""`make bench`: runs every benchmark and prints its figures. `python -m tests.bench NAME …` runs some of them.

A benchmark is a module of this package with a `main()` that prints its figures, paired where it compares; it is no test.
"""

import importlib
import pkgutil
import sys

import tests.bench


def main(wanted: list[str]) -> int:
    """Run the benchmarks named, or all."""
    known = sorted(info.name for info in pkgutil.iter_modules(tests.bench.__path__) if not info.name.startswith("_"))
    unknown = set(wanted) - set(known)
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in wanted or known:
        print(f"== {name}", flush=True)
        importlib.import_module(f"tests.bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
