"""Ids that name something elsewhere in the set: is it there?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from glossary.domain import Severity, Term
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.store.keypath import KeyPath, dotted
from glossary.store.report import Problem, Ref, Report

_SENTENCES = {
    Ref.TERM: (
        "unknown-term",
        mark("{key} is about the term {id}, which termset.toml does not have."),
        mark("Correct the id, or add [terms.{id}] to termset.toml."),
    ),
    Ref.PARTNER: (
        "unknown-partner",
        mark("{key} names the partner {id}, which has no file."),
        mark("Correct the id, or add partners/{id}.toml."),
    ),
    Ref.LENS: (
        "unknown-lens",
        mark("{key} names the lens {id}, which the term does not have."),
        mark("Correct the id, or add the lens {id} to the term in termset.toml."),
    ),
    Ref.CASE: (
        "unknown-case",
        mark("{key} answers the case {id}, which the term does not have."),
        mark("Correct the id, or add the case {id} to the term in termset.toml."),
    ),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of a set may refer to; a partner counts even when its file is broken.

    `left` are partners that had their turn at a term and have no file now: what was said to them
    and by them stays, and is told once for each term.
    """

    terms: Mapping[str, Term]
    partners: Collection[str]
    left: Collection[str] = ()

    def dangling(self, report: Report) -> Iterator[Problem]:
        """A problem for each reference to something that is not there."""
        for ref, own_id, at in report.references():
            names = self._names(ref, at)
            if names is None or own_id in names:
                continue
            if ref is Ref.PARTNER and own_id in self.left:
                if at[0] == "order":
                    yield _has_left(own_id, at)
            else:
                yield dangling(ref, own_id, at, names)

    def _names(self, ref: Ref, at: KeyPath) -> Collection[str] | None:
        """The ids that there are; None below a term that is dangling already."""
        if ref is Ref.TERM:
            return self.terms
        if ref is Ref.PARTNER:
            return self.partners
        # Lenses and cases stand below the term that has them: definitions.<term>.lenses[0].
        term = self.terms.get(str(at[1]))
        if term is None:
            return None
        return {thing.id for thing in (term.lenses if ref is Ref.LENS else term.cases)}


def _has_left(own_id: str, at: KeyPath) -> Problem:
    message = _("The partner {id} had its turn at this term, and has no file now.")
    remedy = _(
        "When it left, leave this as it is. When its file has another name now, give it back "
        "the name {id}.toml."
    )
    told = message.format(id=own_id), remedy.format(id=own_id)
    return Problem(at, "partner-left", *told, Severity.WARNING)


def dangling(ref: Ref, own_id: str, at: KeyPath, names: Iterable[str]) -> Problem:
    """The problem of a reference at `at`, where only `names` are known.

    An empty path is the file itself.
    """
    from glossary.workflow.naming import did_you_mean

    code, message, remedy = _SENTENCES[ref]
    key = dotted(at) or _("This file")
    told = f"{did_you_mean(own_id, names)} {_(remedy).format(id=own_id)}".lstrip()
    return Problem(at, code, _(message).format(key=key, id=own_id), told)
