"""What stands on the screen when there is no room for anything else."""

from textual.geometry import Size

from glossary.locale import gettext as _
from glossary.tui.widgets.message_bar import SentenceLines

LEAST_COLUMNS, LEAST_ROWS = 40, 10


def is_too_small(size: Size) -> bool:
    """Whether a screen of this size cannot hold the program."""
    return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS


class TooSmall(SentenceLines):
    """A sentence with the size that is needed; nothing else is lost."""

    DEFAULT_CSS = "TooSmall { layer: above; width: 100%; height: 100%; background: $background; }"

    def on_mount(self) -> None:
        """Say it in the language of the moment."""
        self.show(
            _("Make the window larger: {columns} by {rows} at least.").format(
                columns=LEAST_COLUMNS, rows=LEAST_ROWS
            )
        )
