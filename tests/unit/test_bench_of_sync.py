"""What the bench of data sync measures with: files of its own, and requests counted on the wire."""

import csv
import io

from tests.bench.order_lines import HEADER, order_lines
from tests.bench.request_counter import DynamoDbRequests
from tests.unit.data_sync.bench import Bench, counted


def keys(content: bytes) -> set[tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return {(row["order_id"], row["line_id"]) for row in rows}


def test_a_file_has_as_many_different_lines_as_were_asked_for_and_is_the_same_each_time() -> None:
    assert len(keys(order_lines(1000, seed=1))) == 1000
    assert order_lines(1000, seed=1) == order_lines(1000, seed=1)
    assert not keys(order_lines(1000, seed=1)) & keys(order_lines(1000, seed=2))


def test_a_file_is_understood_as_a_shops_orders_without_a_finding() -> None:
    result = Bench().sync_new(order_lines(1000, seed=1))
    assert counted(result) == {"inserted": 1000}
    assert result["report"]["mapping"]["name"] == "standard_orders"
    assert result["report"]["findings"] == []
    assert len(HEADER) == 12


def test_requests_are_counted_by_what_they_ask_whatever_the_case_of_their_headers() -> None:
    requests = DynamoDbRequests()
    for operation, header in [
        ("TransactWriteItems", "X-Amz-Target"),
        ("PutItem", "x-amz-target"),
        ("Query", "X-Amz-Target"),
    ]:
        requests.see(f"POST / HTTP/1.1\r\nHost: a\r\n{header}: DynamoDB_20120810.{operation}\r\n\r\n{{}}".encode())
    requests.see(b"HTTP/1.1 200 OK\r\n\r\n{}")
    assert requests.by_operation == {"TransactWriteItems": 1, "PutItem": 1, "Query": 1}
    assert requests.writes == 2
