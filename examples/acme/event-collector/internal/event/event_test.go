package event

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 11, 3, 9, 12, 44, 0, time.UTC)

const valid = `{
  "eventId": "018c1b2e-3d0f-7a11-9a54-1c61b0a7e0d2",
  "type": "page_viewed",
  "visitorId": "v_9f31c2",
  "site": "storefront-web",
  "occurredAt": "2026-11-03T09:12:43Z",
  "properties": { "path": "/", "email": "somebody@mail.example" }
}`

func TestParseDropsWhatItDoesNotKnow(t *testing.T) {
	event, err := Parse(json.RawMessage(valid), now)
	if err != nil {
		t.Fatal(err)
	}
	if _, present := event.Properties["email"]; present {
		t.Error("a property outside the schema must not reach the topic")
	}
	if event.Properties["path"] != "/" {
		t.Errorf("path is %v", event.Properties["path"])
	}
}

func TestParseMovesWrongClocks(t *testing.T) {
	cases := map[string]struct{ sent, want string }{
		"right":             {"2026-11-03T08:00:00Z", "2026-11-03T08:00:00Z"},
		"ahead":             {"2027-01-01T00:00:00Z", "2026-11-03T09:12:44Z"},
		"a year behind":     {"2025-11-03T09:12:44Z", "2026-11-02T09:12:44Z"},
		"exactly a day old": {"2026-11-02T09:12:44Z", "2026-11-02T09:12:44Z"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			raw := strings.Replace(valid, "2026-11-03T09:12:43Z", c.sent, 1)
			event, err := Parse(json.RawMessage(raw), now)
			if err != nil {
				t.Fatal(err)
			}
			if got := event.OccurredAt.Format(time.RFC3339); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	cases := map[string]struct{ old, new, message string }{
		"an unknown type":    {"page_viewed", "clicked", "unknown type 'clicked'"},
		"a missing property": {`"path"`, `"paht"`, "page_viewed lacks 'path'"},
		"a named visitor":    {"v_9f31c2", "mina@mail.example", "visitorId has a wrong form"},
		"a foreign site":     {"storefront-web", "blog", "unknown site 'blog'"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(json.RawMessage(strings.Replace(valid, c.old, c.new, 1)), now)
			if err == nil || err.Error() != c.message {
				t.Errorf("got %v, want %s", err, c.message)
			}
		})
	}
}
