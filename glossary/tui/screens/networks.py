"""Which network phones come from, and what is said of overhearing there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.strip import Strip
from textual.worker import get_current_worker

from glossary.domain import GlossaryError, one_line
from glossary.locale import gettext as _
from glossary.locale import mark
from glossary.tui import keys
from glossary.tui.desk import Desk
from glossary.tui.screens.room import RoomScreen
from glossary.tui.session.phones import Phones
from glossary.tui.widgets.key_bar import KeyBar
from glossary.tui.widgets.line_list import LineList
from glossary.tui.widgets.message_bar import MessageBar, SentenceLines
from glossary.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from glossary.join.addresses import Network

_ADDRESS = 17


class NetworkList(LineList["Network"]):
    """Addresses of this laptop."""

    def draw_row(self, row: "Network", width: int, style: Style, *, at_cursor: bool) -> Strip:
        """Cursor, address, what it is."""
        lead = "▶ " if at_cursor else "  "
        return Strip([Segment(f"{lead}{row.address:<{_ADDRESS}}{one_line(row.label)}", style)])


class NetworksScreen(RoomScreen):
    """Opens the room at one address of this laptop, and calls `opened` then."""

    BINDINGS = keys.bindings(keys.NETWORKS)
    AUTO_FOCUS = "NetworkList"
    keys = keys.NETWORKS
    about = mark(
        "Phones reach this laptop by a network that both are on, mostly the Wi-Fi of the room; no "
        "internet is needed. Choose which one. Without a certificate whoever is on that network "
        "can overhear what phones send. With one nobody can, but each phone warns first that it "
        "does not know the certificate."
    )
    DEFAULT_CSS = """
    NetworksScreen > SentenceLines { margin-top: 1; }
    NetworksScreen > NetworkList { margin: 1 1 0 1; }
    """

    def __init__(self, desk: Desk, phones: Phones, opened: Callable[[], object]) -> None:
        super().__init__(desk)
        self._phones = phones
        self._opened = opened
        self._found: tuple[Network, ...] | None = None
        self._is_opening = False

    def compose(self) -> ComposeResult:
        """Title, which network, what is overheard there, message, keys."""
        yield TitleBar()
        yield SentenceLines(classes="which")
        yield NetworkList()
        yield SentenceLines(classes="overheard")
        yield MessageBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """Look which networks there are."""
        self.relabel()
        self._look()

    def relabel(self) -> None:
        """Say everything again."""
        self.query_one(TitleBar).show(_("Phones in the room"), _("Which network?"))
        self.query_one(".which", SentenceLines).show(self._which())
        self.query_one(".overheard", SentenceLines).show(self._overheard())
        table = self.query_one(NetworkList)
        table.empty_text = _("Looking for networks …")
        table.show_rows(self._found or (), table.cursor)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Open the room at the address that was clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open the room at the address of the cursor."""
        chosen = self.query_one(NetworkList).current
        if chosen is not None and not self._is_opening:
            self._is_opening = True
            self.say(_("Opening the room for phones …"))
            self._open(chosen.address, self.desk.encrypts)

    def action_encrypt(self) -> None:
        """With a certificate, or without."""
        self.desk.encrypts = not self.desk.encrypts
        self.relabel()

    def action_look(self) -> None:
        """Look again which networks there are."""
        self.say("")
        self._look()

    def _which(self) -> str:
        if self._found is not None and not any(one.is_room for one in self._found):
            return _(
                "This laptop is on no network that phones can be on too. Connect it to the Wi-Fi "
                "of the room, or to the hotspot of a phone, and press {key} to look again."
            ).format(key="r")
        return _("Which network are the phones and this laptop both on?")

    def _overheard(self) -> str:
        if self.desk.encrypts:
            return _(
                "With a certificate: nobody overhears what phones send. Each phone warns once that "
                "it does not know the certificate; its fingerprint is shown here, to compare. "
                "{key} does without."
            ).format(key="c")
        return _(
            "Without a certificate: whoever is on this network can overhear what phones send. "
            "{key} makes a certificate."
        ).format(key="c")

    @work(thread=True, exclusive=True, group="networks")
    def _look(self) -> None:
        from glossary.join.addresses import networks

        worker, found = get_current_worker(), networks()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: "tuple[Network, ...]") -> None:
        if self.stands:
            self._found = found
            self.relabel()

    @work(thread=True, group="opening")
    def _open(self, address: str, encrypted: bool) -> None:
        worker = get_current_worker()
        try:
            self._phones.open(address, lambda: worker.is_cancelled, encrypted=encrypted)
        except GlossaryError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._failed, error)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._opened)

    def _failed(self, error: GlossaryError) -> None:
        self._is_opening = False
        if self.stands:
            self.trouble(error)
