"""The command that the CronJob runs."""

import argparse
import logging
import os
import sys
from datetime import UTC, datetime

import httpx

from .build import ShrunkError, build
from .catalogue import read_products
from .index import SearchIndex


def main() -> int:
    parser = argparse.ArgumentParser(prog="search-indexer")
    commands = parser.add_subparsers(dest="command", required=True)
    build_parser = commands.add_parser("build", help="build an index and move the alias to it")
    build_parser.add_argument("--keep", type=int, default=3, help="builds to keep")
    build_parser.add_argument(
        "--allow-shrink", action="store_true", help="move the alias however small the index is"
    )
    alias_parser = commands.add_parser("use", help="move the alias to a build that exists")
    alias_parser.add_argument("index")
    commands.add_parser("list", help="list the builds")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")

    with httpx.Client(
        base_url=os.environ["OPENSEARCH_URL"],
        auth=(os.environ["OPENSEARCH_USER"], os.environ["OPENSEARCH_PASSWORD"]),
        timeout=30,
    ) as client:
        index = SearchIndex(client, int(os.environ.get("BATCH_SIZE", "500")))
        match arguments.command:
            case "build":
                return run_build(index, arguments.keep, arguments.allow_shrink)
            case "use":
                index.move_alias(arguments.index)
            case "list":
                current = index.current()
                for name in index.builds():
                    print(f"{'*' if name == current else ' '} {name} {index.count(name)}")
    return 0


def run_build(index: SearchIndex, keep: int, allow_shrink: bool) -> int:
    max_shrink = 100.0 if allow_shrink else float(os.environ.get("MAX_SHRINK_PERCENT", "5"))
    with httpx.Client(timeout=30) as catalogue:
        try:
            build(
                index,
                read_products(catalogue, os.environ["PRODUCT_API_URL"]),
                now=datetime.now(UTC),
                max_shrink_percent=max_shrink,
                keep=keep,
            )
        except ShrunkError as error:
            logging.error("Alias was not moved: %s", error)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
