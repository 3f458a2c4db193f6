"""Messages to sockets: in order for each, none waiting for another, and what is final told from what may pass."""

import pytest

from chalicelib.adapters.apigateway_sockets import ApiGatewaySockets
from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.system_clock import SystemClock
from chalicelib.domain.ports.live import GoneError, Socket, SocketTroubleError
from tests.contract.answering_server import Answer, answering_server
from tests.fakes.sockets import InMemorySockets

MESSAGES = [{"type": "event", "seq": seq, "message": "写作"} for seq in (1, 2, 3)]
GONE = Answer.of({"message": "gone"}, 410, x_amzn_ErrorType="GoneException")
FORBIDDEN = Answer.of({"message": "no"}, 403, x_amzn_ErrorType="ForbiddenException")
THROTTLED = Answer.of({"message": "slow down"}, 429, x_amzn_ErrorType="LimitExceededException")
BROKEN = Answer.of({"message": "oh"}, 500)
FINE = Answer(200, b"")


@pytest.fixture
def sockets(aws_clients: AwsClients) -> ApiGatewaySockets:
    return ApiGatewaySockets(aws_clients.sockets, SystemClock())


def test_a_message_goes_to_the_endpoint_of_its_connection_as_utf_8(sockets: ApiGatewaySockets) -> None:
    with answering_server(FINE) as server:
        sockets.send(Socket("abc=", f"{server.url}/_aws/execute-api/a/dev"), MESSAGES[0])
    assert server.asked[0].path == "/_aws/execute-api/a/dev/@connections/abc%3D"
    assert server.asked[0].body == MESSAGES[0]


@pytest.mark.parametrize("answer", [GONE, FORBIDDEN])
def test_a_refusal_is_final(answer: Answer, sockets: ApiGatewaySockets) -> None:
    with answering_server(answer) as server, pytest.raises(GoneError):
        sockets.send(Socket("c1", server.url), MESSAGES[0])


@pytest.mark.parametrize("answer", [THROTTLED, BROKEN])
def test_trouble_may_pass(answer: Answer, sockets: ApiGatewaySockets) -> None:
    with answering_server(answer) as server, pytest.raises(SocketTroubleError):
        sockets.send(Socket("c1", server.url), MESSAGES[0])


def test_an_endpoint_that_does_not_answer_is_trouble(sockets: ApiGatewaySockets) -> None:
    with pytest.raises(SocketTroubleError):
        sockets.send(Socket("c1", "http://127.0.0.1:9"), MESSAGES[0])


def test_a_closed_connection_is_told_from_an_open_one_and_from_no_answer(sockets: ApiGatewaySockets) -> None:
    with answering_server(GONE, Answer.of({"connectedAt": "2026-11-22T05:00:00Z"}), BROKEN) as server:
        socket = Socket("c1", server.url)
        assert [sockets.is_open(socket) for _ in range(3)] == [False, True, True]
    assert sockets.is_open(Socket("c1", "http://127.0.0.1:9"))


def test_each_gets_its_messages_in_order_and_none_waits_for_one_that_is_slow_or_gone(
    sockets: ApiGatewaySockets,
) -> None:
    never = Answer(never=True)
    with answering_server(never) as slow, answering_server(GONE) as gone, answering_server(*[FINE] * 3) as quick:
        outgoing = {Socket(name, server.url): MESSAGES for name, server in (("s", slow), ("g", gone), ("q", quick))}
        delivery = sockets.send_all(outgoing, within_seconds=1)
    assert [asked.body["seq"] for asked in quick.asked] == [1, 2, 3]
    assert (len(slow.asked), len(gone.asked)) == (1, 1)
    assert (delivery.sent, delivery.gone) == (3, frozenset({"g"}))
    assert set(delivery.troubles or {}) == {"s"}


def test_what_cannot_be_sent_in_time_is_left_out(sockets: ApiGatewaySockets) -> None:
    with answering_server() as server:
        delivery = sockets.send_all({Socket("c1", server.url): MESSAGES}, within_seconds=-1)
    assert (server.asked, delivery.sent, set(delivery.troubles or {})) == ([], 0, {"c1"})


def test_nothing_to_send_is_fine(sockets: ApiGatewaySockets) -> None:
    for each in (sockets, InMemorySockets()):
        assert each.send_all({}, within_seconds=1).sent == 0


def test_in_memory_the_same_is_told() -> None:
    fake = InMemorySockets()
    fake.closed, fake.in_trouble = {"g"}, {"s"}
    delivery = fake.send_all({Socket(name, ""): MESSAGES for name in ("s", "g", "q")}, within_seconds=1)
    assert (delivery.sent, delivery.gone, set(delivery.troubles or {})) == (3, frozenset({"g"}), {"s"})
    with pytest.raises(GoneError):
        fake.send(Socket("g", ""), MESSAGES[0])
    assert [fake.is_open(Socket(name, "")) for name in ("g", "q")] == [False, True]
