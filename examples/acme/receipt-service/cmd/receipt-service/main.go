// Command receipt-service keeps receipts of card payments.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"git.acme.example/acme/receipt-service/internal/receipt"
)

func main() {
	pool, err := pgxpool.New(context.Background(), os.Getenv("RECEIPTS_DATABASE_URL"))
	if err != nil {
		slog.Error("the database address is not valid", "error", err)
		os.Exit(1)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health/live", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /health/ready", func(w http.ResponseWriter, r *http.Request) {
		if pool.Ping(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("PUT /receipts/{id}", func(w http.ResponseWriter, r *http.Request) {
		var one receipt.Receipt
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&one); err != nil {
			http.Error(w, "the body is no receipt", http.StatusBadRequest)
			return
		}
		one.ID = r.PathValue("id")
		if err := one.Check(); err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		_, err := pool.Exec(r.Context(),
			`INSERT INTO receipts (id, payment_id, amount_minor, currency, issued_at)
			 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`,
			one.ID, one.PaymentID, one.AmountMinor, one.Currency, one.IssuedAt)
		if err != nil {
			slog.Error("a receipt could not be kept", "error", err)
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /receipts/{id}", func(w http.ResponseWriter, r *http.Request) {
		one := receipt.Receipt{ID: r.PathValue("id")}
		err := pool.QueryRow(r.Context(),
			`SELECT payment_id, amount_minor, currency, issued_at FROM receipts WHERE id = $1`,
			one.ID).Scan(&one.PaymentID, &one.AmountMinor, &one.Currency, &one.IssuedAt)
		if errors.Is(err, pgx.ErrNoRows) {
			http.NotFound(w, r)
			return
		}
		if err != nil {
			slog.Error("a receipt could not be read", "error", err)
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(one)
	})
	slog.Error("stopped", "error", http.ListenAndServe(":8080", mux))
	os.Exit(1)
}
