from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from analytics_pipeline.event import Event
from analytics_pipeline.funnel import to_funnel
from analytics_pipeline.sessions import to_sessions

START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def make_event(number: int, minute: float, kind: str = "page_viewed", **changes) -> Event:
    time = START + timedelta(minutes=minute)
    values = {
        "event_id": f"e-{number:03}",
        "type": kind,
        "visitor_id": "v_1",
        "site": "storefront-web",
        "occurred_at": time,
        "received_at": time,
    }
    return Event(**(values | changes))


def test_a_pause_of_half_an_hour_ends_a_session():
    events = [make_event(1, 0), make_event(2, 29.9), make_event(3, 59.9)]
    sessions = list(to_sessions(events))
    assert [session.event_count for session in sessions] == [2, 1]
    assert sessions[1].started_at == START + timedelta(minutes=59.9)


def test_order_and_repetition_change_nothing():
    events = [make_event(1, 0), make_event(2, 5), make_event(3, 10)]
    shuffled = [events[2], events[0], events[1], events[0]]
    assert list(to_sessions(shuffled)) == list(to_sessions(events))


def test_visitors_are_kept_apart():
    events = [make_event(1, 0), make_event(2, 1, visitor_id="v_2")]
    assert {session.visitor_id for session in to_sessions(events)} == {"v_1", "v_2"}


def test_revenue_is_exact():
    events = [
        make_event(1, 0, "purchased", total=Decimal("0.10"), currency="EUR"),
        make_event(2, 1, "purchased", total=Decimal("0.20"), currency="EUR"),
    ]
    [session] = to_sessions(events)
    assert session.revenue == Decimal("0.30")


def test_several_currencies_are_an_error():
    events = [
        make_event(1, 0, "purchased", total=Decimal(1), currency="EUR"),
        make_event(2, 1, "purchased", total=Decimal(1), currency="CHF"),
    ]
    with pytest.raises(ValueError, match="several currencies"):
        list(to_sessions(events))


def test_the_funnel_counts_every_step_on_the_way():
    events = [
        make_event(1, 0),
        make_event(2, 0, "purchased", visitor_id="v_2", total=Decimal(9), currency="EUR"),
    ]
    rows = to_funnel(to_sessions(events))
    assert [(row.step, row.session_count) for row in rows] == [
        ("page_viewed", 2),
        ("searched", 1),
        ("added_to_cart", 1),
        ("purchased", 1),
    ]
    assert {row.day for row in rows} == {date(2026, 11, 3)}
