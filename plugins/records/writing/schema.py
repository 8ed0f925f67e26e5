"""`places/schema/*.json`: the model as an editor understands it, with French tooltips.

`python -m plugins.records.writing.schema` writes them and `docs/records.md`; a test holds that
the committed ones are current.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.model.types import IDENTITY
from plugins.records.writing.reference import reference


def editor_schema(kind: RecordKind) -> str:
    """The JSON Schema (2020-12) of one kind of record, as the text of its file.

    An editor reads YAML 1.2, where `31670` is a number; the model asks for text everywhere. So
    codes may be numbers, and whatever is optional may be left blank, as the reader allows.
    """
    schema = KINDS[kind].model.model_json_schema(by_alias=True)
    schema = _adapted(schema)
    schema["properties"].pop(IDENTITY)
    schema["required"] = [name for name in schema["required"] if name != IDENTITY]
    ordered = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": f"Fiche d'{KINDS[kind].one}",
    }
    return json.dumps(ordered, ensure_ascii=False, indent=1) + "\n"


def _adapted(node: Any) -> Any:
    """Without what is noise in an editor: English docstrings, defaults; patterns stay."""
    if isinstance(node, list):
        return [_adapted(item) for item in node]
    if not isinstance(node, dict):
        return node
    adapted = {key: _adapted(value) for key, value in node.items() if key != "default"}
    if "properties" in adapted:
        adapted.pop("description", None)  # the docstring of a class, for programmers
        adapted.pop("title", None)
        required = adapted.get("required", ())
        for name, field in adapted["properties"].items():
            adapted["properties"][name] = field if name in required else _or_blank(field)
    if adapted.get("type") == "array" and "examples" in adapted:
        adapted["examples"] = [[example] for example in adapted["examples"]]  # as it is typed
    if "items" in adapted:
        adapted["items"] = _or_blank(adapted["items"])
    return adapted


def _or_blank(field: dict[str, Any]) -> dict[str, Any]:
    """The same field, which may also be left blank."""
    if "$ref" in field:
        reference_to = field.pop("$ref")
        return {**field, "anyOf": [{"$ref": reference_to}, {"type": "null"}]}
    if "enum" in field:
        field["enum"] = [*field["enum"], None]
    if "type" in field:
        kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
        return {**field, "type": [*kinds, "null"]}
    if "anyOf" in field and {"type": "null"} not in field["anyOf"]:
        return {**field, "anyOf": [*field["anyOf"], {"type": "null"}]}
    return field


def compiled(root: Path) -> dict[Path, str]:
    """Every file that is made from the model, with its text; `root` is that of the repository."""
    files = {root / f"places/schema/{kind}.json": editor_schema(kind) for kind in KINDS}
    return {**files, root / "docs/records.md": reference()}


def main() -> None:
    """Write the compiled files where they are committed."""
    for path, text in compiled(Path(__file__).parents[3]).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
