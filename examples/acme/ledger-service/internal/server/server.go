// Package server answers the ledger API.
package server

import (
	"context"
	"errors"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"

	ledgerv1 "git.acme.example/acme/apis/gen/go/ledger/v1"
	"git.acme.example/acme/ledger-service/internal/ledger"
	"git.acme.example/acme/ledger-service/internal/store"
)

// Server implements LedgerService.
type Server struct {
	ledgerv1.UnimplementedLedgerServiceServer
	store *store.Store
	now   func() time.Time
}

// New returns a server on a store.
func New(store *store.Store) *Server {
	return &Server{store: store, now: time.Now}
}

// PostEntry books an entry.
func (s *Server) PostEntry(ctx context.Context, request *ledgerv1.PostEntryRequest) (*ledgerv1.PostEntryResponse, error) {
	entry := ledger.Entry{
		IdempotencyKey: request.GetIdempotencyKey(),
		OccurredAt:     request.GetOccurredAt().AsTime(),
		Description:    request.GetDescription(),
		Reference:      request.GetReference(),
		Lines:          fromWire(request.GetLines()),
	}
	if err := entry.Validate(); err != nil {
		return nil, status.Error(codes.InvalidArgument, err.Error())
	}

	booked, created, err := s.book(ctx, entry)
	if err != nil {
		return nil, err
	}
	return &ledgerv1.PostEntryResponse{Entry: booked, Created: created}, nil
}

// ReverseEntry books the reverse of an entry.
func (s *Server) ReverseEntry(ctx context.Context, request *ledgerv1.ReverseEntryRequest) (*ledgerv1.ReverseEntryResponse, error) {
	original, err := s.store.Get(ctx, request.GetId())
	if errors.Is(err, store.ErrNotFound) {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	if err != nil {
		return nil, status.Error(codes.Internal, "the entry could not be read")
	}
	booked, created, err := s.book(ctx, original.Reverse(s.now(), request.GetReason()))
	if err != nil {
		return nil, err
	}
	if !created {
		return nil, status.Error(codes.FailedPrecondition, "the entry is reversed already")
	}
	return &ledgerv1.ReverseEntryResponse{Entry: booked}, nil
}

// ExportEntries streams the entries of a period.
func (s *Server) ExportEntries(request *ledgerv1.ExportEntriesRequest, stream ledgerv1.LedgerService_ExportEntriesServer) error {
	from, to := request.GetFrom().AsTime(), request.GetTo().AsTime()
	if !from.Before(to) {
		return status.Error(codes.InvalidArgument, "from must be before to")
	}
	return s.store.Export(stream.Context(), from, to, request.GetReferencePrefix(), func(entry ledger.Entry) error {
		return stream.Send(toWire(entry))
	})
}

func (s *Server) book(ctx context.Context, entry ledger.Entry) (*ledgerv1.Entry, bool, error) {
	id, created, err := s.store.Book(ctx, entry)
	if errors.Is(err, store.ErrPeriodClosed) {
		return nil, false, status.Error(codes.FailedPrecondition, err.Error())
	}
	if err != nil {
		return nil, false, status.Error(codes.Internal, "the entry could not be booked")
	}
	booked, err := s.store.Get(ctx, id)
	if err != nil {
		return nil, false, status.Error(codes.Internal, "the entry could not be read")
	}
	return toWire(booked), created, nil
}

// GetBalance sums up an account.
func (s *Server) GetBalance(ctx context.Context, request *ledgerv1.GetBalanceRequest) (*ledgerv1.GetBalanceResponse, error) {
	if request.GetAccount() == "" || len(request.GetCurrency()) != 3 {
		return nil, status.Error(codes.InvalidArgument, "account and currency are required")
	}
	at := s.now()
	if request.GetAt() != nil {
		at = request.GetAt().AsTime()
	}
	balance, err := s.store.Balance(ctx, request.GetAccount(), request.GetCurrency(), at)
	if err != nil {
		return nil, status.Error(codes.Internal, "the balance could not be read")
	}
	return &ledgerv1.GetBalanceResponse{
		Balance: &ledgerv1.Money{MinorUnits: balance, Currency: request.GetCurrency()},
		At:      timestamppb.New(at),
	}, nil
}

func toWire(entry ledger.Entry) *ledgerv1.Entry {
	lines := make([]*ledgerv1.Line, 0, len(entry.Lines))
	for _, line := range entry.Lines {
		side := ledgerv1.Side_SIDE_DEBIT
		if line.Side == ledger.Credit {
			side = ledgerv1.Side_SIDE_CREDIT
		}
		lines = append(lines, &ledgerv1.Line{
			Account: line.Account,
			Side:    side,
			Amount:  &ledgerv1.Money{MinorUnits: line.AmountMinor, Currency: line.Currency},
		})
	}
	wire := &ledgerv1.Entry{
		Id:          entry.ID,
		OccurredAt:  timestamppb.New(entry.OccurredAt),
		BookedAt:    timestamppb.New(entry.BookedAt),
		Description: entry.Description,
		Reference:   entry.Reference,
		Lines:       lines,
	}
	if entry.ReversesID != "" {
		wire.ReversesId = &entry.ReversesID
	}
	return wire
}

func fromWire(lines []*ledgerv1.Line) []ledger.Line {
	result := make([]ledger.Line, 0, len(lines))
	for _, line := range lines {
		var side ledger.Side
		switch line.GetSide() {
		case ledgerv1.Side_SIDE_DEBIT:
			side = ledger.Debit
		case ledgerv1.Side_SIDE_CREDIT:
			side = ledger.Credit
		}
		result = append(result, ledger.Line{
			Account:     line.GetAccount(),
			Side:        side,
			AmountMinor: line.GetAmount().GetMinorUnits(),
			Currency:    line.GetAmount().GetCurrency(),
		})
	}
	return result
}
