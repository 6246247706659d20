"""Sessions and the purchase funnel from the clickstream."""
