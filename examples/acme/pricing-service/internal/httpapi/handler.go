// Package httpapi answers POST /v1/prices.
package httpapi

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"git.acme.example/acme/pricing-service/internal/pricing"
	"git.acme.example/acme/pricing-service/internal/products"
)

const maxLines = 100

// Catalogue is what the handler needs of the product API.
type Catalogue interface {
	Variants(ctx context.Context, skus []string) (map[string]products.Variant, error)
}

// Campaigns is what the handler needs of the campaign book.
type Campaigns interface {
	Current() []pricing.Campaign
}

type request struct {
	Country  string   `json:"country"`
	Currency string   `json:"currency"`
	Vouchers []string `json:"vouchers"`
	IsMember bool     `json:"isMember"`
	Lines    []struct {
		SKU      string `json:"sku"`
		Quantity int64  `json:"quantity"`
	} `json:"lines"`
}

// New returns the routes of the service.
func New(catalogue Catalogue, campaigns Campaigns, now func() time.Time) http.Handler {
	mux := http.NewServeMux()
	ok := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }
	mux.HandleFunc("GET /health/live", ok)
	mux.HandleFunc("GET /health/ready", ok)
	mux.HandleFunc("POST /v1/prices", func(w http.ResponseWriter, r *http.Request) {
		var input request
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&input); err != nil {
			problem(w, http.StatusBadRequest, "malformed", "The body is not the expected JSON")
			return
		}
		if len(input.Lines) == 0 || len(input.Lines) > maxLines {
			problem(w, http.StatusBadRequest, "validation", fmt.Sprintf("A basket has 1 to %d lines", maxLines))
			return
		}

		skus := make([]string, len(input.Lines))
		for i, line := range input.Lines {
			skus[i] = line.SKU
		}
		variants, err := catalogue.Variants(r.Context(), skus)
		if err != nil {
			problem(w, http.StatusBadGateway, "catalogue-unavailable", "List prices could not be read")
			return
		}

		basket := pricing.Basket{
			Country: input.Country, Currency: input.Currency, Vouchers: input.Vouchers,
			IsMember: input.IsMember, At: now(),
		}
		for _, line := range input.Lines {
			variant, found := variants[line.SKU]
			if !found || variant.Currency != input.Currency {
				problem(w, http.StatusUnprocessableEntity, "no-price",
					fmt.Sprintf("%q has no price in %s", line.SKU, input.Currency))
				return
			}
			if line.Quantity < 1 {
				problem(w, http.StatusBadRequest, "validation", fmt.Sprintf("Quantity of %q must be positive", line.SKU))
				return
			}
			basket.Lines = append(basket.Lines, pricing.Line{
				SKU: line.SKU, Quantity: line.Quantity, UnitMinor: variant.UnitMinor,
				Category: variant.Category(), CategorySlug: variant.CategorySlug,
				GiftCard: variant.TaxClass == "GIFT_CARD",
			})
		}
		price, err := pricing.Compute(basket, campaigns.Current())
		if err != nil {
			problem(w, http.StatusUnprocessableEntity, "not-sold-here", err.Error())
			return
		}
		write(w, http.StatusOK, "application/json", price)
	})
	return mux
}

func problem(w http.ResponseWriter, status int, code, detail string) {
	write(w, status, "application/problem+json", map[string]any{
		"type":   "https://api.acme.example/problems/" + code,
		"title":  http.StatusText(status),
		"status": status,
		"detail": detail,
	})
}

func write(w http.ResponseWriter, status int, contentType string, value any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(value)
}
