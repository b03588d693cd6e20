"""How good it is: suites, measures, systems, reports."""
