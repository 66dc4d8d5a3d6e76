"""What is found in a file on the way through it, as it comes."""

from collections.abc import Iterable

from glossary.domain import Definition, Draft, Partner, Term, UnreadableError
from glossary.formats.headers import Columns
from glossary.formats.table import line_place
from glossary.locale import gettext as _
from glossary.locale import ngettext
from glossary.workflow.incoming import Incoming, LeftOut, Row
from glossary.workflow.naming import listed

_NAMED = 12


class Gathering:
    """Collects what a file holds; where `columns.of_partner` is given all of it is that one's."""

    def __init__(self, name: str, columns: Columns) -> None:
        self.name = name
        self._whose = columns.of_partner or ""
        self._rows: list[Row] = []
        self._terms: list[Term] = []
        self._partners: dict[str, Partner] = {}
        self._wordings: dict[str, Draft] = {}
        self._left_out: list[LeftOut] = []
        self._unused: dict[str, int] = {}
        self._remarks: list[str] = []
        self._nobodys: list[LeftOut] = []
        self.language = ""
        self.about = ""
        self.title = ""

    @property
    def is_one_partners(self) -> bool:
        """Whether somebody said whose words the whole file holds."""
        return bool(self._whose)

    def partner(self, name: str) -> None:
        """An organisation that is named, also where it says nothing."""
        if not self._whose and name.strip():
            self._partners.setdefault(name, Partner("", name))

    def term(self, label: str, variants: Iterable[str] = (), translation: str = "") -> None:
        """A term, and what the file knows of it."""
        kept = tuple(one for one in variants if one.strip() and one != label)
        self._terms.append(Term("", label, kept, translation))

    def definition(self, line: int, term: str, partner: str, definition: Definition) -> None:
        """What an organisation means by a term."""
        whose = self._whose or partner
        if whose.strip():
            self._rows.append(Row(line_place(line), term, whose, definition))
        else:
            cells = (term, definition.meaning)
            self._nobodys.append(LeftOut(line_place(line), _nobodys(1), cells))

    def wording(self, line: int, label: str, draft: Draft) -> None:
        """A wording that the group shares."""
        if label in self._wordings:
            self.leave(line, _("This term has a shared wording already."), label, draft.wording)
        else:
            self._wordings[label] = draft

    def leave(self, line: int, reason: str, *cells: str) -> None:
        """Something that goes nowhere."""
        self._left_out.append(LeftOut(line_place(line), reason, cells))

    def unused(self, what: str) -> None:
        """A kind of thing that is passed over."""
        self._unused[what] = self._unused.get(what, 0) + 1

    def remark(self, sentence: str) -> None:
        """Something to know of the file as a whole."""
        self._remarks.append(sentence)

    def incoming(self) -> Incoming:
        """All of it. Raises UnreadableError where all definitions are nobody's."""
        if self._nobodys and not (self._rows or self._wordings):
            raise UnreadableError(
                _("{file}, {place}: {reason}").format(
                    file=self.name,
                    place=self._nobodys[0].place.words,
                    reason=_nobodys(len(self._nobodys)),
                )
            )
        if not (self._rows or self._terms or self._partners or self._left_out):
            raise UnreadableError(_("{file} holds no terms.").format(file=self.name))
        remarks = list(self._remarks)
        if self._unused:
            remarks.append(_("Not used: {parts}.").format(parts=listed(self._unused, _NAMED)))
        return Incoming(
            tuple(self._rows),
            (*self._left_out, *self._nobodys),
            tuple(remarks),
            tuple(self._terms),
            tuple(self._partners.values()),
            self._wordings,
            title=self.title,
            language=self.language,
            about=self.about,
        )


def _nobodys(count: int) -> str:
    told = ngettext(
        "the file does not say whose definition this is.",
        "the file does not say whose definitions these {n} are.",
        count,
    ).format(n=count)
    return f"{told} " + _("Name the organisation with --of.")
