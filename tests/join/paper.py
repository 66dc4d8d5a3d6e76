"""A page as a browser gets it: in the least frame, or as the fields that its form sends."""

import tomllib
from collections.abc import Mapping
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

from glossary.domain import TermSet
from glossary.formats.html_text import Html, as_source, tag, together
from glossary.join.app import STYLES
from glossary.join.contract import Given
from glossary.join.pages.room import RoomPages
from glossary.store.folder import FolderStore
from tests.workflow.session.seated import DAY, SET

HIDDEN = tag("input", type="hidden", name="nonce", value="0123456789abcdef")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"


def framed(main: Html, language: str = "nl") -> str:
    """The page of a question by itself."""
    sheets = [(files("glossary.join") / name).read_text("utf-8") for name in STYLES]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", "kwaliteit"),
        tag("style", *map(as_source, sheets)),
    )
    body = tag("body", tag("main", main))
    return together("", Html("<!DOCTYPE html>"), tag("html", head, body, lang=language))


def room(folder: Path, termset: TermSet) -> RoomPages:
    """The pages of a set on disk."""
    store = FolderStore(folder)
    store.create(termset)
    if termset.session is not None:
        session = termset.session
        store.update_session(termset.id, lambda _now: session)
    return RoomPages(store, termset.id, lambda: DAY)


def fields(html: str) -> dict[str, str]:
    """What a browser sends when nobody changes anything."""
    form = _Form()
    form.feed(html)
    return form.found


def filled(pages: RoomPages, partner: str, question: str, typed: Mapping[str, str]) -> Given:
    """Open a question, fill it in and send it."""
    return send(pages, partner, pages.show(partner, question, "en", HIDDEN).html, typed)


def send(pages: RoomPages, partner: str, html: str, typed: Mapping[str, str]) -> Given:
    """Fill in a page that is open, and send it."""
    return pages.give(partner, {**fields(html), **typed}, "en", HIDDEN)


def partner_file(folder: Path, partner: str = "delta") -> dict[str, Any]:
    """What the file of a partner holds."""
    return tomllib.loads((folder / SET / "partners" / f"{partner}.toml").read_text("utf-8"))


def kept_at(folder: Path, partner: str, place: str) -> Any:
    """One value in it: "definitions/kwaliteit/meaning"."""
    found: Any = partner_file(folder, partner)
    for key in place.split("/"):
        found = found[int(key) if isinstance(found, list) else key]
    return found


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name = told.get("name") or ""
        if tag == "textarea":
            self._area = name
            self.found[name] = ""
        elif tag == "input" and (told["type"] == "hidden" or "checked" in told):
            self.found[name] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area] += data
