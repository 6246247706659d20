package pricing

import (
	"slices"
	"time"

	tax "git.acme.example/acme/tax-library"
)

// Campaign lowers prices for a while. Exactly one of PercentOff and AmountOff
// is set.
type Campaign struct {
	ID    string    `json:"id"`
	Label string    `json:"label"`
	From  time.Time `json:"from"`
	Until time.Time `json:"until"`
	// Countries is empty for all.
	Countries []string `json:"countries"`
	// Voucher is empty for campaigns that need no code.
	Voucher     string `json:"voucher"`
	MembersOnly bool   `json:"membersOnly"`
	// Categories limits the campaign to goods of some categories.
	Categories []string `json:"categories"`
	// MinimumMinor is the value of eligible goods that the basket must reach.
	MinimumMinor int64  `json:"minimumMinor"`
	PercentOff   int64  `json:"percentOff"`
	AmountOff    int64  `json:"amountOffMinor"`
	Currency     string `json:"currency"`
}

// AppliesTo checks everything about the basket except its value.
func (c Campaign) AppliesTo(basket Basket) bool {
	if basket.At.Before(c.From) || !basket.At.Before(c.Until) {
		return false
	}
	if len(c.Countries) > 0 && !slices.Contains(c.Countries, basket.Country) {
		return false
	}
	if c.Voucher != "" && !slices.Contains(basket.Vouchers, c.Voucher) {
		return false
	}
	if c.AmountOff > 0 && c.Currency != basket.Currency {
		return false
	}
	return !c.MembersOnly || basket.IsMember
}

// discounts returns what the campaign takes off each line. left is what the
// lines cost after the campaigns before it.
func (c Campaign) discounts(lines []Line, left []int64) []int64 {
	eligible := make([]int64, len(lines))
	var sum int64
	for i, line := range lines {
		if line.GiftCard {
			continue
		}
		if len(c.Categories) == 0 || slices.Contains(c.Categories, line.CategorySlug) {
			eligible[i] = left[i]
			sum += left[i]
		}
	}
	if sum == 0 || sum < c.MinimumMinor {
		return make([]int64, len(lines))
	}
	// Rounded down, once per campaign: the label then shows the promised figure.
	total := min(c.AmountOff+sum*c.PercentOff/100, sum)
	return tax.Split(total, eligible)
}
