// Package token issues the short-lived tokens that services behind the gateway trust.
package token

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// ErrInvalid is all that a caller learns about a token it should not trust.
var ErrInvalid = errors.New("token is invalid")

// Claims are the claims of a token: of a customer, or of a service, which has scopes.
type Claims struct {
	Issuer   string `json:"iss"`
	Subject  string `json:"sub"`
	Audience string `json:"aud"`
	IssuedAt int64  `json:"iat"`
	Expires  int64  `json:"exp"`
	Scope    string `json:"scope,omitempty"`
}

// Issuer signs tokens with Ed25519.
type Issuer struct {
	name string
	key  ed25519.PrivateKey
	ttl  time.Duration
	now  func() time.Time
}

// NewIssuer takes the 32-byte seed of the signing key.
func NewIssuer(name string, seed []byte, ttl time.Duration) (*Issuer, error) {
	if len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("signing key has %d bytes, want %d", len(seed), ed25519.SeedSize)
	}
	return &Issuer{name: name, key: ed25519.NewKeyFromSeed(seed), ttl: ttl, now: time.Now}, nil
}

// Issue returns a token for one subject and one audience. Customers have no scopes.
func (i *Issuer) Issue(subject, audience string, scopes ...string) (string, error) {
	now := i.now()
	claims, err := json.Marshal(Claims{
		Issuer:   i.name,
		Subject:  subject,
		Audience: audience,
		IssuedAt: now.Unix(),
		Expires:  now.Add(i.ttl).Unix(),
		Scope:    strings.Join(scopes, " "),
	})
	if err != nil {
		return "", fmt.Errorf("encode claims: %w", err)
	}
	payload := encode([]byte(`{"alg":"EdDSA","typ":"JWT"}`)) + "." + encode(claims)
	return payload + "." + encode(ed25519.Sign(i.key, []byte(payload))), nil
}

// Verify checks signature, issuer, audience and time.
func (i *Issuer) Verify(raw, audience string) (Claims, error) {
	end := strings.LastIndexByte(raw, '.')
	if end < 0 {
		return Claims{}, ErrInvalid
	}
	signature, err := base64.RawURLEncoding.DecodeString(raw[end+1:])
	if err != nil || !ed25519.Verify(i.publicKey(), []byte(raw[:end]), signature) {
		return Claims{}, ErrInvalid
	}
	_, body, found := strings.Cut(raw[:end], ".")
	if !found {
		return Claims{}, ErrInvalid
	}
	decoded, err := base64.RawURLEncoding.DecodeString(body)
	if err != nil {
		return Claims{}, ErrInvalid
	}
	var claims Claims
	if err := json.Unmarshal(decoded, &claims); err != nil {
		return Claims{}, ErrInvalid
	}
	if claims.Issuer != i.name || claims.Audience != audience || i.now().Unix() >= claims.Expires {
		return Claims{}, ErrInvalid
	}
	return claims, nil
}

// KeySet is the JSON Web Key Set that services fetch to verify tokens.
func (i *Issuer) KeySet() map[string]any {
	return map[string]any{"keys": []map[string]string{{
		"kty": "OKP",
		"crv": "Ed25519",
		"use": "sig",
		"alg": "EdDSA",
		"x":   encode(i.publicKey()),
	}}}
}

func (i *Issuer) publicKey() ed25519.PublicKey {
	return i.key.Public().(ed25519.PublicKey)
}

func encode(data []byte) string {
	return base64.RawURLEncoding.EncodeToString(data)
}
