// Package receipt says what a receipt is.
package receipt

import (
	"errors"
	"time"
)

// Receipt of one card payment, as the till sends it.
type Receipt struct {
	ID          string    `json:"id"`
	PaymentID   string    `json:"paymentId"`
	AmountMinor int64     `json:"amountMinor"`
	Currency    string    `json:"currency"`
	IssuedAt    time.Time `json:"issuedAt"`
}

// Check finds what is wrong with a receipt before it is kept.
func (r Receipt) Check() error {
	switch {
	case r.PaymentID == "":
		return errors.New("paymentId is missing")
	case r.AmountMinor < 0:
		return errors.New("amountMinor is negative")
	case len(r.Currency) != 3:
		return errors.New("currency is no ISO 4217 code")
	case r.IssuedAt.IsZero():
		return errors.New("issuedAt is missing")
	}
	return nil
}
