"""The content security policy: only our files, and the theme's own inline scripts by their hashes.

The hashes are learnt from a page rendered without any data, so that a script that came in with data never
gets one.
"""

import base64
import hashlib
import re

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def content_security_policy(env: Environment, config: MkDocsConfig) -> str:
    """Return the policy for the meta element of every page."""
    env.globals["content_security_policy"] = ""
    context = get_context(Navigation([], []), [], config, page=None, base_url=".")
    empty_page = env.get_template("main.html").render(context)
    hashes = " ".join(sorted({f"'sha256-{_sha256(script)}'" for script in _INLINE.findall(empty_page)}))
    return "; ".join((*DIRECTIVES, f"script-src 'self' {hashes}"))


def _sha256(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
