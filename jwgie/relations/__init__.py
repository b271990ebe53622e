"""Relations between mentions, found by patterns over masked sentences."""

from jwgie.relations.engine import Engine
from jwgie.relations.patterns import Pattern, read_patterns

__all__ = ["Engine", "Pattern", "read_patterns"]
