"""Interface words, folded into the templates when they compile (library).

Adds to context: nothing. Writes: nothing. Reads: the words of the templates, and the catalogues of
`theme/i18n/`, which `make words` extracts and updates with Babel (babel.cfg).

The press makes an environment for each of `I18N_LANGUAGES`; records stay French. Which pages exist
in every language their contracts say (`TRANSLATED`).
"""
