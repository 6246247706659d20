// Package pricing computes what a basket costs. It has no I/O.
package pricing

import (
	"fmt"
	"time"

	tax "git.acme.example/acme/tax-library"
)

// Line is an article of the basket with its list price, VAT included.
type Line struct {
	SKU          string
	Quantity     int64
	UnitMinor    int64
	Category     tax.Category
	CategorySlug string
	// GiftCard lines are never discounted, and taxed when they are redeemed.
	GiftCard bool
}

// Basket is what is to be priced.
type Basket struct {
	Country  string
	Currency string
	Vouchers []string
	IsMember bool
	At       time.Time
	Lines    []Line
}

// PricedLine is a line with everything that was taken off and its VAT.
type PricedLine struct {
	SKU            string          `json:"sku"`
	Quantity       int64           `json:"quantity"`
	ListMinor      int64           `json:"listMinor"`
	DiscountMinor  int64           `json:"discountMinor"`
	GrossMinor     int64           `json:"grossMinor"`
	VATBasisPoints tax.BasisPoints `json:"vatBasisPoints"`
	VATMinor       int64           `json:"vatMinor"`
}

// Applied tells the customer why the price is lower.
type Applied struct {
	CampaignID    string `json:"campaignId"`
	Label         string `json:"label"`
	DiscountMinor int64  `json:"discountMinor"`
}

// Price is the result.
type Price struct {
	Currency      string       `json:"currency"`
	Lines         []PricedLine `json:"lines"`
	Applied       []Applied    `json:"applied"`
	ListMinor     int64        `json:"listMinor"`
	DiscountMinor int64        `json:"discountMinor"`
	GrossMinor    int64        `json:"grossMinor"`
	VATMinor      int64        `json:"vatMinor"`
}

// Compute applies the campaigns in the order given, each to what the ones
// before it have left, and then finds the VAT in what remains.
func Compute(basket Basket, campaigns []Campaign) (Price, error) {
	price := Price{Currency: basket.Currency, Applied: []Applied{}}
	left := make([]int64, len(basket.Lines))
	for i, line := range basket.Lines {
		left[i] = line.UnitMinor * line.Quantity
		price.ListMinor += left[i]
	}

	for _, campaign := range campaigns {
		if !campaign.AppliesTo(basket) {
			continue
		}
		discounts := campaign.discounts(basket.Lines, left)
		var total int64
		for i, discount := range discounts {
			left[i] -= discount
			total += discount
		}
		if total > 0 {
			price.Applied = append(price.Applied, Applied{
				CampaignID: campaign.ID, Label: campaign.Label, DiscountMinor: total,
			})
			price.DiscountMinor += total
		}
	}

	rounding := tax.RoundingOf(basket.Country)
	for i, line := range basket.Lines {
		var rate tax.BasisPoints
		if !line.GiftCard {
			var err error
			if rate, err = tax.Rate(basket.Country, line.Category, basket.At); err != nil {
				return Price{}, fmt.Errorf("price %s: %w", line.SKU, err)
			}
		}
		list := line.UnitMinor * line.Quantity
		vat := tax.Included(left[i], rate, rounding)
		price.Lines = append(price.Lines, PricedLine{
			SKU:            line.SKU,
			Quantity:       line.Quantity,
			ListMinor:      list,
			DiscountMinor:  list - left[i],
			GrossMinor:     left[i],
			VATBasisPoints: rate,
			VATMinor:       vat,
		})
		price.GrossMinor += left[i]
		price.VATMinor += vat
	}
	return price, nil
}
