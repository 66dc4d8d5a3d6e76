"""The verbs of the command line, in the order in which people meet them."""

from collections.abc import Mapping

# A verb is a module of its own, loaded when it is used or listed, and a line here.
VERBS: Mapping[str, str] = {
    "new": "glossary.cli.new",
    "session": "glossary.cli.session",
    "define": "glossary.cli.define",
    "position": "glossary.cli.position",
    "status": "glossary.cli.status",
    "compare": "glossary.cli.compare",
    "show": "glossary.cli.show",
    "overlaps": "glossary.cli.overlaps",
    "scan": "glossary.cli.scan",
    "candidates": "glossary.cli.candidates",
    "log": "glossary.cli.log",
    "check": "glossary.cli.check",
    "fmt": "glossary.cli.fmt",
    "export": "glossary.cli.export",
    "import": "glossary.cli.import_file",
    "git-setup": "glossary.cli.git_setup",
    "merge-driver": "glossary.cli.merge_driver",
}
