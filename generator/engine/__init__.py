"""What knows MkDocs, and nothing else does: the plugin, the content security policy, and how a build is run."""
