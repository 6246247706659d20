package receipt

import (
	"testing"
	"time"
)

func TestCheck(t *testing.T) {
	good := Receipt{
		ID:          "5d0f1c8e-6f3a-4d4e-9a57-1f1f6f0b7a11",
		PaymentID:   "pay_20418833",
		AmountMinor: 4995,
		Currency:    "EUR",
		IssuedAt:    time.Date(2026, 11, 2, 10, 0, 0, 0, time.UTC),
	}
	if err := good.Check(); err != nil {
		t.Fatalf("a good receipt is refused: %v", err)
	}
	bad := good
	bad.Currency = "Euro"
	if bad.Check() == nil {
		t.Fatal("a currency that is none is taken")
	}
}
