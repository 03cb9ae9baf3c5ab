"""Importers: what others saved becomes drafts in our YAML, for a person to review."""
