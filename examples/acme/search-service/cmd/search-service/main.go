// Command search-service answers product search.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"git.acme.example/acme/search-service/internal/index"
	"git.acme.example/acme/search-service/internal/rules"
	"git.acme.example/acme/search-service/internal/web"
)

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	if err := run(); err != nil {
		slog.Error("Stopped", "error", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	address, err := url.Parse(os.Getenv("OPENSEARCH_URL"))
	if err != nil {
		return fmt.Errorf("OPENSEARCH_URL: %w", err)
	}
	timeout, err := time.ParseDuration(os.Getenv("QUERY_TIMEOUT"))
	if err != nil {
		return fmt.Errorf("QUERY_TIMEOUT: %w", err)
	}
	set, err := rules.Load(os.Getenv("RULES_FILE"))
	if err != nil {
		return err
	}
	client := index.NewClient(address, os.Getenv("OPENSEARCH_PASSWORD"), timeout, set)
	server := &http.Server{
		Addr: ":8080", Handler: web.Routes(client), ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(shutdown); err != nil {
			slog.Error("Requests were cut off", "error", err)
		}
	}()
	slog.Info("Listening", "address", server.Addr, "boosts", len(set.Boosts))
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
