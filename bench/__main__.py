"""Run the command with ``python -m bench``."""

from bench.run import main

main()
