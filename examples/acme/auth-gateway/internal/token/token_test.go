package token

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func newIssuer(t *testing.T) *Issuer {
	t.Helper()
	issuer, err := NewIssuer("https://auth.acme.example", make([]byte, 32), 5*time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	issuer.now = func() time.Time { return time.Date(2025, 11, 3, 9, 0, 0, 0, time.UTC) }
	return issuer
}

func TestVerifyAcceptsItsOwnToken(t *testing.T) {
	issuer := newIssuer(t)
	raw, err := issuer.Issue("usr_01J8Z3K5Q7", "cart-service")
	if err != nil {
		t.Fatal(err)
	}
	claims, err := issuer.Verify(raw, "cart-service")
	if err != nil {
		t.Fatal(err)
	}
	if claims.Subject != "usr_01J8Z3K5Q7" {
		t.Errorf("subject is %q", claims.Subject)
	}
	if got := claims.Expires - claims.IssuedAt; got != 300 {
		t.Errorf("token lives %d s, want 300", got)
	}
}

func TestVerifyRefuses(t *testing.T) {
	issuer := newIssuer(t)
	raw, err := issuer.Issue("usr_01J8Z3K5Q7", "cart-service")
	if err != nil {
		t.Fatal(err)
	}
	header, rest, _ := strings.Cut(raw, ".")
	later := *issuer
	later.now = func() time.Time { return issuer.now().Add(5 * time.Minute) }

	cases := map[string]struct {
		issuer   *Issuer
		raw      string
		audience string
	}{
		"another audience": {issuer, raw, "payment-service"},
		"expired":          {&later, raw, "cart-service"},
		"changed claims":   {issuer, header + ".e30." + rest, "cart-service"},
		"no token":         {issuer, "", "cart-service"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if _, err := c.issuer.Verify(c.raw, c.audience); !errors.Is(err, ErrInvalid) {
				t.Errorf("got %v, want %v", err, ErrInvalid)
			}
		})
	}
}
