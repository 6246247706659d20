// Package ledger holds the rules of double-entry bookkeeping, without I/O.
package ledger

import (
	"errors"
	"fmt"
	"time"
)

// Side says on which side of an account a line stands.
type Side string

const (
	Debit  Side = "debit"
	Credit Side = "credit"
)

// Line is one movement on one account. Amounts are minor units and positive.
type Line struct {
	Account     string
	Side        Side
	AmountMinor int64
	Currency    string
}

// Entry is what happened once, as lines that balance.
type Entry struct {
	ID             string
	IdempotencyKey string
	OccurredAt     time.Time
	BookedAt       time.Time
	Description    string
	Reference      string
	ReversesID     string
	Lines          []Line
}

// ErrUnbalanced is returned when debits and credits differ in a currency.
var ErrUnbalanced = errors.New("entry does not balance")

// Validate checks what every entry must satisfy before it is booked.
func (e Entry) Validate() error {
	if e.IdempotencyKey == "" {
		return errors.New("idempotency key is missing")
	}
	if e.OccurredAt.IsZero() {
		return errors.New("occurrence time is missing")
	}
	if len(e.Lines) < 2 {
		return fmt.Errorf("an entry has at least two lines, got %d", len(e.Lines))
	}

	sums := make(map[string]int64)
	for i, line := range e.Lines {
		if line.Account == "" {
			return fmt.Errorf("line %d has no account", i)
		}
		if line.AmountMinor <= 0 {
			return fmt.Errorf("line %d: amount must be positive, got %d", i, line.AmountMinor)
		}
		switch line.Side {
		case Debit:
			sums[line.Currency] += line.AmountMinor
		case Credit:
			sums[line.Currency] -= line.AmountMinor
		default:
			return fmt.Errorf("line %d: unknown side %q", i, line.Side)
		}
	}
	for currency, difference := range sums {
		if difference != 0 {
			return fmt.Errorf("%w: %s differs by %d", ErrUnbalanced, currency, difference)
		}
	}
	return nil
}

// Reverse returns the entry that takes e back.
func (e Entry) Reverse(at time.Time, reason string) Entry {
	lines := make([]Line, len(e.Lines))
	for i, line := range e.Lines {
		lines[i] = line
		if line.Side == Debit {
			lines[i].Side = Credit
		} else {
			lines[i].Side = Debit
		}
	}
	return Entry{
		IdempotencyKey: "reverse/" + e.ID,
		OccurredAt:     at,
		Description:    "Reversal: " + reason,
		Reference:      e.Reference,
		ReversesID:     e.ID,
		Lines:          lines,
	}
}
