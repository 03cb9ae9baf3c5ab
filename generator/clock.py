"""The only place that looks at the clock."""

import os
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """Return the build's day in Vietnam: of ``SOURCE_DATE_EPOCH`` where it is set, else of now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), VIETNAM) if epoch else datetime.now(VIETNAM)
    return moment.date()
