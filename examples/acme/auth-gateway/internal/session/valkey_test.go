package session

import (
	"bufio"
	"errors"
	"strings"
	"testing"
)

func TestReadReply(t *testing.T) {
	cases := map[string]struct {
		wire  string
		value string
		found bool
	}{
		"status":        {"+OK\r\n", "OK", true},
		"integer":       {":1\r\n", "1", true},
		"bulk":          {"$5\r\nhello\r\n", "hello", true},
		"empty bulk":    {"$0\r\n\r\n", "", true},
		"missing value": {"$-1\r\n", "", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			value, found, err := readReply(bufio.NewReader(strings.NewReader(c.wire)))
			if err != nil {
				t.Fatal(err)
			}
			if value != c.value || found != c.found {
				t.Errorf("got %q, %v; want %q, %v", value, found, c.value, c.found)
			}
		})
	}
}

func TestReadReplyError(t *testing.T) {
	_, _, err := readReply(bufio.NewReader(strings.NewReader("-NOAUTH Authentication required.\r\n")))
	var reply replyError
	if !errors.As(err, &reply) {
		t.Fatalf("got %v; want an error of the server", err)
	}
}
