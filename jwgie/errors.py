"""Every error that jwgie raises on purpose.

JwgieError
├── InputError (ValueError)       the text or its metadata cannot be read
├── PackError (ValueError)        a language pack or knowledge table is malformed
│   └── PatternError              one pattern of a pack does not compile
├── UnknownLanguageError (LookupError)
├── UnknownCodeError (LookupError)
├── WorkerError (RuntimeError)    a process that reads documents ended, or cannot be started
├── GroundingError                a value lacks evidence, or an evidence is not what the text says
├── MissingExtraError (ImportError)  an optional dependency is not installed
└── MissingModelError (LookupError)  a model that was asked for is not there
"""


class JwgieError(Exception):
    """Base of every error raised on purpose by jwgie."""


class InputError(JwgieError, ValueError):
    """The text or its metadata cannot be read; the message says what to pass instead."""


class PackError(JwgieError, ValueError):
    """A language pack or a knowledge table is malformed; the message names file and place."""


class PatternError(PackError):
    """One pattern of a language pack does not compile or contradicts its own examples."""


class UnknownLanguageError(JwgieError, LookupError):
    """No language pack has this code."""


class UnknownCodeError(JwgieError, LookupError):
    """No knowledge table has this code."""


class WorkerError(JwgieError, RuntimeError):
    """A process that reads documents ended, cannot be started, or has met an error that cannot be sent on."""


class GroundingError(JwgieError):
    """A record's value has no evidence, or an evidence differs from the characters it points to."""


class MissingExtraError(JwgieError, ImportError):
    """An optional dependency is not installed; the message names the extra to install."""


class MissingModelError(JwgieError, LookupError):
    """The files of a model are not there; the message tells how to have them."""
