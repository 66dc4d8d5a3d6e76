"""The hook that checks term sets before they are committed."""

import shlex

from glossary.locale import gettext as _

MADE_HERE = "# Made by glossary git-setup, which replaces it."

_START = """\
#!/bin/sh
{made_here}
# A commit is stopped when a term set that it changes has errors, as it is staged, and when
# nothing can tell whether it has.
changed=$(git --literal-pathspecs diff --cached --name-only {relative}-- {folder}) || exit 1
[ -n "$changed" ] || exit 0
staged=$(mktemp -d) || exit 1
trap 'rm -rf "$staged"' EXIT
git --literal-pathspecs ls-files -z -- {folder} |
    git checkout-index -z --stdin --prefix="$staged/" || exit 1
cd "$staged" || exit 1
"""
_ONE_SET = """\
set -- {folder}
"""
_EACH_SET = """\
set --
names=$(printf '%s\\n' "$changed" | sed -n 's|^"*\\([a-z0-9][a-z0-9-]*\\)/.*|\\1|p' | sort -u)
for name in $names; do
    [ -d {prefix}"$name" ] && set -- "$@" {prefix}"$name"
done
[ $# -gt 0 ] || exit 0
"""
_END = """\
said=$({command} check --fail-on error -- "$@" 2>&1) && exit 0
if {command} --version >/dev/null 2>&1; then
    printf '%s\n' "$said" >&2
else
    printf '%s\n' {cannot_run} >&2
fi
exit 1
"""


def script(command: str, prefix: str, *, is_set: bool) -> str:
    """The hook for the sets in a folder of the repository, or for the one that it is.

    `command` is quoted for a shell; `prefix` is "" or ends in a slash.
    """
    words = {
        "made_here": MADE_HERE,
        "relative": f"--relative={shlex.quote(prefix)} " if prefix else "",
        "folder": shlex.quote(prefix or "."),
        "prefix": shlex.quote(prefix),
        "command": command,
        "cannot_run": shlex.quote(_cannot_run()),
    }
    middle = _ONE_SET if is_set else _EACH_SET
    return (_START + middle + _END).format(**words)


def _cannot_run() -> str:
    return _(
        "glossary: The term sets were not checked, so nothing was committed: the program is not "
        "where it was. Install it and run: glossary git-setup --hook. To commit all the same: git "
        "commit --no-verify."
    )
