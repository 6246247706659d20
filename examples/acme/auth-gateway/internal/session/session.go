// Package session keeps the browser sessions of customers.
package session

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ErrNotFound means that the session has ended or never existed.
var ErrNotFound = errors.New("session not found")

// Session is what the gateway remembers about one signed-in browser.
type Session struct {
	UserID    string    `json:"userId"`
	Device    string    `json:"device"`
	CreatedAt time.Time `json:"createdAt"`
}

// Cache is the part of Valkey which the store needs.
type Cache interface {
	Set(ctx context.Context, key, value string, ttl time.Duration) error
	Get(ctx context.Context, key string) (value string, found bool, err error)
	Delete(ctx context.Context, key string) error
}

// Store keeps sessions in a cache, under keys that only the cookie knows.
type Store struct {
	cache Cache
	ttl   time.Duration
}

// NewStore returns a store whose sessions end after ttl without use.
func NewStore(cache Cache, ttl time.Duration) *Store {
	return &Store{cache: cache, ttl: ttl}
}

// Create starts a session and returns the secret to put into the cookie.
func (s *Store) Create(ctx context.Context, session Session) (string, error) {
	random := make([]byte, 32)
	if _, err := rand.Read(random); err != nil {
		return "", fmt.Errorf("make session id: %w", err)
	}
	id := base64.RawURLEncoding.EncodeToString(random)
	if err := s.save(ctx, id, session); err != nil {
		return "", err
	}
	return id, nil
}

// Get returns the session and moves its end forward.
func (s *Store) Get(ctx context.Context, id string) (Session, error) {
	value, found, err := s.cache.Get(ctx, key(id))
	if err != nil {
		return Session{}, fmt.Errorf("read session: %w", err)
	}
	if !found {
		return Session{}, ErrNotFound
	}
	var session Session
	if err := json.Unmarshal([]byte(value), &session); err != nil {
		return Session{}, fmt.Errorf("decode session: %w", err)
	}
	return session, s.save(ctx, id, session)
}

// Delete ends a session. Ending one that has ended already is no error.
func (s *Store) Delete(ctx context.Context, id string) error {
	return s.cache.Delete(ctx, key(id))
}

func (s *Store) save(ctx context.Context, id string, session Session) error {
	value, err := json.Marshal(session)
	if err != nil {
		return fmt.Errorf("encode session: %w", err)
	}
	if err := s.cache.Set(ctx, key(id), string(value), s.ttl); err != nil {
		return fmt.Errorf("write session: %w", err)
	}
	return nil
}

func key(id string) string {
	return "session:" + id
}
