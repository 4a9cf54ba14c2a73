"""The real LibreTranslate server, from PyPI, on loopback with the tiny models: translated, killed, resumed.

Long: it makes a virtual environment of its own under .cache/ the first time. `make test-all` runs it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
import requests
import small_project
import tiny_model
import tiny_sentences
from conftest import Hooks

from waymark.engines.libretranslate import SERVERS

VERSION = "1.9.6"
VENV = small_project.ROOT / ".cache" / f"libretranslate-{VERSION}"

pytestmark = pytest.mark.long


@pytest.fixture(scope="session")
def program() -> Path:
    """The server's program, installed apart from the project's own packages."""
    ready = VENV / "ready"
    if not ready.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "-q", f"libretranslate=={VERSION}"]
        subprocess.run(pip, check=True, timeout=1200)
        ready.touch()
    return VENV / "bin" / "libretranslate"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home for the server with two packages, each with its sentence splitter; it then asks no network."""
    home = tmp_path / "server"
    splitter = {"minisbd/en.onnx": tiny_sentences.minisbd()}
    words = small_project.LEXICON
    pairs = {("en", "fr"): words, ("fr", "en"): {"Les": "The"}}
    for (source, target), lexicon in pairs.items():
        path = tmp_path / f"{source}-{target}.argosmodel"
        tiny_model.argosmodel(path, source, target, lexicon, also=splitter)
        with zipfile.ZipFile(path) as archive:
            archive.extractall(home / "argos")
    return home


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


Start = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def server(program: Path, home: Path) -> Iterator[tuple[str, Start]]:
    """The server's address, and what starts it and waits until it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    running: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        command = [
            str(program),
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--threads",
            "2",
            "--disable-web-ui",
        ]
        env = os.environ | small_project.environment(home) | {"HOME": str(home)}
        log = (home / "log").open("ab")
        running.append(
            subprocess.Popen(command, cwd=home, env=env, stdout=log, stderr=log, start_new_session=True)
        )
        for _ in range(240):
            try:
                if requests.get(f"{address}/languages", timeout=2).ok:
                    return running[-1]
            except requests.RequestException:
                time.sleep(0.25)
        raise AssertionError((home / "log").read_text())

    yield address, start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def said(project: Path) -> dict[str, polib.POEntry]:
    path = project / "locale" / "fr.po"
    return (
        {each.msgid: each for each in polib.pofile(str(path)) if each.translated()} if path.exists() else {}
    )


def test_a_locale_is_translated_through_the_server(
    server: tuple[str, Start], project: Path, hooks: Hooks
) -> None:
    address, start = server
    start()
    done = hooks("translate", "--locale", "fr", "--engine", "libretranslate", **{SERVERS: address})
    assert done.returncode == 0, done.stderr
    told = said(project)
    assert set(small_project.sentences()) <= set(told)
    pay = told["Never pay for work."]
    assert pay.msgstr == "Ne payez jamais de frais pour obtenir un emploi."
    assert pay.tcomment.startswith(f"machine: libretranslate en-fr {VERSION} [")


def test_the_server_killed_midway(
    server: tuple[str, Start], project: Path, hooks: Hooks, tmp_path: Path
) -> None:
    address, start = server
    first = start()
    env = os.environ | small_project.environment(tmp_path) | {SERVERS: address}
    command = [
        sys.executable,
        str(project / "hooks"),
        "translate",
        "--locale",
        "fr",
        "--engine",
        "libretranslate",
    ]
    running = subprocess.Popen(
        command, cwd=project, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not said(project) and running.poll() is None:
        time.sleep(0.005)
    os.killpg(first.pid, signal.SIGKILL)
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 1
    (line,) = [line for line in errors.splitlines() if line.startswith("error:")]
    assert line.startswith("error: fr: ") and "LibreTranslate no answer" in line and SERVERS in line
    before = {msgid: each.msgstr for msgid, each in said(project).items()}
    assert 0 < len(before) < len(small_project.sentences())
    start()
    done = hooks("translate", "--locale", "fr", "--engine", "libretranslate", **{SERVERS: address})
    assert done.returncode == 0, done.stderr
    after = {msgid: each.msgstr for msgid, each in said(project).items()}
    assert before.items() <= after.items() and set(small_project.sentences()) <= set(after)
