// Package store keeps stock and reservations in PostgreSQL.
package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"git.acme.example/acme/inventory-service/internal/stock"
)

// Reservation is what a checkout holds.
type Reservation struct {
	ID        string
	Warehouse string
	ExpiresAt time.Time
	Missing   []stock.Missing
}

// Row is the stock of one article in one warehouse.
type Row struct {
	SKU       string
	Warehouse string
	stock.Level
	ChangedAt time.Time
}

// Store reads and changes stock.
type Store struct {
	pool       *pgxpool.Pool
	preference []string
}

// New returns a store that tries warehouses in the order of preference.
func New(pool *pgxpool.Pool, preference []string) *Store {
	return &Store{pool: pool, preference: preference}
}

// Stock reads articles, of all warehouses when warehouse is empty.
func (s *Store) Stock(ctx context.Context, skus []string, warehouse string) ([]Row, error) {
	rows, err := s.pool.Query(ctx,
		`select sku, warehouse, on_hand, reserved, changed_at from stock
		 where sku = any($1) and ($2 = '' or warehouse = $2) order by sku, warehouse`, skus, warehouse)
	if err != nil {
		return nil, fmt.Errorf("read stock: %w", err)
	}
	return pgx.CollectRows(rows, scan)
}

// Reserve holds all lines or nothing.
func (s *Store) Reserve(ctx context.Context, reference string, lines []stock.Line, hold time.Duration) (Reservation, error) {
	var reservation Reservation
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx,
			`select id, warehouse, expires_at from reservations where reference = $1`, reference,
		).Scan(&reservation.ID, &reservation.Warehouse, &reservation.ExpiresAt)
		if err == nil {
			return nil
		}
		if !errors.Is(err, pgx.ErrNoRows) {
			return err
		}

		levels, err := lock(ctx, tx, lines)
		if err != nil {
			return err
		}
		reservation.Warehouse, reservation.Missing = stock.Allocate(lines, levels, s.preference)
		if len(reservation.Missing) > 0 {
			return nil
		}

		err = tx.QueryRow(ctx,
			`insert into reservations (reference, warehouse, expires_at)
			 values ($1, $2, now() + make_interval(secs => $3)) returning id, expires_at`,
			reference, reservation.Warehouse, hold.Seconds(),
		).Scan(&reservation.ID, &reservation.ExpiresAt)
		if err != nil {
			return err
		}
		for _, line := range lines {
			if err := move(ctx, tx, reservation, line); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Reservation{}, fmt.Errorf("reserve %s: %w", reference, err)
	}
	return reservation, nil
}

// Keep turns the reservation of a checkout into one of an order.
func (s *Store) Keep(ctx context.Context, id, orderNumber string) error {
	_, err := s.pool.Exec(ctx,
		`update reservations set order_number = $2, expires_at = 'infinity' where id = $1`, id, orderNumber)
	if err != nil {
		return fmt.Errorf("keep %s for order %s: %w", id, orderNumber, err)
	}
	return nil
}

// Release gives the reserved units back. It does nothing when that is done.
func (s *Store) Release(ctx context.Context, id string) error {
	return s.release(ctx, "id", id)
}

// ReleaseOrder gives back what is reserved for an order.
func (s *Store) ReleaseOrder(ctx context.Context, orderNumber string) error {
	return s.release(ctx, "order_number", orderNumber)
}

func (s *Store) release(ctx context.Context, column, value string) error {
	_, err := s.pool.Exec(ctx,
		`with gone as (
		   delete from reservations where `+pgx.Identifier{column}.Sanitize()+` = $1 returning id, warehouse
		 ), lines as (
		   delete from reservation_lines l using gone where l.reservation_id = gone.id
		   returning l.sku, l.quantity, gone.warehouse
		 )
		 update stock s set reserved = s.reserved - l.quantity, changed_at = now()
		 from lines l where s.sku = l.sku and s.warehouse = l.warehouse`, value)
	if err != nil {
		return fmt.Errorf("release %s: %w", value, err)
	}
	return nil
}

// ReleaseExpired gives up to limit expired reservations back.
func (s *Store) ReleaseExpired(ctx context.Context, limit int) (int, error) {
	rows, err := s.pool.Query(ctx,
		`select id from reservations where expires_at < now() order by expires_at limit $1`, limit)
	if err != nil {
		return 0, fmt.Errorf("find expired reservations: %w", err)
	}
	ids, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return 0, fmt.Errorf("find expired reservations: %w", err)
	}
	for _, id := range ids {
		if err := s.Release(ctx, id); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}

// Count sets what is on hand and returns the difference to what was expected.
func (s *Store) Count(ctx context.Context, sku, warehouse string, counted int, countedBy string) (Row, int, error) {
	var row Row
	var before int
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx,
			`select on_hand from stock where sku = $1 and warehouse = $2 for update`, sku, warehouse).Scan(&before)
		if err != nil {
			return err
		}
		rows, err := tx.Query(ctx,
			`update stock set on_hand = $3, changed_at = now() where sku = $1 and warehouse = $2
			 returning sku, warehouse, on_hand, reserved, changed_at`, sku, warehouse, counted)
		if err != nil {
			return err
		}
		if row, err = pgx.CollectExactlyOneRow(rows, scan); err != nil {
			return err
		}
		_, err = tx.Exec(ctx,
			`insert into movements (sku, warehouse, quantity, reason, source) values ($1, $2, $3, 'count', $4)`,
			sku, warehouse, counted-before, countedBy)
		return err
	})
	if err != nil {
		return Row{}, 0, fmt.Errorf("count %s in %s: %w", sku, warehouse, err)
	}
	return row, counted - before, nil
}

// Ship takes units out of the warehouse, once per event.
func (s *Store) Ship(ctx context.Context, eventID, warehouse string, lines []stock.Line) error {
	return s.book(ctx, eventID, warehouse, "shipped", lines, -1)
}

// Return puts units back, once per event.
func (s *Store) Return(ctx context.Context, eventID, warehouse string, lines []stock.Line) error {
	return s.book(ctx, eventID, warehouse, "returned", lines, 1)
}

func (s *Store) book(ctx context.Context, eventID, warehouse, reason string, lines []stock.Line, sign int) error {
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx,
			`insert into handled_events (id) values ($1) on conflict do nothing`, eventID)
		if err != nil || tag.RowsAffected() == 0 {
			return err
		}
		for _, line := range lines {
			_, err := tx.Exec(ctx,
				`update stock set on_hand = on_hand + $3, changed_at = now() where sku = $1 and warehouse = $2`,
				line.SKU, warehouse, sign*line.Quantity)
			if err != nil {
				return err
			}
			_, err = tx.Exec(ctx,
				`insert into movements (sku, warehouse, quantity, reason, source) values ($1, $2, $3, $4, $5)`,
				line.SKU, warehouse, sign*line.Quantity, reason, eventID)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("book event %s: %w", eventID, err)
	}
	return nil
}

// lock reads the stock of all articles for update, in one order, so that two
// baskets with the same articles cannot block each other.
func lock(ctx context.Context, tx pgx.Tx, lines []stock.Line) (stock.Levels, error) {
	skus := make([]string, len(lines))
	for i, line := range lines {
		skus[i] = line.SKU
	}
	rows, err := tx.Query(ctx,
		`select sku, warehouse, on_hand, reserved, changed_at from stock
		 where sku = any($1) order by sku, warehouse for update`, skus)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectRows(rows, scan)
	if err != nil {
		return nil, err
	}
	levels := make(stock.Levels)
	for _, row := range found {
		if levels[row.Warehouse] == nil {
			levels[row.Warehouse] = make(map[string]stock.Level)
		}
		levels[row.Warehouse][row.SKU] = row.Level
	}
	return levels, nil
}

func move(ctx context.Context, tx pgx.Tx, reservation Reservation, line stock.Line) error {
	_, err := tx.Exec(ctx,
		`update stock set reserved = reserved + $3, changed_at = now() where sku = $1 and warehouse = $2`,
		line.SKU, reservation.Warehouse, line.Quantity)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx,
		`insert into reservation_lines (reservation_id, sku, quantity) values ($1, $2, $3)`,
		reservation.ID, line.SKU, line.Quantity)
	return err
}

func scan(row pgx.CollectableRow) (Row, error) {
	var r Row
	err := row.Scan(&r.SKU, &r.Warehouse, &r.OnHand, &r.Reserved, &r.ChangedAt)
	return r, err
}
