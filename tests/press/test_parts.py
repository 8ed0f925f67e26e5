"""Workers, assets, fingerprint of the build and manifest."""

import os
import signal
from pathlib import Path

import pytest

from plugins.common.errors import BuildError
from plugins.common.worker_pool import run_pool
from plugins.press.assets import Assets
from plugins.press.build_key import build_fingerprint, code_fingerprint, theme_fingerprint
from plugins.press.publish.manifest import Manifest, read_manifest, write_manifest


def test_crew_does_every_task_once():
    results: list[int] = []
    run_pool([range(50), [1000], [], range(50, 300)], lambda task: task * 2, results.append)
    assert sorted(results) == sorted([*(task * 2 for task in range(300)), 2000])


def test_crew_brings_large_results():
    results: list[bytes] = []
    run_pool([[1, 2], [3]], lambda task: bytes([task]) * 300_000, results.append)
    assert sorted(result[:1] for result in results) == [b"\1", b"\2", b"\3"]
    assert {len(result) for result in results} == {300_000}


def test_crew_says_which_task_failed():
    def work(task: int) -> int:
        raise BuildError(f"tâche {task}") if task == 7 else ValueError

    with pytest.raises(BuildError, match="tâche 7"):
        run_pool([[7]], work, print)
    with pytest.raises(BuildError, match="ValueError"):
        run_pool([[1]], work, print)


def test_crew_notices_a_dead_worker():
    def work(task: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(BuildError, match="-9"):
        run_pool([[1], []], work, print)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "icons").mkdir()
    (tmp_path / "sheet.css").write_text('@import "part.css";\nb{}', "utf-8")
    (tmp_path / "part.css").write_text("a{background:url(icons/x.svg#y)}", "utf-8")
    (tmp_path / "icons" / "x.svg").write_text("<svg/>", "utf-8")
    return tmp_path


def test_a_style_sheet_loses_its_lines_and_comments_and_nothing_else(tmp_path):
    (tmp_path / "a.css").write_text(
        "/* words */\na :not(.b),\n.c > d {\n  color: red;\n  width: calc(1px + 2px);\n"
        '  content: "a,  b";\n}\n\n@media print {\n  .e {\n    color: blue;\n  }\n}\n',
        "utf-8",
    )
    (page,) = Assets(tmp_path).page_set().pages
    made = Assets(tmp_path).page_set().render(page.key)
    assert made == (
        b'a :not(.b),.c > d{color:red;width:calc(1px + 2px);content:"a,  b"}'
        b"@media print{.e{color:blue}}"
    )


def test_assets_have_a_hash_of_their_content(static: Path):
    before = Assets(static).url("sheet.css")
    assert before.startswith("/assets/sheet.")
    (static / "icons" / "x.svg").write_text("<svg></svg>", "utf-8")
    assert Assets(static).url("sheet.css") != before


def test_one_sheet_holds_its_imports(static: Path):
    page_set = Assets(static).page_set()
    published = {page.path: page_set.render(page.key) for page in page_set.pages}
    sheets = [path for path in published if path.endswith(".css")]
    icon = next(path for path in published if path.endswith(".svg")).removeprefix("assets/")
    assert [published[path] for path in sheets] == [
        f'a{{background:url("{icon}#y")}}b{{}}'.encode()
    ]


def test_one_script_holds_those_that_it_only_runs(tmp_path: Path):
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "all.js").write_text('import "./a.js";\nimport "./b.js";\n', "utf-8")
    (tmp_path / "js" / "a.js").write_text("export const x = 1;\n", "utf-8")
    (tmp_path / "js" / "b.js").write_text("const x = 2;\n", "utf-8")
    page_set = Assets(tmp_path).page_set()
    published = {str(page.key): page_set.render(page.key) for page in page_set.pages}
    assert published["js/all.js"] == b"{\nconst x = 1;\n}\n{\nconst x = 2;\n}\n"
    assert published["js/a.js"] == b"export const x = 1;\n"


def test_a_script_loses_its_comments_and_indentation(tmp_path: Path) -> None:
    script = """/* What it
   does. */
import { y } from "/y.js";

function f() {
  // why
  const glob = "/*.js"; // stays
  return glob /* stays */ + "*/";
}
"""
    (tmp_path / "a.js").write_text(script, "utf-8")
    assets = Assets(tmp_path)
    (page,) = assets.page_set().pages
    assert assets.page_set().render(page.key) == (
        b'import { y } from "/y.js";\nfunction f() {\nconst glob = "/*.js"; // stays\n'
        b'return glob /* stays */ + "*/";\n}\n'
    )


def test_a_script_takes_names_from_another(tmp_path: Path):
    (tmp_path / "a.js").write_text("const own = 1;\nexport const two = own + 1;\n", "utf-8")
    (tmp_path / "b.js").write_text("export function one() {\n  return 1;\n}\n", "utf-8")
    imports = 'import { two } from "./a.js";\nimport { one } from "./b.js";\n'
    (tmp_path / "all.js").write_text(f"{imports}export const own = two + one();\n", "utf-8")
    assets = Assets(tmp_path)
    page_set = assets.page_set()
    page = next(page for page in page_set.pages if page.key == "all.js")
    assert page_set.render(page.key) == (
        b"const { two } = (() => {\nconst own = 1;\nconst two = own + 1;\nreturn { two };\n})();\n"
        b"const { one } = (() => {\nfunction one() {\nreturn 1;\n}\nreturn { one };\n})();\n"
        b"export const own = two + one();\n"
    )


@pytest.mark.parametrize("script", ['import "./all.js";', 'import "./absent.js";'])
def test_a_script_holds_neither_itself_nor_what_is_absent(tmp_path: Path, script: str):
    (tmp_path / "all.js").write_text(script, "utf-8")
    with pytest.raises(BuildError, match=r"« (all|absent)\.js »"):
        Assets(tmp_path)


def test_the_sheet_of_the_first_paint_stands_in_pages_and_is_there_for_the_next(static: Path):
    (static / "style.css").write_text('@import "first.css";\nb > i {\n  color: red;\n}\n', "utf-8")
    (static / "first.css").write_text("/* why */\ni{}", "utf-8")
    assets = Assets(static)
    assert assets.style("style.css") == "<style>i{}b > i{color:red}</style>"
    assert assets.inline_texts() == ["i{}b > i{color:red}"]
    files = assets.page_set()
    assert not [page for page in files.pages if page.key == "first.css"]
    assert files.render("style.css") == b"i{}b > i{color:red}"
    with pytest.raises(BuildError, match=r"« sheet\.css »"):
        assets.style("sheet.css")


def test_a_large_site_links_that_sheet_and_pages_allow_no_style_of_their_own(static: Path):
    (static / "style.css").write_text("i{}", "utf-8")
    assets = Assets(static, inline=())
    link = f'<link rel="stylesheet" href="{assets.url("style.css")}">'
    assert assets.style("style.css") == link
    assert assets.inline_texts() == []
    assert any(page.key == "style.css" for page in assets.page_set().pages)


@pytest.mark.parametrize("rule", ["a{background:url(icons/x.svg)}", "a::after{content:'</style>'}"])
def test_a_sheet_in_a_page_neither_leaves_its_element_nor_names_a_file(static: Path, rule: str):
    (static / "style.css").write_text(rule, "utf-8")
    with pytest.raises(BuildError, match=r"« style\.css »"):
        Assets(static)


def test_absent_asset_is_named(static: Path):
    with pytest.raises(BuildError, match=r"« absent\.css »"):
        Assets(static).url("absent.css")


@pytest.mark.parametrize("sheet", ['@import "loop.css";', '@import "../secret.css";'])
def test_an_import_neither_loops_nor_leaves(static: Path, sheet: str):
    (static / "loop.css").write_text(sheet, "utf-8")
    with pytest.raises(BuildError):
        Assets(static)


def test_house_changes_with_what_pages_share_and_not_with_where_it_is(tmp_path: Path):
    def house(name: str, template: str = "x", **settings: object) -> str:
        theme = tmp_path / name
        theme.mkdir(exist_ok=True)
        (theme / "page.html").write_text(template, "utf-8")
        paths = {"PATH": str(theme), "FOLDERS": [str(theme)], "PRESS_WORKERS": len(name)}
        return build_fingerprint(theme_fingerprint("code", theme), paths | settings)

    assert house("here") == house("elsewhere")
    assert house("here") != house("here", "y")
    assert house("here") != house("here", SITENAME="Autre")
    assert house("here") == house("here", BUILD_DATE="2026-11-17")  # each page knows what it says
    assert house("here") != build_fingerprint(theme_fingerprint("code2", tmp_path / "here"), {})


def test_code_ignores_what_python_writes_beside_it(tmp_path: Path):
    (tmp_path / "a.py").write_text("1", "utf-8")
    before = code_fingerprint(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("2", "utf-8")
    assert code_fingerprint(tmp_path) == before
    (tmp_path / "b.csv").write_text("1", "utf-8")
    assert code_fingerprint(tmp_path) != before


def test_manifest_comes_back(tmp_path: Path):
    manifest = Manifest("00ff", {"b é/x y.html": "01", "a.html": "02", "c": ""})
    write_manifest(tmp_path / ".manifeste", manifest)
    assert read_manifest(tmp_path) == manifest


@pytest.mark.parametrize("data", [b"", b"autre chose", b"\xff\xfe", b"annuaire-0 00\n"])
def test_another_file_is_no_manifest(tmp_path: Path, data: bytes):
    (tmp_path / ".manifeste").write_bytes(data)
    assert read_manifest(tmp_path) is None
