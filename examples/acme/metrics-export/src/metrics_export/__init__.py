"""Business figures of the day before, as CSV."""
