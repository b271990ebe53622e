"""Many reports at once: in this process, or in several that are started again when one is killed."""

from jwgie.parallel.packed import pack, unpacked
from jwgie.parallel.reading import cores, read

__all__ = ["cores", "pack", "read", "unpacked"]
