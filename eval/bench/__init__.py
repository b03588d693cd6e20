"""Benchmarks behind every figure that is claimed; one a file, each with a ``main``."""
