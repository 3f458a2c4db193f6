"""Upserts: the same twice changes nothing, the newer wins, an interruption is taken up again with exact counts."""

import pytest

from chalicelib.domain.data_sync import sync_file, writing_walk
from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.quality import Tell, survey
from chalicelib.domain.data_sync.records import DATASET, FileState
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.errors import SourceUnreadableError, StaleTaskError
from chalicelib.domain.lifecycle import Submission, new_task
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Continue
from chalicelib.task_types.data_sync.definition import DEFINITION
from tests.unit.data_sync.bench import OWNER, Bench, KilledError, codes, counted, orders


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a hundred rows in place of a thousand."""
    for module in (writing_walk, sync_file):
        monkeypatch.setattr(module, "ROWS_PER_CHUNK", 100)


def test_a_second_sync_of_a_file_writes_nothing(bench: Bench) -> None:
    file_id = bench.register("orders.csv", orders(2500))

    assert counted(bench.sync(file_id)) == {"inserted": 2500}
    assert counted(bench.sync(file_id)) == {"unchanged": 2500}
    assert bench.rows.written == 2500
    assert bench.file(file_id).state == FileState.SYNCED


def test_only_what_is_different_is_written(bench: Bench) -> None:
    bench.sync_new(orders(50))
    bench.clock.advance(60)
    changed = orders(60).replace("7,SKU-0,3,7.50", "7,SKU-0,3,8.50")

    result = bench.sync_new(changed)

    assert counted(result) == {"inserted": 10, "updated": 1, "unchanged": 49}
    assert bench.stored(result)["7//SKU-0"].values["amount"] == 8.5


def test_of_two_files_the_newer_counts_whichever_comes_first(bench: Bench) -> None:
    newer = bench.register("new.csv", orders(5).replace(".50,", ".75,"), as_of="2026-02-01T00:00:00+00:00")
    older = bench.register("old.csv", orders(5), as_of="2026-01-01T00:00:00+00:00")

    bench.sync(newer)
    result = bench.sync(older)

    assert counted(result) == {"superseded": 5}
    assert {row.values["amount"] for row in bench.stored(result).values()} == {1.75, 2.75, 3.75, 4.75, 5.75}


def test_the_business_time_of_a_row_weighs_more_than_that_of_its_file(bench: Bench) -> None:
    header = "sku,name,price,updated_at\n"
    bench.sync_new(f"{header}A,Cup,2,2024-03-01 10:00:00\n")
    bench.clock.advance(60)

    result = bench.sync_new(f"{header}A,Mug,1,2024-02-01 10:00:00\n")

    assert counted(result) == {"superseded": 1}
    assert bench.stored(result)["A"].values["name"] == "Cup"


def test_of_several_rows_that_are_one_thing_the_newest_counts_every_time(bench: Bench) -> None:
    file_id = bench.register(
        "p.csv",
        "sku,name,price,updated_at\nA,Old,1,2024-01-01\nA,New,2,2024-03-01\nA,Mid,3,2024-02-01\nB,Bee,1,2024-01-01\n",
    )

    first, second = bench.sync(file_id), bench.sync(file_id)

    assert counted(first) == {"inserted": 2, "duplicates": 2}
    assert counted(second) == {"unchanged": 2, "duplicates": 2}
    assert bench.stored(first)["A"].values["name"] == "New"
    assert codes(first)["repeated_key"] == 2


def test_lines_with_one_key_are_numbered_and_equal_ones_are_told(bench: Bench) -> None:
    result = bench.sync_new("order_id,sku,amount\n1,A,5\n1,A,5\n1,A,6\n2,A,5\n")

    assert sorted(bench.stored(result)) == ["1//A", "1//A#2", "1//A#3", "2//A"]
    assert codes(result) == {"exact_duplicate": 1}


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("killed_at", [100, 300, 600, 700])
def test_a_worker_that_dies_in_the_middle_is_made_up_for_exactly(bench: Bench, killed_at: int) -> None:
    file_id = bench.register("big.csv", orders(750))
    with pytest.raises(KilledError):
        bench.sync(file_id, bench.context("t", killed_at=killed_at))
    assert bench.file(file_id).state == FileState.SYNCING

    result = bench.sync(file_id, bench.context("t"))

    assert counted(result) == {"inserted": 750}
    assert len(bench.stored(result)) == bench.rows.written == 750
    assert bench.file(file_id).state == FileState.SYNCED


@pytest.mark.usefixtures("small_chunks")
def test_a_worker_that_dies_after_each_chunk_loses_no_numbers_of_lines(bench: Bench) -> None:
    lines = "".join(f"{number // 3},A,{number}\n" for number in range(900))
    file_id = bench.register("lines.csv", f"order_id,sku,amount\n{lines}")
    for killed_at in (200, 500, 800):
        with pytest.raises(KilledError):
            bench.sync(file_id, bench.context("t", killed_at=killed_at))

    result = bench.sync(file_id, bench.context("t"))

    assert counted(result) == {"inserted": 900}
    assert bench.stored(result)["299//A#3"].values["amount"] == 899


@pytest.mark.usefixtures("small_chunks")
def test_a_file_too_long_for_one_invocation_goes_on_where_it_was(bench: Bench) -> None:
    file_id = bench.register("big.csv", orders(350))
    context = bench.context("t", stops=True)

    steps = []
    while isinstance(done := bench.run(file_id, context), Continue):
        steps.append(done.checkpoint["rows_done"])

    assert steps == [100, 200, 300]
    assert counted(done.result) == {"inserted": 350}
    assert bench.rows.written == 350


@pytest.mark.usefixtures("small_chunks")
def test_a_large_file_may_be_continued_between_the_walks_of_its_check(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveyed: list[Conventions] = []

    def counted_survey(understood: Understood, tell: Tell) -> Conventions:
        surveyed.append(survey(understood, tell))
        return surveyed[-1]

    monkeypatch.setattr(sync_file, "LARGE_BYTES", 1000)
    monkeypatch.setattr(sync_file, "survey", counted_survey)
    file_id = bench.register("big.csv", orders(350).replace(".50,", ",50,").replace(",", ";").replace(";50;", ",50;"))
    context = bench.context("t", stops=True)

    steps = []
    while isinstance(done := bench.run(file_id, context), Continue):
        steps.append(done.checkpoint["rows_done"])

    assert steps == [0, 100, 200, 300]
    assert len(surveyed) == 1
    assert counted(done.result) == {"inserted": 350}
    assert bench.stored(done.result)["7//SKU-0"].values["amount"] == 7.5


@pytest.mark.usefixtures("small_chunks")
def test_a_file_that_is_replaced_in_the_middle_begins_anew(bench: Bench) -> None:
    file_id = bench.register("big.csv", orders(750))
    with pytest.raises(KilledError):
        bench.sync(file_id, bench.context("t", killed_at=600))
    bench.files.put(bench.file(file_id).body["location"], orders(700, first=51).encode(), content_type="text/csv")

    result = bench.sync(file_id, bench.context("t"))

    assert result["report"]["rows"] == sum(counted(result).values()) == 700
    assert len(bench.stored(result)) == 750
    assert bench.stored(result)["750//SKU-1"].values["amount"] == 750.5


@pytest.mark.usefixtures("small_chunks")
def test_a_retry_of_a_sync_that_ran_out_of_time_goes_on_where_it_was(bench: Bench) -> None:
    file_id = bench.register("big.csv", orders(950))
    with pytest.raises(StaleTaskError):
        bench.sync(file_id, bench.context("t", cancelled_at=700))
    context = bench.context("t")

    result = bench.sync(file_id, context)

    assert counted(result) == {"inserted": 950}
    assert min(done for done, _, step in context.steps if step.startswith("writing")) == 500
    assert not any(step.startswith("checking") for _, _, step in context.steps)


def test_chunks_of_large_rows_are_small(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_walk, "BYTES_PER_CHUNK", 10_000)
    context = bench.context()
    content = "order_id,sku,amount,note\n" + "".join(f"{n},A,1,{'long ' * 500}\n" for n in range(40))

    assert counted(bench.sync(bench.register("notes.csv", content), context)) == {"inserted": 40}
    assert [done for done, _, step in context.steps if step.startswith("writing")] == [0, *range(4, 41, 4)]


def test_a_cancelled_sync_stops_and_the_next_one_takes_over(bench: Bench) -> None:
    file_id = bench.register("big.csv", orders(4000))
    with pytest.raises(StaleTaskError):
        bench.sync(file_id, bench.context("first", cancelled_at=2000))

    result = bench.sync(file_id, bench.context("second"))

    assert counted(result) == {"inserted": 2000, "unchanged": 2000}


def test_a_file_that_another_living_task_holds_is_left_to_it(bench: Bench) -> None:
    file_id = bench.register("orders.csv", orders(3000))
    holder = new_task("holder", DEFINITION, OWNER, Submission({}, 5), bench.clock.now())
    bench.tasks.create(holder, now=bench.clock.now())
    with pytest.raises(KilledError):
        bench.sync(file_id, bench.context("holder", killed_at=1000))

    result = bench.sync(file_id)

    assert (result["state"], result["reason"]) == ("skipped", "task holder is syncing this file")


def test_a_newer_row_that_comes_in_between_is_not_overwritten(bench: Bench) -> None:
    slow = bench.register("old.csv", orders(3), as_of="2026-01-01T00:00:00+00:00")
    quick = bench.register("new.csv", orders(3).replace(".50,", ".75,"), as_of="2026-02-01T00:00:00+00:00")

    def come_between() -> None:
        bench.rows.before_put = lambda: None
        bench.sync(quick)

    bench.rows.before_put = come_between
    result = bench.sync(slow)

    assert counted(result) == {"superseded": 3}
    assert bench.stored(result)["1//SKU-1"].values["amount"] == 1.75


def test_a_dry_run_says_what_would_happen_and_writes_nothing(bench: Bench) -> None:
    bench.sync_new(orders(3))
    bench.clock.advance(1)
    file_id = bench.register("more.csv", orders(5).replace("2.50", "2.75"))

    result = bench.sync(file_id, dry_run=True)

    assert (result["state"], counted(result)) == ("checked", {"inserted": 2, "updated": 1, "unchanged": 2})
    assert bench.rows.written == 3
    assert bench.file(file_id).state == FileState.UPLOADED


def test_the_dataset_counts_its_rows_once_even_when_the_end_comes_twice(bench: Bench) -> None:
    file_id = bench.register("orders.csv", orders(30))
    context = bench.context("t")
    bench.sync(file_id, context)
    result = bench.sync(file_id, context)

    dataset: Record | None = bench.records.get(DATASET, result["dataset_id"])

    assert dataset is not None
    assert (dataset.body["row_count"], dataset.body["files"]) == (30, 1)


def test_a_file_that_was_dropped_and_is_too_large_is_refused(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync_file, "MOST_FILE_BYTES", 100)

    with pytest.raises(SourceUnreadableError, match="100 are taken"):
        bench.sync_new(orders(20))


def test_another_owner_finds_no_file(bench: Bench) -> None:
    context = bench.context()
    context.owner_id = "ben"

    with pytest.raises(SourceUnreadableError, match="there is no file"):
        bench.sync(bench.register("orders.csv", orders(1)), context)


def test_progress_tells_rows_and_the_file(bench: Bench) -> None:
    context = bench.context()
    bench.sync(bench.register("orders.csv", orders(2500)), context)

    assert (2000, 2500, "writing orders.csv") in context.steps
    assert any(step == "checking orders.csv" for _, _, step in context.steps)
