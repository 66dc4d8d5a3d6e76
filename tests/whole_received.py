"""What the files of a set hold of the answers that phones were told to be received."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from glossary.workflow.session.asking import ASKED_FIELDS
from tests.whole_story import Story


class Sent(NamedTuple):
    """An answer as it was sent: the names of its form and what stood there."""

    partner: str
    form: Mapping[str, str]


def lost(folder: Path, story: Story, received: Iterable[Sent]) -> list[Sent]:
    """What phones were told to be received, and no file holds."""
    return [sent for sent in received if not _is_kept(folder, story, sent)]


def _is_kept(folder: Path, story: Story, sent: Sent) -> bool:
    """Whether the file of the partner holds it, word for word."""
    files = (folder / "termsets" / story.set_id / "partners").glob("*.toml")
    partners = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    (partner,) = [one for one in partners if one["name"] == sent.partner]
    form, term = sent.form, sent.form["term"]
    kind, _dash, about = form["question"].partition("-")
    if kind == "meaning":
        held = partner["definitions"][term]
        return all(held.get(name, "") == form[name] for name in ASKED_FIELDS)
    if kind == "lens":
        return bool(partner["definitions"][term]["lenses"] == [form["lens"]])
    if kind == "case":
        return bool(partner["cases"][term][about] == form["answer"])
    if kind == "restate":
        said = {"term": term, "of": about, "text": form["text"]}
        return _holds(partner.get("restatements", []), said)
    if kind == "answer":
        told = {"term": term, "by": about, "fingerprint": form["on"], "verdict": form["verdict"]}
        told |= {"correction": form["correction"]} if form["correction"] else {}
        return _holds(partner.get("verdicts", []), told)
    if kind == "position":
        stood = {"on": form["on"], "position": form["stand"], "entered_by": "phone"}
        stood |= {"reason": form["reason"]} if form["reason"] else {}
        return _holds([partner["positions"][term], *partner.get("past_positions", [])], stood)
    return bool(partner["ratings"][term][form["question"].replace("-", "_")] == int(form["value"]))


def _holds(many: list[dict[str, Any]], wanted: Mapping[str, str]) -> bool:
    return any(all(one.get(key) == text for key, text in wanted.items()) for one in many)
