"""Which mapping a table is read by, judged by its column names."""

import pytest

from chalicelib.domain.data_sync.mapping import choose

SHOP_ORDERS = ["订单编号", "商品编号", "商品名称", "订购数量", "单价", "下单时间", "订单状态"]


@pytest.mark.parametrize("platform", ["auto", "jd", "taobao"])
def test_order_lines_without_a_total_are_orders_and_no_products(platform: str) -> None:
    binding = choose(SHOP_ORDERS, platform=platform)
    assert (binding.mapping.kind, len(binding.fields)) == ("orders", len(SHOP_ORDERS))


def test_a_table_whose_own_mapping_lacks_something_is_not_taken_for_another_kind() -> None:
    """Without the order's number these are still lines of orders: by product alone most would be lost."""
    assert choose(SHOP_ORDERS[1:]).mapping.name == "generic"


def test_products_are_products() -> None:
    assert choose(["商品编号", "商品名称", "价格", "库存"]).mapping.kind == "products"
    assert choose(["sku", "name", "price", "stock", "category"]).mapping.kind == "products"


def test_what_was_asked_for_tips_the_balance() -> None:
    columns = ["order_id", "sku", "quantity", "price", "order date"]
    assert choose(columns, kind="orders").mapping.name == "standard_orders"


def test_a_table_that_nobody_knows_is_read_as_it_is() -> None:
    assert choose(["foo", "bar", "baz"]).mapping.name == "generic"
