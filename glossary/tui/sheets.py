"""Texts that are being typed beside what the files hold: what is new, and what clashes."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from glossary.domain import TEXT_FIELDS, visible
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.keeper import Changes
from glossary.workflow.defining import define
from glossary.workflow.drafting import write_draft
from glossary.workflow.meanwhile import ClashError

DRAFT_FIELDS = ("wording", "example", "counterexample")


class TextSheet(ABC):
    """Fields of a file while they are edited; `typed` gives their texts as they stand on screen.

    `known` is what the file held when it was last looked at here, as an editor shows it.
    """

    def __init__(self, desk: Desk, typed: Callable[[], Mapping[str, str]]) -> None:
        self.desk = desk
        self.typed = typed
        self.known = self.shown()

    @abstractmethod
    def stored(self) -> Mapping[str, str]:
        """What the table holds now, as it is in the file; empty when it is not there."""

    @abstractmethod
    def put(self, changes: Changes) -> None:
        """Save through the workflow.

        Raises ClashError where the file no longer says what lies on the table, and any other
        GlossaryError for which nothing was saved.
        """

    def shown(self) -> dict[str, str]:
        """What the table holds now, as an editor shows it."""
        return {field: visible(text) for field, text in self.stored().items()}

    def unsaved(self) -> Changes:
        """Field to text as typed, for the fields that differ from the file."""
        known = self.known
        return {
            field: text
            for field, text in self.typed().items()
            if text.strip() != known.get(field, "").strip()
        }

    def write(self, changes: Changes) -> None:
        """Save these, unless others changed the same fields meanwhile.

        Raises ClashError then, and any other GlossaryError for which nothing was saved.
        """
        self.desk.reload_if_changed()
        if self._clashing(changes):
            raise _clash()
        try:
            self.put(changes)
        except ClashError as error:
            self.desk.reload()
            raise _clash() from error
        self.desk.reload()
        shown = self.shown()
        self.known = dict(self.known) | {field: shown.get(field, "") for field in changes}

    def clashing(self) -> Changes:
        """Field to the text in the file, for the fields that were changed here and elsewhere."""
        return self._clashing(self.unsaved())

    def insist(self) -> None:
        """Let what is typed win from what was changed elsewhere."""
        self.known = self.shown()

    def follow(self) -> Changes:
        """Field to new text, for the fields that changed elsewhere and not here."""
        now, own = self.shown(), self.unsaved()
        fresh = {
            field: text
            for field, text in now.items()
            if field not in own and text != self.known.get(field, "")
        }
        self.known = dict(self.known) | fresh
        return fresh

    def _clashing(self, changes: Changes) -> dict[str, str]:
        return {
            field: text
            for field, text in self.shown().items()
            if field in changes
            and text != self.known.get(field, "")
            and text.strip() != changes[field].strip()
        }


class DefinitionSheet(TextSheet):
    """What one partner means by a term.

    A meaning that was there and is emptied is left alone: it is withdrawn on purpose only.
    """

    def __init__(
        self, desk: Desk, term_id: str, partner_id: str, typed: Callable[[], Mapping[str, str]]
    ) -> None:
        self._place = (term_id, partner_id)
        super().__init__(desk, typed)

    def stored(self) -> Mapping[str, str]:
        """The fields of the definition; none when the partner is gone."""
        term_id, partner_id = self._place
        partner = self.desk.whole.partners.get(partner_id)
        if partner is None:
            return {}
        definition = partner.definitions.get(term_id)
        return {field: getattr(definition, field, "") for field in TEXT_FIELDS}

    def put(self, changes: Changes) -> None:
        """Save through `define`."""
        desk = self.desk
        define(desk.store, desk.set_id, *self._place, changes, desk.today(), seen=self.stored())

    def unsaved(self) -> Changes:
        """As for any sheet, without an emptied meaning."""
        changes = super().unsaved()
        return {key: text for key, text in changes.items() if key != "meaning" or text.strip()}

    @property
    def is_emptied(self) -> bool:
        """Whether the meaning that the file holds was emptied on screen."""
        typed = self.typed()
        return not typed.get("meaning", "").strip() and bool(self.known.get("meaning"))

    def withdraw(self) -> None:
        """Take the definition back. Raises GlossaryError unless all its fields are empty."""
        self.put(dict(self.typed()))
        self.desk.reload()
        self.known = self.shown()


class DraftSheet(TextSheet):
    """The proposed shared wording of a term, and its examples."""

    def __init__(self, desk: Desk, term_id: str, typed: Callable[[], Mapping[str, str]]) -> None:
        self._term_id = term_id
        super().__init__(desk, typed)

    def stored(self) -> Mapping[str, str]:
        """The fields of the draft."""
        draft = self.desk.termset.agreement(self._term_id).draft
        return {field: getattr(draft, field) for field in DRAFT_FIELDS}

    def put(self, changes: Changes) -> None:
        """Save through `write_draft`."""
        desk, seen = self.desk, self.desk.termset.agreement(self._term_id).draft
        texts: dict[str, Any] = dict(changes)  # `replace` cannot know that all of these are text
        write_draft(desk.store, desk.set_id, self._term_id, replace(seen, **texts), seen=seen)


def _clash() -> ClashError:
    message = _("The file was changed elsewhere while you typed. Press {key} to choose.")
    return ClashError(message.format(key="^s"))
