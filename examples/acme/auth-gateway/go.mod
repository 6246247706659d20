module git.acme.example/acme/auth-gateway

go 1.24
