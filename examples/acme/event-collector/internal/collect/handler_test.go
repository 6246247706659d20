package collect

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"git.acme.example/acme/event-collector/internal/kafka"
)

const page = `{
  "eventId": "018c1b2e-3d0f-7a11-9a54-1c61b0a7e0d2", "type": "page_viewed",
  "visitorId": "v_9f31c2", "site": "storefront-web",
  "occurredAt": "2026-11-03T09:12:43Z", "properties": { "path": "/" }
}`

type memoryWriter struct {
	mutex   sync.Mutex
	records map[string][]kafka.Record
}

func (m *memoryWriter) Write(_ context.Context, topic string, records []kafka.Record) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.records[topic] = append(m.records[topic], records...)
	return nil
}

func setUp(size int) (*Handler, *memoryWriter) {
	writer := &memoryWriter{records: map[string][]kafka.Record{}}
	return &Handler{
		Events:   NewBuffer(writer, "events", size, time.Hour),
		Rejected: NewBuffer(writer, "rejected", size, time.Hour),
		Origins:  []string{"https://shop.acme.example"},
		Now:      func() time.Time { return time.Date(2026, 11, 3, 9, 12, 44, 0, time.UTC) },
	}, writer
}

func post(handler *Handler, body, origin, consent string) int {
	request := httptest.NewRequest(http.MethodPost, "/v2/events", strings.NewReader(body))
	request.Header.Set("Origin", origin)
	request.Header.Set(consentHeader, consent)
	recorder := httptest.NewRecorder()
	handler.Routes().ServeHTTP(recorder, request)
	return recorder.Code
}

func TestCollectSortsGoodFromBad(t *testing.T) {
	handler, writer := setUp(10)
	body := "[" + page + "," + strings.Replace(page, "page_viewed", "clicked", 1) + "]"
	if code := post(handler, body, "https://shop.acme.example", "granted"); code != http.StatusAccepted {
		t.Fatalf("got %d", code)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	handler.Events.Run(ended)
	handler.Rejected.Run(ended)
	if len(writer.records["events"]) != 1 || len(writer.records["rejected"]) != 1 {
		t.Errorf("got %v", writer.records)
	}
	if key := writer.records["events"][0].Key; key != "v_9f31c2" {
		t.Errorf("key is %q", key)
	}
}

func TestCollectAnswers(t *testing.T) {
	cases := map[string]struct {
		body, origin, consent string
		status                int
	}{
		"nothing without consent": {"[" + page + "]", "https://shop.acme.example", "", http.StatusNoContent},
		"no to other origins":     {"[" + page + "]", "https://evil.example", "granted", http.StatusForbidden},
		"no to what is no list":   {page, "https://shop.acme.example", "granted", http.StatusBadRequest},
		"later when it is full":   {"[" + page + "," + page + "]", "https://shop.acme.example", "granted", http.StatusServiceUnavailable},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			handler, _ := setUp(1)
			if code := post(handler, c.body, c.origin, c.consent); code != c.status {
				t.Errorf("got %d, want %d", code, c.status)
			}
		})
	}
}
