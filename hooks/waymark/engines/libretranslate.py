"""LibreTranslate over HTTP: servers that the operator runs, one or several, the way past one machine.

The API key is read from the environment; it is never printed and no part of the engine's name or key.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from waymark.engines.base import Status, not_too_long
from waymark.errors import EngineError
from waymark.locales import Locale

if TYPE_CHECKING:
    from requests import Response

SERVERS, API_KEY = "WAYMARK_LIBRETRANSLATE", "WAYMARK_LIBRETRANSLATE_KEY"  # environment variables
_CURE = f"Start the server, or name running ones in {SERVERS}, separated by spaces."
_BUSY = {429, 500, 502, 503, 504}  # worth another try; 400 and 403 are not
_CODES = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "zt": "zh-Hant"}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server and how often to ask again."""

    connect: float = 5.0  # seconds
    read: float = 120.0
    tries: int = 4
    pause: float = 0.5  # doubles with every try
    most: float = 30.0  # the longest pause, also when the server asks for more
    texts: int = 32  # in one request
    characters: int = 4_000  # in one request


class LibreTranslate:
    """Servers that all hold the same models; a request goes to the next one that answers."""

    def __init__(
        self,
        servers: Sequence[str],
        source: Locale,
        target: Locale,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Raises EngineError when no server answers or none knows the pair."""
        self._servers = [_address(server) for server in servers]
        self._patience, self._sleep = patience or Patience(), sleep
        self._pair = source.tag, target.tag
        self._codes = self._known(source, target)
        self.name = f"libretranslate {source.tag}-{target.tag} {self._version()}".strip()
        self.key = hashlib.sha256(f"{self.name} {self._servers}".encode()).hexdigest()[:16]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Requests spread over the servers, answers in order; raises EngineError when all servers fail."""
        if (source, target) != self._pair:
            raise EngineError(f"{self.name} does not translate {source} to {target}", "Open another engine.")
        groups = list(self._groups(not_too_long(texts)))
        with ThreadPoolExecutor(len(self._servers)) as pool:
            answers = pool.map(self._group, range(len(groups)), groups)
            return [text for answer in answers for text in answer]

    def _groups(self, texts: Sequence[str]) -> Iterator[list[str]]:
        group: list[str] = []
        for text in texts:
            full = len(group) == self._patience.texts
            if group and (full or sum(map(len, group)) + len(text) > self._patience.characters):
                yield group
                group = []
            group.append(text)
        if group:
            yield group

    def _group(self, number: int, group: list[str]) -> list[str]:
        asked = [text for text in group if text.strip()]
        if not asked:
            return ["" for _ in group]
        body: dict[str, object] = {
            "q": asked,
            "source": self._codes[0],
            "target": self._codes[1],
            "format": "text",
        }
        answer = self._ask("translate", body, first=number)
        said = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(said, list) or len(said) != len(asked) or not all(isinstance(x, str) for x in said):
            raise EngineError("the server did not answer with one text for each", _CURE, self._servers[0])
        found = iter(said)
        return [next(found).strip() if text.strip() else "" for text in group]

    def _ask(self, path: str, body: dict[str, object] | None, first: int = 0) -> Any:
        """The JSON answer of the first server that gives one, each asked again after a growing pause."""
        from requests import RequestException

        problem, where = "no server", ""
        for turn in range(self._patience.tries * len(self._servers)):
            where = self._servers[(first + turn) % len(self._servers)]
            try:
                answer = self._request(f"{where}/{path}", body)
            except RequestException as error:
                problem, wait = f"no answer ({type(error).__name__})", 0.0
            else:
                if answer.ok:
                    return _json(answer, where)
                problem, wait = f"answered {answer.status_code} {_reason(answer)}", _retry_after(answer)
                if answer.status_code not in _BUSY:
                    break
            self._rest(turn, wait)
        raise EngineError(f"LibreTranslate {problem}", _CURE, where)

    def _rest(self, turn: int, wished: float) -> None:
        """Pause after each round of the servers, not after the last."""
        rounds, rest = divmod(turn + 1, len(self._servers))
        if not rest and rounds < self._patience.tries:
            self._sleep(min(self._patience.most, max(wished, self._patience.pause * 2 ** (rounds - 1))))

    def _request(self, url: str, body: dict[str, object] | None) -> Response:
        import requests  # only who asks a server pays for it

        patience = self._patience.connect, self._patience.read
        if body is None:
            return requests.get(url, timeout=patience, allow_redirects=False)
        key = os.environ.get(API_KEY, "")
        sent = body | ({"api_key": key} if key else {})
        return requests.post(url, json=sent, timeout=patience, allow_redirects=False)

    def _known(self, source: Locale, target: Locale) -> tuple[str, str]:
        """The server's codes of the pair."""
        told = self._ask("languages", None)
        languages = (
            {each.get("code"): each for each in told if isinstance(each, dict)}
            if isinstance(told, list)
            else {}
        )
        wanted = [_CODES.get(target.tag, target.tag), target.argos, target.babel]
        here = next((code for code in (source.tag, source.argos) if code in languages), "")
        for code in wanted:
            if here and code in languages[here].get("targets", languages):
                return here, code
        what = f"the server has no model from {source.english_name} to {target.english_name}"
        raise EngineError(what, "Load it there, or use another engine.", self._servers[0])

    def _version(self) -> str:
        """What the server calls its version; empty when it does not say."""
        try:
            told = self._ask("spec", None)
        except EngineError:
            return ""
        return str(told.get("info", {}).get("version", "")) if isinstance(told, dict) else ""


def _address(server: str) -> str:
    parts = urlsplit(server)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.query:
        raise EngineError("no server address", f"Write {SERVERS} as http://127.0.0.1:5000.", server)
    return server.rstrip("/")


def _json(answer: Response, where: str) -> Any:
    try:
        return answer.json()
    except ValueError as error:
        kind = answer.headers.get("Content-Type", "nothing").partition(";")[0]
        raise EngineError(f"the server answered with {kind}, not JSON", _CURE, where) from error


def _reason(answer: Response) -> str:
    """The server's own words, short and on one line; the API key is never among them."""
    try:
        told = answer.json()
    except ValueError:
        return ""
    return " ".join(str(told.get("error", "")).split())[:120] if isinstance(told, dict) else ""


def _retry_after(answer: Response) -> float:
    wished = answer.headers.get("Retry-After", "")
    return float(wished) if wished.isdigit() else 0.0


def servers() -> list[str]:
    """The servers the environment names."""
    return os.environ.get(SERVERS, "").split()


def status(source: Locale, target: Locale) -> Status:
    """Whether the servers can serve ``target``; asks them once, and nobody when none is named."""
    if not servers():
        return Status("libretranslate", target.tag, False, f"{SERVERS} is not set", _CURE)
    try:
        engine = LibreTranslate(servers(), source, target, Patience(tries=1))
    except EngineError as error:
        return Status("libretranslate", target.tag, False, error.what, error.cure)
    return Status("libretranslate", target.tag, True, engine.name.partition(" ")[2])
