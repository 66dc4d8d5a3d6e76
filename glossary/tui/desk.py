"""What lies on the table: the open term set and the ports that screens work through."""

from collections.abc import Callable
from datetime import date

from glossary.domain import Finding, TermSet
from glossary.workflow.ports import Store


class Desk:
    """The open term set. Screens share one desk, read `termset` and call `reload` after a change.

    Raises GlossaryError when the set cannot be opened.
    """

    def __init__(self, store: Store, set_id: str, today: Callable[[], date]) -> None:
        self.store = store
        self.set_id = set_id
        self.today = today
        self._read()

    def _read(self) -> None:
        loaded = self.store.load(self.set_id)
        self.termset: TermSet = loaded.termset
        self.findings: tuple[Finding, ...] = loaded.findings

    def reload(self) -> None:
        """Read the set again, after a change here or elsewhere."""
        self._read()

    def reload_if_changed(self) -> bool:
        """Read the set again when its files changed on disk; whether they did."""
        if not self.store.refresh_needed(self.set_id):
            return False
        self._read()
        return True

    def open(self, set_id: str) -> None:
        """Put another set on the table; the present one stays when that fails."""
        before = self.set_id
        self.set_id = set_id
        try:
            self._read()
        except Exception:
            self.set_id = before
            raise

    @property
    def names(self) -> dict[str, str]:
        """Partner id to the short name for narrow places."""
        return {key: partner.short_name for key, partner in self.termset.partners.items()}
