package products

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestVariantsLeavesOutUnknownArticles(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte(`{"data":{"variants":[
			{"sku":"DRL-18V-2","taxClass":"STANDARD","price":{"amount":"121.00","currency":"EUR"},
			 "product":{"category":{"slug":"power-tools"}}},
			null]}}`))
	}))
	defer server.Close()

	variants, err := New(server.URL, server.Client()).Variants(context.Background(), []string{"DRL-18V-2", "NOPE"})
	if err != nil {
		t.Fatal(err)
	}
	if len(variants) != 1 || variants["DRL-18V-2"].UnitMinor != 12100 {
		t.Errorf("got %+v", variants)
	}
}

func TestParseMinor(t *testing.T) {
	for amount, want := range map[string]int64{"19.90": 1990, "5": 500, "0.5": 50} {
		if got, err := ParseMinor(amount); err != nil || got != want {
			t.Errorf("%s: got %d, %v", amount, got, err)
		}
	}
	for _, amount := range []string{"", "1.234", "abc", "-1.00"} {
		if _, err := ParseMinor(amount); err == nil {
			t.Errorf("%q was accepted", amount)
		}
	}
}
