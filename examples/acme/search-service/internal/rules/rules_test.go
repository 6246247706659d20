package rules

import (
	"slices"
	"testing"
)

var set = Set{
	Boosts:    []Boost{{Query: "raincoat", Category: "outerwear", Weight: 2}},
	Pins:      []Pin{{Query: "summer sale", ProductIDs: []string{"prd_8Kx2", "prd_31Qe"}}},
	Redirects: []Redirect{{Query: "returns", URL: "/help/returns"}},
}

func TestApply(t *testing.T) {
	cases := map[string]struct {
		query    string
		boosts   int
		pinned   []string
		redirect string
	}{
		"boost on a part of the query":  {query: "red raincoat", boosts: 1},
		"no boost on a part of a word":  {query: "raincoats"},
		"pin on the whole query":        {query: " Summer  SALE", pinned: []string{"prd_8Kx2", "prd_31Qe"}},
		"no pin on a part of the query": {query: "summer sale shoes"},
		"redirect":                      {query: "Returns", redirect: "/help/returns"},
		"empty query":                   {query: ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			effect := set.Apply(c.query)
			if len(effect.Boosts) != c.boosts {
				t.Errorf("got %d boosts, want %d", len(effect.Boosts), c.boosts)
			}
			if !slices.Equal(effect.PinnedIDs, c.pinned) {
				t.Errorf("got pins %v, want %v", effect.PinnedIDs, c.pinned)
			}
			if effect.RedirectURL != c.redirect {
				t.Errorf("got redirect %q, want %q", effect.RedirectURL, c.redirect)
			}
		})
	}
}

func TestCheckKeepsRedirectsOnTheSite(t *testing.T) {
	bad := Set{Redirects: []Redirect{{Query: "x", URL: "https://elsewhere.example"}}}
	if bad.check() == nil {
		t.Error("a redirect to another site must be refused")
	}
}
