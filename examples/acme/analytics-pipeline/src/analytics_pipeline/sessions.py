"""Cuts the events of a visitor into sessions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from .event import Event

# The definition that all reports share: a pause of half an hour ends a visit.
PAUSE = timedelta(minutes=30)

# The steps of the funnel, in order. A session counts for the furthest it reached.
STEPS = ("page_viewed", "searched", "added_to_cart", "purchased")


@dataclass(frozen=True)
class Session:
    session_id: str
    visitor_id: str
    site: str
    started_at: datetime
    ended_at: datetime
    event_count: int
    furthest_step: str
    revenue: Decimal
    currency: str | None


def to_sessions(events: Iterable[Event]) -> Iterator[Session]:
    """Yields sessions by visitor and time. Repeated events count once."""
    unique = {event.event_id: event for event in events}
    ordered = sorted(unique.values(), key=attrgetter("visitor_id", "occurred_at", "event_id"))
    for _, visits in groupby(ordered, key=attrgetter("visitor_id")):
        current: list[Event] = []
        for event in visits:
            if current and event.occurred_at - current[-1].occurred_at >= PAUSE:
                yield summarise(current)
                current = []
            current.append(event)
        yield summarise(current)


def summarise(events: list[Event]) -> Session:
    first, last = events[0], events[-1]
    purchases = [event for event in events if event.type == "purchased"]
    currencies = {event.currency for event in purchases}
    if len(currencies) > 1:
        raise ValueError(f"Session of '{first.visitor_id}' has several currencies")
    return Session(
        # The first event names the session, so a second run gives the same id.
        session_id=first.event_id,
        visitor_id=first.visitor_id,
        site=first.site,
        started_at=first.occurred_at,
        ended_at=last.occurred_at,
        event_count=len(events),
        furthest_step=max((event.type for event in events), key=STEPS.index),
        revenue=sum((event.total or Decimal(0) for event in purchases), Decimal(0)),
        currency=next(iter(currencies), None),
    )
