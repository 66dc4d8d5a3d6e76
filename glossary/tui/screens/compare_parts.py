"""What the compare screen shows, worked out from the term set and a comparison."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from glossary.compare import Comparison
from glossary.domain import Partner, Term, TermSet, one_line
from glossary.domain.visibility import columns
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.tui.marking import Shown, marked, markings, unmarked
from glossary.tui.marks import mark_of
from glossary.tui.widgets.compare_layout import Cell
from glossary.tui.widgets.legend import Entry
from glossary.workflow.angles import lenses_of
from glossary.workflow.marking import KIND_WORDS, Marking


@dataclass(frozen=True, slots=True)
class Look:
    """The theme, and whether marks also show what texts have in common."""

    theme: str
    everything: bool


@dataclass(frozen=True, slots=True)
class People:
    """Partners with a column, speakers first; `tail` names the silent ones without a column."""

    columns: tuple[tuple[Partner, str], ...]
    tail: str = ""


def told_apart(names: Sequence[str]) -> list[str]:
    """Names as they are or, where two are the same, with their places before them."""
    shown = [one_line(name) for name in names]
    if len(set(shown)) == len(shown):
        return shown
    return [f"{place} {name}" for place, name in enumerate(shown, 1)]


def people(termset: TermSet, term_id: str, per_band: int, *, hidden: bool) -> People:
    """Who gets a column: silent partners too, unless they would take more than a band."""
    meanings = termset.meanings(term_id)
    everybody = [termset.partners[key] for key in columns(termset, term_id, hidden=hidden)]
    silent = [partner for partner in everybody if partner.id not in meanings]
    if not meanings or len(silent) <= per_band:
        return People(tuple((one, meanings.get(one.id, "")) for one in everybody))
    speakers = [(one, meanings[one.id]) for one in everybody if one.id in meanings]
    names = ", ".join(one_line(partner.name) for partner in silent)
    sentence = ngettext(
        "∅ {n} partner without a definition: {names}",
        "∅ {n} partners without a definition: {names}",
        len(silent),
    )
    return People(tuple(speakers), sentence.format(n=len(silent), names=names))


def cells(people: People, term: Term, found: Comparison | None, look: Look) -> list[Cell]:
    """A column per partner, marked as far as it was compared."""
    lenses = _lenses(term)
    return [
        Cell(partner.name, _shown(partner.id, text, found, lenses, look))
        for partner, text in people.columns
    ]


def legend(term: Term, found: Comparison | None, look: Look) -> list[Entry]:
    """The marks that occur: contrast, only here, the lenses, and then what is in common."""
    if found is None:
        return []
    counts: Counter[Marking] = Counter()
    for text in found.texts.values():
        counts.update(markings(text.spans, _lenses(term), everything=look.everything))
    labels = {Marking(kind): _(label) for kind, label in KIND_WORDS.items()}
    ordered = list(labels)
    for place, lens in enumerate(lenses_of(term)):
        labels[Marking(lens=place)] = lens.label
        ordered.insert(2 + place, Marking(lens=place))
    return [
        Entry(mark_of(marking, look.theme), labels[marking], counts[marking])
        for marking in ordered
        if counts[marking]
    ]


def legend_note(people: People, found: Comparison | None) -> str:
    """Why there is no legend."""
    if sum(1 for _partner, text in people.columns if text) < 2:
        return _("There is something to compare once two partners have said what they mean.")
    return _("Comparing …") if found is None else _("No word stands out.")


def place(first: int, last: int, partners: int, page: int, pages: int) -> tuple[str, ...]:
    """Where the reader is, long and short: "partners 1–4 of 8 · page 1/2", "page 1/2"."""
    if not partners:
        return (_("no partners yet"),)
    where = _("partners {first}–{last} of {all}").format(first=first + 1, last=last, all=partners)
    if last == first + 1:
        where = _("partner {n} of {all}").format(n=last, all=partners)
    elif first >= last:
        where = ngettext("{n} partner", "{n} partners", partners).format(n=partners)
    if pages < 2:
        return (where,)
    sheet = _("page {page}/{pages}").format(page=page + 1, pages=pages)
    return f"{where} · {sheet}", sheet


def _lenses(term: Term) -> dict[str, int]:
    return {lens.id: place for place, lens in enumerate(lenses_of(term))}


def _shown(
    partner: str, text: str, found: Comparison | None, lenses: dict[str, int], look: Look
) -> Shown | None:
    if not text:
        return None
    compared = found.texts.get(partner) if found else None
    # Marks belong to the very text that was compared.
    if compared is None or compared.text != text:
        return unmarked(text)
    return marked(text, compared.spans, lenses, everything=look.everything)
