"""Outlines of territories: read (`outlines`), projected, written for maps (`shapes`).

`refresh` remakes `data/` from the official borders, with `topology`.
"""
