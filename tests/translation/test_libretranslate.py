"""LibreTranslate over HTTP: every way a server can fail, with servers that fail on purpose."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from waymark.engines import libretranslate, open_engine
from waymark.engines.libretranslate import API_KEY, SERVERS, LibreTranslate, Patience
from waymark.errors import EngineError
from waymark.locales import SOURCE, locale

FRENCH = locale("fr")
QUICK = Patience(connect=2, read=0.5, tries=3, pause=0.01, most=0.02, texts=4, characters=200)
LANGUAGES = [{"code": "en", "targets": ["en", "fr", "zh-Hant"]}, {"code": "fr", "targets": ["en"]}]


class Server:
    """A server that answers /translate as its script says: one answer a request, the last one for ever."""

    def __init__(self, *script: Callable[[BaseHTTPRequestHandler, dict[str, object]], None]) -> None:
        self.script, self.asked = list(script), []  # type: ignore[var-annotated]
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                known = {"/languages": LANGUAGES, "/spec": {"info": {"version": "1.9"}}}
                answer(200, known[self.path])(self, {})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(body)
                turn = min(len(outer.asked), len(outer.script)) - 1
                outer.script[turn](self, body)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


Answer = Callable[[BaseHTTPRequestHandler, dict[str, object]], None]


def answer(code: int, content: object, **headers: str) -> Answer:
    """An answer with JSON, or with HTML where ``content`` is text."""

    def send(handler: BaseHTTPRequestHandler, _: dict[str, object]) -> None:
        html = isinstance(content, str)
        data = (content if html else json.dumps(content)).encode()  # type: ignore[union-attr]
        handler.send_response(code)
        handler.send_header("Content-Type", "text/html" if html else "application/json")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return send


def good(handler: BaseHTTPRequestHandler, body: dict[str, object]) -> None:
    answer(200, {"translatedText": [f"fr:{text}" for text in body["q"]]})(handler, body)  # type: ignore[attr-defined]


def slow(handler: BaseHTTPRequestHandler, body: dict[str, object]) -> None:
    threading.Event().wait(0.8)
    good(handler, body)


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Starts servers and stops them after the test."""
    running: list[Server] = []

    def start(*script: Answer) -> Server:
        running.append(Server(*script))
        return running[-1]

    yield start
    for server in running:
        server.close()


def engine(*servers: Server, pauses: list[float] | None = None) -> LibreTranslate:
    addresses = [server.address for server in servers]
    return LibreTranslate(addresses, SOURCE, FRENCH, QUICK, (pauses if pauses is not None else []).append)


def test_texts_go_in_small_requests_and_come_back_in_order(serve: Callable[..., Server]) -> None:
    server = serve(good)
    texts = [f"Sentence {number}." for number in range(10)] + ["", "x" * 150, "y" * 150]
    one = engine(server)
    said = one.translate(texts, "en", "fr")
    assert said == [f"fr:{text}" if text else "" for text in texts]
    assert max(len(body["q"]) for body in server.asked) <= QUICK.texts
    assert max(sum(map(len, body["q"])) for body in server.asked) <= QUICK.characters
    assert one.name == "libretranslate en-fr 1.9"


def test_several_servers_share_the_work(serve: Callable[..., Server]) -> None:
    servers = serve(good), serve(good)
    texts = [f"Sentence {number}." for number in range(16)]
    assert engine(*servers).translate(texts, "en", "fr") == [f"fr:{text}" for text in texts]
    assert all(server.asked for server in servers)


def test_a_dead_server_is_passed_over(serve: Callable[..., Server]) -> None:
    alive, dead = serve(good), serve(good)
    both = engine(alive, dead)
    dead.close()
    texts = [f"Sentence {number}." for number in range(8)]
    assert both.translate(texts, "en", "fr") == [f"fr:{text}" for text in texts]


@pytest.mark.parametrize("first", [answer(503, {"error": "busy"}), answer(500, "<html>"), slow])
def test_a_server_in_trouble_is_asked_again_after_a_pause(
    first: Answer, serve: Callable[..., Server]
) -> None:
    pauses: list[float] = []
    server = serve(first, good)
    assert engine(server, pauses=pauses).translate(["Stop."], "en", "fr") == ["fr:Stop."]
    assert len(server.asked) == 2 and len(pauses) == 1


def test_the_pause_grows_and_heeds_the_server_up_to_a_limit(serve: Callable[..., Server]) -> None:
    pauses: list[float] = []
    server = serve(answer(429, {"error": "slow down"}, Retry_After="3600"))
    with pytest.raises(EngineError, match="answered 429 slow down"):
        engine(server, pauses=pauses).translate(["Stop."], "en", "fr")
    assert pauses == [QUICK.most, QUICK.most]
    assert len(server.asked) == QUICK.tries


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        (answer(200, "<html>login</html>"), "answered with text/html, not JSON"),
        (answer(200, {"translatedText": ["one", "two"]}), "one text for each"),
        (answer(200, {"translatedText": "one"}), "one text for each"),
        (answer(200, {"translatedText": [None]}), "one text for each"),
        (answer(200, []), "one text for each"),
        (answer(400, {"error": "fr is not supported\nat all"}), "answered 400 fr is not supported at all"),
        (answer(403, {"error": "Invalid API key"}), "answered 403 Invalid API key"),
        (answer(302, "", Location="http://127.0.0.1:9/"), "answered with text/html|answered 302"),
    ],
)
def test_a_wrong_answer_is_one_line_and_not_asked_for_again(
    broken: Answer, what: str, serve: Callable[..., Server]
) -> None:
    server = serve(broken)
    with pytest.raises(EngineError, match=what) as told:
        engine(server).translate(["Stop."], "en", "fr")
    assert "\n" not in str(told.value) and server.address in str(told.value)
    assert len(server.asked) == 1


def test_no_server_no_pair_no_address(serve: Callable[..., Server]) -> None:
    with pytest.raises(EngineError, match="no answer"):
        LibreTranslate(["http://127.0.0.1:9"], SOURCE, FRENCH, QUICK, lambda _: None)
    with pytest.raises(EngineError, match="no model from English to Khmer"):
        LibreTranslate([serve(good).address], SOURCE, locale("km"), QUICK)
    for wrong in ("127.0.0.1:5000", "ftp://x", "http://user:secret@host", "http://"):
        with pytest.raises(EngineError, match="no server address"):
            LibreTranslate([wrong], SOURCE, FRENCH, QUICK)


def test_the_servers_own_codes_are_used(serve: Callable[..., Server]) -> None:
    server = serve(good)
    LibreTranslate([server.address], SOURCE, locale("zh-Hant"), QUICK).translate(["Stop."], "en", "zh-Hant")
    assert server.asked[0]["target"] == "zh-Hant"


def test_the_key_comes_from_the_environment_and_shows_nowhere(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(good, answer(403, {"error": "no"}))
    keyless = engine(server)
    monkeypatch.setenv(API_KEY, "s3cret")
    keyed = engine(server)
    keyed.translate(["Stop."], "en", "fr")
    assert server.asked[0]["api_key"] == "s3cret"
    assert keyed.key == keyless.key and "s3cret" not in keyed.name
    with pytest.raises(EngineError) as told:
        keyed.translate(["Stop."], "en", "fr")
    assert "s3cret" not in str(told.value)


def test_servers_are_named_in_the_environment(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SERVERS, raising=False)
    assert not libretranslate.status(SOURCE, FRENCH).ready
    with pytest.raises(EngineError, match=f"{SERVERS} is not set"):
        open_engine("libretranslate", FRENCH)
    monkeypatch.setenv(SERVERS, serve(good).address)
    assert libretranslate.status(SOURCE, FRENCH).ready
    assert open_engine("libretranslate", FRENCH).translate(["Stop."], "en", "fr") == ["fr:Stop."]


def test_a_text_of_20_megabytes_is_never_sent(serve: Callable[..., Server]) -> None:
    server = serve(good)
    assert engine(server).translate(["Stop. " * 3_500_000], "en", "fr") == [""]
    assert server.asked == []
