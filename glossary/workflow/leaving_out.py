"""What a set misses because files cannot be read, for whoever counts on it."""

from glossary.domain import Finding, TermSet
from glossary.locale import gettext as _
from glossary.locale import ngettext


def counted_partners(termset: TermSet) -> str:
    """How many partners take part, and of how many nothing can be read."""
    told = ngettext("{n} partner", "{n} partners", termset.size).format(n=termset.size)
    lost = len(termset.unread)
    if not lost:
        return told
    files = ngettext("one file cannot be read", "{n} files cannot be read", lost)
    return f"{told}, {files.format(n=lost)}"


def whose(finding: Finding) -> str:
    """What is missing with this file: the words of a partner, or what the group did."""
    own_id = finding.path.stem
    if finding.path.parent.name == "partners":
        return _("the words of {partner}").format(partner=own_id)
    if finding.path.parent.name == "agreements":
        return _("what was agreed on {term}").format(term=own_id)
    return own_id


def inside(finding: Finding) -> str:
    """The file as it is called inside the set, wherever that stands: partners/delta.toml."""
    room = finding.path.parent.name
    is_member = room in ("partners", "agreements")
    return f"{room}/{finding.path.name}" if is_member else finding.path.name


def missing(finding: Finding) -> str:
    """What is missing, in which file and line, and why: for whoever gets an export."""
    place = f"{inside(finding)}:{finding.line}" if finding.line else inside(finding)
    return f"{whose(finding)} ({place}: {finding.message})"
