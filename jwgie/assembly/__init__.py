"""From mentions and relations to records."""

from jwgie.assembly.assembler import Assembler

__all__ = ["Assembler"]
