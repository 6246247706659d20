module git.acme.example/acme/tax-library

go 1.24
