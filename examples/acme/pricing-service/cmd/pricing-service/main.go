// Command pricing-service computes what baskets cost.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"git.acme.example/acme/pricing-service/internal/campaigns"
	"git.acme.example/acme/pricing-service/internal/httpapi"
	"git.acme.example/acme/pricing-service/internal/products"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	if err := run(log); err != nil {
		log.Error("pricing-service stopped", "error", err)
		os.Exit(1)
	}
}

func run(log *slog.Logger) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	refresh, err := time.ParseDuration(os.Getenv("CAMPAIGN_REFRESH"))
	if err != nil {
		return err
	}
	book, err := campaigns.Open("/etc/pricing-service/campaigns")
	if err != nil {
		return err
	}
	go book.Watch(ctx, refresh, log)

	catalogue := products.New(os.Getenv("PRODUCT_API_URL"), &http.Client{Timeout: 2 * time.Second})
	server := &http.Server{
		Addr:              os.Getenv("PRICING_LISTEN_ADDRESS"),
		Handler:           httpapi.New(catalogue, book, time.Now),
		ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		deadline, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		server.Shutdown(deadline)
	}()

	log.Info("pricing-service is ready", "campaigns", len(book.Current()))
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
