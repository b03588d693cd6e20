"""Files are read in real processes; only what those do with a file is replaced."""

from __future__ import annotations

import pytest

from ingest import sandbox
from ingest.errors import DecisionsError, FileTooLarge, ReadTimedOut, UnreadableFile
from ingest.parse import Parsed
from ingest.piped import HOME
from ingest.pool import parse_files
from ingest.settings import Settings

#: Does what the file's first word says, and else what the real worker does.
MISCHIEF = """
import os, signal, sys, time
sys.path.insert(0, {home!r})
from ingest import worker
real = worker.parse_file
def parse_file(path, max_file_mb):
    word = path.read_text(encoding="utf-8").partition(" ")[0]
    if word == "exit": os._exit(3)
    if word == "crash": os.kill(os.getpid(), signal.SIGSEGV)
    if word == "killed": os.kill(os.getpid(), signal.SIGKILL)
    if word == "hang": time.sleep(600)
    if word == "spin":
        while True: pass
    if word == "eat":
        hoard = []
        while True: hoard.append(bytearray(1 << 24))
    if word == "print": print("noise on the standard output", flush=True)
    if word == "raise": raise KeyError("unforeseen")
    if word == "deep": parse_file(path, max_file_mb)
    return real(path, max_file_mb)
worker.parse_file = parse_file
worker.serve()
"""

DECISION = (
    "BC-99/2: Fictional matters\n\nThe Conference of the Parties\n\n"
    "1. Requests the Secretariat to prepare a report;\n\n2. Decides to meet again.\n"
)


@pytest.fixture
def mischief(monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", MISCHIEF.format(home=HOME))


def written(folder, *contents):
    paths = []
    for index, content in enumerate(contents):
        paths.append(folder / f"{index}.txt")
        paths[-1].write_text(content, encoding="utf-8")
    return paths


def results(paths, **limits):
    settings = Settings(readers=2, max_read_seconds=limits.pop("seconds", 60), **limits)
    return [read.result for read in parse_files(paths, settings)]


def test_files_come_in_their_order(tmp_path):
    paths = written(tmp_path, *[DECISION.replace("99/2", f"99/{n}") for n in range(1, 13)])
    done = []
    read = list(parse_files(paths, Settings(readers=2), done.append))
    assert [item.path for item in read] == paths
    assert sorted(item.path for item in done) == sorted(paths)
    assert [item.result.documents[0].code for item in read] == [f"BC-99/{n}" for n in range(1, 13)]


def test_one_that_dies_costs_one_error_and_the_rest_go_on(tmp_path, mischief):
    reasons = {
        "exit": "status 3",
        "crash": "SIGSEGV",
        "killed": "SIGKILL",
        "raise": "KeyError",
        "deep": "deep",
    }
    contents = [text for word in reasons for text in (f"{word} {DECISION}", DECISION)]
    found = results(written(tmp_path, *contents))
    assert all(isinstance(result, Parsed) for result in found[1::2])
    for result, reason in zip(found[::2], reasons.values(), strict=True):
        assert type(result) is UnreadableFile
        assert reason in str(result)
        assert "\n" not in str(result)


def test_what_libraries_print_does_not_disturb(tmp_path, mischief):
    printed, good = results(written(tmp_path, f"print \n\n{DECISION}", DECISION))
    assert isinstance(printed, Parsed)
    assert isinstance(good, Parsed)


@pytest.mark.parametrize("word", ["hang", "spin"])
def test_one_that_never_ends_is_given_up(tmp_path, mischief, word):
    slow, good = results(written(tmp_path, word, DECISION), seconds=1.5)
    assert isinstance(slow, ReadTimedOut)
    assert isinstance(good, Parsed)


def test_one_that_eats_memory_is_stopped(tmp_path, mischief):
    eaten, good, again = results(
        written(tmp_path, "eat", DECISION, DECISION), max_read_memory_mb=200
    )
    assert isinstance(eaten, FileTooLarge)
    assert isinstance(good, Parsed)
    assert isinstance(again, Parsed)


def test_the_size_limit_is_that_of_the_settings(tmp_path):
    path = tmp_path / "big.txt"
    path.write_text(DECISION + " " * (1 << 20))
    (result,) = results([path], max_file_mb=1)
    assert isinstance(result, FileTooLarge)
    (result,) = results([path], max_file_mb=2)
    assert isinstance(result, Parsed)


def test_what_is_not_there_is_an_error(tmp_path):
    missing, folder = results([tmp_path / "missing.pdf", tmp_path])
    assert isinstance(missing, UnreadableFile)
    assert isinstance(folder, UnreadableFile)
    assert results([]) == []


def test_a_closed_iterator_leaves_no_process(tmp_path, mischief):
    started = []
    real = sandbox.subprocess.Popen

    class Spy(real):
        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            started.append(self)

    sandbox.subprocess.Popen = Spy
    try:
        reading = parse_files(written(tmp_path, DECISION, *["hang"] * 20), Settings(readers=2))
        next(reading)
        reading.close()
    finally:
        sandbox.subprocess.Popen = real
    assert started
    assert all(process.returncode is not None for process in started)


def test_a_process_serves_many_files(tmp_path):
    with sandbox.Sandbox(64, 1500, 60) as one:
        pids = set()
        for path in written(tmp_path, *[DECISION] * 5):
            assert isinstance(one.parse(path), Parsed)
            pids.add(one._process.pid)
    assert len(pids) == 1


def test_a_process_that_does_not_start_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", "raise SystemExit('no interpreter today')")
    (path,) = written(tmp_path, DECISION)
    with sandbox.Sandbox(64, 1500, 60) as one:
        result = one.parse(path)
    assert isinstance(result, DecisionsError)
    assert "no interpreter today" in str(result)


def test_modules_in_the_working_directory_are_not_imported(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    (tmp_path / "re.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    (path,) = written(tmp_path, DECISION)
    with sandbox.Sandbox(64, 1500, 60) as one:
        assert isinstance(one.parse(path), Parsed)


def test_an_orphan_ends_by_itself(tmp_path):
    """The end of the job stream ends the process, as when its parent was killed."""
    with sandbox.Sandbox(64, 1500, 60) as one:
        process = one._ready()
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_web_page_of_50_megabytes_ends_within_the_limits(tmp_path):
    large = tmp_path / "large.html"
    item = (
        "<p>{}. <i>Requests</i> the secretariat to count the moons, and all that circle them;</p>\n"
    )
    with large.open("w", encoding="utf-8") as file:
        file.write("<html><body><h1>Decision XX-1/2: Moons</h1>\n")
        number = 0
        while file.tell() < 50 * 10**6:
            file.write("".join(item.format(number + n) for n in range(1, 1001)))
            number += 1000
    first, last = results([large, *written(tmp_path, DECISION)], seconds=6, max_read_memory_mb=600)
    # How far a machine gets within them is its own affair.
    assert isinstance(first, Parsed | ReadTimedOut | FileTooLarge)
    assert isinstance(last, Parsed)
