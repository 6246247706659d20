package index

import (
	"context"
	"fmt"
	"time"
)

const maxSuggestions = 8

// Suggestion completes what somebody types.
type Suggestion struct {
	Text string `json:"text"`
	Kind string `json:"kind"`
	Slug string `json:"slug,omitempty"`
}

// State tells which index is behind the alias.
type State struct {
	Name          string    `json:"name"`
	BuiltAt       time.Time `json:"builtAt"`
	DocumentCount int       `json:"documentCount"`
}

// Suggest answers completions, the most likely first.
func (c *Client) Suggest(ctx context.Context, text, locale string) ([]Suggestion, error) {
	var answer struct {
		Suggest map[string][]struct {
			Options []struct {
				Text   string     `json:"text"`
				Source Suggestion `json:"_source"`
			} `json:"options"`
		} `json:"suggest"`
	}
	err := c.post(ctx, "/suggestions/_search", object{
		"suggest": object{"typed": object{
			"prefix": text,
			"completion": object{
				"field":           "completion." + language(locale),
				"size":            maxSuggestions,
				"skip_duplicates": true,
				"fuzzy":           object{"fuzziness": 1, "min_length": 4},
			},
		}},
	}, &answer)
	if err != nil {
		return nil, err
	}
	suggestions := []Suggestion{}
	for _, typed := range answer.Suggest["typed"] {
		for _, option := range typed.Options {
			suggestion := option.Source
			suggestion.Text = option.Text
			suggestions = append(suggestions, suggestion)
		}
	}
	return suggestions, nil
}

// State reads the name from the documents themselves: each carries its build.
func (c *Client) State(ctx context.Context) (State, error) {
	var answer struct {
		Hits struct {
			Total struct {
				Value int `json:"value"`
			} `json:"total"`
			Hits []struct {
				Index  string `json:"_index"`
				Source struct {
					IndexedAt time.Time `json:"indexedAt"`
				} `json:"_source"`
			} `json:"hits"`
		} `json:"hits"`
	}
	err := c.post(ctx, "/products/_search", object{
		"size":             1,
		"track_total_hits": true,
		"_source":          []string{"indexedAt"},
		"sort":             []any{object{"indexedAt": "desc"}},
	}, &answer)
	if err != nil {
		return State{}, err
	}
	if len(answer.Hits.Hits) == 0 {
		return State{}, fmt.Errorf("index behind the alias is empty")
	}
	newest := answer.Hits.Hits[0]
	return State{
		Name: newest.Index, BuiltAt: newest.Source.IndexedAt, DocumentCount: answer.Hits.Total.Value,
	}, nil
}
