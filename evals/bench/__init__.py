"""Benchmarks: how fast the parts are, beside a peer or a bound, in one run."""
