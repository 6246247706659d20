// Package collect takes events in and writes them out in batches.
package collect

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"git.acme.example/acme/event-collector/internal/kafka"
)

const (
	maxBatch    = 500
	maxAttempts = 5
)

// Writer writes records to a topic.
type Writer interface {
	Write(ctx context.Context, topic string, records []kafka.Record) error
}

// Buffer holds events between the request and the topic, so that browsers
// never wait for Kafka. It is bounded: a full buffer refuses.
type Buffer struct {
	writer   Writer
	topic    string
	interval time.Duration
	records  chan kafka.Record
	lost     atomic.Int64
}

// NewBuffer returns a buffer for size records, written at least every interval.
func NewBuffer(writer Writer, topic string, size int, interval time.Duration) *Buffer {
	return &Buffer{
		writer: writer, topic: topic, interval: interval, records: make(chan kafka.Record, size),
	}
}

// Add takes a record, or answers false when the buffer is full.
func (b *Buffer) Add(record kafka.Record) bool {
	select {
	case b.records <- record:
		return true
	default:
		return false
	}
}

// Fill is the share of the buffer in use, from 0 to 1.
func (b *Buffer) Fill() float64 {
	return float64(len(b.records)) / float64(cap(b.records))
}

// Lost is the number of records given up after all attempts.
func (b *Buffer) Lost() int64 {
	return b.lost.Load()
}

// Run writes until ctx ends, and then what is left.
func (b *Buffer) Run(ctx context.Context) {
	ticker := time.NewTicker(b.interval)
	defer ticker.Stop()
	batch := make([]kafka.Record, 0, maxBatch)
	for {
		select {
		case record := <-b.records:
			batch = append(batch, record)
			if len(batch) < maxBatch {
				continue
			}
		case <-ticker.C:
		case <-ctx.Done():
			b.drain(batch)
			return
		}
		b.write(context.WithoutCancel(ctx), batch)
		batch = batch[:0]
	}
}

func (b *Buffer) drain(batch []kafka.Record) {
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	for {
		select {
		case record := <-b.records:
			batch = append(batch, record)
		default:
			b.write(ctx, batch)
			return
		}
	}
}

func (b *Buffer) write(ctx context.Context, batch []kafka.Record) {
	if len(batch) == 0 {
		return
	}
	pause := 100 * time.Millisecond
	for attempt := 1; ; attempt++ {
		err := b.writer.Write(ctx, b.topic, batch)
		if err == nil {
			return
		}
		if attempt == maxAttempts {
			b.lost.Add(int64(len(batch)))
			slog.Error("Events were lost", "count", len(batch), "error", err)
			return
		}
		time.Sleep(pause)
		pause *= 2
	}
}
