"""Let ``python -m generator`` be the command ``minhbach``."""

from generator.cli import main

if __name__ == "__main__":
    main()
