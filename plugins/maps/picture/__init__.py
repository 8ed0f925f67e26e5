"""The picture of a territory, drawn at build."""
