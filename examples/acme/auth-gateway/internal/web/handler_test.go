package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"git.acme.example/acme/auth-gateway/internal/session"
	"git.acme.example/acme/auth-gateway/internal/token"
	"git.acme.example/acme/auth-gateway/internal/users"
)

type memoryCache map[string]string

func (m memoryCache) Set(_ context.Context, key, value string, _ time.Duration) error {
	m[key] = value
	return nil
}

func (m memoryCache) Get(_ context.Context, key string) (string, bool, error) {
	value, found := m[key]
	return value, found, nil
}

func (m memoryCache) Delete(_ context.Context, key string) error {
	delete(m, key)
	return nil
}

type verifierFunc func(email, password string) (string, error)

func (f verifierFunc) Verify(_ context.Context, email, password string) (string, error) {
	return f(email, password)
}

func newHandler(t *testing.T) http.Handler {
	t.Helper()
	issuer, err := token.NewIssuer("https://auth.acme.example", make([]byte, 32), time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	handler := &Handler{
		Sessions:    session.NewStore(memoryCache{}, time.Hour),
		Tokens:      issuer,
		ReturnHosts: []string{"shop.acme.example"},
		SessionTTL:  time.Hour,
		Ready:       func(context.Context) error { return nil },
		Users: verifierFunc(func(_, password string) (string, error) {
			if password != "correct horse battery staple" {
				return "", users.ErrWrongCredentials
			}
			return "usr_01J8Z3K5Q7", nil
		}),
	}
	return handler.Routes()
}

func signIn(handler http.Handler, password, returnTo string) *httptest.ResponseRecorder {
	form := url.Values{"email": {"mina@mail.example"}, "password": {password}, "return_to": {returnTo}}
	request := httptest.NewRequest(http.MethodPost, "/sign-in", strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder
}

func TestSignInAndExchange(t *testing.T) {
	handler := newHandler(t)
	answer := signIn(handler, "correct horse battery staple", "https://shop.acme.example/account")
	if answer.Code != http.StatusSeeOther {
		t.Fatalf("sign-in answered %d", answer.Code)
	}
	cookie := answer.Result().Cookies()[0]
	if !cookie.Secure || !cookie.HttpOnly {
		t.Error("cookie must be secure and hidden from scripts")
	}

	request := httptest.NewRequest(http.MethodPost, "/token?audience=user-service", nil)
	request.AddCookie(cookie)
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	if recorder.Code != http.StatusOK || !strings.Contains(recorder.Body.String(), `"token":"`) {
		t.Errorf("exchange answered %d %s", recorder.Code, recorder.Body)
	}
}

func TestSignInRefuses(t *testing.T) {
	cases := map[string]struct {
		password, returnTo string
		status             int
	}{
		"a wrong password": {"guess", "https://shop.acme.example/", http.StatusUnauthorized},
		"a foreign host":   {"guess", "https://evil.example/", http.StatusBadRequest},
		"plain http":       {"guess", "http://shop.acme.example/", http.StatusBadRequest},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if answer := signIn(newHandler(t), c.password, c.returnTo); answer.Code != c.status {
				t.Errorf("got %d, want %d", answer.Code, c.status)
			}
		})
	}
}
