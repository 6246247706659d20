// Package store keeps entries in PostgreSQL.
package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"git.acme.example/acme/ledger-service/internal/ledger"
)

// ErrPeriodClosed is returned for entries in a month that finance has closed.
var ErrPeriodClosed = errors.New("accounting period is closed")

// ErrNotFound is returned when there is no entry with an id.
var ErrNotFound = errors.New("no such entry")

const selectEntries = `
	select e.id, e.idempotency_key, e.occurred_at, e.booked_at, e.description, e.reference,
	       coalesce(e.reverses_id::text, ''), l.account, l.side, l.amount_minor, l.currency
	from entries e join lines l on l.entry_id = e.id`

// Store books entries and sums up accounts.
type Store struct {
	pool *pgxpool.Pool
}

// New returns a store on an open pool.
func New(pool *pgxpool.Pool) *Store {
	return &Store{pool: pool}
}

// Book writes an entry with its lines. The second result is false when the
// idempotency key was booked before; the entry is then the earlier one's id.
func (s *Store) Book(ctx context.Context, entry ledger.Entry) (string, bool, error) {
	var id string
	var created bool
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		var closed bool
		err := tx.QueryRow(ctx,
			`select exists (select from closed_periods where month = date_trunc('month', $1::timestamptz at time zone 'Europe/Amsterdam')::date)`,
			entry.OccurredAt).Scan(&closed)
		if err != nil {
			return err
		}
		if closed {
			return ErrPeriodClosed
		}

		err = tx.QueryRow(ctx,
			`insert into entries (idempotency_key, occurred_at, description, reference, reverses_id)
			 values ($1, $2, $3, $4, nullif($5, '')::uuid)
			 on conflict (idempotency_key) do nothing
			 returning id`,
			entry.IdempotencyKey, entry.OccurredAt, entry.Description, entry.Reference, entry.ReversesID,
		).Scan(&id)
		if errors.Is(err, pgx.ErrNoRows) {
			return tx.QueryRow(ctx,
				`select id from entries where idempotency_key = $1`, entry.IdempotencyKey).Scan(&id)
		}
		if err != nil {
			return err
		}

		created = true
		rows := make([][]any, len(entry.Lines))
		for i, line := range entry.Lines {
			rows[i] = []any{id, i, entry.OccurredAt, line.Account, string(line.Side), line.AmountMinor, line.Currency}
		}
		_, err = tx.CopyFrom(ctx,
			pgx.Identifier{"lines"},
			[]string{"entry_id", "position", "occurred_at", "account", "side", "amount_minor", "currency"},
			pgx.CopyFromRows(rows))
		return err
	})
	if err != nil {
		return "", false, fmt.Errorf("book %s: %w", entry.IdempotencyKey, err)
	}
	return id, created, nil
}

// Balance is debits minus credits of an account up to and including a moment.
func (s *Store) Balance(ctx context.Context, account, currency string, at time.Time) (int64, error) {
	var balance int64
	err := s.pool.QueryRow(ctx,
		`select coalesce(sum(case side when 'debit' then amount_minor else -amount_minor end), 0)
		 from lines where account = $1 and currency = $2 and occurred_at <= $3`,
		account, currency, at).Scan(&balance)
	if err != nil {
		return 0, fmt.Errorf("balance of %s: %w", account, err)
	}
	return balance, nil
}

// Get reads one entry.
func (s *Store) Get(ctx context.Context, id string) (ledger.Entry, error) {
	var found ledger.Entry
	err := s.each(ctx, func(entry ledger.Entry) error {
		found = entry
		return nil
	}, selectEntries+" where e.id = $1 order by l.position", id)
	if err != nil {
		return ledger.Entry{}, err
	}
	if found.ID == "" {
		return ledger.Entry{}, fmt.Errorf("%w: %s", ErrNotFound, id)
	}
	return found, nil
}

// Export hands over the entries of a period one by one, oldest first.
func (s *Store) Export(ctx context.Context, from, to time.Time, prefix string, yield func(ledger.Entry) error) error {
	return s.each(ctx, yield, selectEntries+`
		where e.occurred_at >= $1 and e.occurred_at < $2 and starts_with(e.reference, $3)
		order by e.occurred_at, e.id, l.position`, from, to, prefix)
}

// each folds the rows of selectEntries, one per line, into entries.
func (s *Store) each(ctx context.Context, yield func(ledger.Entry) error, query string, args ...any) error {
	rows, err := s.pool.Query(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	defer rows.Close()

	var current ledger.Entry
	for rows.Next() {
		var entry ledger.Entry
		var line ledger.Line
		err := rows.Scan(&entry.ID, &entry.IdempotencyKey, &entry.OccurredAt, &entry.BookedAt,
			&entry.Description, &entry.Reference, &entry.ReversesID,
			&line.Account, &line.Side, &line.AmountMinor, &line.Currency)
		if err != nil {
			return fmt.Errorf("read entries: %w", err)
		}
		if entry.ID != current.ID {
			if current.ID != "" {
				if err := yield(current); err != nil {
					return err
				}
			}
			current = entry
		}
		current.Lines = append(current.Lines, line)
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	if current.ID != "" {
		return yield(current)
	}
	return nil
}
