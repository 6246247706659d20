"""One SQL file per metric, named after it."""
