module git.acme.example/acme/pricing-service

go 1.24

require git.acme.example/acme/tax-library v1.8.0
