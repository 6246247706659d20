// Command auth-gateway signs customers in and exchanges sessions for tokens.
package main

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"git.acme.example/acme/auth-gateway/internal/session"
	"git.acme.example/acme/auth-gateway/internal/token"
	"git.acme.example/acme/auth-gateway/internal/users"
	"git.acme.example/acme/auth-gateway/internal/web"
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

	sessionTTL, err := time.ParseDuration(os.Getenv("SESSION_TTL"))
	if err != nil {
		return fmt.Errorf("SESSION_TTL: %w", err)
	}
	tokenTTL, err := time.ParseDuration(os.Getenv("TOKEN_TTL"))
	if err != nil {
		return fmt.Errorf("TOKEN_TTL: %w", err)
	}
	seed, err := base64.StdEncoding.DecodeString(os.Getenv("TOKEN_SIGNING_KEY"))
	if err != nil {
		return fmt.Errorf("TOKEN_SIGNING_KEY: %w", err)
	}
	issuer, err := token.NewIssuer(os.Getenv("PUBLIC_URL"), seed, tokenTTL)
	if err != nil {
		return err
	}
	// The gateway is the issuer, so it needs nobody else for its own service token.
	serviceToken := func(context.Context) (string, error) {
		return issuer.Issue("auth-gateway", "user-service", "credentials:verify")
	}
	cache := session.NewValkey(os.Getenv("SESSIONS_ADDRESS"), os.Getenv("SESSIONS_PASSWORD"), 32)
	handler := &web.Handler{
		Sessions:    session.NewStore(cache, sessionTTL),
		Users:       users.NewClient(os.Getenv("USER_API_URL"), serviceToken),
		Tokens:      issuer,
		ReturnHosts: strings.Split(os.Getenv("ALLOWED_RETURN_HOSTS"), ","),
		SessionTTL:  sessionTTL,
		Ready:       cache.Ping,
	}
	server := &http.Server{
		Addr: ":8080", Handler: handler.Routes(), ReadHeaderTimeout: 5 * time.Second,
	}

	go func() {
		<-ctx.Done()
		shutdown, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := server.Shutdown(shutdown); err != nil {
			slog.Error("Requests were cut off", "error", err)
		}
	}()
	slog.Info("Listening", "address", server.Addr)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
