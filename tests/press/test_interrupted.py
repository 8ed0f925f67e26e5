"""A build that is asked to end says so, and leaves neither a half-made site nor workers behind."""

import os
import signal
import time
from pathlib import Path

from plugins.common.worker_pool import run_pool


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path):
    """They would make pages for minutes, and hold the lock of the site."""
    tasks = tmp_path / "tasks"
    tasks.mkdir()

    def work(task: int) -> int:
        (tasks / str(task)).touch()
        if task == 0:
            os.kill(os.getppid(), signal.SIGKILL)
            while os.getppid() == parent:  # until the system has seen it
                time.sleep(0.001)
        return task

    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        parent = os.getpid()
        run_pool([range(500)], work, lambda _: None)
        os._exit(0)
    os.close(write_end)
    os.waitpid(child, 0)
    assert os.read(read_end, 1) == b""  # the last worker has gone: nobody holds the other end
    assert [path.name for path in tasks.iterdir()] == ["0"]
