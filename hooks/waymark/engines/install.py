"""A local .argosmodel file goes in through Argos' own package code, after a look inside."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from waymark.engines.argos import readable_metadata
from waymark.errors import EngineError

_MOST = 4 << 30  # bytes unpacked; the largest published package is under 1 GiB
_CURE = "Fetch the .argosmodel file again."


def install(path: Path) -> str:
    """Installs the package of ``path`` and returns its pair and version: ``en-fr 1.9``.

    Raises EngineError, and leaves nothing behind, for what is no whole Argos package.
    """
    try:
        told = _look(path)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise EngineError(f"this is no Argos package: {error}", _CURE, path) from error
    from argostranslate import package

    package.install_from_path(path)
    return told


def _look(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
        if any(name.is_absolute() or ".." in name.parts for name in names):
            raise ValueError("it writes outside its folder")
        roots = {name.parts[0] for name in names}
        if len(roots) != 1:
            raise ValueError("it holds more than one folder")
        if sum(member.file_size for member in archive.infolist()) > _MOST:
            raise ValueError("it is too large")
        root = roots.pop()
        if broken := archive.testzip():
            raise ValueError(f"{broken} is damaged")
        present = {str(name) for name in names}
        for needed in (f"{root}/metadata.json", f"{root}/model/model.bin"):
            if needed not in present:
                raise ValueError(f"{needed} is missing")
        if not present & {f"{root}/sentencepiece.model", f"{root}/bpe.model"}:
            raise ValueError("its tokenizer is missing")
        metadata = readable_metadata(archive.read(f"{root}/metadata.json").decode("utf-8"))
    return f"{metadata['from_code']}-{metadata['to_code']} {metadata['package_version']}"
