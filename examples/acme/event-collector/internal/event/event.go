// Package event knows which events exist and when one is right.
package event

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"
)

// Event is one event as it is written to the topic.
type Event struct {
	ID         string         `json:"eventId"`
	Type       string         `json:"type"`
	VisitorID  string         `json:"visitorId"`
	Site       string         `json:"site"`
	OccurredAt time.Time      `json:"occurredAt"`
	ReceivedAt time.Time      `json:"receivedAt"`
	Properties map[string]any `json:"properties"`
}

const (
	maxPropertyLength = 200
	// Browsers keep events while they are offline, but not for longer than this.
	maxAge = 24 * time.Hour
)

var (
	visitorPattern = regexp.MustCompile(`^v_[0-9a-f]+$`)
	uuidPattern    = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	sites          = []string{"storefront-web", "checkout-web", "account-web"}
)

// required and optional properties of each type; what is not named is dropped.
var types = map[string]struct{ required, optional []string }{
	"page_viewed":   {[]string{"path"}, []string{"referrerHost", "productId"}},
	"searched":      {[]string{"query", "hitCount"}, nil},
	"added_to_cart": {[]string{"sku", "quantity"}, nil},
	"purchased":     {[]string{"total", "currency", "skus"}, nil},
}

// Parse reads one event of a browser and puts right what can be put right.
func Parse(raw json.RawMessage, now time.Time) (Event, error) {
	var event Event
	if err := json.Unmarshal(raw, &event); err != nil {
		return Event{}, fmt.Errorf("not an event: %w", err)
	}
	kind, known := types[event.Type]
	switch {
	case !known:
		return Event{}, fmt.Errorf("unknown type '%s'", event.Type)
	case !uuidPattern.MatchString(event.ID):
		return Event{}, errors.New("eventId is not a UUID")
	case !visitorPattern.MatchString(event.VisitorID):
		return Event{}, errors.New("visitorId has a wrong form")
	case !slices.Contains(sites, event.Site):
		return Event{}, fmt.Errorf("unknown site '%s'", event.Site)
	}
	properties := make(map[string]any, len(event.Properties))
	for _, name := range kind.required {
		value, present := event.Properties[name]
		if !present {
			return Event{}, fmt.Errorf("%s lacks '%s'", event.Type, name)
		}
		properties[name] = shorten(value)
	}
	for _, name := range kind.optional {
		if value, present := event.Properties[name]; present {
			properties[name] = shorten(value)
		}
	}
	event.Properties = properties
	event.ReceivedAt = now
	event.OccurredAt = plausible(event.OccurredAt, now)
	return event, nil
}

// plausible moves times of wrong clocks into the window that pipelines expect.
func plausible(occurredAt, now time.Time) time.Time {
	if occurredAt.After(now) {
		return now
	}
	if oldest := now.Add(-maxAge); occurredAt.Before(oldest) {
		return oldest
	}
	return occurredAt
}

func shorten(value any) any {
	text, isText := value.(string)
	if !isText {
		return value
	}
	if runes := []rune(text); len(runes) > maxPropertyLength {
		return string(runes[:maxPropertyLength])
	}
	return text
}
