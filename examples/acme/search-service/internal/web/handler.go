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
	"time"

	"git.acme.example/acme/search-service/internal/index"
)

const (
	defaultLimit = 24
	maxLimit     = 100
)

// Index is what the handlers need of the search index.
type Index interface {
	Search(ctx context.Context, query index.Query) (index.Result, error)
	Similar(ctx context.Context, productID string, limit int) ([]index.Hit, error)
	Suggest(ctx context.Context, text, locale string) ([]index.Suggestion, error)
	State(ctx context.Context) (index.State, error)
	Ping(ctx context.Context) error
}

// Routes returns the mux of the service.
func Routes(products Index) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/products", func(w http.ResponseWriter, r *http.Request) {
		search(w, r, products)
	})
	mux.HandleFunc("GET /v1/products/{productId}/similar", func(w http.ResponseWriter, r *http.Request) {
		similar(w, r, products)
	})
	mux.HandleFunc("GET /v1/suggestions", func(w http.ResponseWriter, r *http.Request) {
		suggest(w, r, products)
	})
	mux.HandleFunc("GET /v1/index", func(w http.ResponseWriter, r *http.Request) {
		state, err := products.State(r.Context())
		if err != nil {
			unavailable(w, r, err)
			return
		}
		writeJSON(w, http.StatusOK, "application/json", state)
	})
	mux.HandleFunc("GET /health/live", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /health/ready", func(w http.ResponseWriter, r *http.Request) {
		if err := products.Ping(r.Context()); err != nil {
			problem(w, http.StatusServiceUnavailable, "The index does not answer")
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	return mux
}

func search(w http.ResponseWriter, r *http.Request, products Index) {
	limit, err := readLimit(r)
	if err != nil {
		problem(w, http.StatusBadRequest, err.Error())
		return
	}
	values := r.URL.Query()
	order := values.Get("sort")
	if order == "" {
		order = "relevance"
	}
	start := time.Now()
	result, err := products.Search(r.Context(), index.Query{
		Text: values.Get("q"), Category: values.Get("category"), Brands: values["brand"],
		MinPrice: values.Get("minPrice"), MaxPrice: values.Get("maxPrice"), Sort: order,
		Locale: values.Get("locale"), Limit: limit, Cursor: values.Get("cursor"),
	})
	if err != nil {
		unavailable(w, r, err)
		return
	}
	w.Header().Set("Server-Timing", fmt.Sprintf("index;dur=%d", time.Since(start).Milliseconds()))
	writeJSON(w, http.StatusOK, "application/json", result)
}

func similar(w http.ResponseWriter, r *http.Request, products Index) {
	limit, err := readLimit(r)
	if err != nil {
		problem(w, http.StatusBadRequest, err.Error())
		return
	}
	hits, err := products.Similar(r.Context(), r.PathValue("productId"), limit)
	if errors.Is(err, index.ErrNotFound) {
		problem(w, http.StatusNotFound, fmt.Sprintf("No product '%s' in the index", r.PathValue("productId")))
		return
	}
	if err != nil {
		unavailable(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"items": hits})
}

func suggest(w http.ResponseWriter, r *http.Request, products Index) {
	text := r.URL.Query().Get("q")
	if length := len([]rune(text)); length < 2 || length > 60 {
		problem(w, http.StatusBadRequest, "q must have between 2 and 60 characters")
		return
	}
	suggestions, err := products.Suggest(r.Context(), text, r.URL.Query().Get("locale"))
	if err != nil {
		unavailable(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"items": suggestions})
}

func readLimit(r *http.Request) (int, error) {
	text := r.URL.Query().Get("limit")
	if text == "" {
		return defaultLimit, nil
	}
	limit, err := strconv.Atoi(text)
	if err != nil || limit < 1 || limit > maxLimit {
		return 0, fmt.Errorf("limit must be between 1 and %d", maxLimit)
	}
	return limit, nil
}

func unavailable(w http.ResponseWriter, r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "Search failed", "error", err, "path", r.URL.Path)
	problem(w, http.StatusServiceUnavailable, "Search is not available at the moment")
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
