"""The room for phones on the beamer: how to come in, who waits, and who is in."""

from collections.abc import Iterator

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.worker import get_current_worker

from glossary.domain import one_line
from glossary.locale import gettext as _
from glossary.locale import mark, ngettext
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.phone_questions import ask_to_close, ask_to_remove, ask_whose
from glossary.tui.screens.room import RoomScreen
from glossary.tui.session.guide import Guide
from glossary.tui.session.phones import count_waiting
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.phone_list import PhoneList, PhoneRow
from glossary.tui.widgets.qr_view import QrView
from glossary.tui.widgets.title_bar import TALL_SCREEN, TitleBar
from glossary.workflow.session.awaiting import done

_REDRAWN = 0.25  # seconds, at the least, between two pictures of who is there
_REACHED = 5.0  # between two looks whether this laptop is where phones look for it
# What a code takes, with room beside it for who is there.
_FITS = Size(80, 24)
_FITS_LARGE = Size(116, 40)


class PhonesScreen(RoomScreen):
    """Leaving it leaves phones in the room; `close` ends that."""

    BINDINGS = keys.bindings(keys.PHONES)
    AUTO_FOCUS = "PhoneList"
    keys = keys.PHONES
    about = mark(
        "Who scans the code, or types the address and the code, waits here until you let them in "
        "for a partner. Each phone shows a mark to call out: a number and a word. Several phones "
        "may answer for one partner. ● is awake, ○ asleep; behind it stands whether its partner "
        "is done with what is asked now, never what it said. Phones stay in the room when you "
        "leave this screen, until you close the room or end the session."
    )
    follows_files = True
    DEFAULT_CSS = """
    PhonesScreen {
        & > Horizontal { height: 1fr; }
        & Vertical { width: 1fr; }
        & SentenceLines.-strong { text-style: bold; }
        & .safe { margin-top: 1; }
        & .count { margin-top: 1; text-style: bold; }
        & PhoneList { margin: 0 1; }
    }
    """

    def __init__(self, desk: Desk, guide: Guide) -> None:
        super().__init__(desk)
        self._guide = guide
        self._seen: object = None
        self._is_lost = False

    def compose(self) -> ComposeResult:
        """The code; beside it how to come in without it, and who is there; message, keys."""
        with Horizontal():
            yield QrView()
            with Vertical():
                yield TitleBar()
                yield SentenceLines(classes="how")
                yield SentenceLines(classes="address -strong")
                yield SentenceLines(classes="then")
                yield TitleBar(classes="typed")
                yield SentenceLines(classes="safe")
                yield SentenceLines(classes="count")
                yield PhoneList()
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow who comes and goes."""
        self.relabel()
        self.set_interval(_REDRAWN, self._look)
        self.set_interval(_REACHED, self._reach)

    def on_resize(self, event: events.Resize) -> None:
        """A code as large as there is room for, or none that nobody can read."""
        super().on_resize(event)
        self._show_invitation()

    def show_time(self) -> None:
        """The time alone: who is there stands below."""
        for title in self.query(TitleBar)[:1]:
            title.show_time(self._guide.time_left())

    def refill(self) -> None:
        """Show who is done now."""
        self._show_phones()

    def relabel(self) -> None:
        """Say everything again."""
        self.query(TitleBar).first().show(_("Phones in the room"))
        table = self.query_one(PhoneList)
        table.empty_text = _("Nobody yet. Whoever comes in by the code waits here.")
        self._show_invitation()
        self._show_phones()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Let the phone in that was clicked."""
        self.action_admit()

    def action_admit(self) -> None:
        """Ask for which partner the phone of the cursor answers."""
        row, server = self.query_one(PhoneList).current, self._guide.phones.server
        if row is None or server is None:
            return

        def answered(partner: str | None) -> None:
            if not partner:
                return
            with self.calmly():
                server.lobby.admit(row.id, partner)
                name = self.desk.names.get(partner, partner)
                self.say(_("{phone} answers for {partner}.").format(phone=row.mark, partner=name))
            self._show_phones()
            if not row.is_in:
                # The next one that waits is the first.
                self.query_one(PhoneList).cursor = 0

        ask_whose(self, row, server.lobby.admitted(), answered)

    def action_remove(self) -> None:
        """Ask whether the phone of the cursor goes out."""
        row, server = self.query_one(PhoneList).current, self._guide.phones.server
        if row is None or server is None:
            return

        def removed() -> None:
            with self.calmly():
                server.lobby.remove(row.id)
                self.say(_("{phone} is out.").format(phone=row.mark))
            self._show_phones()

        ask_to_remove(self, row, removed)

    def action_rotate(self) -> None:
        """Draw another code."""
        if self._guide.phones.server is not None:
            self._guide.phones.server.rotate()
            self._show_invitation()
            self.say(_("A new code. Who waits and who is in stays; the old code lets nobody in."))

    def action_clear(self) -> None:
        """Send away all who wait."""
        server = self._guide.phones.server
        if server is not None:
            server.lobby.clear_waiting()
            self._show_phones()
            self.say(_("Nobody waits any more. {key} draws another code.").format(key="r"))

    def action_close(self) -> None:
        """Ask whether the room is closed."""

        def closed() -> None:
            self._guide.phones.close()
            self.dismiss(None)

        server = self._guide.phones.server
        if server is None or not server.is_running:
            closed()
        else:
            ask_to_close(self, len(server.lobby.admitted()), closed)

    def _look(self) -> None:
        """Show who came and went, unless that is what is seen."""
        server = self._guide.phones.server
        if server is None or not self.stands or not self.is_current:
            return
        lobby = server.lobby
        awake = [lobby.is_awake(phone) for phone in lobby.admitted()]
        seen = (lobby.changes, lobby.turned_away, awake, server.is_running)
        if seen != self._seen:
            self._seen = seen
            self._show_phones()

    @work(thread=True, exclusive=True, group="reach")
    def _reach(self) -> None:
        worker, server = get_current_worker(), self._guide.phones.server
        is_lost = server is not None and not server.is_reachable
        if not worker.is_cancelled and is_lost != self._is_lost:
            self._is_lost = is_lost
            self.app.call_from_thread(self._show_invitation)

    @property
    def _is_laid_out(self) -> bool:
        # It hears of its size, and of being seen, before its widgets are there.
        return self.stands and bool(self.query(PhoneList))

    def _show_invitation(self) -> None:
        server = self._guide.phones.server
        if server is None or not self._is_laid_out:
            return
        from glossary.join.qr import squares

        code, size = self.query_one(QrView), self.size
        code.display = size.width >= _FITS.width and size.height >= _FITS.height
        is_large = size.width >= _FITS_LARGE.width and size.height >= _FITS_LARGE.height
        code.show(squares(server.link), large=is_large)
        how = _("Scan the code with the camera of your phone, or go to")
        if not code.display:
            how = _("A window of 80 by 24 shows a code to scan. Without it, go to")
        self.query_one(".how", SentenceLines).show(how)
        self.query_one(".address", SentenceLines).show(server.url)
        then, typed = _("and type"), server.invitation.code
        if size.height >= TALL_SCREEN:
            # Beside big letters, of which some are much alike.
            then = f"{then} {typed}"
        self.query_one(".then", SentenceLines).show(then)
        self.query_one(".typed", TitleBar).show(typed)
        self.query_one(".safe", SentenceLines).show(self._safety())

    def _safety(self) -> str:
        server = self._guide.phones.server
        if server is None or not server.is_running:
            return _(
                "The server for phones has stopped. Close it with {key}, and open it again."
            ).format(key="s")
        if self._is_lost:
            return _(
                "This laptop is not at this address any more: phones cannot reach it. Close with "
                "{key}, and open again."
            ).format(key="s")
        if server.certificate is not None:
            return _("Certificate, SHA-256: {fingerprint}").format(
                fingerprint=server.certificate.fingerprint
            )
        return _("Not encrypted: whoever is on this network can overhear.")

    def _show_phones(self) -> None:
        server = self._guide.phones.server
        if server is None or not self._is_laid_out:
            return
        self.query_one(PhoneList).show_phones(list(self._rows()))
        told = [self._count(len(server.lobby.waiting()), len(server.lobby.admitted()))]
        if server.lobby.turned_away:
            told.append(
                _("{n} turned away, too many wait: {key} clears them").format(
                    n=server.lobby.turned_away, key="c"
                )
            )
        self.query_one(".count", SentenceLines).show(" · ".join(told))

    def _count(self, waiting: int, inside: int) -> str:
        if not waiting and not inside:
            return ""
        told = ngettext("{n} is in", "{n} are in", inside).format(n=inside)
        return f"{count_waiting(waiting)} · {told}" if waiting else told

    def _rows(self) -> Iterator[PhoneRow]:
        server, desk = self._guide.phones.server, self.desk
        if server is None:
            return
        for phone, came in self._guide.phones.waiting():
            yield PhoneRow(phone.id, phone.mark, phone.name, f"{came:%H:%M}")
        order = {key: place for place, key in enumerate(desk.whole.partners)}
        inside = sorted(
            server.lobby.admitted(), key=lambda phone: order.get(phone.partner, len(order))
        )
        told = done(desk.whole, self._guide.term_id) if self._guide.term_id else {}
        for phone in inside:
            is_awake = server.lobby.is_awake(phone)
            name = desk.names.get(phone.partner, phone.partner)
            state = _("asleep") if not is_awake else ""
            if phone.partner in told and (is_awake or told[phone.partner]):
                state = _("done") if told[phone.partner] else _("writes")
            yield PhoneRow(phone.id, phone.mark, phone.name, state, one_line(name), is_awake)
