"""Texts that are being typed beside what the files hold: what is new, and what clashes."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from glossary.domain import visible
from glossary.locale import gettext as _
from glossary.tui.desk import Desk
from glossary.tui.keeper import Changes
from glossary.workflow.defining import attribute, define
from glossary.workflow.drafting import write_draft
from glossary.workflow.keeping import Unsaved
from glossary.workflow.meanwhile import ClashError
from glossary.workflow.recovering import DEFINITION, DRAFT, Place, texts_at


class TextSheet(ABC):
    """Fields of a file while they are edited; `typed` gives their texts as they stand on screen.

    `known` is what the file held when it was last looked at here, as an editor shows it.
    `is_kept` says that what could not be saved stands in the journal.
    """

    def __init__(self, desk: Desk, place: Place, typed: Callable[[], Mapping[str, str]]) -> None:
        import secrets

        self.desk = desk
        self.place = place
        self.typed = typed
        self.known = self.shown()
        self.is_kept = False
        self._id = secrets.token_hex(6)
        # Held while what is known is compared with the files: a save in a thread changes both.
        self._comparing = threading.Lock()

    def stored(self) -> Mapping[str, str]:
        """What the table holds now, as it is in the file; empty when it is not there."""
        return texts_at(self.desk.whole, self.place) or {}

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

        Raises ClashError then, and any other GlossaryError for which nothing was saved; what
        was typed is in the journal by then, for a save may take long and a program may be killed.
        """
        desk = self.desk
        known = {field: self.known.get(field, "") for field in changes}
        text = Unsaved(self._id, *self.place, changes, known)
        self.is_kept = desk.store.journal.keep(desk.set_id, text)
        desk.reload_if_changed()
        if self._clashing(changes):
            raise _clash()
        try:
            self.put(changes)
        except ClashError as error:
            desk.reload()
            raise _clash() from error
        desk.reload()
        with self._comparing:
            shown = self.shown()
            self.known = dict(self.known) | {field: shown.get(field, "") for field in changes}
        self.settle()

    def settle(self) -> None:
        """Nothing of it has to be kept any more: it was saved, or nobody wants it."""
        self.is_kept = False
        self.desk.store.journal.drop(self.desk.set_id, self._id)

    def clashing(self) -> Changes:
        """Field to the text in the file, for the fields that were changed here and elsewhere."""
        return self._clashing(self.unsaved())

    def insist(self) -> None:
        """Let what is typed win from what was changed elsewhere in the same fields."""
        self.known = dict(self.known) | self._clashing(self.unsaved())

    def fresh(self) -> Changes:
        """Field to new text, for the fields that changed elsewhere and not here."""
        with self._comparing:
            return self._fresh()

    def follow(self) -> Changes:
        """What is fresh, which is known from now on."""
        with self._comparing:
            fresh = self._fresh()
            self.known = dict(self.known) | fresh
            return fresh

    def _fresh(self) -> dict[str, str]:
        now, own = self.shown(), self.unsaved()
        return {
            field: text
            for field, text in now.items()
            if field not in own and text != self.known.get(field, "")
        }

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
        super().__init__(desk, Place(DEFINITION, term_id, partner_id), typed)
        self.entered_by = ""
        self._is_written = False

    def put(self, changes: Changes) -> None:
        """Save through `define`, with who typed it."""
        desk, by, seen = self.desk, self.entered_by, self.stored()
        of = self.place[1:]
        define(desk.store, desk.set_id, *of, changes, desk.today(), entered_by=by, seen=seen)
        self._is_written = True

    def attribute(self) -> None:
        """Say who typed it of what was saved here already. Raises GlossaryError."""
        if self._is_written:
            attribute(self.desk.store, self.desk.set_id, *self.place[1:], self.entered_by)
            self.desk.reload()

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


class Note:
    """What goes to the files once it is complete, and is in the journal until then.

    `typed` gives what is to be kept by field; nothing while there is nothing to keep. Of a
    position "partner" says whose it is, and "on" is the fingerprint of the wording.
    """

    def __init__(
        self, desk: Desk, form: str, term_id: str, typed: Callable[[], Mapping[str, str]]
    ) -> None:
        import secrets

        self.desk = desk
        self.form = form
        self.term_id = term_id
        self.typed = typed
        self.is_kept = False
        self._id = secrets.token_hex(6)

    def unsaved(self) -> Changes:
        """What is to be kept of it."""
        return self.typed()

    def write(self, changes: Changes) -> None:
        """Keep it; nothing is saved."""
        desk, fields = self.desk, dict(changes)
        place = Place(self.form, self.term_id, fields.pop("partner", ""))
        known = {"on": fields.pop("on")} if "on" in fields else texts_at(desk.whole, place) or {}
        text = Unsaved(self._id, *place, fields, known)
        self.is_kept = desk.store.journal.keep(desk.set_id, text)

    def settle(self) -> None:
        """It was saved, or put away."""
        self.is_kept = False
        self.desk.store.journal.drop(self.desk.set_id, self._id)


class DraftSheet(TextSheet):
    """The proposed shared wording of a term, and its examples."""

    def __init__(self, desk: Desk, term_id: str, typed: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(desk, Place(DRAFT, term_id), typed)

    def put(self, changes: Changes) -> None:
        """Save through `write_draft`."""
        desk, seen = self.desk, self.desk.termset.agreement(self.place.term).draft
        texts: dict[str, Any] = dict(changes)  # `replace` cannot know that all of these are text
        write_draft(desk.store, desk.set_id, self.place.term, replace(seen, **texts), seen=seen)


def _clash() -> ClashError:
    message = _("The file was changed elsewhere while you typed. Press {key} to choose.")
    return ClashError(message.format(key="^s"))
