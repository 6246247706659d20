// Command ledger-service serves the ledger API and books order events.
package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/segmentio/kafka-go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"

	ledgerv1 "git.acme.example/acme/apis/gen/go/ledger/v1"
	"git.acme.example/acme/ledger-service/internal/events"
	"git.acme.example/acme/ledger-service/internal/server"
	"git.acme.example/acme/ledger-service/internal/store"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	if err := run(log); err != nil {
		log.Error("ledger-service stopped", "error", err)
		os.Exit(1)
	}
}

func run(log *slog.Logger) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	pool, err := pgxpool.New(ctx, os.Getenv("LEDGER_DATABASE_URL"))
	if err != nil {
		return err
	}
	defer pool.Close()
	entries := store.New(pool)

	listener, err := net.Listen("tcp", os.Getenv("LEDGER_LISTEN_ADDRESS"))
	if err != nil {
		return err
	}
	grpcServer := grpc.NewServer()
	ledgerv1.RegisterLedgerServiceServer(grpcServer, server.New(entries))
	grpc_health_v1.RegisterHealthServer(grpcServer, health.NewServer())

	metrics := &http.Server{Addr: os.Getenv("LEDGER_METRICS_ADDRESS"), Handler: promhttp.Handler()}
	reader := kafka.NewReader(kafka.ReaderConfig{
		Brokers: strings.Split(os.Getenv("KAFKA_BROKERS"), ","),
		Topic:   os.Getenv("ORDER_EVENTS_TOPIC"),
		GroupID: os.Getenv("KAFKA_GROUP"),
	})
	defer reader.Close()

	failed := make(chan error, 3)
	go func() { failed <- grpcServer.Serve(listener) }()
	go func() { failed <- metrics.ListenAndServe() }()
	go func() { failed <- events.Run(ctx, reader, entries, log) }()
	log.Info("ledger-service is ready", "address", listener.Addr().String())

	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	grpcServer.GracefulStop()
	metrics.Close()
	return err
}
