"""Engines: real Argos packages and CTranslate2 folders, and what they say of input that is none."""

from __future__ import annotations

import json
import shutil
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny_model

from waymark.engines import NAMES, argos, best, multilingual, open_engine, statuses
from waymark.engines.decoding import Settings
from waymark.engines.install import install
from waymark.errors import EngineError, UsageError
from waymark.locales import LOCALES, SOURCE, locale

FRENCH, KHMER, SWAHILI = locale("fr"), locale("km"), locale("sw")
KHMER_WORDS = {"Never": "កុំ", "pay.": "បង់។"}

# ------------------------------------------------------------ Argos


def test_sentences_are_translated_in_one_batch_and_put_together(models: Path, packages: Path) -> None:
    assert install(models / "good.argosmodel") == "en-fr 1.0"
    engine = open_engine("argos", FRENCH)
    texts = ["Workers help people today. Guards watch drivers!", "", "Never pay for work."]
    assert engine.translate(texts, "en", "fr") == [
        "Les travailleurs aident des personnes aujourd’hui. Les gardiens surveillent les chauffeurs!",
        "",
        "Ne payez jamais de frais pour obtenir un emploi.",
    ]
    assert engine.name == "argos en-fr 1.0"


def test_the_newest_version_of_a_pair_is_used(models: Path, packages: Path) -> None:
    for name in ("newer", "good"):  # 1.10 is newer than 1.0, and than 1.9 by number, not by letters
        install(models / f"{name}.argosmodel")
    assert open_engine("argos", FRENCH).name == "argos en-fr 1.10"


def test_underscores_stay(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    (said,) = open_engine("argos", FRENCH).translate(["Workers call fake_job_ad XQ_0."], "en", "fr")
    assert said == "Les travailleurs appellent fake_job_ad XQ_0."


def test_two_hops_go_through_english(models: Path, packages: Path, tmp_path: Path) -> None:
    install(models / "good.argosmodel")
    lexicon = {"Obreros": "Workers", "ayudan": "help"}
    install(tiny_model.argosmodel(tmp_path / "es.argosmodel", "es", "en", lexicon))
    engine = argos.Argos(locale("es"), FRENCH)
    assert engine.name == "argos es-en 1.0+en-fr 1.0"
    assert engine.translate(["Obreros ayudan."], "es", "fr") == ["Les travailleurs aident."]


def test_a_model_that_guesses_says_nothing(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    sure = argos.Argos(SOURCE, FRENCH)
    doubting = argos.Argos(SOURCE, FRENCH, Settings(floor=1.0))  # no log-probability reaches this
    assert sure.translate(["Workers help people."], "en", "fr") != [""]
    assert doubting.translate(["Workers help people."], "en", "fr") == [""]
    assert sure.key != doubting.key


def test_a_missing_model_is_a_status_with_its_command(packages: Path) -> None:
    told = {each.engine: each for each in statuses(FRENCH)}
    assert not told["argos"].ready and "argospm install translate-en_fr" in told["argos"].cure
    assert best(FRENCH) is None
    with pytest.raises(EngineError, match="no model en-fr installed"):
        open_engine("argos", FRENCH)
    with pytest.raises(EngineError, match="Argos has no model for Khmer"):
        open_engine("argos", KHMER)


def test_every_locale_has_a_status_and_none_raises(packages: Path) -> None:
    for known in LOCALES[1:]:
        assert [each.locale for each in statuses(known)] == [known.tag] * 3


def test_an_unknown_engine_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match=" ".join(NAMES[:1])):
        open_engine("babelfish", FRENCH)


def test_an_engine_keeps_to_its_pair(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    with pytest.raises(EngineError, match="does not translate en to km"):
        open_engine("argos", FRENCH).translate(["Stop."], "en", "km")


def test_a_text_too_long_for_a_model_is_left_alone(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    texts = ["Workers help people. " * 1_000_000, "Workers help people."]  # 20 MB
    assert open_engine("argos", FRENCH).translate(texts, "en", "fr") == [
        "",
        "Les travailleurs aident des personnes.",
    ]


def test_a_model_is_loaded_once_by_many_threads(
    models: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ctranslate2

    install(models / "good.argosmodel")
    loaded: list[str] = []
    real = ctranslate2.Translator

    def counting(path: str, **options: object) -> object:
        loaded.append(path)
        return real(path, **options)

    monkeypatch.setattr(ctranslate2, "Translator", counting)
    engine = open_engine("argos", FRENCH)
    said: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: said.append(engine.translate(["Workers help people."], "en", "fr")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [["Les travailleurs aident des personnes."]] * 8
    assert len(loaded) == 1


# ------------------------------------------------------------ packages that are none


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


META = json.dumps({"from_code": "en", "to_code": "fr", "package_version": "1.0"}).encode()
BAD: dict[str, dict[str, bytes]] = {
    "no metadata": {"p/model/model.bin": b"x", "p/sentencepiece.model": b"x"},
    "no model": {"p/metadata.json": META, "p/sentencepiece.model": b"x"},
    "no tokenizer": {"p/metadata.json": META, "p/model/model.bin": b"x"},
    "metadata no JSON": {"p/metadata.json": b"{", "p/model/model.bin": b"x", "p/bpe.model": b"x"},
    "metadata a list": {"p/metadata.json": b"[]", "p/model/model.bin": b"x", "p/bpe.model": b"x"},
    "metadata no UTF-8": {"p/metadata.json": b"\xff", "p/model/model.bin": b"x", "p/bpe.model": b"x"},
    "no pair": {"p/metadata.json": b"{}", "p/model/model.bin": b"x", "p/bpe.model": b"x"},
    "writes outside": {"../evil": b"x"},
    "two folders": {"a/x": b"", "b/x": b""},
    "empty": {},
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_package_is_refused_in_one_line(name: str, packages: Path, tmp_path: Path) -> None:
    path = _zip(tmp_path / "bad.argosmodel", BAD[name])
    with pytest.raises(EngineError, match="no Argos package") as told:
        install(path)
    assert "\n" not in str(told.value) and "bad.argosmodel" in str(told.value)
    assert list(packages.iterdir()) == []


def test_a_damaged_archive_is_refused(models: Path, packages: Path, tmp_path: Path) -> None:
    whole = (models / "good.argosmodel").read_bytes()
    for name, content in {"cut": whole[: len(whole) // 2], "text": b"<html>", "nothing": b""}.items():
        path = tmp_path / f"{name}.argosmodel"
        path.write_bytes(content)
        with pytest.raises(EngineError, match="no Argos package"):
            install(path)
    with pytest.raises(EngineError, match="no Argos package"):
        install(tmp_path / "missing.argosmodel")


def test_a_corrupt_model_is_an_engine_error(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    (model,) = packages.glob("*/model/model.bin")
    model.write_bytes(b"\0" * 100)
    with pytest.raises(EngineError, match="no CTranslate2 model"):
        open_engine("argos", FRENCH).translate(["Stop."], "en", "fr")


def test_a_half_installed_package_is_told_and_passed_over(models: Path, packages: Path) -> None:
    install(models / "good.argosmodel")
    (packages / "half").mkdir()
    (packages / "half" / "metadata.json").write_text("{")
    assert argos.broken() == [packages / "half"]
    assert open_engine("argos", FRENCH).name == "argos en-fr 1.0"


# ------------------------------------------------------------ a multilingual folder


@pytest.mark.parametrize("layout", [tiny_model.m2m100, tiny_model.madlad400])
def test_both_layouts_translate_into_khmer(
    layout: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = layout(tmp_path / "tiny", KHMER_WORDS, ["km", "my"], spaced=False)
    monkeypatch.setenv(multilingual.FOLDER, str(folder))
    engine = open_engine("ctranslate2", KHMER)
    assert engine.name == "ctranslate2 en-km tiny"
    assert engine.translate(["Never pay.", "Never pay. Never pay."], "en", "km") == ["កុំបង់។", "កុំបង់។ កុំបង់។"]
    assert open_engine("ctranslate2", locale("my")).key != engine.key


def test_a_folder_without_the_language_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny_model.m2m100(tmp_path / "tiny", KHMER_WORDS, ["km"])
    monkeypatch.setenv(multilingual.FOLDER, str(folder))
    with pytest.raises(EngineError, match="knows no Swahili"):
        open_engine("ctranslate2", SWAHILI)
    assert not multilingual.status(SOURCE, SWAHILI).ready


BREAK: dict[str, Callable[[Path], object]] = {
    "no model": lambda folder: (folder / "model.bin").unlink(),
    "no vocabulary": lambda folder: [path.unlink() for path in folder.glob("*vocabulary*")],
    "vocabulary no JSON": lambda folder: [path.write_text("{") for path in folder.glob("*vocabulary*")],
    "no config": lambda folder: (folder / "config.json").unlink(),
    "no tokenizer": lambda folder: (folder / "sentencepiece.model").unlink(),
    "no folder": lambda folder: shutil.rmtree(folder),
}


@pytest.mark.parametrize("name", BREAK)
def test_a_wrong_folder_is_a_status_that_says_what_is_missing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tiny_model.madlad400(tmp_path / "tiny", KHMER_WORDS, ["km"])
    BREAK[name](folder)
    monkeypatch.setenv(multilingual.FOLDER, str(folder))
    told = multilingual.status(SOURCE, KHMER)
    assert not told.ready and told.what and multilingual.FOLDER in told.cure


def test_a_broken_tokenizer_is_an_engine_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny_model.madlad400(tmp_path / "tiny", KHMER_WORDS, ["km"])
    (folder / "sentencepiece.model").write_bytes(b"no model")
    monkeypatch.setenv(multilingual.FOLDER, str(folder))
    with pytest.raises(EngineError, match="no SentencePiece model"):
        open_engine("ctranslate2", KHMER).translate(["Stop."], "en", "km")
