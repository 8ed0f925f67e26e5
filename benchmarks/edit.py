"""How long after a record is saved a browser shows its page again, under `annuaire serve`.

    python -m benchmarks.edit PLACES OUTPUT [ROUNDS]

`PLACES`: a folder of records, of which one is edited in place and put back at the end: give a copy.
`OUTPUT`: where its site is, or will be, built. The system's Chromium shows the page of the record,
that of its commune, and the first in each other language; the name of the record changes `ROUNDS`
times, once the build of the whole site that follows each edit is done. Printed for each page: the
median and the longest of the seconds from the writing of the file to the new text on the screen;
then the memory of the family of processes.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from benchmarks.measure import sizes_of
from plugins.gazetteer import Gazetteer
from tests.support.contexts import chromium

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE_MS = 300_000
_NAME = re.compile(r"^nom: .*$", re.MULTILINE)
_CODE = re.compile(r"^code_insee: [\"']?(\w+)", re.MULTILINE)
_FINISHED = re.compile(r"^[\d\s]+ pages : ")


def measure(places: Path, output: Path, rounds: int) -> None:
    """Print a line for each page."""
    record = min(places.glob("[0-9]*/*.yaml"))
    text = record.read_text("utf-8")
    code = _CODE.search(text)
    commune = Gazetteer.load([]).page_of(code[1]) if code else None
    own = f"/lieux/{record.parent.name}/{record.stem}/"
    command = [sys.executable, "-m", "plugins.cli", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--places", str(places), "--output", str(output)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    finished = threading.Semaphore(0)

    def listen() -> None:
        for line in process.stderr or ():
            if _FINISHED.match(line):
                finished.release()

    threading.Thread(target=listen, daemon=True).start()
    try:
        address = next(line for line in process.stdout or () if "http://" in line)
        root = address[address.index("http://") :].strip().removesuffix("/")
        finished.acquire()
        languages = sorted(path.parent.name for path in output.glob("??/lieux"))
        pages = [own, *([commune.url] if commune else []), *(f"/{one}{own}" for one in languages)]
        with chromium() as browser:
            page = browser.new_page()
            for path in pages:
                page.goto(root + path)
                waits = []
                for count in range(rounds):
                    name = f"Essai {time.time_ns()} {count}"
                    edited = _NAME.sub(f"nom: {name}", text, count=1)
                    waits.append(_seconds(page, record, edited, name))
                    finished.acquire()
                print(f"{path:<60} {median(waits):6.2f} s, at most {max(waits):.2f}", flush=True)
        family, largest = sizes_of(process.pid)
        print(f"{family:.0f} MB family, {largest:.0f} MB largest, between edits")
    finally:
        record.write_text(text, "utf-8")
        process.terminate()
        process.wait()


def _seconds(page: Page, record: Path, text: str, name: str) -> float:
    beside = record.with_name(f".{record.name}.new")  # as editors save: whole, at once
    beside.write_text(text, "utf-8")
    start = time.monotonic()
    beside.replace(record)
    page.get_by_text(name).first.wait_for(state="attached", timeout=_PATIENCE_MS)
    return time.monotonic() - start


def main() -> None:
    """Measure."""
    measure(Path(sys.argv[1]), Path(sys.argv[2]), int((sys.argv[3:] or ["5"])[0]))


if __name__ == "__main__":
    main()
