"""Matches the settlement files of the payment provider with the ledger."""
