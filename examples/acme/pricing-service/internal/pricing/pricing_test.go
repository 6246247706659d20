package pricing

import (
	"testing"
	"time"

	tax "git.acme.example/acme/tax-library"
)

var now = time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)

func always(campaign Campaign) Campaign {
	campaign.From = now.AddDate(0, -1, 0)
	campaign.Until = now.AddDate(0, 1, 0)
	return campaign
}

func basket() Basket {
	return Basket{
		Country:  "NL",
		Currency: "EUR",
		At:       now,
		Lines: []Line{
			{SKU: "DRL-18V-2", Quantity: 1, UnitMinor: 12100, Category: tax.Standard, CategorySlug: "power-tools"},
			{SKU: "SEED-TOM-1", Quantity: 3, UnitMinor: 300, Category: tax.Reduced, CategorySlug: "seeds"},
		},
	}
}

func TestComputeWithoutCampaigns(t *testing.T) {
	price, err := Compute(basket(), nil)
	if err != nil {
		t.Fatal(err)
	}
	// 21.00 of 121.00 at 21 %, and 0.74 of 9.00 at 9 %.
	if price.GrossMinor != 13000 || price.VATMinor != 2174 || price.DiscountMinor != 0 {
		t.Errorf("got %+v", price)
	}
}

func TestCampaignsApplyOneAfterTheOther(t *testing.T) {
	campaigns := []Campaign{
		always(Campaign{ID: "spring-tools", PercentOff: 10, Categories: []string{"power-tools"}}),
		always(Campaign{ID: "welcome", AmountOff: 1000, Currency: "EUR", Voucher: "WELCOME10"}),
	}
	b := basket()
	b.Vouchers = []string{"WELCOME10"}

	price, err := Compute(b, campaigns)
	if err != nil {
		t.Fatal(err)
	}
	// 10 % of 121.00, then 10.00 of the remaining 117.90.
	if price.DiscountMinor != 1210+1000 || price.GrossMinor != 13000-2210 {
		t.Errorf("got discount %d, gross %d", price.DiscountMinor, price.GrossMinor)
	}
	var lines int64
	for _, line := range price.Lines {
		lines += line.GrossMinor
	}
	if lines != price.GrossMinor {
		t.Errorf("lines sum up to %d, the basket costs %d", lines, price.GrossMinor)
	}
}

func TestCampaignConditions(t *testing.T) {
	tests := map[string]Campaign{
		"another country":     always(Campaign{PercentOff: 10, Countries: []string{"DE"}}),
		"missing voucher":     always(Campaign{PercentOff: 10, Voucher: "WELCOME10"}),
		"members only":        always(Campaign{PercentOff: 10, MembersOnly: true}),
		"minimum not reached": always(Campaign{PercentOff: 10, MinimumMinor: 13001}),
		"another currency":    always(Campaign{AmountOff: 1000, Currency: "SEK"}),
		"over":                {PercentOff: 10, From: now.AddDate(0, -2, 0), Until: now},
	}
	for name, campaign := range tests {
		price, err := Compute(basket(), []Campaign{campaign})
		if err != nil || price.DiscountMinor != 0 {
			t.Errorf("%s: discount %d, error %v", name, price.DiscountMinor, err)
		}
	}
}

func TestGiftCardsHaveNeitherDiscountNorVAT(t *testing.T) {
	b := basket()
	b.Lines = []Line{{SKU: "GIFT-50", Quantity: 1, UnitMinor: 5000, GiftCard: true}}

	price, err := Compute(b, []Campaign{always(Campaign{PercentOff: 50})})
	if err != nil {
		t.Fatal(err)
	}
	if price.GrossMinor != 5000 || price.VATMinor != 0 {
		t.Errorf("got %+v", price)
	}
}

func TestDiscountNeverExceedsTheBasket(t *testing.T) {
	price, err := Compute(basket(), []Campaign{always(Campaign{AmountOff: 99999, Currency: "EUR"})})
	if err != nil {
		t.Fatal(err)
	}
	if price.GrossMinor != 0 || price.VATMinor != 0 {
		t.Errorf("got %+v", price)
	}
}
