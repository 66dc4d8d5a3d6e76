"""What others changed in the files, in sentences for the group that is talking about a term."""

from collections.abc import Iterable, Iterator, Mapping

from glossary.domain import TermSet
from glossary.domain.deriving import is_understood
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.naming import listed, quote

Names = Mapping[str, str]


def gone(before: TermSet, term_id: str) -> str:
    """That a term is in the set no more, and what becomes of what was said about it."""
    term = before.terms.get(term_id)
    return _(
        "{term} is no longer in this set. What was said about it stays in the files; to go on, "
        "put [terms.{id}] back in termset.toml."
    ).format(term=quote(term.label if term is not None else term_id), id=term_id)


def noticed(before: TermSet, after: TermSet, term_id: str, names: Names) -> str:
    """Who joined or left, what the term is called now, and which meanings were changed.

    Empty where nothing of it happened. `names` are what partners of both sets are called here.
    """
    if term_id not in after.terms:
        return ""
    if term_id not in before.terms:
        return _("{term} is in this set again.").format(term=quote(after.terms[term_id].label))
    return " ".join(_noticed(before, after, term_id, names))


def _noticed(before: TermSet, after: TermSet, term_id: str, names: Names) -> Iterator[str]:
    then, now = before.terms[term_id].label, after.terms[term_id].label
    if then != now:
        yield _("{term} is now called {name}.").format(term=quote(then), name=quote(now))
    left = [key for key in before.partners if key not in after.partners]
    gone = [key for key in left if key not in after.unread]
    if gone:
        yield ngettext(
            "{partners} takes no part now: its file is gone.",
            "{partners} take no part now: their files are gone.",
            len(gone),
        ).format(partners=_listed(gone, names))
    unread = [key for key in left if key in after.unread]
    if unread:
        yield ngettext(
            "The file of {partners} cannot be read now: its words are missing here until it is "
            "repaired.",
            "The files of {partners} cannot be read now: their words are missing here until they "
            "are repaired.",
            len(unread),
        ).format(partners=_listed(unread, names))
    back = [key for key in after.partners if key in before.unread]
    if back:
        yield ngettext(
            "The file of {partners} can be read again.",
            "The files of {partners} can be read again.",
            len(back),
        ).format(partners=_listed(back, names))
    known = (*before.partners, *before.unread)
    joined = [key for key in after.partners if key not in known]
    if joined:
        yield from _joined(after, term_id, joined, names)
    yield from _changed(before, after, term_id, names)


def _joined(after: TermSet, term_id: str, joined: list[str], names: Names) -> Iterator[str]:
    place = {"partners": _listed(joined, names), "term": quote(after.terms[term_id].label)}
    yield ngettext(
        "{partners} takes part from now on.", "{partners} take part from now on.", len(joined)
    ).format(**place)
    said = after.meanings(term_id)
    if not said.keys() >= set(joined):
        yield _("{n} of {m} partners have said what they mean by {term}.").format(
            n=len(said), m=after.size, **place
        )
    if after.agreement(term_id).outcome is not None:
        yield _("The outcome was recorded without {partners}.").format(**place)


def _changed(before: TermSet, after: TermSet, term_id: str, names: Names) -> Iterator[str]:
    """Of a blind term nothing is told: `before` and `after` say no meaning of it."""
    both = [key for key in before.partners if key in after.partners]
    changed = [
        key
        for key in both
        if before.agreement(term_id).revealed is not None
        and before.partners[key].meaning_fingerprint(term_id)
        != after.partners[key].meaning_fingerprint(term_id)
    ]
    if not changed:
        return
    yield ngettext(
        "{partners} changed what it means by {term}.",
        "{partners} changed what they mean by {term}.",
        len(changed),
    ).format(partners=_listed(changed, names), term=quote(after.terms[term_id].label))
    again = [
        key
        for key in changed
        if is_understood(before, term_id, key) and not is_understood(after, term_id, key)
    ]
    if again:
        yield _("Say it back once more.")


def _listed(partners: Iterable[str], names: Names) -> str:
    return listed(names.get(key, key) for key in partners)
