// Package kafka writes to topics through the REST proxy of the data platform.
package kafka

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// Record is one record of a topic.
type Record struct {
	Key   string `json:"key"`
	Value any    `json:"value"`
}

// Producer writes records in batches.
type Producer struct {
	baseURL string
	http    *http.Client
}

// NewProducer takes the address of the REST proxy.
func NewProducer(baseURL string) *Producer {
	return &Producer{baseURL: baseURL, http: &http.Client{Timeout: 5 * time.Second}}
}

// Write returns once all replicas have the records.
func (p *Producer) Write(ctx context.Context, topic string, records []Record) error {
	body, err := json.Marshal(map[string]any{"records": records})
	if err != nil {
		return fmt.Errorf("encode records: %w", err)
	}
	address := p.baseURL + "/topics/" + url.PathEscape(topic)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("make request: %w", err)
	}
	request.Header.Set("Content-Type", "application/vnd.kafka.json.v2+json")
	response, err := p.http.Do(request)
	if err != nil {
		return fmt.Errorf("write to %s: %w", topic, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("write to %s: proxy answered %s", topic, response.Status)
	}
	// The proxy answers 200 even when single records failed.
	var answer struct {
		Offsets []struct {
			Error string `json:"error"`
		} `json:"offsets"`
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("decode answer of proxy: %w", err)
	}
	for _, offset := range answer.Offsets {
		if offset.Error != "" {
			return fmt.Errorf("write to %s: %s", topic, offset.Error)
		}
	}
	return nil
}
