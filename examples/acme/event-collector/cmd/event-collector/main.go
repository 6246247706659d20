// Command event-collector takes events of the websites.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"git.acme.example/acme/event-collector/internal/collect"
	"git.acme.example/acme/event-collector/internal/kafka"
)

const rejectedTopic = "data.clickstream.rejected.v1"

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

	interval, err := time.ParseDuration(os.Getenv("FLUSH_INTERVAL"))
	if err != nil {
		return fmt.Errorf("FLUSH_INTERVAL: %w", err)
	}
	size, err := strconv.Atoi(os.Getenv("BUFFER_EVENTS"))
	if err != nil {
		return fmt.Errorf("BUFFER_EVENTS: %w", err)
	}
	producer := kafka.NewProducer(os.Getenv("KAFKA_REST_URL"))
	handler := &collect.Handler{
		Events:   collect.NewBuffer(producer, os.Getenv("TOPIC"), size, interval),
		Rejected: collect.NewBuffer(producer, rejectedTopic, 1000, time.Second),
		Origins:  strings.Split(os.Getenv("ALLOWED_ORIGINS"), ","),
		Now:      time.Now,
	}
	server := &http.Server{
		Addr: ":8080", Handler: handler.Routes(), ReadHeaderTimeout: 5 * time.Second,
	}

	// The buffers outlive the server, so that nothing accepted is lost.
	writing, stopWriting := context.WithCancel(context.Background())
	var writers sync.WaitGroup
	for _, buffer := range []*collect.Buffer{handler.Events, handler.Rejected} {
		writers.Add(1)
		go func() {
			defer writers.Done()
			buffer.Run(writing)
		}()
	}
	go func() {
		<-ctx.Done()
		shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(shutdown); err != nil {
			slog.Error("Requests were cut off", "error", err)
		}
	}()
	slog.Info("Listening", "address", server.Addr)
	err = server.ListenAndServe()
	stopWriting()
	writers.Wait()
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
