"""Bytes of any kind become a tree of text or French diagnostics."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.diagnostic import show
from plugins.common.hidden_characters import without_hidden
from plugins.records.reading.decoding import MAX_BYTES
from plugins.records.reading.reader import parse_record, read_record, scan
from plugins.records.writing.record_layout import dump_record


def message(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    result = parse_record(data, "31/x.yaml")
    assert isinstance(result, list), result
    return show(result[0]).removeprefix("places/31/x.yaml:")


SLIPS: dict[str, tuple[str | bytes, str]] = {
    "tabulation": (
        "nom: A\nhoraires:\n\tlundi: fermé\n",
        "3:1: une tabulation se trouve au début de la ligne ; remplacez-la par deux espaces",
    ),
    "glued colon": (
        "nom: A\ncommune:Labège\nadresse: C\n",
        "2:8: il manque une espace après les deux-points ; écrivez « commune: Labège »",
    ),
    "glued colon everywhere": (
        "nom:A\ncommune:B\n",
        "1:4: il manque une espace après les deux-points ; écrivez « nom: A »",
    ),
    "colon in the value": (
        "nom: Salle 2 : au fond\ncommune: B\n",
        '1:14: des deux-points se trouvent dans la valeur ; écrivez « nom: "Salle 2 : au fond" »',
    ),
    "French quotes": (
        "nom: « Salle 2 : au fond »\n",
        '1:16: des deux-points se trouvent dans la valeur ; écrivez « nom: "Salle 2 : au fond" »',
    ),
    "apostrophe in quotes": (
        "nom: 'L'atelier'\ncommune: B\n",
        '1:6: les guillemets ne se ferment pas bien ; écrivez « nom: "L\'atelier" »',
    ),
    "open quotes": (
        'nom: "Salle\ncommune: B\n',
        '1:6: les guillemets ne se ferment pas bien ; écrivez « nom: "Salle" »',
    ),
    "words after quotes": (
        'nom: "Salle" 2\ncommune: B\n',
        '1:6: les guillemets ne se ferment pas bien ; écrivez « nom: "Salle 2" »',
    ),
    "special first character": (
        "nom: @mairie\n",
        '1:6: « @ » a un sens particulier au début d\'une valeur ; écrivez « nom: "@mairie" »',
    ),
    "star as a bullet": (
        "typologie:\n  * BIB\n",
        "2:3: une liste s'écrit avec des tirets ; écrivez « - BIB »",
    ),
    "missing dash": (
        "typologie:\n  - BIB\n  CCAS\nnom: A\n",
        "3:3: il manque un tiret dans cette liste ; écrivez « - CCAS »",
    ),
    "list on the line of its field": (
        "typologie: - BIB\n",
        "1:12: une liste commence à la ligne suivante ; écrivez à la ligne suivante « - BIB »",
    ),
    "question mark for a day": (
        "nom: A\nhoraires:\n  lundi: 9h-12h\n  mardi: ?\n  jeudi: fermé\n",
        "4:10: mardi: « ? » ne dit rien ; "
        "écrivez les heures, ou « mardi: fermé » ; on ne sait pas ? supprimez la ligne",
    ),
    "dash for several days": (
        "nom: A\nhoraires:\n  samedi et dimanche: -\n  lundi: 9h-12h\n",
        "3:23: samedi et dimanche: « - » ne dit rien ; "
        "écrivez les heures, ou « samedi et dimanche: fermé » ; "
        "on ne sait pas ? supprimez la ligne",
    ),
    "dash before the hours": (
        "nom: A\nhoraires:\n  mardi: - 9h-12h\n",
        "3:10: mardi: « - » n'a pas sa place devant une valeur ; écrivez « mardi: 9h-12h »",
    ),
    "question mark as an answer": (
        "nom: A\naccessibilite:\n  fauteuil: ?\n",
        "3:13: fauteuil: « ? » ne dit rien ; supprimez la ligne si on ne sait pas",
    ),
    "question mark and a remark": (
        "nom: A\nhoraires:\n  jeudi: fermé\n  mardi: ?  # demander\n",
        "4:10: mardi: « ? » ne dit rien ; "
        "écrivez les heures, ou « mardi: fermé » ; on ne sait pas ? supprimez la ligne",
    ),
    "question mark before an answer": (
        "nom: A\naccessibilite:\n  fauteuil: ? oui\n",
        "3:13: fauteuil: « ? » n'a pas sa place devant une valeur ; écrivez « fauteuil: oui »",
    ),
    "question mark in a list of parts": (
        "nom: A\nexceptions:\n  - du: ?\n    horaires: fermé\n",
        "3:9: du: « ? » ne dit rien ; supprimez la ligne si on ne sait pas",
    ),
    "dash as nothing, at the edge": (
        "nom: A\nprise_rdv: -\ncommune: B\n",
        "2:12: prise_rdv: « - » ne dit rien ; supprimez la ligne si on ne sait pas",
    ),
    "missing colon": (
        "commune: B\nnom Mairie\nadresse: c\n",
        "2:4: il manque les deux-points après le nom du champ ; écrivez « nom: Mairie »",
    ),
    "equals sign": (
        "nom = A\ncommune: B\n",
        "1:4: deux-points sont attendus après le nom du champ ; écrivez « nom: A »",
    ),
    "misaligned field": (
        "nom: A\n commune: B\n",
        "2:2: cette ligne n'est pas alignée avec ses voisines ; ôtez les espaces du début"
        " de la ligne",
    ),
    "day at the edge": (
        "nom: A\nhoraires:\nlundi: fermé\n  mardi: 9h-12h\n",
        "3:1: ce jour n'est pas décalé sous « horaires » ; "
        "mettez deux espaces devant, comme pour les autres jours",
    ),
    "value on two lines": (
        "nom: A\nadresse: Rue de la\nCroix Rose\ncommune: B\n",
        "3:1: cette ligne ne dit pas de quel champ elle est ; "
        "écrivez « adresse: Rue de la Croix Rose » sur une seule ligne",
    ),
    "end of a sentence, like a field": (
        "nom: A\nadresse: Place du Marché,\nrue haute\n",
        "3:1: cette ligne ne dit pas de quel champ elle est ; "
        "écrivez « adresse: Place du Marché, rue haute » sur une seule ligne",
    ),
    "remark at the top": (
        "La fiche de la mairie\nnom: A\n",
        "1:1: cette ligne ne dit pas de quel champ elle est ; écrivez « # La fiche de la "
        "mairie » : une note commence par « # »",
    ),
    "braces": (
        "nom: A\nadresse: {Rue}\n",
        "2:10: adresse: « { » a un sens particulier au début d'une valeur ; écrivez « "
        "adresse: Rue »",
    ),
    "link of Markdown": (
        "nom: A\nsite_web:\n  - [Mairie](https://exemple.fr)\n",
        "3:5: une adresse s'écrit seule, sans « Mairie » ; écrivez « - https://exemple.fr »",
    ),
    "text that is not moved in": (
        "nom: A\npresentation_detail: |\nBonjour.\n",
        "3:1: le texte n'est pas décalé sous ce champ ; mettez deux espaces devant, comme"
        " tout le texte",
    ),
    "no-break space": (
        "nom:\u00a0A\ncommune: B\n",
        "1:5: cette espace est une espace insécable ; écrivez « nom: A »",
    ),
    "two versions": (
        "nom: A\n<<<<<<< HEAD\ncommune: A\n=======\ncommune: B\n>>>>>>> x\n",
        "2:1: deux versions de la fiche sont mêlées ici ; "
        "gardez une seule version et supprimez les lignes <<<<<<<, ======= et >>>>>>>",
    ),
    "second record": (
        "nom: A\n---\nnom: B\n",
        "2:1: une deuxième fiche commence ici ; un lieu par fichier",
    ),
    "not a record": (
        "<b>bonjour</b>\n",
        "1:1: ce n'est pas une fiche ; commencez par « nom: … »",
    ),
    "empty": ("", "1:1: ce fichier est vide ; écrivez « nom: … »"),
    "only a comment": ("# rien\n", "1:1: ce fichier est vide ; écrivez « nom: … »"),
    "alias": (
        "nom: &a B\ncommune: *a\n",
        '1:6: nom: « & » a un sens particulier au début d\'une valeur ; écrivez « nom: "&a B" »',
    ),
    "tag": (
        "nom: !!python/object:os.system x\n",
        "1:6: nom: « ! » a un sens particulier au début d'une valeur ; écrivez « nom: "
        '"!!python/object:os.system x" »',
    ),
    "hidden direction": (
        "nom: A\ncommune: a\u202eb\n",
        "2:11: un caractère invisible interdit se trouve ici (U+202E) ; écrivez « commune: ab »",
    ),
    "NUL": (
        "nom: a\0b\n",
        "1:7: un caractère invisible interdit se trouve ici (U+0000) ; écrivez « nom: ab »",
    ),
    "Latin-1": (
        "nom: A\ncommune: Labège\n".encode("latin-1"),
        "2:13: les accents de ce fichier ne sont pas enregistrés en UTF-8 ; "
        "enregistrez-le de nouveau en choisissant l'encodage « UTF-8 »",
    ),
    "huge": (
        b"nom: " + b"a" * MAX_BYTES,
        "1:1: ce fichier dépasse 64 ko ; raccourcissez les textes",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_has_its_sentence_and_position(slip):
    text, expected = SLIPS[slip]
    assert message(text) == expected


HOSTILE: dict[str, str | bytes] = {
    "flow depth": "[" * 30_000,
    "flow map depth": "{a: " * 10_000,
    "block depth": "- " * 30_000 + "a",
    "map depth": "\n".join(" " * i + "a:" for i in range(300)),
    "billion laughs": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "self reference": "a: &a [*a]\n",
    "merge key": "a: &a {x: 1}\nb: {<<: *a}\n",
    "binary": "a: !!binary aGVsbG8=\n",
    "timestamp": "a: !!timestamp 2001-99-99\n",
    "complex key": "? [a, b]\n: c\n",
    "map key": "{{a: b}: c}: d\n",
    "lone surrogate": b"a: \xed\xa0\x80\n",
    "UTF-16": "nom: A\n".encode("utf-16"),
    "bad escape": 'a: "\\ud800"\n',
    "directive": "%TAG ! tag:x,2000:\n---\na: !x b\n",
    "long key": f"{'k' * 2000}: v\n? {'k' * 2000}\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_named_never_raised(name):
    text = HOSTILE[name]
    data = text if isinstance(text, bytes) else text.encode()
    result = parse_record(data, "31/x.yaml")
    assert isinstance(result, list)
    assert result


ODDITIES: dict[str, tuple[str, object]] = {
    "less than three": ("nom: <3\n", {"nom": "<3"}),
    "ampersand inside": ("nom: Fish & Co\n", {"nom": "Fish & Co"}),
    "a commune called Y": ("commune: Y\n", {"commune": "Y"}),
    "no": ("commune: no\n", {"commune": "no"}),
    "octal": ("code_postal: 01400\n", {"code_postal": "01400"}),
    "sexagesimal": ("horaires: 14:00\n", {"horaires": "14:00"}),
    "plus": ("nom: +33561000000\n", {"nom": "+33561000000"}),
    "date": ("date_maj: 2026-01-01\n", {"date_maj": "2026-01-01"}),
    "emoji": ("nom: Café 🎉\n", {"nom": "Café 🎉"}),
    "family emoji": ("nom: 👩‍👩‍👧\n", {"nom": "👩‍👩‍👧"}),
    "Arabic": ("nom: مكتبة\n", {"nom": "مكتبة"}),
    "byte order mark": ("\ufeffnom: A\n", {"nom": "A"}),
    "Windows lines": ("nom: A\r\ncommune: B\r\n", {"nom": "A", "commune": "B"}),
    "decomposed accents": ("nom: E\u0301cole\n", {"nom": "École"}),
    "zero width space": ("nom: Mai\u200brie\n", {"nom": "Mairie"}),
    "curly apostrophe": ("nom: L’atelier\n", {"nom": "L’atelier"}),
    "blank fields": ("nom: A\nadresse:\ntelephone:\n  -\nacces: {}\n", {"nom": "A"}),
    "flow list": ("typologie: [BIB, CCAS]\n", {"typologie": ["BIB", "CCAS"]}),
    "first document line": ("---\nnom: A\n", {"nom": "A"}),
}


@pytest.mark.parametrize("name", ODDITIES)
def test_legitimate_oddities_are_read_as_text(name):
    text, expected = ODDITIES[name]
    assert parse_record(text.encode(), "31/x.yaml") == expected


def test_several_structural_faults_at_once():
    diagnostics = parse_record(b"nom: A\nnom: B\ncommune: !x C\nadresse: &y D\n", "31/x.yaml")
    assert isinstance(diagnostics, list)
    assert [(p.line, p.field) for p in diagnostics] == [(2, "nom"), (3, "commune"), (4, "adresse")]


def test_unreadable_file_is_a_problem(tmp_path):
    result = read_record(tmp_path / "31" / "x.yaml", tmp_path)
    assert isinstance(result, list)
    assert result[0].path == "31/x.yaml"


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    _positions_exist(data)


@given(st.text(alphabet=string.printable + "éœ«»’\u00a0\t:-#&*!|>[]{}\"'", max_size=200))
def test_no_text_raises(text):
    _positions_exist(text.encode())


_PIECES = ["nom: A", "  - x", "- ", "a: {", "]", "&a", "*a", "!t", "\t", "'", '"', "|", "x", ": "]


@given(st.lists(st.sampled_from(_PIECES), max_size=8))
def test_no_lines_raise(lines):
    _positions_exist("\n".join(lines).encode())


def _positions_exist(data: bytes) -> None:
    result = parse_record(data, "31/x.yaml")
    if not isinstance(result, list):
        return
    assert result
    rows = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for diagnostic in result:
        assert 1 <= diagnostic.line <= len(rows) + 1
        if diagnostic.line <= len(rows):
            assert 1 <= diagnostic.column <= len(rows[diagnostic.line - 1]) + 1
        assert show(diagnostic).isprintable()


_WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"]),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() == text == without_hidden(text))
_VALUES = st.one_of(_WORDS, st.lists(_WORDS, min_size=1, max_size=3))


@given(st.dictionaries(_WORDS, _VALUES, min_size=1, max_size=5))
def test_what_is_written_is_read_back(record):
    import unicodedata

    composed = yaml.safe_load(yaml.safe_dump(record))  # an independent copy
    expected = {
        unicodedata.normalize("NFC", key): (
            unicodedata.normalize("NFC", value)
            if isinstance(value, str)
            else [unicodedata.normalize("NFC", item) for item in value]
        )
        for key, value in composed.items()
    }
    assert parse_record(dump_record(record).encode(), "31/x.yaml") == expected


def test_positions_of_every_part():
    scanned = scan("nom: A\nexceptions:\n  - du: x\n    motif: œuf\n".encode())
    assert scanned.position(("exceptions", 0, "motif")) == (4, 12)
    assert scanned.position(("exceptions", 0, "motif"), key=True) == (4, 5)
    assert scanned.position(("exceptions", 0, "absent")) == (3, 5)
    assert scanned.position(("absent",)) == (1, 1)
