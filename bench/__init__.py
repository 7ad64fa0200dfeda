"""The benches: how well and how fast search answers. `bench/README.md` has their figures."""
