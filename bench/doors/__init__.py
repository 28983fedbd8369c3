"""One module a task of the benchmark door."""
