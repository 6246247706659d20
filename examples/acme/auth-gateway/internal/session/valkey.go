package session

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// Valkey speaks RESP2 over a small pool of connections. The gateway needs three
// commands, which is less than a client library would bring along.
type Valkey struct {
	address  string
	password string
	idle     chan *connection
}

type connection struct {
	net.Conn
	reader *bufio.Reader
}

// NewValkey returns a client that keeps up to poolSize idle connections.
func NewValkey(address, password string, poolSize int) *Valkey {
	return &Valkey{address: address, password: password, idle: make(chan *connection, poolSize)}
}

// Set stores a value which ends after ttl.
func (v *Valkey) Set(ctx context.Context, key, value string, ttl time.Duration) error {
	_, _, err := v.do(ctx, "SET", key, value, "PX", strconv.FormatInt(ttl.Milliseconds(), 10))
	return err
}

// Get returns a value; found is false when there is none.
func (v *Valkey) Get(ctx context.Context, key string) (string, bool, error) {
	return v.do(ctx, "GET", key)
}

// Delete removes a value.
func (v *Valkey) Delete(ctx context.Context, key string) error {
	_, _, err := v.do(ctx, "DEL", key)
	return err
}

// Ping tells whether the cache answers.
func (v *Valkey) Ping(ctx context.Context) error {
	_, _, err := v.do(ctx, "PING")
	return err
}

func (v *Valkey) do(ctx context.Context, args ...string) (string, bool, error) {
	conn, err := v.take(ctx)
	if err != nil {
		return "", false, err
	}
	value, found, err := conn.roundTrip(ctx, args...)
	var reply replyError
	if err != nil && !errors.As(err, &reply) {
		// The stream may be in the middle of a reply: never use it again.
		conn.Close()
		return "", false, err
	}
	select {
	case v.idle <- conn:
	default:
		conn.Close()
	}
	return value, found, err
}

func (v *Valkey) take(ctx context.Context) (*connection, error) {
	select {
	case conn := <-v.idle:
		return conn, nil
	default:
	}
	dialer := net.Dialer{Timeout: 500 * time.Millisecond}
	raw, err := dialer.DialContext(ctx, "tcp", v.address)
	if err != nil {
		return nil, fmt.Errorf("connect to sessions cache: %w", err)
	}
	conn := &connection{Conn: raw, reader: bufio.NewReader(raw)}
	if v.password != "" {
		if _, _, err := conn.roundTrip(ctx, "AUTH", v.password); err != nil {
			conn.Close()
			return nil, fmt.Errorf("authenticate at sessions cache: %w", err)
		}
	}
	return conn, nil
}

func (c *connection) roundTrip(ctx context.Context, args ...string) (string, bool, error) {
	deadline, ok := ctx.Deadline()
	if !ok {
		deadline = time.Now().Add(time.Second)
	}
	if err := c.SetDeadline(deadline); err != nil {
		return "", false, err
	}
	var request strings.Builder
	fmt.Fprintf(&request, "*%d\r\n", len(args))
	for _, arg := range args {
		fmt.Fprintf(&request, "$%d\r\n%s\r\n", len(arg), arg)
	}
	if _, err := io.WriteString(c, request.String()); err != nil {
		return "", false, err
	}
	return readReply(c.reader)
}

type replyError string

func (e replyError) Error() string { return string(e) }

func readReply(reader *bufio.Reader) (string, bool, error) {
	line, err := reader.ReadString('\n')
	if err != nil {
		return "", false, err
	}
	line = strings.TrimSuffix(line, "\r\n")
	if line == "" {
		return "", false, errors.New("empty reply")
	}
	switch kind, rest := line[0], line[1:]; kind {
	case '+', ':':
		return rest, true, nil
	case '-':
		return "", false, replyError(rest)
	case '$':
		length, err := strconv.Atoi(rest)
		if err != nil {
			return "", false, fmt.Errorf("length of reply: %w", err)
		}
		if length < 0 {
			return "", false, nil
		}
		body := make([]byte, length+2)
		if _, err := io.ReadFull(reader, body); err != nil {
			return "", false, err
		}
		return string(body[:length]), true, nil
	default:
		return "", false, fmt.Errorf("unexpected reply %q", line)
	}
}
