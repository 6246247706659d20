package ledger

import (
	"fmt"
	"time"
)

// Accounts that the rules post to. VAT has one account per country.
const (
	receivable   = "receivable.paybridge"
	deposits     = "deposits.customers"
	goodsRevenue = "revenue.goods"
	returns      = "revenue.returns"
)

// OrderEvent is the part of an order event that matters for the books.
type OrderEvent struct {
	ID          string
	Type        string
	OccurredAt  time.Time
	OrderNumber string
	Country     string
	Currency    string
	GrossMinor  int64
	VATMinor    int64
}

// Post turns an order event into an entry. The second result is false when the
// event moves no money.
func Post(event OrderEvent) (Entry, bool, error) {
	if event.GrossMinor == 0 {
		return Entry{}, false, nil
	}
	var description string
	var lines []Line
	switch event.Type {
	case "order.paid":
		description = "Payment for an order that is not delivered yet"
		lines = []Line{
			event.line(receivable, Debit, event.GrossMinor),
			event.line(deposits, Credit, event.GrossMinor),
		}
	case "order.shipped":
		// Revenue counts when the goods leave, not when the money comes.
		description = "Goods shipped"
		lines = []Line{
			event.line(deposits, Debit, event.GrossMinor),
			event.line(goodsRevenue, Credit, event.GrossMinor-event.VATMinor),
			event.line("vat."+event.Country, Credit, event.VATMinor),
		}
	case "order.returned":
		description = "Goods returned"
		lines = []Line{
			event.line(returns, Debit, event.GrossMinor-event.VATMinor),
			event.line("vat."+event.Country, Debit, event.VATMinor),
			event.line(receivable, Credit, event.GrossMinor),
		}
	case "order.cancelled":
		description = "Order cancelled after payment"
		lines = []Line{
			event.line(deposits, Debit, event.GrossMinor),
			event.line(receivable, Credit, event.GrossMinor),
		}
	default:
		return Entry{}, false, nil
	}

	entry := Entry{
		IdempotencyKey: "order-event/" + event.ID,
		OccurredAt:     event.OccurredAt,
		Description:    description,
		Reference:      "order/" + event.OrderNumber,
		Lines:          withoutZero(lines),
	}
	if err := entry.Validate(); err != nil {
		return Entry{}, false, fmt.Errorf("event %s of order %s: %w", event.ID, event.OrderNumber, err)
	}
	return entry, true, nil
}

func (e OrderEvent) line(account string, side Side, amountMinor int64) Line {
	return Line{Account: account, Side: side, AmountMinor: amountMinor, Currency: e.Currency}
}

// withoutZero drops the VAT line of tax-free deliveries.
func withoutZero(lines []Line) []Line {
	kept := lines[:0]
	for _, line := range lines {
		if line.AmountMinor != 0 {
			kept = append(kept, line)
		}
	}
	return kept
}
