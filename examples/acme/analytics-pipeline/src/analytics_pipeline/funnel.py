"""How many sessions of a day reached each step."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .sessions import STEPS, Session


@dataclass(frozen=True)
class FunnelRow:
    day: date
    site: str
    step: str
    session_count: int


def to_funnel(sessions: Iterable[Session]) -> list[FunnelRow]:
    """One row for every day, site and step, also for steps that nobody reached."""
    reached: Counter[tuple[date, str, str]] = Counter()
    for session in sessions:
        furthest = STEPS.index(session.furthest_step)
        # Whoever paid also put something into the cart, even if that event was lost.
        for step in STEPS[: furthest + 1]:
            reached[(session.started_at.date(), session.site, step)] += 1
    days_and_sites = sorted({(day, site) for day, site, _ in reached})
    return [
        FunnelRow(day, site, step, reached[(day, site, step)])
        for day, site in days_and_sites
        for step in STEPS
    ]
