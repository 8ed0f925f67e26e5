"""`python -m plugins.cli` is the same command as `annuaire`."""

from plugins.cli import main

if __name__ == "__main__":
    main()
