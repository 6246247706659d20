// Package campaigns keeps the running campaigns in memory.
package campaigns

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sort"
	"sync/atomic"
	"time"

	"git.acme.example/acme/pricing-service/internal/pricing"
)

// Book holds the campaigns of a folder with one JSON file each.
type Book struct {
	folder  string
	current atomic.Pointer[[]pricing.Campaign]
}

// Open reads the folder once and fails when a file is wrong.
func Open(folder string) (*Book, error) {
	book := &Book{folder: folder}
	return book, book.reload()
}

// Current returns the campaigns, sorted by id: the order that they apply in.
func (b *Book) Current() []pricing.Campaign {
	return *b.current.Load()
}

// Watch reloads until the context ends. A broken file keeps the last good state.
func (b *Book) Watch(ctx context.Context, every time.Duration, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := b.reload(); err != nil {
				log.Error("campaigns could not be reloaded", "error", err)
			}
		}
	}
}

func (b *Book) reload() error {
	paths, err := filepath.Glob(filepath.Join(b.folder, "*.json"))
	if err != nil {
		return err
	}
	campaigns := make([]pricing.Campaign, 0, len(paths))
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read campaign: %w", err)
		}
		var campaign pricing.Campaign
		if err := json.Unmarshal(content, &campaign); err != nil {
			return fmt.Errorf("read campaign %s: %w", filepath.Base(path), err)
		}
		if (campaign.PercentOff > 0) == (campaign.AmountOff > 0) {
			return fmt.Errorf("campaign %s: exactly one of percentOff and amountOffMinor is needed", campaign.ID)
		}
		campaigns = append(campaigns, campaign)
	}
	sort.Slice(campaigns, func(i, j int) bool { return campaigns[i].ID < campaigns[j].ID })
	b.current.Store(&campaigns)
	return nil
}
