package index

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"git.acme.example/acme/search-service/internal/rules"
)

const answer = `{
  "hits": {
    "total": { "value": 3 },
    "hits": [
      { "_source": { "productId": "prd_1", "name": "One" }, "sort": [9.1, "prd_1"] },
      { "_source": { "productId": "prd_2", "name": "Two" }, "sort": [8.2, "prd_2"] },
      { "_source": { "productId": "prd_3", "name": "Three" }, "sort": [7.3, "prd_3"] }
    ]
  },
  "aggregations": {
    "brand": { "buckets": [ { "key": "Fjordline", "doc_count": 2 } ] }
  }
}`

func newClient(t *testing.T, bodies *[]string) *Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		*bodies = append(*bodies, string(body))
		_, _ = io.WriteString(w, answer)
	}))
	t.Cleanup(server.Close)
	address, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	set := rules.Set{Boosts: []rules.Boost{{Query: "raincoat", Category: "outerwear", Weight: 2}}}
	return NewClient(address, "", time.Second, set)
}

func TestSearchPages(t *testing.T) {
	var bodies []string
	client := newClient(t, &bodies)
	query := Query{Text: "raincoat", Sort: "relevance", Limit: 2}
	result, err := client.Search(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	if len(result.Items) != 2 || result.TotalItems != 3 {
		t.Errorf("got %d of %d items, want 2 of 3", len(result.Items), result.TotalItems)
	}
	query.Cursor = result.NextCursor
	if _, err := client.Search(context.Background(), query); err != nil {
		t.Fatal(err)
	}
	var second struct {
		SearchAfter []any `json:"search_after"`
	}
	if err := json.Unmarshal([]byte(bodies[1]), &second); err != nil {
		t.Fatal(err)
	}
	if len(second.SearchAfter) != 2 || second.SearchAfter[1] != "prd_2" {
		t.Errorf("second page starts after %v, want prd_2", second.SearchAfter)
	}
}

func TestSearchAppliesBoosts(t *testing.T) {
	var bodies []string
	client := newClient(t, &bodies)
	query := Query{Text: "red raincoat", Sort: "relevance", Limit: 2}
	if _, err := client.Search(context.Background(), query); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(bodies[0], `"function_score"`) {
		t.Errorf("query has no boost: %s", bodies[0])
	}
}

func TestSearchRefusesUnknownSort(t *testing.T) {
	var bodies []string
	if _, err := newClient(t, &bodies).Search(context.Background(), Query{Sort: "magic"}); err == nil {
		t.Error("an unknown sort must be refused")
	}
}
