"""Delivery options, shipments, labels and tracking."""
