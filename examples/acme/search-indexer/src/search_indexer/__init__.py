"""Builds the product index from the product catalogue."""
