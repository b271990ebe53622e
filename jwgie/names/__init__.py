"""Names of people across scripts: whether two spellings can be one person's name."""

from jwgie.names.compare import same_name

__all__ = ["same_name"]
