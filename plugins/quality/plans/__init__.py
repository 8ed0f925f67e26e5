"""Plans of white areas, drawn at the build."""
