// Package rules holds what merchandisers decide about search results.
package rules

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Boost moves products of a category up for one query.
type Boost struct {
	Query    string  `json:"query"`
	Category string  `json:"category"`
	Weight   float64 `json:"weight"`
}

// Pin puts products on top for one query, in this order.
type Pin struct {
	Query      string   `json:"query"`
	ProductIDs []string `json:"productIds"`
}

// Redirect sends the customer to a page in place of results.
type Redirect struct {
	Query string `json:"query"`
	URL   string `json:"url"`
}

// Set is the content of a rules file.
type Set struct {
	Boosts    []Boost    `json:"boosts"`
	Pins      []Pin      `json:"pins"`
	Redirects []Redirect `json:"redirects"`
}

// Effect is what the rules make of one query.
type Effect struct {
	Boosts      []Boost
	PinnedIDs   []string
	RedirectURL string
}

// Load reads and checks a rules file.
func Load(path string) (Set, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return Set{}, fmt.Errorf("read rules: %w", err)
	}
	var set Set
	if err := json.Unmarshal(content, &set); err != nil {
		return Set{}, fmt.Errorf("parse rules %q: %w", path, err)
	}
	return set, set.check()
}

// Apply collects the rules whose query is the given one.
func (s Set) Apply(query string) Effect {
	var effect Effect
	wanted := normalise(query)
	for _, boost := range s.Boosts {
		// A boost for "raincoat" is meant for "red raincoat" too.
		if containsWords(wanted, normalise(boost.Query)) {
			effect.Boosts = append(effect.Boosts, boost)
		}
	}
	for _, pin := range s.Pins {
		if normalise(pin.Query) == wanted {
			effect.PinnedIDs = append(effect.PinnedIDs, pin.ProductIDs...)
		}
	}
	for _, redirect := range s.Redirects {
		if normalise(redirect.Query) == wanted {
			effect.RedirectURL = redirect.URL
		}
	}
	return effect
}

func (s Set) check() error {
	for _, boost := range s.Boosts {
		if boost.Weight <= 0 || boost.Weight > 10 {
			return fmt.Errorf("boost of %q: weight must be above 0 and at most 10", boost.Query)
		}
	}
	for _, redirect := range s.Redirects {
		if !strings.HasPrefix(redirect.URL, "/") {
			return fmt.Errorf("redirect of %q must stay on the site", redirect.Query)
		}
	}
	return nil
}

func normalise(query string) string {
	return strings.Join(strings.Fields(strings.ToLower(query)), " ")
}

func containsWords(text, words string) bool {
	return words != "" && strings.Contains(" "+text+" ", " "+words+" ")
}
