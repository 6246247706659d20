module git.acme.example/acme/event-collector

go 1.24
