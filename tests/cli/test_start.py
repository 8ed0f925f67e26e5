"""The command starts without the libraries that it may not need."""

import subprocess
import sys

HEAVY = ("pelican", "pydantic", "yaml", "jinja2", "watchfiles", "scipy", "numpy", "babel")


def test_the_command_starts_without_the_libraries_of_its_work():
    program = f"import plugins.cli, sys; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
