"""Who sends the request: the API key of its Authorization header, resolved."""

import re

from chalicelib.domain.errors import ForbiddenError, InvalidApiKeyError, MissingCredentialsError
from chalicelib.domain.ports.platform import KeyRing
from chalicelib.domain.principal import Principal

API_KEY = re.compile(r"chk_[A-Za-z0-9_-]{43}")


def principal_of(authorization: str, keys: KeyRing) -> Principal:
    """Raises MissingCredentialsError, InvalidApiKeyError. A malformed key costs no read."""
    if not authorization.strip():
        raise MissingCredentialsError("send the header Authorization: Bearer <API key>")
    scheme, _, credentials = authorization.strip().partition(" ")
    api_key = credentials.strip()
    if scheme.lower() != "bearer" or not API_KEY.fullmatch(api_key):
        raise InvalidApiKeyError("the header must be: Authorization: Bearer chk_ and 43 more characters")
    principal = keys.principal(api_key)
    if principal is None:
        raise InvalidApiKeyError("this key is unknown, expired or revoked")
    return principal


def require_admin(principal: Principal) -> None:
    """Raises ForbiddenError."""
    if not principal.is_admin:
        raise ForbiddenError("only an admin may do this")
