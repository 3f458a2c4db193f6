"""One session of botocore for every client of a server of ours."""

from functools import cache

import botocore.session


@cache
def aws_session() -> botocore.session.Session:
    """Reading the list of AWS's endpoints takes longer than most of the tests."""
    session = botocore.session.Session()
    session.set_credentials("test", "test")
    return session
