"""A wheel carries, below `plugins`, what a checkout has beside it.

Setuptools reads this file by itself (pyproject.toml): it imports nothing of ours.
"""

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py  # type: ignore[import-untyped]

CARRIED = (
    *("theme", "content", "docs", "places/labels", "places/schema"),
    *(".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"),
    *("CONTRIBUTING.md", "CHANGELOG.md", "requirements.lock"),
)
LEFT_OUT = shutil.ignore_patterns("adr", "pictures", "__pycache__")


class WithProgram(build_py):  # type: ignore[misc]
    """Copies what is carried, but for an editable install, which has it at its place."""

    def run(self) -> None:
        """Build as usual, then copy."""
        super().run()
        if self.editable_mode:
            return
        to = Path(self.build_lib) / "plugins" / "program"
        shutil.rmtree(to, ignore_errors=True)
        for name in CARRIED:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            if Path(name).is_dir():
                shutil.copytree(name, to / name, ignore=LEFT_OUT)
            else:
                shutil.copyfile(name, to / name)
