"""From records to the files of a site, doing nothing twice.  ``site`` explains how; nothing here knows MkDocs."""
