"""The whole folder: each file read once, on all cores."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.worker_pool import can_fork, run_pool
from plugins.hosting.audited.between_pages import PageSummary, faults_between, summary_of
from plugins.hosting.audited.fault import fault
from plugins.hosting.audited.file_checks import file_faults
from plugins.hosting.audited.given_policies import GivenPolicies
from plugins.hosting.audited.page_checks import page_faults
from plugins.hosting.audited.page_reader import read_page
from plugins.hosting.audited.site_files import SiteFiles, address_of
from plugins.press.publish.hosts import Weight, weight_of

_PAGES = (".html", ".htm", ".xhtml")
_BATCH = 25
"""Files that a worker reads in one step."""
_SHARE = 1000
_FEW = 200
"""Files that are read without workers."""


class Audit(NamedTuple):
    """What was found in a folder."""

    files: int
    pages: int
    diagnostics: list[Diagnostic]
    weight: Weight


class _Batch(NamedTuple):
    diagnostics: list[Diagnostic]
    summaries: list[PageSummary]


def audit(folder: Path, workers: int = 0, left_out: tuple[str, ...] = ()) -> Audit:
    """Everything wrong in a folder; `workers`: processes, by default one a core; `left_out`:
    beginnings of paths that nobody judges.

    Raises OSError when the folder cannot be read.
    """
    files = SiteFiles(folder)
    policies = GivenPolicies(folder)
    names = [name for name in files.sizes if not name.startswith(left_out)]
    batches = [names[at : at + _BATCH] for at in range(0, len(names), _BATCH)]
    done: list[_Batch] = []

    def work(batch: list[str]) -> _Batch:
        read = _Batch([], [])
        for name in batch:
            _read(name, files, policies, read)
        return read

    count = workers or (os.cpu_count() or 1)
    if count > 1 and can_fork() and len(names) > _FEW:
        for start in range(0, len(batches), _SHARE * count):
            part = batches[start : start + _SHARE * count]
            run_pool([part[n::count] for n in range(count)], work, done.append)
    else:
        done = [work(batch) for batch in batches]
    diagnostics = [one for read in done for one in read.diagnostics]
    pages = [page for read in done for page in read.summaries]
    diagnostics += faults_between(pages)
    weight = weight_of(files.sizes.items())
    return Audit(len(names), len(pages), sorted(set(diagnostics)), weight)


def _read(name: str, files: SiteFiles, policies: GivenPolicies, read: _Batch) -> None:
    try:
        data = (files.folder / name).read_bytes()
    except OSError:
        read.diagnostics.append(fault(name, 1, "ce fichier ne peut pas être lu", "vérifiez-le"))
        return
    if not name.lower().endswith(_PAGES):
        read.diagnostics.extend(file_faults(name, data))
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        told = "cette page n'est pas écrite en UTF-8"
        read.diagnostics.append(fault(name, line, told, "enregistrez-la en UTF-8", "warning"))
        text = data.decode("utf-8", "replace")
    page = read_page(text)
    given = policies.of(address_of(name))
    read.diagnostics.extend(page_faults(name, page, files, given))
    read.summaries.append(summary_of(name, page, files))
