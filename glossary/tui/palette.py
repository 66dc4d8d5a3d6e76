"""What the command palette finds."""

from textual.command import Hit, Hits
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
