package collect

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"

	"git.acme.example/acme/event-collector/internal/event"
	"git.acme.example/acme/event-collector/internal/kafka"
)

const (
	maxBodyBytes = 64 * 1024
	// Browsers send the choice of the visitor with every request.
	consentHeader = "X-Analytics-Consent"
)

// Handler takes events of browsers.
type Handler struct {
	Events   *Buffer
	Rejected *Buffer
	Origins  []string
	Now      func() time.Time
}

// Routes returns the mux of the service.
func (h *Handler) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/events", h.collect)
	mux.HandleFunc("OPTIONS /v2/events", h.preflight)
	mux.HandleFunc("GET /health/live", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /health/ready", func(w http.ResponseWriter, _ *http.Request) {
		// A pod that cannot keep up gets no more requests until it has caught up.
		if h.Events.Fill() > 0.9 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /metrics", h.metrics)
	return mux
}

func (h *Handler) preflight(w http.ResponseWriter, r *http.Request) {
	if !h.allowOrigin(w, r) {
		return
	}
	w.Header().Set("Access-Control-Allow-Methods", "POST")
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type, "+consentHeader)
	w.Header().Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}

func (h *Handler) collect(w http.ResponseWriter, r *http.Request) {
	if !h.allowOrigin(w, r) {
		return
	}
	if r.Header.Get(consentHeader) != "granted" {
		// Not an error of the visitor: say thank you and forget it.
		w.WriteHeader(http.StatusNoContent)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBodyBytes))
	if err != nil {
		http.Error(w, "body is longer than 64 KiB", http.StatusRequestEntityTooLarge)
		return
	}
	var batch []json.RawMessage
	if err := json.Unmarshal(body, &batch); err != nil {
		http.Error(w, "body is not a list of events", http.StatusBadRequest)
		return
	}
	now := h.Now().UTC()
	for _, raw := range batch {
		parsed, err := event.Parse(raw, now)
		if err != nil {
			h.Rejected.Add(kafka.Record{Value: map[string]any{
				"reason": err.Error(), "site": r.Header.Get("Origin"), "receivedAt": now,
			}})
			continue
		}
		if !h.Events.Add(kafka.Record{Key: parsed.VisitorID, Value: parsed}) {
			w.Header().Set("Retry-After", "5")
			http.Error(w, "too many events", http.StatusServiceUnavailable)
			return
		}
	}
	w.WriteHeader(http.StatusAccepted)
}

func (h *Handler) metrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4")
	fmt.Fprintf(w, "# TYPE event_collector_buffer_fill gauge\nevent_collector_buffer_fill %g\n", h.Events.Fill())
	fmt.Fprintf(w, "# TYPE event_collector_lost_total counter\nevent_collector_lost_total %d\n", h.Events.Lost())
}

func (h *Handler) allowOrigin(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if !slices.Contains(h.Origins, origin) {
		http.Error(w, "origin is not one of ours", http.StatusForbidden)
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Vary", "Origin")
	return true
}
