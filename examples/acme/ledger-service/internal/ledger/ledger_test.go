package ledger

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func TestValidateRejectsUnbalancedEntries(t *testing.T) {
	entry := Entry{
		IdempotencyKey: "k1",
		OccurredAt:     noon,
		Lines: []Line{
			{Account: receivable, Side: Debit, AmountMinor: 1000, Currency: "EUR"},
			{Account: deposits, Side: Credit, AmountMinor: 1000, Currency: "SEK"},
		},
	}
	if err := entry.Validate(); !errors.Is(err, ErrUnbalanced) {
		t.Fatalf("want ErrUnbalanced, got %v", err)
	}
}

func TestPost(t *testing.T) {
	tests := []struct {
		name  string
		event OrderEvent
		want  []Line
	}{
		{
			name:  "payment before delivery is a deposit",
			event: OrderEvent{ID: "e1", Type: "order.paid", GrossMinor: 12100, VATMinor: 2100},
			want: []Line{
				{Account: "receivable.paybridge", Side: Debit, AmountMinor: 12100, Currency: "EUR"},
				{Account: "deposits.customers", Side: Credit, AmountMinor: 12100, Currency: "EUR"},
			},
		},
		{
			name:  "shipping earns revenue and owes VAT",
			event: OrderEvent{ID: "e2", Type: "order.shipped", GrossMinor: 12100, VATMinor: 2100},
			want: []Line{
				{Account: "deposits.customers", Side: Debit, AmountMinor: 12100, Currency: "EUR"},
				{Account: "revenue.goods", Side: Credit, AmountMinor: 10000, Currency: "EUR"},
				{Account: "vat.NL", Side: Credit, AmountMinor: 2100, Currency: "EUR"},
			},
		},
		{
			name:  "tax-free delivery has no VAT line",
			event: OrderEvent{ID: "e3", Type: "order.shipped", GrossMinor: 5000},
			want: []Line{
				{Account: "deposits.customers", Side: Debit, AmountMinor: 5000, Currency: "EUR"},
				{Account: "revenue.goods", Side: Credit, AmountMinor: 5000, Currency: "EUR"},
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			event := test.event
			event.OccurredAt, event.OrderNumber = noon, "AC-10000001"
			event.Country, event.Currency = "NL", "EUR"

			entry, ok, err := Post(event)
			if err != nil || !ok {
				t.Fatalf("Post: ok=%v err=%v", ok, err)
			}
			if !reflect.DeepEqual(entry.Lines, test.want) {
				t.Errorf("lines\n got %+v\nwant %+v", entry.Lines, test.want)
			}
		})
	}
}

func TestPostIgnoresEventsWithoutMoney(t *testing.T) {
	for _, event := range []OrderEvent{
		{ID: "e4", Type: "order.placed", GrossMinor: 12100},
		{ID: "e5", Type: "order.cancelled", GrossMinor: 0},
	} {
		if _, ok, err := Post(event); ok || err != nil {
			t.Errorf("%s: ok=%v err=%v", event.Type, ok, err)
		}
	}
}

func TestReverseRestoresBalances(t *testing.T) {
	entry, _, err := Post(OrderEvent{
		ID: "e6", Type: "order.shipped", OccurredAt: noon, OrderNumber: "AC-10000001",
		Country: "NL", Currency: "EUR", GrossMinor: 12100, VATMinor: 2100,
	})
	if err != nil {
		t.Fatal(err)
	}
	entry.ID = "0001"

	balances := make(map[string]int64)
	for _, line := range append(entry.Lines, entry.Reverse(noon, "wrong VAT rate").Lines...) {
		if line.Side == Debit {
			balances[line.Account] += line.AmountMinor
		} else {
			balances[line.Account] -= line.AmountMinor
		}
	}
	for account, balance := range balances {
		if balance != 0 {
			t.Errorf("%s is left with %d", account, balance)
		}
	}
}
