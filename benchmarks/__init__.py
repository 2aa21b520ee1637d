"""How fast, how much memory, and what a million cases change: `make bench` (see `benchmarks.__main__`).

Each benchmark is a module with a docstring that says how it measures, and a `measure(stage)` that returns its
figures. It runs in a process of its own. A figure of one machine means little elsewhere: what counts are the ratios,
and each is of two things measured side by side in the same process.
"""
