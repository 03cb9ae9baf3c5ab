"""Minh Bạch: publish administrative procedures, sample dossiers and reform plans from YAML.

The flow, one way: read -> check -> derive -> render -> MkDocs.  Each stage is one public function.
"""

__version__ = "0.1.0"
