// Package events moves stock when orders change.
package events

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/segmentio/kafka-go"

	"git.acme.example/acme/inventory-service/internal/stock"
)

// Stock is what the consumer needs of the store.
type Stock interface {
	Keep(ctx context.Context, reservationID, orderNumber string) error
	ReleaseOrder(ctx context.Context, orderNumber string) error
	Ship(ctx context.Context, eventID, warehouse string, lines []stock.Line) error
	Return(ctx context.Context, eventID, warehouse string, lines []stock.Line) error
}

type orderEvent struct {
	ID          string `json:"id"`
	Type        string `json:"type"`
	OrderNumber string `json:"orderNumber"`
	Data        struct {
		ReservationID string `json:"reservationId"`
		Lines         []struct {
			SKU      string `json:"sku"`
			Quantity int    `json:"quantity"`
		} `json:"lines"`
		Details struct {
			Warehouse string `json:"warehouse"`
		} `json:"details"`
	} `json:"data"`
}

// Run handles events until the context ends.
func Run(ctx context.Context, reader *kafka.Reader, target Stock) error {
	for {
		message, err := reader.FetchMessage(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("fetch order event: %w", err)
		}
		if err := Handle(ctx, message.Value, target); err != nil {
			return fmt.Errorf("partition %d, offset %d: %w", message.Partition, message.Offset, err)
		}
		if err := reader.CommitMessages(ctx, message); err != nil {
			return fmt.Errorf("commit offset %d: %w", message.Offset, err)
		}
	}
}

// Handle books one event. Reservations follow the order, stock follows the goods.
func Handle(ctx context.Context, value []byte, target Stock) error {
	var event orderEvent
	if err := json.Unmarshal(value, &event); err != nil {
		return fmt.Errorf("parse order event: %w", err)
	}
	lines := make([]stock.Line, len(event.Data.Lines))
	for i, line := range event.Data.Lines {
		lines[i] = stock.Line{SKU: line.SKU, Quantity: line.Quantity}
	}
	switch event.Type {
	case "order.placed":
		return target.Keep(ctx, event.Data.ReservationID, event.OrderNumber)
	case "order.cancelled":
		return target.ReleaseOrder(ctx, event.OrderNumber)
	case "order.shipped":
		if err := target.Ship(ctx, event.ID, event.Data.Details.Warehouse, lines); err != nil {
			return err
		}
		return target.ReleaseOrder(ctx, event.OrderNumber)
	case "order.returned":
		return target.Return(ctx, event.ID, event.Data.Details.Warehouse, lines)
	default:
		return nil
	}
}
