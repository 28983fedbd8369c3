"""Which state a word names, and who leads one."""

from __future__ import annotations

from firsthand.tables.countries import country_of_name, name_of_country
from firsthand.tables.leaders import state_led_by

__all__ = ["state_led", "state_named"]


def state_named(word: str, *roles: str) -> str | None:
    """The usual name of the country that `word` names in one of `roles`; any role when none is given."""
    found = country_of_name(word)
    if found is None or (roles and found[1] not in roles):
        return None
    return name_of_country(found[0])


def state_led(name: str) -> str | None:
    """The country that the bearer of `name` is known to lead or have led."""
    code = state_led_by(name)
    return None if code is None else name_of_country(code)
