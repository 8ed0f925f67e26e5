"""A record is changed field by field; the rest of the file keeps every byte."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.write.own_check import OwnCheck
from plugins.intake.write.record_files import RecordFiles, splice
from plugins.records.reading.reader import parse_record
from plugins.records.writing.record_layout import FIELD_ORDER, dump_record

TYPED = """\
# yaml-language-server: $schema=../schema/place.json
nom: "Médiathèque"   # comme sur la porte
telephone: [05 61 00 00 00]
# Horaires donnés par la mairie
horaires:
    lundi: 9h-12h
    mardi: fermé
source:
- nom: liste
  id: a1
"""


def test_other_fields_keep_their_comments_and_quotes() -> None:
    text = splice(TYPED, {"telephone": ["05 61 00 00 01"]})
    assert text == TYPED.replace(" [05 61 00 00 00]", "\n  - 05 61 00 00 01")


def test_a_new_field_goes_to_its_place() -> None:
    text = splice(TYPED, {"commune": "Labège"})
    assert text.index("nom:") < text.index("commune:") < text.index("telephone:")


def test_a_removed_field_is_gone() -> None:
    read = parse_record(splice(TYPED, {"horaires": None}).encode(), "31/x.yaml")
    assert isinstance(read, dict)
    assert "horaires" not in read


VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1),
    st.lists(st.text("abc:#- '\"é", min_size=1).filter(str.strip), min_size=1),
    st.dictionaries(
        st.sampled_from(["lundi", "mardi"]), st.text("9h-12,: ", min_size=1), min_size=1
    ),
)
RECORDS = st.dictionaries(st.sampled_from(FIELD_ORDER), VALUES, min_size=1)


@given(RECORDS, st.dictionaries(st.sampled_from(FIELD_ORDER), st.none() | VALUES))
def test_a_spliced_file_reads_as_the_fields_with_the_changes(
    record: dict[str, object], changes: dict[str, object]
) -> None:
    wanted = {**record, **changes}
    wanted = {name: value for name, value in wanted.items() if value is not None}
    text = splice(dump_record(record), changes)
    if wanted:
        assert parse_record(text.encode(), "31/x.yaml") == parse_record(
            dump_record(wanted).encode(), "31/x.yaml"
        )


def test_an_unreadable_record_is_named_and_left(tmp_path: Path) -> None:
    folder = tmp_path / "31"
    folder.mkdir()
    (folder / "x.yaml").write_text("nom: Salle 2 : au fond\n", encoding="utf-8")
    records = RecordFiles(tmp_path, OwnCheck(Gazetteer.load(()), date(2026, 3, 1)))
    records.load("31")
    assert "31/x" not in records
    assert "x.yaml:1" in records.unreadable["31/x"]
