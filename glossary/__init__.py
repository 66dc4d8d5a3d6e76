"""Shared language between partner organisations."""

__version__ = "0.1.0"
