"""What one part of the house may count on from another, written by the code (library).

Adds nothing to the context and writes nothing. Each plugin has a module `contract` that says with
the words of this package what its templates receive (`shown.TemplateContext`), what it gives to all
templates (`shown.TemplateGlobals`) and which settings it declares (`settings.Setting`);
`collected.contracts` gathers them. docs/templates.md and docs/settings.md are compiled from these
(`make docs`); docs/adr/0026-contracts.md says why.
"""
