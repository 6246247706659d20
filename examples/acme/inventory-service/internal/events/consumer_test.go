package events

import (
	"context"
	"fmt"
	"testing"

	"git.acme.example/acme/inventory-service/internal/stock"
)

type recorder struct{ calls []string }

func (r *recorder) Keep(_ context.Context, id, order string) error {
	r.calls = append(r.calls, fmt.Sprintf("keep %s for %s", id, order))
	return nil
}

func (r *recorder) ReleaseOrder(_ context.Context, order string) error {
	r.calls = append(r.calls, "release "+order)
	return nil
}

func (r *recorder) Ship(_ context.Context, id, warehouse string, lines []stock.Line) error {
	r.calls = append(r.calls, fmt.Sprintf("ship %s %s %v", id, warehouse, lines))
	return nil
}

func (r *recorder) Return(_ context.Context, id, warehouse string, lines []stock.Line) error {
	r.calls = append(r.calls, fmt.Sprintf("return %s %s %v", id, warehouse, lines))
	return nil
}

func TestHandleFollowsTheOrder(t *testing.T) {
	target := &recorder{}
	for _, event := range []string{
		`{"id":"e1","type":"order.placed","orderNumber":"AC-1","data":{"reservationId":"r1"}}`,
		`{"id":"e4","type":"order.paid","orderNumber":"AC-1","data":{}}`,
		`{"id":"e2","type":"order.shipped","orderNumber":"AC-1","data":{"lines":[{"sku":"DRL-18V-2","quantity":1}],"details":{"warehouse":"VENLO"}}}`,
		`{"id":"e3","type":"order.returned","orderNumber":"AC-1","data":{"lines":[{"sku":"DRL-18V-2","quantity":1}],"details":{"warehouse":"POZNAN"}}}`,
	} {
		if err := Handle(context.Background(), []byte(event), target); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"keep r1 for AC-1",
		"ship e2 VENLO [{DRL-18V-2 1}]",
		"release AC-1",
		"return e3 POZNAN [{DRL-18V-2 1}]",
	}
	if fmt.Sprint(target.calls) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", target.calls, want)
	}
}
