package index

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"git.acme.example/acme/search-service/internal/rules"
)

// Query is what somebody looks for.
type Query struct {
	Text     string
	Category string
	Brands   []string
	MinPrice string
	MaxPrice string
	Sort     string
	Locale   string
	Limit    int
	Cursor   string
}

type object = map[string]any

var sorts = map[string][]any{
	"relevance":  {object{"_score": "desc"}, object{"soldLast30Days": "desc"}},
	"price-asc":  {object{"price": "asc"}},
	"price-desc": {object{"price": "desc"}},
	"newest":     {object{"publishedAt": "desc"}},
}

// buildQuery writes the query in the language of the index.
func buildQuery(query Query, effect rules.Effect) (object, error) {
	body := object{
		"size":             query.Limit + 1, // one more tells whether there is a next page
		"track_total_hits": true,
		"query":            withRules(matching(query), effect),
		"aggs": object{
			"brand":    object{"terms": object{"field": "brand", "size": 20}},
			"category": object{"terms": object{"field": "categories", "size": 20}},
		},
	}
	order, known := sorts[query.Sort]
	if !known {
		return nil, fmt.Errorf("unknown sort %q", query.Sort)
	}
	// The id breaks ties, so that no product appears on two pages.
	body["sort"] = append(append([]any{}, order...), object{"productId": "asc"})
	if query.Cursor != "" {
		after, err := decodeCursor(query.Cursor)
		if err != nil {
			return nil, err
		}
		body["search_after"] = after
	}
	return body, nil
}

func matching(query Query) object {
	must := object{"match_all": object{}}
	if query.Text != "" {
		name := "name." + language(query.Locale)
		text := "text." + language(query.Locale)
		must = object{"dis_max": object{"queries": []any{
			object{"multi_match": object{
				"query":    query.Text,
				"type":     "cross_fields",
				"operator": "and",
				"fields":   []string{name + "^3", "brand.text^2", text},
			}},
			// cross_fields forgives no typing errors, so the name gets a second chance.
			object{"match": object{name: object{
				"query": query.Text, "operator": "and", "fuzziness": "AUTO:4,8", "boost": 0.5,
			}}},
		}}}
	}
	filter := []any{}
	if query.Category != "" {
		filter = append(filter, object{"term": object{"categories": query.Category}})
	}
	if len(query.Brands) > 0 {
		filter = append(filter, object{"terms": object{"brand": query.Brands}})
	}
	price := object{}
	if query.MinPrice != "" {
		price["gte"] = query.MinPrice
	}
	if query.MaxPrice != "" {
		price["lte"] = query.MaxPrice
	}
	if len(price) > 0 {
		filter = append(filter, object{"range": object{"price": price}})
	}
	return object{"bool": object{"must": must, "filter": filter}}
}

func withRules(base object, effect rules.Effect) object {
	if len(effect.Boosts) > 0 {
		functions := make([]any, 0, len(effect.Boosts))
		for _, boost := range effect.Boosts {
			functions = append(functions, object{
				"filter": object{"term": object{"categories": boost.Category}},
				"weight": boost.Weight,
			})
		}
		base = object{"function_score": object{"query": base, "functions": functions}}
	}
	if len(effect.PinnedIDs) == 0 {
		return base
	}
	either := []any{base}
	for position, id := range effect.PinnedIDs {
		// No text match comes near these scores, so pins lead in their order.
		either = append(either, object{"constant_score": object{
			"filter": object{"term": object{"productId": id}},
			"boost":  1_000_000 - 1_000*position,
		}})
	}
	return object{"bool": object{"should": either, "minimum_should_match": 1}}
}

func language(locale string) string {
	if len(locale) >= 2 && locale[:2] == "de" {
		return "de"
	}
	return "en"
}

func encodeCursor(sort []any) (string, error) {
	text, err := json.Marshal(sort)
	if err != nil {
		return "", fmt.Errorf("encode cursor: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(text), nil
}

func decodeCursor(cursor string) ([]any, error) {
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, fmt.Errorf("cursor is not one of ours")
	}
	var sort []any
	if err := json.Unmarshal(text, &sort); err != nil {
		return nil, fmt.Errorf("cursor is not one of ours")
	}
	return sort, nil
}
