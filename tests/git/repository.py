"""A real git repository for a test: commits of one set, by whom and when one likes."""

import os
import subprocess
from pathlib import Path

TERMSET = (
    'format = 1\ntitle = "Our region"\nlanguage = "en"\n\n[terms.quality]\nlabel = "quality"\n'
)

# The settings of whoever runs the tests stay out of them.
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C",
}


class Repository:
    """A repository in a folder, made when it is not there yet.

    `set` is the folder of the set, below the repository.
    """

    def __init__(self, folder: Path, set_path: str = "termsets/region") -> None:
        self.folder, self.set = folder, folder / set_path
        if not (folder / ".git").exists():
            folder.mkdir(parents=True, exist_ok=True)
            self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str, env: dict[str, str] | None = None) -> str:
        """Run git here; gives what it said."""
        done = self.tried(*words, env=env)
        assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
        return done.stdout.decode(errors="replace").strip()

    def tried(
        self, *words: str, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run git here, whatever comes of it."""
        who = {"GIT_AUTHOR_NAME": "Ann", "GIT_AUTHOR_EMAIL": "ann@example.org"}
        who |= {"GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "ann@example.org"}
        inherited = {key: value for key, value in os.environ.items() if key[:4] != "GIT_"}
        settings = inherited | _SETTINGS | who | (env or {})
        return subprocess.run(
            ["git", *words], cwd=self.folder, env=settings, capture_output=True, check=False
        )

    def start(self) -> str:
        """Commit the set with its one term, and nobody's words yet."""
        self.write("termset.toml", TERMSET)
        return self.commit("Begin")

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the set."""
        file = self.set / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def say(self, partner: str, meaning: str, rest: str = "") -> None:
        """Write a partner's file with this meaning of the term, not committed."""
        self.write(
            f"partners/{partner}.toml",
            f'format = 1\nname = "{partner.title()}"\n\n'
            f'[definitions.quality]\nmeaning = "{meaning}"\n{rest}',
        )

    def draft(self, wording: str, rest: str = "") -> None:
        """Write the agreement on the term, not committed."""
        text = f'format = 1\nphase = "draft"\n\n[draft]\nwording = "{wording}"\n{rest}'
        self.write("agreements/quality.toml", text)

    def commit(self, subject: str, env: dict[str, str] | None = None) -> str:
        """Commit all that is here; gives the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject, env=env)
        return self.git("rev-parse", "HEAD")

    def said(self, partner: str, meaning: str, env: dict[str, str] | None = None) -> str:
        """Commit a meaning; gives the hash."""
        self.say(partner, meaning)
        return self.commit(f"{partner}: {meaning}", env)
