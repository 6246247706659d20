module git.acme.example/acme/search-service

go 1.24
