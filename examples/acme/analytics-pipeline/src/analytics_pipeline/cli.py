"""The command that the CronJob runs."""

import argparse
import logging
import os
from datetime import UTC, datetime, timedelta

from .funnel import to_funnel
from .lake import FUNNEL, SESSIONS, DataLake
from .sessions import to_sessions
from .source import read_events

# A session that starts in the hour may go on for a while; read on to see its end.
LOOK_AHEAD = timedelta(minutes=45)


def main() -> None:
    parser = argparse.ArgumentParser(prog="analytics-pipeline")
    commands = parser.add_subparsers(dest="command", required=True)
    run_parser = commands.add_parser("run", help="process the last full hours")
    run_parser.add_argument("--hours", type=int, default=2)
    backfill_parser = commands.add_parser("backfill", help="process a span again")
    backfill_parser.add_argument("--start", type=datetime.fromisoformat, required=True)
    backfill_parser.add_argument("--end", type=datetime.fromisoformat, required=True)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")

    if arguments.command == "run":
        end = full_hour(datetime.now(UTC) - LOOK_AHEAD)
        start = end - timedelta(hours=arguments.hours)
    else:
        start, end = full_hour(arguments.start), full_hour(arguments.end)

    lake = DataLake(os.environ["S3_ENDPOINT"], os.environ["DATA_LAKE_BUCKET"])
    hour = start
    while hour < end:
        process_hour(lake, hour)
        hour += timedelta(hours=1)


def process_hour(lake: DataLake, hour: datetime) -> None:
    end = hour + timedelta(hours=1)
    events = read_events(
        os.environ["KAFKA_BROKERS"],
        os.environ["CLICKSTREAM_TOPIC"],
        hour - LOOK_AHEAD,
        end + LOOK_AHEAD,
    )
    # Each session belongs to the hour in which it started, and to no other.
    sessions = [session for session in to_sessions(events) if hour <= session.started_at < end]
    lake.write("sessions", hour, sessions, SESSIONS)
    lake.write("funnel", hour, to_funnel(sessions), FUNNEL)
    logging.info("Hour %s has %d sessions", hour.isoformat(), len(sessions))


def full_hour(time: datetime) -> datetime:
    return time.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


if __name__ == "__main__":
    main()
