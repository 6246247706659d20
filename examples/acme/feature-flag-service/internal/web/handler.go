// Package web is the HTTP surface of the service.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	"git.acme.example/acme/feature-flag-service/internal/flag"
	"git.acme.example/acme/feature-flag-service/internal/store"
)

// Flags is what the handlers need of the store.
type Flags interface {
	Get(key string) (flag.Flag, bool)
	List() []flag.Flag
	Put(ctx context.Context, changed flag.Flag, expectedVersion int, changedBy string) (flag.Flag, error)
	History(ctx context.Context, key string) ([]store.Change, error)
}

// Authorize returns who may change flags, or an error.
type Authorize func(r *http.Request) (subject string, err error)

// Handler serves the Feature Flag API.
type Handler struct {
	Flags     Flags
	Authorize Authorize
}

// Routes returns the mux of the service.
func (h *Handler) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/flags", h.list)
	mux.HandleFunc("GET /v1/flags/{key}", h.get)
	mux.HandleFunc("PUT /v1/flags/{key}", h.put)
	mux.HandleFunc("POST /v1/flags/{key}/evaluate", h.evaluate)
	mux.HandleFunc("GET /v1/flags/{key}/history", h.history)
	mux.HandleFunc("GET /v1/ruleset", h.ruleset)
	for _, path := range []string{"GET /health/live", "GET /health/ready"} {
		// Ready without the database too: flags are answered from memory.
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusNoContent)
		})
	}
	return mux
}

func (h *Handler) list(w http.ResponseWriter, r *http.Request) {
	owner := r.URL.Query().Get("owner")
	items := []flag.Flag{}
	for _, item := range h.Flags.List() {
		if owner == "" || item.Owner == owner {
			items = append(items, item)
		}
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"items": items, "totalItems": len(items)})
}

func (h *Handler) get(w http.ResponseWriter, r *http.Request) {
	found, ok := h.Flags.Get(r.PathValue("key"))
	if !ok {
		problem(w, http.StatusNotFound, fmt.Sprintf("No flag with key '%s'", r.PathValue("key")))
		return
	}
	w.Header().Set("ETag", fmt.Sprintf(`"%d"`, found.Version))
	writeJSON(w, http.StatusOK, "application/json", found)
}

func (h *Handler) put(w http.ResponseWriter, r *http.Request) {
	subject, err := h.Authorize(r)
	if err != nil {
		problem(w, http.StatusForbidden, "Needs the scope 'flags:write'")
		return
	}
	var changed flag.Flag
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64*1024)).Decode(&changed); err != nil {
		problem(w, http.StatusBadRequest, "Body is not a flag")
		return
	}
	changed.Key = r.PathValue("key")
	if err := changed.Check(); err != nil {
		problem(w, http.StatusBadRequest, err.Error())
		return
	}
	expected := 0
	if match := r.Header.Get("If-Match"); match != "" {
		if expected, err = strconv.Atoi(strings.Trim(match, `"`)); err != nil {
			problem(w, http.StatusBadRequest, "If-Match is not a version of a flag")
			return
		}
	}
	stored, err := h.Flags.Put(r.Context(), changed, expected, subject)
	switch {
	case errors.Is(err, store.ErrStale):
		problem(w, http.StatusPreconditionFailed, "The flag was changed by somebody else; read it again")
	case err != nil:
		slog.ErrorContext(r.Context(), "Flag was not stored", "key", changed.Key, "error", err)
		problem(w, http.StatusServiceUnavailable, "Flags cannot be changed at the moment")
	default:
		slog.InfoContext(r.Context(), "Flag changed", "key", stored.Key, "version", stored.Version, "by", subject)
		writeJSON(w, http.StatusOK, "application/json", stored)
	}
}

func (h *Handler) evaluate(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Subject string `json:"subject"`
	}
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1024)).Decode(&body)
	if err != nil || body.Subject == "" || len(body.Subject) > 100 {
		problem(w, http.StatusBadRequest, "subject must have between 1 and 100 characters")
		return
	}
	key := r.PathValue("key")
	found, ok := h.Flags.Get(key)
	if !ok {
		writeJSON(w, http.StatusOK, "application/json", flag.Evaluation{Key: key, Reason: "unknown-flag"})
		return
	}
	writeJSON(w, http.StatusOK, "application/json", found.Evaluate(body.Subject))
}

func (h *Handler) history(w http.ResponseWriter, r *http.Request) {
	changes, err := h.Flags.History(r.Context(), r.PathValue("key"))
	if err != nil {
		slog.ErrorContext(r.Context(), "History was not read", "error", err)
		problem(w, http.StatusServiceUnavailable, "The history is not available at the moment")
		return
	}
	if len(changes) == 0 {
		problem(w, http.StatusNotFound, fmt.Sprintf("No flag with key '%s'", r.PathValue("key")))
		return
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"items": changes})
}

func (h *Handler) ruleset(w http.ResponseWriter, r *http.Request) {
	enabled := []flag.Flag{}
	versions := 0
	for _, item := range h.Flags.List() {
		// Flags are never deleted, so the sum of versions grows with each change.
		versions += item.Version
		if item.IsEnabled {
			enabled = append(enabled, item)
		}
	}
	etag := fmt.Sprintf(`"%d"`, versions)
	w.Header().Set("ETag", etag)
	if r.Header.Get("If-None-Match") == etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"flags": enabled})
}

func problem(w http.ResponseWriter, status int, detail string) {
	writeJSON(w, status, "application/problem+json", map[string]any{
		"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail,
	})
}

func writeJSON(w http.ResponseWriter, status int, contentType string, body any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		slog.Error("Answer was not written", "error", err)
	}
}
