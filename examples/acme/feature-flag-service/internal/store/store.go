// Package store keeps flags in PostgreSQL and a copy of them in memory.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync/atomic"
	"time"

	"git.acme.example/acme/feature-flag-service/internal/flag"
)

// ErrStale means that somebody else changed the flag in between.
var ErrStale = errors.New("flag was changed by somebody else")

// Store answers from memory, so evaluation goes on while the database is away.
type Store struct {
	db    *sql.DB
	flags atomic.Pointer[map[string]flag.Flag]
}

// New returns an empty store; Refresh fills it.
func New(db *sql.DB) *Store {
	store := &Store{db: db}
	store.flags.Store(&map[string]flag.Flag{})
	return store
}

// Get returns one flag.
func (s *Store) Get(key string) (flag.Flag, bool) {
	found, ok := (*s.flags.Load())[key]
	return found, ok
}

// List returns all flags by key.
func (s *Store) List() []flag.Flag {
	flags := *s.flags.Load()
	list := make([]flag.Flag, 0, len(flags))
	for _, key := range slices.Sorted(maps.Keys(flags)) {
		list = append(list, flags[key])
	}
	return list
}

// Refresh reads all flags from the database.
func (s *Store) Refresh(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, `SELECT definition FROM flags`)
	if err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	defer rows.Close()
	fresh := map[string]flag.Flag{}
	for rows.Next() {
		var definition []byte
		if err := rows.Scan(&definition); err != nil {
			return fmt.Errorf("scan flag: %w", err)
		}
		var read flag.Flag
		if err := json.Unmarshal(definition, &read); err != nil {
			return fmt.Errorf("parse flag: %w", err)
		}
		fresh[read.Key] = read
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read flags: %w", err)
	}
	s.flags.Store(&fresh)
	return nil
}

// Watch refreshes until ctx ends. A failure leaves the last flags in force.
func (s *Store) Watch(ctx context.Context, interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := s.Refresh(ctx); err != nil {
				slog.WarnContext(ctx, "Flags are not fresh", "error", err)
			}
		}
	}
}

// Put stores a flag with its audit record. expectedVersion is 0 for a new one.
func (s *Store) Put(ctx context.Context, changed flag.Flag, expectedVersion int, changedBy string) (flag.Flag, error) {
	changed.Version = expectedVersion + 1
	changed.UpdatedAt = time.Now().UTC()
	definition, err := json.Marshal(changed)
	if err != nil {
		return flag.Flag{}, fmt.Errorf("encode flag: %w", err)
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return flag.Flag{}, fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }()

	result, err := tx.ExecContext(ctx, `
		INSERT INTO flags (key, version, definition) VALUES ($1, $2, $3)
		ON CONFLICT (key) DO UPDATE SET version = $2, definition = $3
		 WHERE flags.version = $4`,
		changed.Key, changed.Version, definition, expectedVersion)
	if err != nil {
		return flag.Flag{}, fmt.Errorf("store flag: %w", err)
	}
	if count, err := result.RowsAffected(); err != nil || count == 0 {
		return flag.Flag{}, errors.Join(ErrStale, err)
	}
	if _, err := tx.ExecContext(ctx, `
		INSERT INTO flag_changes (key, version, changed_by, definition) VALUES ($1, $2, $3, $4)`,
		changed.Key, changed.Version, changedBy, definition); err != nil {
		return flag.Flag{}, fmt.Errorf("store audit record: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return flag.Flag{}, fmt.Errorf("commit: %w", err)
	}
	return changed, s.Refresh(ctx)
}

// Change is one record of the audit trail.
type Change struct {
	Version   int             `json:"version"`
	ChangedBy string          `json:"changedBy"`
	ChangedAt time.Time       `json:"changedAt"`
	Flag      json.RawMessage `json:"flag"`
}

// History returns the changes of a flag, newest first.
func (s *Store) History(ctx context.Context, key string) ([]Change, error) {
	rows, err := s.db.QueryContext(ctx, `
		SELECT version, changed_by, changed_at, definition
		  FROM flag_changes WHERE key = $1 ORDER BY version DESC`, key)
	if err != nil {
		return nil, fmt.Errorf("read history: %w", err)
	}
	defer rows.Close()
	changes := []Change{}
	for rows.Next() {
		var change Change
		var definition []byte
		if err := rows.Scan(&change.Version, &change.ChangedBy, &change.ChangedAt, &definition); err != nil {
			return nil, fmt.Errorf("scan change: %w", err)
		}
		change.Flag = definition
		changes = append(changes, change)
	}
	return changes, rows.Err()
}
