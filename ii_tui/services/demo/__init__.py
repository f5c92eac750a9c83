"""Sample data: one builder for `--demo`, tests, screenshots and benchmarks."""

from ii_tui.services.demo.build import demo_desk, fill

__all__ = ["demo_desk", "fill"]
