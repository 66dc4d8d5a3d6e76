"""What lies on the table: the open term set and the ports that screens work through."""

import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.bootstrap import member_reader, past_of
from glossary.domain import Finding, GlossaryError, NotFoundError, TermSet
from glossary.locale import gettext as _
from glossary.locale import language
from glossary.tui.pace import Pace
from glossary.tui.session.phones import join_server
from glossary.workflow.keeping import Unsaved
from glossary.workflow.ports import Loaded, Past, ReadMember, Store
from glossary.workflow.showing import shown, told_apart

if TYPE_CHECKING:
    from glossary.join.server import JoinServer
    from glossary.tui.session.guide import Guide
    from glossary.tui.tour import Tour
    from glossary.workflow.reranking import Ranked


def this_moment() -> datetime:
    """Now, where the reader is."""
    return datetime.now().astimezone()


class Desk:
    """The open term set. Screens share one desk, read `termset` and call `reload` after a change.

    `termset` is what anybody may see; `whole` is the set as the files have it, for a form in
    which a partner reads and writes its own words.

    Without `set_id` it opens the first set in the reader's language, or else the first.
    Raises GlossaryError when there is no set, or it cannot be opened.

    At first it knows the terms alone: reading what hundreds of partners said takes longer than
    the rest of the start. `complete` or `lay` puts that on the table as well. `unsaved` are
    texts that could not be saved when the program ended, nor kept; `has_kept` says that others
    were kept for the next start. `guide` leads a session through its phases, and is None while
    there is none; `tour` shows a newcomer around. `ranked` is what was compared last, and
    `pace` tells when that may go on. `writer` is the partner that said that it types outside of a
    session; empty where nobody did. `encrypts` is whether phones in the room get a certificate.

    `workshop` gives the store in which new sets are made: the present one, unless that holds the
    demo. `past` gives what version control remembers of the set in a folder, `member_reader` what
    reads its files as they were, `join_server` what answers phones.
    """

    workshop: Callable[[], Store]
    past: Callable[[Path], Past]
    member_reader: Callable[[], ReadMember]
    join_server: Callable[[Store, str, Callable[[], date], Callable[[str], str]], "JoinServer"]

    def __init__(
        self,
        store: Store,
        set_id: str | None,
        today: Callable[[], date],
        now: Callable[[], datetime] = this_moment,
    ) -> None:
        self.store = store
        self.today = today
        self.now = now
        self.guide: Guide | None = None
        self.tour: Tour | None = None
        self.ranked: Ranked | None = None
        self.pace = Pace()
        self.workshop = lambda: self.store
        self.past, self.member_reader = past_of, member_reader
        self.join_server = join_server
        self.termset = store.outline(set_id) if set_id is not None else _first(store)
        self.whole = self.termset
        self.findings: tuple[Finding, ...] = ()
        self.unread: dict[str, Finding] = {}
        self.left_out: tuple[Finding, ...] = ()
        self._version: object = None
        self.is_complete = False
        self.unsaved: list[str] = []
        self.has_kept = False
        self.writer = ""
        self.encrypts = False
        self._reading = threading.Lock()

    def lay(self, loaded: Loaded) -> None:
        """Put a whole set on the table."""
        self.whole, self.findings = told_apart(loaded.termset), loaded.findings
        self.unread, self.left_out = loaded.unread, loaded.left_out
        self.termset = shown(self.whole)
        self._version = loaded.version
        self.is_complete = True

    def complete(self) -> None:
        """Read what partners said and what was agreed, if that has not been done yet.

        Raises GlossaryError.
        """
        if not self.is_complete:
            self.reload()

    @property
    def set_id(self) -> str:
        """Id of the open set."""
        return self.termset.id

    @property
    def is_on_phones(self) -> bool:
        """Whether somebody answers on a phone."""
        return self.guide is not None and self.guide.phones.is_used

    @property
    def names(self) -> dict[str, str]:
        """Partner id to the short name for narrow places."""
        return {key: partner.short_name for key, partner in self.termset.partners.items()}

    def waiting(self) -> tuple[Unsaved, ...]:
        """What was typed before and could not be saved, once the set is complete."""
        if not self.is_complete:
            return ()
        from glossary.workflow.recovering import waiting

        return waiting(self.store.journal, self.whole)

    def move(self, store: Store, set_id: str) -> None:
        """Put a set of another folder on the table. Raises GlossaryError."""
        before, self.store = self.store, store
        try:
            self.open(set_id)
        except GlossaryError:
            self.store = before
            raise

    def open(self, set_id: str) -> None:
        """Put another set on the table; the present one stays when that fails.

        Raises GlossaryError.
        """
        # A look at the files and a save in a thread both read: the older reading comes first.
        with self._reading:
            self.lay(self.store.load(set_id))

    def reload(self) -> None:
        """Read the set again, after a change here or elsewhere. Raises GlossaryError."""
        self.open(self.set_id)

    def reload_if_changed(self) -> bool:
        """Read the set again when its files changed on disk since it was complete; whether so.

        Raises GlossaryError.
        """
        if not self.is_complete or self.store.version(self.set_id) == self._version:
            return False
        self.reload()
        return True


def _first(store: Store) -> TermSet:
    """The first set in the reader's language, or else the first that can be read."""
    readable: TermSet | None = None
    trouble: GlossaryError | None = None
    for set_id in store.sets():
        try:
            outline = store.outline(set_id)
        except GlossaryError as error:
            trouble = trouble or error
            continue
        if outline.language.split("-")[0] == language():
            return outline
        readable = readable or outline
    if readable is not None:
        return readable
    raise trouble or NotFoundError(
        _("{folder} holds no term sets. Make one with: glossary new SET.").format(
            folder=store.folder
        )
    )
