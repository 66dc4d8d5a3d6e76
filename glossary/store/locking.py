"""One writer at a time for each file, also among programs; freed when a program is killed.

The locks lie in the user's own cache folder, outside the set, where they do not turn up in git.
Programs of others that share the folder do not see them: for those every save also looks at the
file just before.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import blake2b
from os import fsencode
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from glossary.domain import RefusedError
from glossary.domain.text import one_line
from glossary.locale import gettext as _

_PATIENCE = 10.0  # seconds


@contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Be the only writer of a file.

    Raises RefusedError when another has not let go of it after `patience` seconds.
    """
    with ExitStack() as held:
        try:
            held.enter_context(FileLock(_lock_of(path), timeout=patience, mode=0o600))
        except Timeout as error:
            message = _("{path} was not saved: another program is busy with it. Try again.")
            raise RefusedError(message.format(path=one_line(str(path)))) from error
        except (OSError, ValueError):
            # Without a place for locks there are none; the look before every save remains.
            held.close()
        yield


def _lock_of(path: Path) -> Path:
    whole = fsencode(path.parent.resolve() / path.name)
    place = user_cache_path("glossary") / "locks"
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place / f"{blake2b(whole, digest_size=16).hexdigest()}.lock"
