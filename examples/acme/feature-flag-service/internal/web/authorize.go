package web

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

var errUnauthorized = errors.New("token is missing or not valid")

// AuthorizeByToken accepts tokens of the issuer that carry the scope.
func AuthorizeByToken(issuer, scope string) Authorize {
	return func(r *http.Request) (string, error) {
		raw, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		parts := strings.Split(raw, ".")
		if !found || len(parts) != 3 {
			return "", errUnauthorized
		}
		signature, err := base64.RawURLEncoding.DecodeString(parts[2])
		if err != nil {
			return "", errUnauthorized
		}
		keys, err := fetchKeys(r, issuer)
		if err != nil {
			return "", err
		}
		signed := []byte(parts[0] + "." + parts[1])
		isGenuine := slices.ContainsFunc(keys, func(key ed25519.PublicKey) bool {
			return ed25519.Verify(key, signed, signature)
		})
		body, err := base64.RawURLEncoding.DecodeString(parts[1])
		if err != nil || !isGenuine {
			return "", errUnauthorized
		}
		var claims struct {
			Subject  string `json:"sub"`
			Audience string `json:"aud"`
			Expires  int64  `json:"exp"`
			Scope    string `json:"scope"`
		}
		if err := json.Unmarshal(body, &claims); err != nil {
			return "", errUnauthorized
		}
		mayWrite := slices.Contains(strings.Fields(claims.Scope), scope)
		if claims.Audience != "feature-flag-service" || time.Now().Unix() >= claims.Expires || !mayWrite {
			return "", errUnauthorized
		}
		return claims.Subject, nil
	}
}

// fetchKeys asks each time: flags change a few times a day.
func fetchKeys(r *http.Request, issuer string) ([]ed25519.PublicKey, error) {
	request, err := http.NewRequestWithContext(r.Context(), http.MethodGet, issuer+"/.well-known/jwks.json", nil)
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, fmt.Errorf("fetch keys: %w", err)
	}
	defer response.Body.Close()
	var set struct {
		Keys []struct {
			X string `json:"x"`
		} `json:"keys"`
	}
	if err := json.NewDecoder(response.Body).Decode(&set); err != nil {
		return nil, fmt.Errorf("decode keys: %w", err)
	}
	keys := make([]ed25519.PublicKey, 0, len(set.Keys))
	for _, key := range set.Keys {
		raw, err := base64.RawURLEncoding.DecodeString(key.X)
		if err == nil && len(raw) == ed25519.PublicKeySize {
			keys = append(keys, raw)
		}
	}
	return keys, nil
}
