// Command inventory-service serves the inventory API and follows orders.
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
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/segmentio/kafka-go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"

	inventoryv1 "git.acme.example/acme/apis/gen/go/inventory/v1"
	"git.acme.example/acme/inventory-service/internal/events"
	"git.acme.example/acme/inventory-service/internal/server"
	"git.acme.example/acme/inventory-service/internal/store"
)

func main() {
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	if err := run(log); err != nil {
		log.Error("inventory-service stopped", "error", err)
		os.Exit(1)
	}
}

func run(log *slog.Logger) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	pool, err := pgxpool.New(ctx, os.Getenv("INVENTORY_DATABASE_URL"))
	if err != nil {
		return err
	}
	defer pool.Close()
	levels := store.New(pool, []string{"VENLO", "POZNAN"})

	listener, err := net.Listen("tcp", os.Getenv("INVENTORY_LISTEN_ADDRESS"))
	if err != nil {
		return err
	}
	grpcServer := grpc.NewServer()
	inventoryv1.RegisterInventoryServiceServer(grpcServer, server.New(levels))
	grpc_health_v1.RegisterHealthServer(grpcServer, health.NewServer())

	metrics := &http.Server{Addr: os.Getenv("INVENTORY_METRICS_ADDRESS"), Handler: promhttp.Handler()}
	reader := kafka.NewReader(kafka.ReaderConfig{
		Brokers: strings.Split(os.Getenv("KAFKA_BROKERS"), ","),
		Topic:   os.Getenv("ORDER_EVENTS_TOPIC"),
		GroupID: os.Getenv("KAFKA_GROUP"),
	})
	defer reader.Close()

	failed := make(chan error, 4)
	go func() { failed <- grpcServer.Serve(listener) }()
	go func() { failed <- metrics.ListenAndServe() }()
	go func() { failed <- events.Run(ctx, reader, levels) }()
	go func() { failed <- releaseExpired(ctx, levels) }()
	log.Info("inventory-service is ready", "address", listener.Addr().String())

	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	grpcServer.GracefulStop()
	metrics.Close()
	return err
}

// releaseExpired runs on every replica: releasing twice does no harm.
func releaseExpired(ctx context.Context, levels *store.Store) error {
	ticker := time.NewTicker(10 * time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			if _, err := levels.ReleaseExpired(ctx, 500); err != nil {
				return err
			}
		}
	}
}
