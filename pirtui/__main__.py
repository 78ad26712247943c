"""`python -m pirtui` does what `pirtui` does."""

from pirtui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
