"""`python -m kg` is the command `kg`."""

import sys

from kg.cli import main

if __name__ == "__main__":
    sys.exit(main())
