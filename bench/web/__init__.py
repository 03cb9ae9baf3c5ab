"""How heavy pages are and how quickly things are found, in a browser: ``make bench-web``."""
