"""The tests, their simulator and the benchmarks."""
