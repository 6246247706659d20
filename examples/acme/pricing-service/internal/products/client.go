// Package products reads list prices through the product API.
package products

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	tax "git.acme.example/acme/tax-library"
)

const query = `query Prices($skus: [String!]!) {
  variants(skus: $skus) {
    sku
    taxClass
    price { amount currency }
    product { category { slug } }
  }
}`

// Variant is what pricing needs to know about an article.
type Variant struct {
	SKU          string
	UnitMinor    int64
	Currency     string
	TaxClass     string
	CategorySlug string
}

// Category maps the tax class of the catalogue to the tax library.
func (v Variant) Category() tax.Category {
	switch v.TaxClass {
	case "REDUCED":
		return tax.Reduced
	case "BOOKS":
		return tax.Books
	default:
		return tax.Standard
	}
}

// Client calls the product API.
type Client struct {
	url  string
	http *http.Client
}

// New returns a client for a GraphQL endpoint.
func New(url string, client *http.Client) *Client {
	return &Client{url: url, http: client}
}

// Variants returns the articles that exist, by SKU.
func (c *Client) Variants(ctx context.Context, skus []string) (map[string]Variant, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"skus": skus}})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("read products: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("read products: the product API answered %s", response.Status)
	}

	var answer struct {
		Data struct {
			Variants []*struct {
				SKU      string
				TaxClass string
				Price    struct{ Amount, Currency string }
				Product  struct{ Category struct{ Slug string } }
			}
		}
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("read products: %w", err)
	}
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("read products: %s", answer.Errors[0].Message)
	}

	variants := make(map[string]Variant, len(skus))
	for _, found := range answer.Data.Variants {
		// The API answers unknown SKUs with null.
		if found == nil {
			continue
		}
		minor, err := ParseMinor(found.Price.Amount)
		if err != nil {
			return nil, fmt.Errorf("price of %s: %w", found.SKU, err)
		}
		variants[found.SKU] = Variant{
			SKU:          found.SKU,
			UnitMinor:    minor,
			Currency:     found.Price.Currency,
			TaxClass:     found.TaxClass,
			CategorySlug: found.Product.Category.Slug,
		}
	}
	return variants, nil
}

// ParseMinor reads a decimal string with up to two decimals as minor units.
func ParseMinor(amount string) (int64, error) {
	major, decimals, _ := strings.Cut(amount, ".")
	if major == "" || len(decimals) > 2 {
		return 0, fmt.Errorf("%q is not an amount with up to two decimals", amount)
	}
	minor, err := strconv.ParseInt(major+(decimals + "00")[:2], 10, 64)
	if err != nil || minor < 0 {
		return 0, fmt.Errorf("%q is not an amount", amount)
	}
	return minor, nil
}
