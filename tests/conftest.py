"""What tests of several folders share."""

import socket
import warnings
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network is cut."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise AssertionError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="session")
def stanza_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The options of a `stanza.Pipeline` with a tokeniser, an expander of multi-word tokens and a tagger, trained here in seconds."""
    pytest.importorskip("stanza", reason="Stanza is not installed")
    import stanza_models
    import torch

    torch.set_num_threads(1)
    folder: Path = tmp_path_factory.mktemp("stanza")
    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of torch, about what Stanza does
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, None)
        return stanza_models.train(folder)
