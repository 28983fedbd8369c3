"""What holds for every test: steady examples, no clock limits on a noisy machine, no network."""

import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine: nothing may reach for the network."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a connection to {address!r} was tried")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
