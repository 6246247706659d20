module git.acme.example/acme/inventory-service

go 1.24

require (
	git.acme.example/acme/apis v1.42.0
	github.com/jackc/pgx/v5 v5.7.5
	github.com/prometheus/client_golang v1.22.0
	github.com/segmentio/kafka-go v0.4.48
	google.golang.org/grpc v1.73.0
	google.golang.org/protobuf v1.36.6
)
