"""Bought-together lists from the clickstream."""
