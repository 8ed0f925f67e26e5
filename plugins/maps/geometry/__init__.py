"""Outlines of territories: read, projected, simplified."""
