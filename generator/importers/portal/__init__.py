"""The national portal's records become drafts in our YAML.

::

    files ─unpack─▶ JSON ─wrap, source─▶ Record ─parts─▶ Parts ─names─▶ Names ─draft─▶ Draft ─write─▶ a data folder
          (limits)         (text by field)  (tables taken apart)  (ids shared)  (our YAML)    └─measure, report, summary

``keys`` knows the fields' names; ``texts`` tidies text; ``cells`` types single cells; ``channels``, ``papers`` (with
``forms``), ``outline``, ``results``, ``law`` and ``lists`` each take one field apart.  Every stage gives frozen values.

Two rules hold everywhere.  *Nothing is guessed*: a cell becomes a value only when it can be read in one way; else its
words stay in the nearest note.  *Nothing is lost*: what has no place stays whole in a question (``Ask``), and
``measure`` counts the characters of the source that are not in the draft.
"""
