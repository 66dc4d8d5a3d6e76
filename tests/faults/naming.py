"""500 names that would lead out of a set, or mean another file than they seem to."""

from pathlib import Path

from glossary.domain.ids import is_valid_id

_NAMES = (
    *("west", "keten", "noord", "kwaliteit", "noord.toml", "termset.toml", "partners/noord.toml"),
    *("agreements/kwaliteit.toml", ".git/hooks/pre-commit", ".git/config", ".gitattributes"),
    *(
        ".bashrc",
        ".ssh/authorized_keys",
        "con",
        "NUL",
        "com1.toml",
        "LPT9.txt",
        "wést",
        "we\u0301st",
    ),
    *("Ⅳ", "ＷＥＳＴ", "straße", "$HOME/west", "`touch west`", "w\x1b]0;west\x07st"),
)
_WAYS = (
    *("../{}", "../../{}", "../../../../{}", "{out}/{}", "./../{}", "~/{}", "{}/../../../west"),
    *("..\\{}", "%2e%2e%2f{}", "file://{out}/{}", "{}\0", "{}\0.toml", "{}\n", "\r{}", " {} ."),
    *("{}:stream", "\u202e{}", "\ufeff{}\u200b", "\ud800{}", "{}" + "x" * 5_000),
)


def hostile_names(outside: Path) -> list[str]:
    """None of them is an id; some are paths into `outside`."""
    names = [way.replace("{out}", str(outside)).replace("{}", n) for way in _WAYS for n in _NAMES]
    assert len(set(names)) == 500
    assert not any(map(is_valid_id, names))
    return names
