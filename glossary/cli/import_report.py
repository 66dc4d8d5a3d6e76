"""What an import did, in words."""

from collections.abc import Sequence

from glossary.domain import one_line
from glossary.formats.table import Table
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.import_plan import ImportPlan

_FIRST = 20


def left_out(table: Table, plan: ImportPlan, *, overwrite: bool) -> list[str]:
    """A sentence per row that did not find its place, with its line, in the order of the file."""
    found = [(problem.line, problem.reason) for problem in table.problems]
    found += [(unplaced.row.line, unplaced.reason) for unplaced in plan.unplaced]
    if not overwrite:
        found += [(placed.line, _kept(placed.partner, placed.term)) for placed in plan.conflicts]
    return [
        _("line {line}: {reason}").format(line=line, reason=one_line(reason))
        for line, reason in sorted(found)
    ]


def report_text(plan: ImportPlan, lines: Sequence[str], *, overwrite: bool, dry_run: bool) -> str:
    """How many went where, and the first rows that did not."""
    told = [*_placed(plan, overwrite=overwrite)]
    if lines:
        told.append(
            ngettext("{n} row was left out:", "{n} rows were left out:", len(lines)).format(
                n=len(lines)
            )
        )
        told += [f"  {line}" for line in lines[:_FIRST]]
    if len(lines) > _FIRST:
        told.append(
            "  " + _("… and {n} more (--report FILE lists all).").format(n=len(lines) - _FIRST)
        )
    if dry_run:
        told.append(_("This was a rehearsal: nothing was written."))
    return "\n".join(told)


def _placed(plan: ImportPlan, *, overwrite: bool) -> list[str]:
    words, partners = len(plan.new_terms), len(plan.new_partners)
    added, same = len(plan.new_definitions), len(plan.identical)
    told = [
        ngettext("{n} new word", "{n} new words", words).format(n=words),
        ngettext("{n} new partner", "{n} new partners", partners).format(n=partners),
        ngettext("{n} new definition", "{n} new definitions", added).format(n=added),
        ngettext("{n} the same as before", "{n} the same as before", same).format(n=same),
    ]
    replaced = len(plan.conflicts)
    if overwrite:
        told.append(
            ngettext("{n} definition replaced", "{n} definitions replaced", replaced).format(
                n=replaced
            )
        )
    return told


def _kept(partner: str, term: str) -> str:
    return _("{partner} has other words for {term} here, and they stay (see --overwrite).").format(
        partner=partner, term=term
    )
