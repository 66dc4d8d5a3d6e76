"""How far a term can be."""

from enum import StrEnum


class Status(StrEnum):
    """How far a term is, in the order in which a conversation goes."""

    EMPTY = "empty"
    COLLECTING = "collecting"
    COMPARABLE = "comparable"
    UNDERSTOOD = "understood"
    DRAFTED = "drafted"
    OBJECTED = "objected"
    CONSENTED = "consented"
    AGREED = "agreed"
    DIFFERS = "differs"
    RENAMED = "renamed"
    PARKED = "parked"
    STALE = "stale"
