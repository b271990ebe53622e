"""Which pieces of the base vocabulary are kept, and the SentencePiece model of these.

The embeddings are not trained, so pieces can be added or left out afterwards without training again.
"""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

import regex

from jwgie.tagger.pieces import BEGIN, END, PAD, UNKNOWN

#: Scripts whose pieces are all kept; of the others, what every script writes (digits, signs).
_KEPT = regex.compile(r"[\p{Arabic}\p{Devanagari}\p{Hiragana}\p{Katakana}\p{Common}\p{Inherited}▁]+")
_LATIN = regex.compile(r"[▁\p{Common}a-zA-ZàâäæçéèêëîïôœöùûüÿñáíóúÀÂÇÉÈÊËÎÏÔŒÙÛÜÑÁÍÓÚ]+")
_HAN = regex.compile(r"[▁\p{Common}\p{Han}\p{Hiragana}\p{Katakana}]+")


def kept(pieces: list[str], scores: list[float], latin: int = 40000) -> list[int]:
    """The numbers of the kept pieces: those of Arabic, Devanagari and Japanese, and the `latin` most frequent ones in Latin letters of
    English, French and Spanish. Han only as Japanese has it, told by the standard JIS X 0208."""
    chosen = set(range(UNKNOWN + 1))
    ranked: list[tuple[float, int]] = []
    for number, (piece, score) in enumerate(zip(pieces, scores, strict=True)):
        if _KEPT.fullmatch(piece) or (_HAN.fullmatch(piece) and _japanese(piece)):
            chosen.add(number)
        elif _LATIN.fullmatch(piece):
            ranked.append((-score, number))
    chosen.update(number for _, number in sorted(ranked)[:latin])
    return sorted(chosen)


def _japanese(piece: str) -> bool:
    try:
        piece.replace("▁", "").encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return True


def model(pieces: list[str], scores: list[float]) -> bytes:
    """A serialised SentencePiece unigram model of pieces, normalising as the base model's does (nmt_nfkc)."""
    from sentencepiece import SentencePieceTrainer

    proto_class: Any = import_module("sentencepiece.sentencepiece_model_pb2").ModelProto  # made as it is imported

    trained = io.BytesIO()  # of a few words: only for what the library writes beside the pieces
    words = iter(["one two three four five six seven eight nine ten"] * 10)
    SentencePieceTrainer.train(sentence_iterator=words, model_writer=trained, vocab_size=30, hard_vocab_limit=False,
                               normalization_rule_name="nmt_nfkc", minloglevel=2)  # fmt: skip
    proto = proto_class.FromString(trained.getvalue())
    del proto.pieces[:]
    kinds = proto_class.SentencePiece
    special = {BEGIN: kinds.CONTROL, PAD: kinds.CONTROL, END: kinds.CONTROL, UNKNOWN: kinds.UNKNOWN}
    for number, (piece, score) in enumerate(zip(pieces, scores, strict=True)):
        proto.pieces.add(piece=piece, score=score, type=special.get(number, kinds.NORMAL))
    proto.trainer_spec.unk_id, proto.trainer_spec.bos_id = UNKNOWN, BEGIN
    proto.trainer_spec.eos_id, proto.trainer_spec.pad_id = END, PAD
    proto.trainer_spec.vocab_size = len(pieces)
    written: bytes = proto.SerializeToString()
    return written
