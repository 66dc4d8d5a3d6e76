"""A day as people write it in a sentence."""

import datetime as dt

from glossary.locale import gettext as _


def day(date: dt.date) -> str:
    """A day in full: 25 November 2026."""
    months = _(
        "January February March April May June July August September October November December"
    ).split()
    return _("{day} {month} {year}").format(
        day=date.day, month=months[date.month - 1], year=date.year
    )
