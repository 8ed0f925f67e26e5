"""Pages of prose that a volunteer wrote: every fault is told, with its line and what to write."""

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelicanconf import PLUGINS
from plugins.common.diagnostic import show
from plugins.i18n.languages import LANGUAGES
from plugins.press.plugin import PluginGenerator
from plugins.press.text.content_pages import TAKEN, check_pages

ROOT = Path(__file__).resolve().parents[2]
GOOD = "Title: Essai\nDescription: Un essai.\n\nVoir [le partage]({filename}partage.md).\n"


def told(folder: Path, text: str | bytes, name: str = "pages/essai.md") -> list[str]:
    page = folder / name
    page.parent.mkdir(parents=True, exist_ok=True)
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "partage.md").write_text("Title: Partage\n\nTexte.\n", "utf-8")
    page.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        show(fault, "content").removeprefix(f"content/{name}:") for fault in check_pages(folder)
    ]


def test_a_link_is_no_page(tmp_path: Path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "pages" / "lien.md").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "pages" / "dossier.md").symlink_to(tmp_path)
    assert [(one.path, one.message) for one in check_pages(tmp_path) if "lien" in one.path] == [
        ("pages/lien.md", "ce n'est pas un fichier ordinaire")
    ]
    assert any(one.path == "pages/dossier.md" for one in check_pages(tmp_path))


def test_the_pages_of_this_directory_are_good():
    assert check_pages(ROOT / "content") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD, None),
        (GOOD.replace("\n", "\r\n"), None),
        (b"\xef\xbb\xbf" + GOOD.encode(), None),
        ("Titre: Essai\n\nTexte\n", "1:1: Titre: ce champ n'existe pas ; écrivez « Title: Essai »"),
        ("Title: Essai\nDescritpion: Un essai.\n\nTexte\n",
         "2:1: Descritpion: ce champ n'existe pas ; écrivez « Description: Un essai. »"),
        ("Title: Essai\nSave_as: ../x.html\n\nTexte\n",
         "2:1: Save_as: ce champ n'existe pas ; supprimez la ligne ; "
         "champs possibles : Title, Description"),
        ("Title: Essai\nTitle: Autre\n\nTexte\n",
         "2:1: Title: ce champ est déjà écrit ; supprimez cette ligne"),
        ("Title:\n\nTexte\n", "1:1: Title: rien n'est écrit ici ; complétez cette ligne"),
        ("Description: Un essai.\n\nTexte\n",
         "1:1: Title: le titre manque ; commencez par « Title: Ateliers »"),
        ("", "1:1: Title: le titre manque ; commencez par « Title: Ateliers »"),
        ("Un texte sans titre.\n",
         "1:1: une page commence par son titre ; commencez par « Title: Ateliers », puis laissez "
         "une ligne vide avant le texte"),
        (GOOD.replace("partage.md", "partge.md"),
         "4:1: la page « partge.md » n'existe pas ; écrivez le nom d'un fichier de ce dossier, "
         "par exemple {filename}partage.md"),
        (GOOD + "\x07", "5:1: un caractère invisible interdit se trouve ici (U+0007) ; "
         "effacez ce caractère"),
        (GOOD + "&#8238;", "5:1: un caractère invisible interdit se trouve ici (U+202E) ; "
         "effacez ce caractère"),
        (GOOD + "- " * 400, "5:1: cette ligne a trop de listes ou de crochets ; "
         "mettez chaque point sur sa ligne"),
        (GOOD + "a" * 64_001, "1:1: cette page est trop longue ; 64000 caractères au plus"),
        (b"Title: \xe9t\xe9\n", "1:1: ce texte n'est pas en UTF-8 ; enregistrez-le en UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_has_its_line_and_its_way_out(tmp_path: Path, text: str, message: str | None):
    assert told(tmp_path, text) == ([message] if message else [])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("pages/essai.txt",
         "ce fichier n'est pas publié ; mettez les pages dans pages/, en « .md »"),
        ("actualites/essai.md",
         "ce fichier n'est pas publié ; mettez les pages dans pages/, en « .md »"),
        ("pages/sous/essai.md",
         "ce fichier n'est pas publié ; mettez les pages dans pages/, en « .md »"),
        ("pages/Été.md", "ce nom ne peut pas faire l'adresse d'une page ; écrivez des minuscules "
         "sans accent, des chiffres et des tirets"),
        ("pages/lieux.md",
         "une autre page a l'adresse /lieux/ ; donnez un autre nom à ce fichier"),
    ],
)  # fmt: skip
def test_a_file_that_would_not_be_published_is_told(tmp_path: Path, name: str, message: str):
    assert told(tmp_path, GOOD, name) == [f"1:1: {message}"]


def test_what_the_forge_and_the_desktop_leave_is_no_page(tmp_path: Path):
    assert told(tmp_path, "", ".DS_Store") == []


@given(st.text())
def test_any_text_is_told_or_accepted(tmp_path_factory: pytest.TempPathFactory, text: str):
    told(tmp_path_factory.mktemp("content"), text.encode(errors="replace"))


def test_addresses_of_other_pages_are_taken():
    for plugin in PLUGINS:
        if (ROOT / plugin.replace(".", "/") / "generator.py").is_file():
            import_module(f"{plugin}.generator")
    owned = {
        part.strip("/")
        for plugin in PluginGenerator.__subclasses__()
        for part in plugin.FOLDERS
        if plugin.__module__.startswith("plugins.") and part.count("/") == 2  # below no prose
    }
    assert owned | set(LANGUAGES) | {"assets", "sitemaps"} == TAKEN
