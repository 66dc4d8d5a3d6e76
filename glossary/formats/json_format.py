"""A whole term set as JSON: everything that its files hold (docs/json.md).

What became of an objection is told as it counts, so that no reader takes one for integrated in a
wording that never changed; `recorded` is what its file says, and what an import reads.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from glossary.domain import Agreement, TermSet
from glossary.domain.phases import objections_of
from glossary.domain.visibility import is_blind
from glossary.formats.contract import Exporter, Request
from glossary.formats.json_shapes import FORMAT
from glossary.formats.json_text import dumps, plain
from glossary.locale import mark
from glossary.workflow.leaving_out import inside
from glossary.workflow.showing import not_revealed

SCHEMA = "schema/set-1.json"


class Json(Exporter):
    """Writes a set for other programs."""

    name = "json"
    suffix = ".json"
    description = mark("everything in the set, for other programs")
    styles: Mapping[str, str] = {
        "set": mark("the set"),
        "schema": mark("the JSON Schema of such files, whatever the set"),
    }
    leaves_out = ()
    by_id = True

    def export(self, termset: TermSet, request: Request) -> bytes:
        """The set as JSON, or what such a file has to look like."""
        if request.style == "schema":
            from importlib.resources import files

            return (files("glossary.formats") / SCHEMA).read_bytes()
        vocabulary = termset.vocabulary
        text = dumps(
            {
                "format": FORMAT,
                "set": termset.id,
                "title": vocabulary.title,
                "language": vocabulary.language,
                "about": vocabulary.about,
                "hidden": list(_hidden(termset)),
                "terms": [plain(term) for term in vocabulary.terms.values()],
                "partners": [plain(one) for _key, one in sorted(termset.partners.items())],
                "left_out": [
                    {
                        "file": inside(one),
                        "line": one.line,
                        "reason": one.message,
                        "remedy": one.remedy,
                    }
                    for one in request.left_out
                ],
                "session": plain(termset.session),
                "agreements": [_agreement(one) for _key, one in sorted(termset.agreements.items())],
            }
        )
        return text.encode()


def _hidden(termset: TermSet) -> Iterator[str]:
    """Terms of which a remark stands in the place of what partners said."""
    for term in termset.terms:
        if is_blind(termset, term) and not_revealed() in termset.meanings(term).values():
            yield term


def _agreement(one: Agreement) -> Any:
    """An agreement with both what objections became and what was recorded of them."""
    told: Any = plain(one)
    for objection, counts in zip(told["objections"], objections_of(one), strict=True):
        objection["recorded"] = objection["disposition"]
        objection["disposition"] = str(counts.disposition)
    return told
