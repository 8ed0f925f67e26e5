"""A cell of a table says its column where the table is stacked."""

from __future__ import annotations

from markdown import Markdown

from plugins.press.text.stacked_tables import label_cells


def made(text: str) -> str:
    return label_cells(Markdown(extensions=["tables"]).convert(text))


def test_each_cell_carries_the_name_of_its_column():
    html = made('| Nom | Argent de l\'"État" |\n| --- | --- |\n| [Lyon](/x/) | 50 |\n| Lille | |')
    assert '<td data-column="Nom"><a href="/x/">Lyon</a></td>' in html
    assert '<td data-column="Argent de l&#39;&#34;État&#34;">50</td>' in html
    assert html.count("data-column") == 4


def test_what_is_no_table_stays_as_it_is():
    assert label_cells("<p>a &lt;td</p>") == "<p>a &lt;td</p>"
