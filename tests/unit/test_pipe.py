"""Many reports at once: order, look-ahead, failures, and processes that are killed."""

import copy
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from itertools import count, islice
from pathlib import Path

import pytest

import jwgie
from jwgie.document import Document
from jwgie.errors import InputError, WorkerError
from jwgie.parallel.worker import context
from jwgie.pipeline import Pipeline

REPORT = "عقدت اليوم في طوكيو الجولة الثانية من المشاورات السياسية بين مصر واليابان، واتفق الجانبان على مكافحة الإرهاب."
OTHER = "الطقس اليوم معتدل."


class Odd(Exception):
    """An error that cannot be unpickled."""

    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def stage(document):
    """Does what the text says."""
    match document.text.split():
        case ["fail"]:
            raise ValueError("failed")
        case ["odd"]:
            raise Odd(1, 2)
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["exit"]:
            os._exit(3)
        case ["once", file]:
            try:
                Path(file).touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        case ["wait", seconds]:
            time.sleep(float(seconds))
        case ["function"]:
            return document.replace(mentions=(lambda: None,))
    return document.replace(reason=f"read: {document.text}")


class Burden:
    """A stage that does something when it is loaded in a process."""

    def __init__(self, what):
        self.what = what

    def __call__(self, document):
        return document

    def __setstate__(self, state):
        if multiprocessing.parent_process():
            stage(Document(state["what"]))


READ = Pipeline([stage])


def read(texts, **options):
    return list(READ.pipe(texts, **{"processes": 2, "batch_size": 4} | options))


def numbers(n):
    return [str(i) for i in range(n)]


@pytest.fixture(autouse=True)
def _no_process_is_left():
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("batch_size", [1, 7, 1000])
def test_order(processes, batch_size):
    texts = numbers(60)
    assert [d.reason for d in read(texts, processes=processes, batch_size=batch_size)] == [f"read: {t}" for t in texts]


def test_nothing_comes_of_nothing():
    assert read([]) == []


def test_all_that_a_report_can_be():
    known = {"title": "ع", "published": "2024-05-31", "id": 7, "publisher": "p", "other": object()}
    whole = Document(REPORT, "ع", "2024-05-31", "7", "p", "ar")
    items = [REPORT, (REPORT, known), {"text": REPORT, **known}, whole, (REPORT, 3), (REPORT,), {}, None, b"x"]
    one, two = (list(jwgie.load("ar").pipe(items, processes=n)) for n in (1, 2))
    assert one[1] == one[2] == one[3]
    assert one[:4] == two[:4]
    assert all(d.records for d in one[:4])
    assert [str(d.error) for d in one] == [str(d.error) for d in two]
    assert [type(d.error) for d in two] == [type(None)] * 4 + [InputError] * 5


def test_documents_from_other_processes_equal_those_read_here():
    items = [{"text": REPORT, "title": OTHER, "id": n} for n in range(3)] + [OTHER, "", "12 34", "\ud800"]
    nlp = jwgie.load()
    for one, two in zip(nlp.pipe(items), nlp.pipe(items, processes=2), strict=True):
        assert isinstance(two, Document)
        assert (one.text, one.id, one.language, one.reason) == (two.text, two.id, two.language, two.reason)
        assert one == two
        assert two == one
        assert type(two) is Document
        for layer in ("views", "sentences", "mentions", "relations", "records"):
            assert getattr(one, layer) == getattr(two, layer)


@pytest.mark.parametrize(
    "look",
    [
        repr,
        copy.deepcopy,
        lambda d: pickle.loads(pickle.dumps(d)),
        lambda d: d.replace(),
        lambda d: d.records,
        lambda d: list(d.labelled("COUNTRY")),
    ],
)
def test_a_packed_document_is_as_any(look):
    (one,), (two,) = (jwgie.load("ar").pipe([REPORT], processes=n) for n in (1, 2))
    assert look(one) == look(two)
    assert one == two
    assert not hasattr(next(READ.pipe(["1"], processes=2)), "no such thing")


def test_spawned_processes_load_the_pipeline_themselves(monkeypatch):
    monkeypatch.setattr(multiprocessing, "get_context", lambda _=None, get=multiprocessing.get_context: get("spawn"))
    (document,) = jwgie.load("ar").pipe([REPORT], processes=2)
    assert document == jwgie.load("ar")(REPORT)


@pytest.mark.parametrize("processes", [1, 2])
def test_failures_keep_their_places(processes):
    texts = ["1", "fail", "2", "odd", "3"] * 5
    documents = read([{"text": text, "title": "t"} for text in texts], processes=processes)
    assert [d.text for d in documents] == texts
    assert [d.error is None for d in documents] == [True, False, True, False, True] * 5
    assert type(documents[1].error) is ValueError
    assert type(documents[3].error) is (Odd if processes == 1 else WorkerError)
    assert "1 2" in str(documents[3].error)
    assert documents[1].title == "t"


def test_what_cannot_be_sent_fails_alone():
    back = read(["1", "function", "2"] * 5)
    assert [d.reason for d in back] == ["read: 1", None, "read: 2"] * 5
    assert "pickle" in str(back[1].error)
    there = read([*numbers(20), Document("x", mentions=(lambda: None,)), "21"])
    assert [d.error is None for d in there] == [True] * 20 + [False, True]


def test_a_document_that_kills_its_process_is_found():
    texts = numbers(40)
    texts[17], texts[30] = "die", "exit"
    documents = read(texts, batch_size=8)
    assert [d.text for d in documents] == texts
    assert [i for i, d in enumerate(documents) if d.error] == [17, 30]
    assert all(d.reason for d in documents if not d.error)
    assert isinstance(documents[17].error, WorkerError)
    assert "SIGKILL" in str(documents[17].error)
    assert "exit code 3" in str(documents[30].error)


def test_every_document_a_killer():
    assert [str(d.error) for d in read(["die"] * 3)] == [str(read(["die"])[0].error)] * 3


def test_a_process_that_is_killed_by_accident_is_replaced(tmp_path):
    texts = [f"once {tmp_path / str(i)}" if i % 10 == 3 else str(i) for i in range(30)]
    documents = read(texts)
    assert [d.text for d in documents] == texts
    assert [d.error for d in documents] == [None] * 30


def test_a_killed_process_is_noticed_while_others_work():
    documents = READ.pipe(["wait 0.05"] * 40, processes=2, batch_size=2)
    read_documents = list(islice(documents, 5))
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    assert [d.error for d in (*read_documents, *documents)] == [None] * 40


def test_look_ahead_is_bounded():
    drawn = count()
    texts = (str(next(drawn)) for _ in count())
    documents = READ.pipe(texts, processes=2, batch_size=4)
    for n in range(100):
        assert next(documents).text == str(n)
    assert next(drawn) < 100 + 2 * 4 * 4 + 4
    documents.close()


def test_nothing_is_drawn_before_it_is_asked_for():
    assert next(READ.pipe(str(1 / n) for n in (1, 0))).text == "1.0"


def test_a_break_ends_the_processes():
    for document in READ.pipe(["1", "2", "wait 60", *numbers(100)], processes=2, batch_size=1):
        if document.text == "2":
            break
    del document


@pytest.mark.parametrize("processes", [1, 2])
def test_a_source_that_fails_fails_after_what_it_gave(processes):
    def source():
        yield from numbers(10)
        raise OSError("torn")

    documents, seen = READ.pipe(source(), processes=processes), []
    with pytest.raises(OSError, match="torn"):
        seen.extend(d.text for d in documents)
    assert seen == numbers(10)
    documents = READ.pipe(source(), processes=processes)
    assert [next(documents).text for _ in range(10)] == numbers(10)
    with pytest.raises(OSError, match="torn"):
        next(documents)


def test_stages_that_cannot_be_sent_are_refused():
    with pytest.raises(WorkerError, match="top of a module"):
        Pipeline([lambda document: document]).pipe(["1"], processes=2)


@pytest.mark.parametrize(
    ("what", "message"), [("fail", "could not load.*failed"), ("odd", "could not load.*1 2"), ("die", "SIGKILL.*__main__")]
)
def test_processes_that_cannot_start_say_so(what, message):
    with pytest.raises(WorkerError, match=message):
        list(Pipeline([Burden(what)]).pipe(["1"], processes=2))


@pytest.mark.parametrize("options", [{"processes": 0}, {"processes": -1}, {"batch_size": 0}])
def test_wrong_numbers_are_refused_at_once(options):
    with pytest.raises(InputError, match="at least 1"):
        READ.pipe([], **options)


def test_all_cores():
    assert [d.text for d in read(numbers(9), processes=None)] == numbers(9)


@pytest.mark.parametrize("processes", [1, 2])
def test_progress(processes, capsys):
    told = []
    read(numbers(9), progress=told.append, processes=processes)
    assert told == list(range(1, 10))
    read(["wait 0.6"] * 2, progress=True, processes=1)
    assert capsys.readouterr().out == ""


def test_a_pipeline_with_stages_of_its_own_is_pickled_without_tables():
    nlp = Pipeline([*jwgie.load("ar").stages, stage], "ar")
    assert len(data := pickle.dumps(nlp)) < 1000
    assert pickle.loads(data).stages == nlp.stages
    assert pickle.loads(data)(REPORT).records == jwgie.load("ar")(REPORT).records


def test_a_process_of_a_pool_reads_by_itself():
    with multiprocessing.Pool(1) as pool:
        assert pool.apply(read, (["1", "2"],)) == read(["1", "2"])
        pool.close()
        pool.join()


def test_a_program_with_threads_is_not_forked():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert context().get_start_method() != "fork"
    finally:
        stop.set()
        thread.join()


def test_processes_that_the_system_does_not_grant(monkeypatch):
    def denied(*_):
        raise BlockingIOError("no more processes")

    monkeypatch.setattr("jwgie.parallel.reading.Worker", denied)
    with pytest.raises(WorkerError, match="cannot be started: no more processes"):
        read(["1"])


SCRIPT = """
import multiprocessing, sys, time
sys.path[:0] = {path!r}
from tests.unit.test_pipe import READ
documents = READ.pipe(["1", "2", *["wait 0.2"] * 1000], processes=2, batch_size=1)
next(documents)
time.sleep(0.3)
try:
    print(*[p.pid for p in multiprocessing.active_children()], flush=True)
    for document in documents:
        pass
except KeyboardInterrupt:
    print("interrupted", len(multiprocessing.active_children()), flush=True)
"""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_first(ending):
    """Ctrl-C reaches all processes of a terminal, and only the first answers; a kill reaches the first alone."""
    script = SCRIPT.format(path=[*sys.path, str(Path(__file__).parents[2])])
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        children = [int(pid) for pid in process.stdout.readline().split()]
        assert len(children) == 2
        (os.killpg if ending == signal.SIGINT else os.kill)(process.pid, ending)
        output, errors = process.communicate(timeout=20)
    if ending == signal.SIGINT:
        assert output == "interrupted 0\n"
    assert "Traceback" not in errors
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < deadline
        time.sleep(0.01)
