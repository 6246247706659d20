"""The command that the CronJob runs."""

import argparse
import logging
import os
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import boto3
import duckdb

from .export import IncompleteDayError, check_complete, compute, split, to_csv

logger = logging.getLogger(__name__)


class Lake:
    """The sessions of one day, as a view in DuckDB."""

    def __init__(self, bucket: str, endpoint: str, day: date) -> None:
        self._connection = duckdb.connect()
        self._connection.execute("INSTALL httpfs; LOAD httpfs")
        self._connection.execute(
            "CREATE SECRET lake (TYPE s3, PROVIDER credential_chain, ENDPOINT $endpoint)",
            {"endpoint": endpoint},
        )
        path = f"s3://{bucket}/curated/sessions/day={day}/*/*.parquet"
        self._connection.execute(
            f"CREATE VIEW sessions AS SELECT * FROM read_parquet('{path}', hive_partitioning = true)"
        )

    def hours(self) -> int:
        [(hours,)] = self._connection.sql("SELECT count(DISTINCT hour) FROM sessions").fetchall()
        return hours

    def rows(self, query: str) -> Iterable[tuple[str, Decimal | None]]:
        return self._connection.sql(query).fetchall()


def main() -> int:
    parser = argparse.ArgumentParser(prog="metrics-export")
    commands = parser.add_subparsers(dest="command", required=True)
    export_parser = commands.add_parser("export", help="export one day")
    export_parser.add_argument(
        "--day",
        type=date.fromisoformat,
        default=datetime.now(UTC).date() - timedelta(days=1),
        help="yesterday when left out",
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")

    bucket, endpoint = os.environ["DATA_LAKE_BUCKET"], os.environ["S3_ENDPOINT"]
    lake = Lake(bucket, endpoint, arguments.day)
    try:
        check_complete(lake.hours(), arguments.day)
    except IncompleteDayError as error:
        # Exit code 1 lets the CronJob try again.
        logger.error("Nothing was exported: %s", error)
        return 1
    publish, problems = split(compute(lake))
    for problem in problems:
        logger.warning("Held back: %s", problem)
    key = f"reports/daily-metrics/{arguments.day}.csv"
    boto3.client("s3", endpoint_url=f"https://{endpoint}").put_object(
        Bucket=bucket,
        Key=key,
        Body=to_csv(arguments.day, publish).encode(),
        ContentType="text/csv",
    )
    logger.info("Exported %d values to %s", len(publish), key)
    return 0


if __name__ == "__main__":
    sys.exit(main())
