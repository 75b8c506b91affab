"""Public benchmarks, run here for people who have the data."""
