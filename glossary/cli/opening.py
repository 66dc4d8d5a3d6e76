"""Open the screens on a folder of term sets."""

import os
import shlex
import sys
from pathlib import Path

from glossary.cli.output import complain
from glossary.cli.reporting import reported
from glossary.domain import RefusedError, one_line
from glossary.locale import gettext as _

COLUMNS, ROWS = 40, 10


def open_folder(
    folder: Path | None,
    *,
    demo: bool = False,
    set_id: str | None = None,
    in_session: bool = False,
    encrypts: bool = False,
) -> int:
    """Open the screens on a folder, or on the demo, and return their exit code.

    With `in_session` they begin with the session of a set, and with `encrypts` phones in the room
    are offered a certificate. Raises RefusedError where there is no
    terminal, or too small a one, and NotFoundError for a set that is not there.
    """
    _need_terminal(_instead(folder, set_id, in_session=in_session))
    from glossary.bootstrap import (
        is_newcomer,
        open_demo,
        open_store,
        own_store,
        shown_around,
        today,
    )
    from glossary.workflow.lookup import set_of

    opened = open_demo() if demo else open_store(folder)
    # Read by Textual while it is imported: an echo within 8 ms of a key instead of 16.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    from glossary.tui.app import GlossaryApp

    notice, named = "", opened.set_id
    if set_id is not None:
        named = set_of(opened.store, set_id)
    if opened.is_demo:
        notice = _("This is the demo: a copy that you may change, in {folder}.").format(
            folder=opened.store.folder
        )
    elif named is None and (sets := len(opened.store.sets())) > 1:
        notice = _("This folder holds {n} term sets; {key} opens another one.").format(
            n=sets, key="o"
        )
    is_first = opened.is_demo and not in_session and is_newcomer()
    app = GlossaryApp(
        opened.store,
        today=today,
        set_id=named,
        notice=notice,
        in_session=in_session,
        tour_over=shown_around if is_first else None,
    )
    app.desk.encrypts = encrypts
    if opened.is_demo:
        # A set of one's own does not belong among the examples.
        app.desk.workshop = own_store
    app.run()
    desk = app.desk
    if app.fault is not None or desk.unsaved or desk.has_kept:
        complain(reported(app.fault, desk.unsaved, has_kept=desk.has_kept))
        return 2
    return app.return_code or 0


def _instead(folder: Path | None, set_id: str | None, *, in_session: bool) -> str:
    """The command line that says in words what the screens would begin with."""
    words = ["glossary", "session" if in_session else "status", *([set_id] if set_id else [])]
    words += ["--plain", *(["--dir", str(folder)] if folder is not None else [])]
    return one_line(shlex.join(words))


def _need_terminal(instead: str) -> None:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise RefusedError(
            _("The screens need a terminal. Elsewhere use: {command}").format(command=instead)
        )
    if os.environ.get("TERM") == "dumb":
        raise RefusedError(
            _("This terminal (TERM=dumb) cannot show screens. Use: {command}").format(
                command=instead
            )
        )
    size = os.get_terminal_size(sys.stdout.fileno())
    # Lines without a window, such as serial ones, report no size at all; Textual assumes one then.
    if 0 < size.columns < COLUMNS or 0 < size.lines < ROWS:
        raise RefusedError(
            _(
                "This terminal has {columns} x {rows} cells; the screens need {least} x {low}. "
                "Enlarge it, or use: {command}"
            ).format(
                columns=size.columns, rows=size.lines, least=COLUMNS, low=ROWS, command=instead
            )
        )
