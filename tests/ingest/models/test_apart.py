from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pytest

from ingest.errors import IndexDamaged, ModelMissing
from ingest.models import load_embedder as load_here
from ingest.models.apart import load_embedder
from ingest.settings import Settings

pytestmark = pytest.mark.models


@pytest.fixture
def settings(tmp_path):
    return Settings(index=tmp_path)


def test_embeds_as_here(settings):
    here, apart = load_here(settings), load_embedder(settings)
    try:
        assert (apart.identity, apart.dimension) == (here.identity, here.dimension)
        texts = ["Requests the secretariat to count moons;", "Moons"]
        assert np.allclose(apart.embed(texts), here.embed(texts), atol=1e-5)
        assert np.allclose(apart.embed_query("moons?"), here.embed_query("moons?"), atol=1e-5)
    finally:
        apart.close()


def test_a_model_that_is_missing_is_said_as_here(settings):
    with pytest.raises(ModelMissing, match="nobody/no-such-model"):
        load_embedder(settings.model_copy(update={"embedder": "nobody/no-such-model"}))


def test_a_process_that_dies_is_said_with_a_remedy(settings):
    apart = load_embedder(settings)
    apart._process.kill()
    with pytest.raises(IndexDamaged, match="run the same command again"):
        apart.embed(["moons"])
    apart.close()


def test_the_process_ends_with_its_parent():
    program = (
        "from pathlib import Path; from ingest.models.apart import load_embedder;"
        "from ingest.settings import Settings; import os;"
        "one = load_embedder(Settings(index=Path('none'))); print(one._process.pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    child = int(done.stdout)
    waited = subprocess.run(["tail", f"--pid={child}", "-f", "/dev/null"], timeout=60, check=False)
    assert waited.returncode == 0


def test_it_ends_quietly_where_its_parent_is_gone_before_the_model_is_loaded(tmp_path):
    program = "from ingest.models.apart import serve; serve()"
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(pickle.dumps(Settings(index=tmp_path / "index")))
        process.stdin.flush()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
