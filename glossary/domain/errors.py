"""The one error that people are meant to read."""


class GlossaryError(Exception):
    """Something could not be done: one sentence that names file or place, and a remedy.

    The message is already in the reader's language and safe to print after control characters
    have been made visible.
    """


class NotFoundError(GlossaryError):
    """A set, term or partner that does not exist."""


class UnreadableError(GlossaryError):
    """A file or folder that cannot be read, or holds what it should not."""


class RefusedError(GlossaryError):
    """A change that is against the rules, or that could not be made safely; nothing changed."""
