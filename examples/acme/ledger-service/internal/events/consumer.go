// Package events books what order events report.
package events

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/segmentio/kafka-go"

	"git.acme.example/acme/ledger-service/internal/ledger"
)

// Booker is what the consumer needs of the store.
type Booker interface {
	Book(ctx context.Context, entry ledger.Entry) (string, bool, error)
}

type envelope struct {
	ID          string    `json:"id"`
	Type        string    `json:"type"`
	OccurredAt  time.Time `json:"occurredAt"`
	OrderNumber string    `json:"orderNumber"`
	Data        struct {
		Country string `json:"country"`
		Amount  struct {
			Currency   string `json:"currency"`
			GrossMinor int64  `json:"grossMinor"`
			VATMinor   int64  `json:"vatMinor"`
		} `json:"amount"`
	} `json:"data"`
}

// Run reads events until the context ends. The offset is committed after the
// entry is booked, so a crash repeats an event; its id makes that harmless.
func Run(ctx context.Context, reader *kafka.Reader, booker Booker, log *slog.Logger) error {
	for {
		message, err := reader.FetchMessage(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("fetch order event: %w", err)
		}
		if err := handle(ctx, message.Value, booker); err != nil {
			// The books must be complete: stop here rather than skip an event.
			log.Error("order event could not be booked",
				"partition", message.Partition, "offset", message.Offset, "error", err)
			return err
		}
		if err := reader.CommitMessages(ctx, message); err != nil {
			return fmt.Errorf("commit offset %d: %w", message.Offset, err)
		}
	}
}

func handle(ctx context.Context, value []byte, booker Booker) error {
	var event envelope
	if err := json.Unmarshal(value, &event); err != nil {
		return fmt.Errorf("parse order event: %w", err)
	}
	entry, ok, err := ledger.Post(ledger.OrderEvent{
		ID:          event.ID,
		Type:        event.Type,
		OccurredAt:  event.OccurredAt,
		OrderNumber: event.OrderNumber,
		Country:     event.Data.Country,
		Currency:    event.Data.Amount.Currency,
		GrossMinor:  event.Data.Amount.GrossMinor,
		VATMinor:    event.Data.Amount.VATMinor,
	})
	if err != nil || !ok {
		return err
	}
	_, _, err = booker.Book(ctx, entry)
	return err
}
