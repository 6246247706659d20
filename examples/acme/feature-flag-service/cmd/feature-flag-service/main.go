// Command feature-flag-service keeps and evaluates feature flags.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"git.acme.example/acme/feature-flag-service/internal/store"
	"git.acme.example/acme/feature-flag-service/internal/web"
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

	interval, err := time.ParseDuration(os.Getenv("REFRESH_INTERVAL"))
	if err != nil {
		return fmt.Errorf("REFRESH_INTERVAL: %w", err)
	}
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(5)

	flags := store.New(db)
	// Without a first read every flag would be off, which is worse than not starting.
	if err := flags.Refresh(ctx); err != nil {
		return err
	}
	go flags.Watch(ctx, interval)

	handler := &web.Handler{
		Flags:     flags,
		Authorize: web.AuthorizeByToken(os.Getenv("AUTH_ISSUER"), "flags:write"),
	}
	server := &http.Server{
		Addr: ":8080", Handler: handler.Routes(), ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(shutdown); err != nil {
			slog.Error("Requests were cut off", "error", err)
		}
	}()
	slog.Info("Listening", "address", server.Addr, "flags", len(flags.List()))
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
