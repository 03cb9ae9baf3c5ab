"""Posting notices as PDF files: the sheets that offices pin on their boards."""
