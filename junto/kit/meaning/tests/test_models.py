"""The models: their places are those that were published, and what is wrong with one is no trouble for anybody."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest

from junto.kit.meaning import chosen
from junto.kit.meaning.address import Address
from junto.kit.meaning.kept import pack, unpack
from junto.kit.meaning.minilm import MiniLM
from junto.kit.meaning.model import NoAnswer
from junto.kit.meaning.weights import NotTheModel, proved


@pytest.fixture(scope="module")
def english() -> MiniLM:
    return MiniLM(chosen.folder_of("english"))


@pytest.fixture
def fresh() -> Iterator[None]:
    chosen.forget()
    yield
    chosen.forget()


def test_places_are_those_of_the_published_model(english: MiniLM) -> None:
    """The cosines its authors print beside it."""
    said = english.of_texts(["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"])
    assert np.allclose(said @ said[0], [1.0, 0.6945773, 0.9429154, 0.2568761], atol=1e-5)


def test_a_text_stands_at_the_same_place_alone_and_among_others(english: MiniLM) -> None:
    texts = ["Pump", "The compressor leaks oil over night, and nobody knows from where.", "", "漏れ", "x" * 5000]
    together = english.of_texts(texts)
    assert together.dtype == np.float32
    for text, place in zip(texts, together, strict=True):
        assert np.allclose(english.of_question(text), place, atol=1e-5)


def test_eight_bits_keep_what_is_near(english: MiniLM) -> None:
    one, other = english.of_texts(["How do I reset my password?", "I forgot my login"])
    step, steps = unpack(pack(other))
    assert abs(float(one @ other) - float(one @ (steps * np.float32(step)))) < 0.005


def test_a_file_that_is_not_the_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model").write_bytes(b"something else")
    with pytest.raises(NotTheModel):
        proved(tmp_path / "model", "0" * 64)


def test_a_model_that_cannot_be_loaded_is_none(settings: Any, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    def broken() -> Any:
        raise OSError

    settings.MEANING = "english"
    monkeypatch.setitem(chosen.LOADERS, "english", broken)
    assert chosen.model() is None
    assert chosen.at_hand("minilm-l6-v2") is None


def test_off_means_that_nothing_is_loaded(settings: Any, monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    settings.MEANING = "off"
    monkeypatch.setitem(chosen.LOADERS, "english", lambda: pytest.fail("it was loaded"))
    assert (chosen.name(), chosen.model(), chosen.at_hand("minilm-l6-v2")) == ("", None, None)


class Machine(BaseHTTPRequestHandler):
    """Answers as OpenAI's does: a text stands where its length says."""

    asked: list[Any] = []
    says: bytes | None = None

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        Machine.asked.append((self.headers.get("Authorization"), given))
        data = [{"index": at, "embedding": [float(len(text)), 1.0]} for at, text in enumerate(given["input"])]
        said = Machine.says or json.dumps({"data": data[::-1]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def machine() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Machine)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    Machine.asked, Machine.says = [], None
    yield f"http://127.0.0.1:{server.server_port}/v1/embeddings"
    server.shutdown()
    server.server_close()


def test_another_machine_gives_places_in_the_order_of_the_texts(machine: str) -> None:
    places = Address("some at there", machine, "some", "a key").of_texts(["aaa", "b"])
    assert np.allclose(places[0] / places[0][1], [3, 1])
    assert np.allclose(np.linalg.norm(places, axis=1), 1)
    assert Machine.asked[0][0] == "Bearer a key"
    assert Machine.asked[0][1]["model"] == "some"


@pytest.mark.parametrize(
    "said", [b"no json", b"{}", b'{"data": []}', b'{"data": [{"embedding": [0, 0]}]}', b'{"data": [{"embedding": "x"}]}']
)
def test_what_another_machine_says_amiss_is_no_answer(machine: str, said: bytes) -> None:
    Machine.says = said
    with pytest.raises(NoAnswer):
        Address("some at there", machine, "some", "").of_texts(["aaa"])


def test_a_machine_that_does_not_answer_is_left_alone_for_a_while() -> None:
    away = Address("some at there", "http://127.0.0.1:9/", "some", "")
    for _ in range(2):
        with pytest.raises(NoAnswer):
            away.of_question("Is anybody there?")


PAIRS = Path(__file__).with_name("translated.tsv")


def test_questions_find_their_twins_in_other_languages() -> None:
    from junto.kit.meaning.languages import Languages

    model = Languages(chosen.folder_of("languages"))
    pairs = [line.split("\t") for line in PAIRS.read_text().splitlines()]
    texts = model.of_texts([english for _, english in pairs])
    found = [int(np.argmax(texts @ model.of_question(asked))) == at for at, (asked, _) in enumerate(pairs)]
    assert len(pairs) == 40
    assert sum(found) >= 38
