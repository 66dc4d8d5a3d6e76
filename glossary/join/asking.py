"""What a request says: its form, its language, whose it is; and answers that are only made here."""

import secrets
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final
from urllib.parse import parse_qsl, quote

from starlette.requests import Request
from starlette.responses import Response

from glossary.join.lobby import Phone
from glossary.locale import LANGUAGES

_MOST_FIELDS: Final = 100


async def form_of(request: Request) -> dict[str, str]:
    """Fields of a form; of a name that is there twice the last value."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


def is_own(form: Mapping[str, str], phone: Phone) -> bool:
    """Whether a form comes from a page that this phone was given for whom it answers for."""
    return secrets.compare_digest(form.get("nonce", "").encode(), phone.nonce.encode())


def address_of(request: Request) -> str:
    """From where it comes; headers that claim another place are not believed."""
    return request.client.host if request.client is not None else ""


def language_of(request: Request, own: str, usual: str) -> str:
    """What was just chosen, what the phone chose before, what its browser prefers, the laptop's."""
    accepted = request.headers.get("accept-language", "")[:200].split(",")
    preferred = [one.strip().lower()[:2] for one in accepted]
    wishes = (request.query_params.get("language", ""), own, *preferred)
    return next((one for one in wishes if one in LANGUAGES), usual)


def page_at(question: str) -> str:
    """The address of a question; without one, of where the group is."""
    return f"/q/{quote(question)}" if question else "/now"


def whose(phone: Phone) -> str:
    """For whom a phone keeps what is typed on it; nobody reads the partner in it."""
    return _veiled(phone.partner)


def place_of(phone: Phone, place: str) -> str:
    """The place of a page, of which nothing can be read: another one for each partner."""
    return _veiled(f"{phone.partner}\n{place}")


def _veiled(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def html(page: bytes, status: int = 200) -> Response:
    """A page."""
    return Response(page, status, media_type="text/html")


def own_file(kind: str, *names: str) -> Response:
    """Files that come with the program, behind each other."""
    room = files(__package__)
    texts = (room.joinpath(name).read_bytes() for name in names)
    return Response(b"\n".join(texts), media_type=kind)
