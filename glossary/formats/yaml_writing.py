"""Tables of texts as YAML that is safe to print and reads back as the same texts."""

from collections.abc import Mapping, Sequence
from typing import Any

from glossary.domain import has_unseen

Value = str | Sequence["Value"] | Mapping[str, "Value"]

_NO_FOLDING = 1_000_000


def dump_yaml(value: Value) -> str:
    """`value` as YAML, its names in the order in which they come.

    Texts of several lines stand as they were typed. Characters that a terminal would act on or
    that hide are written as escapes; a reader gets them back as they were.
    """
    text: str = _yaml().dump(
        value,
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=_NO_FOLDING,
    )
    # A text with such characters stands in quotation marks, where an escape is read as one.
    return "".join(map(_escaped, text)) if has_unseen(text) else text


def _yaml() -> Any:
    import yaml

    return yaml


def _dumper() -> type:
    yaml = _yaml()

    class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
        """Writes the same text twice instead of referring to it."""

        def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
            return True

    Dumper.add_representer(str, _represent)
    return Dumper


def _represent(dumper: Any, text: str) -> Any:
    text = text.encode("utf-8", "replace").decode()
    style = '"' if has_unseen(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _escaped(char: str) -> str:
    if char == "\n" or not has_unseen(char):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
