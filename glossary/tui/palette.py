"""The command palette, and what it finds."""

from textual.command import CommandPalette, Hit, Hits
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from glossary.locale import gettext as _


class Commands(SystemCommandsProvider):
    """The commands of the app; says so in the reader's language when none is called that."""

    async def search(self, query: str) -> Hits:
        """Commands that match the query, or one that says there are none and does nothing."""
        found = False
        async for hit in super().search(query):
            found = True
            yield hit
        if not found:
            yield Hit(1, Content(_("No command is called that.")), lambda: None)


class Palette(CommandPalette):
    """In the colours of the room: no tints, nothing shining through."""

    DEFAULT_CSS = """
    Palette {
        & { background: $background; }
        & > Vertical { margin-top: 0; background: $background; }
        & > .command-palette--help-text { color: transparent; text-style: not bold; }
        & #--input { border: heavy $border; }
        & #--input.--list-visible { border: heavy $border; }
        & SearchIcon { display: none; }
        & CommandInput, & CommandInput:focus { border: none; height: 1; padding: 0 1; }
        & CommandInput > .input--placeholder { color: $quiet; }
        & CommandList {
            border: none; background: $background; padding: 0; max-height: 85vh;
            scrollbar-size-vertical: 1;
        }
        & CommandList > .option-list--option-highlighted,
        & CommandList:focus > .option-list--option-highlighted {
            background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
        }
    }
    """
