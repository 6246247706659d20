// Package server answers the inventory API.
package server

import (
	"context"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"

	inventoryv1 "git.acme.example/acme/apis/gen/go/inventory/v1"
	"git.acme.example/acme/inventory-service/internal/stock"
	"git.acme.example/acme/inventory-service/internal/store"
)

const (
	maxSKUs       = 200
	defaultHold   = 20 * time.Minute
	maxHold       = 24 * time.Hour
	watchInterval = time.Second
)

var names = map[inventoryv1.Warehouse]string{
	inventoryv1.Warehouse_WAREHOUSE_VENLO:  "VENLO",
	inventoryv1.Warehouse_WAREHOUSE_POZNAN: "POZNAN",
}

// Server implements InventoryService.
type Server struct {
	inventoryv1.UnimplementedInventoryServiceServer
	store *store.Store
}

// New returns a server on a store.
func New(store *store.Store) *Server {
	return &Server{store: store}
}

// GetStock reads articles.
func (s *Server) GetStock(ctx context.Context, request *inventoryv1.GetStockRequest) (*inventoryv1.GetStockResponse, error) {
	if len(request.GetSkus()) == 0 || len(request.GetSkus()) > maxSKUs {
		return nil, status.Errorf(codes.InvalidArgument, "1 to %d articles at once", maxSKUs)
	}
	rows, err := s.store.Stock(ctx, request.GetSkus(), names[request.GetWarehouse()])
	if err != nil {
		return nil, status.Error(codes.Internal, "the stock could not be read")
	}
	response := &inventoryv1.GetStockResponse{}
	for _, row := range rows {
		response.Stocks = append(response.Stocks, toWire(row))
	}
	return response, nil
}

// Reserve holds stock for a checkout.
func (s *Server) Reserve(ctx context.Context, request *inventoryv1.ReserveRequest) (*inventoryv1.ReserveResponse, error) {
	if request.GetReference() == "" || len(request.GetLines()) == 0 {
		return nil, status.Error(codes.InvalidArgument, "reference and lines are required")
	}
	hold := defaultHold
	if request.GetHold() != nil {
		hold = request.GetHold().AsDuration()
	}
	if hold <= 0 || hold > maxHold {
		return nil, status.Errorf(codes.InvalidArgument, "hold must be between 0 and %s", maxHold)
	}
	lines := make([]stock.Line, 0, len(request.GetLines()))
	for _, line := range request.GetLines() {
		if line.GetQuantity() < 1 {
			return nil, status.Errorf(codes.InvalidArgument, "quantity of %q must be positive", line.GetSku())
		}
		lines = append(lines, stock.Line{SKU: line.GetSku(), Quantity: int(line.GetQuantity())})
	}

	reservation, err := s.store.Reserve(ctx, request.GetReference(), lines, hold)
	if err != nil {
		return nil, status.Error(codes.Internal, "the stock could not be reserved")
	}
	response := &inventoryv1.ReserveResponse{
		ReservationId: reservation.ID,
		Warehouse:     warehouse(reservation.Warehouse),
	}
	if reservation.ID != "" {
		response.ExpiresAt = timestamppb.New(reservation.ExpiresAt)
	}
	for _, missing := range reservation.Missing {
		response.Missing = append(response.Missing, &inventoryv1.ReserveResponse_Missing{
			Sku: missing.SKU, Available: int32(missing.Available),
		})
	}
	return response, nil
}

// Release gives a reservation back.
func (s *Server) Release(ctx context.Context, request *inventoryv1.ReleaseRequest) (*inventoryv1.ReleaseResponse, error) {
	if err := s.store.Release(ctx, request.GetReservationId()); err != nil {
		return nil, status.Error(codes.Internal, "the reservation could not be released")
	}
	return &inventoryv1.ReleaseResponse{}, nil
}

// Count books the result of a stock count.
func (s *Server) Count(ctx context.Context, request *inventoryv1.CountRequest) (*inventoryv1.CountResponse, error) {
	name, known := names[request.GetWarehouse()]
	if !known || request.GetCounted() < 0 {
		return nil, status.Error(codes.InvalidArgument, "a warehouse and a count of at least zero are required")
	}
	row, difference, err := s.store.Count(ctx, request.GetSku(), name, int(request.GetCounted()), request.GetCountedBy())
	if err != nil {
		return nil, status.Error(codes.Internal, "the count could not be booked")
	}
	return &inventoryv1.CountResponse{Stock: toWire(row), Difference: int32(difference)}, nil
}

// WatchStock polls the few articles that a console shows: cheaper than a
// listener for every row that changes.
func (s *Server) WatchStock(request *inventoryv1.WatchStockRequest, stream inventoryv1.InventoryService_WatchStockServer) error {
	sent := make(map[string]time.Time)
	ticker := time.NewTicker(watchInterval)
	defer ticker.Stop()
	for {
		rows, err := s.store.Stock(stream.Context(), request.GetSkus(), names[request.GetWarehouse()])
		if err != nil {
			return status.Error(codes.Unavailable, "the stock could not be read")
		}
		for _, row := range rows {
			key := row.SKU + "/" + row.Warehouse
			if row.ChangedAt.After(sent[key]) {
				if err := stream.Send(toWire(row)); err != nil {
					return err
				}
				sent[key] = row.ChangedAt
			}
		}
		select {
		case <-stream.Context().Done():
			return nil
		case <-ticker.C:
		}
	}
}

func toWire(row store.Row) *inventoryv1.Stock {
	return &inventoryv1.Stock{
		Sku:       row.SKU,
		Warehouse: warehouse(row.Warehouse),
		OnHand:    int32(row.OnHand),
		Reserved:  int32(row.Reserved),
		ChangedAt: timestamppb.New(row.ChangedAt),
	}
}

func warehouse(name string) inventoryv1.Warehouse {
	for value, known := range names {
		if known == name {
			return value
		}
	}
	return inventoryv1.Warehouse_WAREHOUSE_UNSPECIFIED
}
