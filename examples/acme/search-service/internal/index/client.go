// Package index asks the search index.
package index

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"git.acme.example/acme/search-service/internal/rules"
)

// ErrNotFound means that the product is not in the index.
var ErrNotFound = errors.New("product is not in the index")

// Money is an amount for display.
type Money struct {
	Amount   string `json:"amount"`
	Currency string `json:"currency"`
}

// Hit is one product of a result.
type Hit struct {
	ProductID   string `json:"productId"`
	Slug        string `json:"slug"`
	Name        string `json:"name"`
	Brand       string `json:"brand,omitempty"`
	ImageURL    string `json:"imageUrl"`
	Price       Money  `json:"price"`
	IsAvailable bool   `json:"isAvailable"`
}

// FacetValue is one value of a facet with the number of its products.
type FacetValue struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Facet is a way to narrow a result.
type Facet struct {
	Name   string       `json:"name"`
	Values []FacetValue `json:"values"`
}

// Result is one page of hits.
type Result struct {
	Items       []Hit   `json:"items"`
	TotalItems  int     `json:"totalItems"`
	Facets      []Facet `json:"facets"`
	RedirectURL string  `json:"redirectUrl,omitempty"`
	NextCursor  string  `json:"nextCursor,omitempty"`
}

// Client asks OpenSearch over HTTP.
type Client struct {
	baseURL  *url.URL
	password string
	http     *http.Client
	rules    rules.Set
}

// NewClient returns a client which gives up on a query after timeout.
func NewClient(baseURL *url.URL, password string, timeout time.Duration, set rules.Set) *Client {
	return &Client{
		baseURL: baseURL, password: password, rules: set, http: &http.Client{Timeout: timeout},
	}
}

type searchAnswer struct {
	Hits struct {
		Total struct {
			Value int `json:"value"`
		} `json:"total"`
		Hits []struct {
			Source Hit   `json:"_source"`
			Sort   []any `json:"sort"`
		} `json:"hits"`
	} `json:"hits"`
	Aggregations map[string]struct {
		Buckets []struct {
			Key   string `json:"key"`
			Count int    `json:"doc_count"`
		} `json:"buckets"`
	} `json:"aggregations"`
}

// Search answers one page of products.
func (c *Client) Search(ctx context.Context, query Query) (Result, error) {
	effect := c.rules.Apply(query.Text)
	body, err := buildQuery(query, effect)
	if err != nil {
		return Result{}, err
	}
	var answer searchAnswer
	if err := c.post(ctx, "/products/_search", body, &answer); err != nil {
		return Result{}, err
	}
	result := Result{
		Items: []Hit{}, TotalItems: answer.Hits.Total.Value, RedirectURL: effect.RedirectURL,
	}
	for i, hit := range answer.Hits.Hits {
		if i == query.Limit {
			last := answer.Hits.Hits[i-1]
			if result.NextCursor, err = encodeCursor(last.Sort); err != nil {
				return Result{}, err
			}
			break
		}
		result.Items = append(result.Items, hit.Source)
	}
	for _, name := range []string{"category", "brand"} {
		facet := Facet{Name: name, Values: []FacetValue{}}
		for _, bucket := range answer.Aggregations[name].Buckets {
			facet.Values = append(facet.Values, FacetValue{bucket.Key, bucket.Count})
		}
		result.Facets = append(result.Facets, facet)
	}
	return result, nil
}

// Similar answers the products closest to the given one.
func (c *Client) Similar(ctx context.Context, productID string, limit int) ([]Hit, error) {
	var answer searchAnswer
	err := c.post(ctx, "/products/_search", object{
		"size": limit,
		"query": object{"more_like_this": object{
			"fields":        []string{"name.en", "text.en", "categories"},
			"like":          []any{object{"_index": "products", "_id": productID}},
			"min_term_freq": 1,
		}},
	}, &answer)
	if err != nil {
		return nil, err
	}
	if len(answer.Hits.Hits) == 0 {
		return nil, ErrNotFound
	}
	hits := make([]Hit, 0, limit)
	for _, hit := range answer.Hits.Hits {
		hits = append(hits, hit.Source)
	}
	return hits, nil
}

// Ping tells whether the index answers.
func (c *Client) Ping(ctx context.Context) error {
	var answer searchAnswer
	return c.post(ctx, "/products/_search", object{"size": 0}, &answer)
}

func (c *Client) post(ctx context.Context, path string, body, answer any) error {
	content, err := json.Marshal(body)
	if err != nil {
		return fmt.Errorf("encode query: %w", err)
	}
	address := c.baseURL.JoinPath(path).String()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(content))
	if err != nil {
		return fmt.Errorf("make request: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.SetBasicAuth("search_service", c.password)
	response, err := c.http.Do(request)
	if err != nil {
		return fmt.Errorf("ask index: %w", err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("index answered %s", response.Status)
	}
	if err := json.NewDecoder(response.Body).Decode(answer); err != nil {
		return fmt.Errorf("decode answer of index: %w", err)
	}
	return nil
}
