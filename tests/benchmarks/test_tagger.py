"""Time and memory of the tagger: a report of 400 words, one thread, no network.

``python -m pytest tests/benchmarks/test_tagger.py --benchmark-enable``
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jwgie
from jwgie.tagger.recogniser import WEIGHTS, Tagger

pytestmark = pytest.mark.skipif(not WEIGHTS.is_file(), reason="the weights are not here")

SENTENCE = (
    "ترأس الجانب المصري السفير باب النور مدير إدارة المياه بوزارة الموارد المائية، فيما ترأس الجانب الأردني المهندس أحمد "
    "أبو زيد أمين عام سلطة المياه، وبحث الجانبان سبل تعزيز التعاون في مجالات الري والزراعة وتبادل الخبرات. "
)
WORDS = 400
#: What a report may take: the largest resident memory of a process that has read one, in MB.
MEMORY = 600

SCRIPT = """
import re, socket, sys
def closed(*_):
    raise OSError("no network")
socket.socket.connect = closed
from jwgie.tagger.recogniser import Tagger
import torch
torch.set_num_threads(1)
read = Tagger().load()
text = sys.stdin.read()
assert read(text, [(0, len(text))], ("people", "bodies", "things"))[0]
with open("/proc/self/status") as status:  # not getrusage, which counts what the parent had when it forked
    print(int(re.search(r"VmHWM:\\s+(\\d+)", status.read())[1]) / 1024)
"""


def report() -> str:
    """Four hundred words."""
    return " ".join((SENTENCE.split() * 20)[:WORDS])


@pytest.mark.parametrize("dtype", ["int8", "float32"])
def test_a_report_of_400_words(benchmark: Any, dtype: str) -> None:
    import torch

    from jwgie.tagger.model import model

    torch.set_num_threads(1)
    read, text = model(WEIGHTS, dtype), report()
    found, *_ = benchmark(read, text, [(0, len(text))], ("people", "roles"))
    assert any(f.label == "NAME" for f in found)


def test_asking_whether_a_report_is_about_a_meeting(benchmark: Any) -> None:
    """By its headline and its first window."""
    document = jwgie.load("ar", recognisers=["rules"])(report() * 5, title=SENTENCE)
    tagger = Tagger(dtype="float32")
    tagger.load()
    assert benchmark(tagger.about, document) in (True, False)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="memory is read from /proc")
def test_memory_without_a_network() -> None:
    out = subprocess.run([sys.executable, "-W", "ignore", "-c", SCRIPT], input=report(), text=True, capture_output=True, check=True)
    assert float(out.stdout) <= MEMORY
