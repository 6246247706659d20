// Package web is the HTTP surface of the gateway.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"time"

	"git.acme.example/acme/auth-gateway/internal/session"
	"git.acme.example/acme/auth-gateway/internal/token"
	"git.acme.example/acme/auth-gateway/internal/users"
)

const cookieName = "__Host-session"

// Verifier checks credentials; the User API in production.
type Verifier interface {
	Verify(ctx context.Context, email, password string) (string, error)
}

// Handler serves sign-in, sign-out and the exchange of a session for a token.
type Handler struct {
	Sessions    *session.Store
	Users       Verifier
	Tokens      *token.Issuer
	ReturnHosts []string
	SessionTTL  time.Duration
	Ready       func(context.Context) error
}

// Routes returns the mux of the gateway.
func (h *Handler) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /sign-in", h.signIn)
	mux.HandleFunc("POST /sign-out", h.signOut)
	mux.HandleFunc("POST /token", h.exchange)
	mux.HandleFunc("GET /.well-known/jwks.json", h.keySet)
	mux.HandleFunc("GET /health/live", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /health/ready", h.ready)
	return mux
}

func (h *Handler) signIn(w http.ResponseWriter, r *http.Request) {
	returnTo := r.FormValue("return_to")
	if !h.mayReturnTo(returnTo) {
		problem(w, http.StatusBadRequest, "return_to must be an address of ours")
		return
	}
	userID, err := h.Users.Verify(r.Context(), r.FormValue("email"), r.FormValue("password"))
	switch {
	case errors.Is(err, users.ErrWrongCredentials):
		problem(w, http.StatusUnauthorized, "E-mail or password is wrong")
		return
	case errors.Is(err, users.ErrTooManyAttempts):
		w.Header().Set("Retry-After", "900")
		problem(w, http.StatusTooManyRequests, "Too many attempts, try again in 15 minutes")
		return
	case err != nil:
		slog.ErrorContext(r.Context(), "Sign-in failed", "error", err)
		problem(w, http.StatusServiceUnavailable, "Signing in does not work at the moment")
		return
	}
	id, err := h.Sessions.Create(r.Context(), session.Session{
		UserID: userID, Device: r.UserAgent(), CreatedAt: time.Now().UTC(),
	})
	if err != nil {
		slog.ErrorContext(r.Context(), "Session was not stored", "error", err)
		problem(w, http.StatusServiceUnavailable, "Signing in does not work at the moment")
		return
	}
	setCookie(w, id, int(h.SessionTTL.Seconds()))
	http.Redirect(w, r, returnTo, http.StatusSeeOther)
}

func (h *Handler) signOut(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(cookieName); err == nil {
		if err := h.Sessions.Delete(r.Context(), cookie.Value); err != nil {
			slog.ErrorContext(r.Context(), "Session was not deleted", "error", err)
			problem(w, http.StatusServiceUnavailable, "Signing out does not work at the moment")
			return
		}
	}
	setCookie(w, "", -1)
	w.WriteHeader(http.StatusNoContent)
}

func (h *Handler) exchange(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie(cookieName)
	if err != nil {
		problem(w, http.StatusUnauthorized, "Not signed in")
		return
	}
	current, err := h.Sessions.Get(r.Context(), cookie.Value)
	if errors.Is(err, session.ErrNotFound) {
		problem(w, http.StatusUnauthorized, "The session has ended")
		return
	}
	if err != nil {
		slog.ErrorContext(r.Context(), "Session was not read", "error", err)
		problem(w, http.StatusServiceUnavailable, "Sessions are not available at the moment")
		return
	}
	raw, err := h.Tokens.Issue(current.UserID, r.URL.Query().Get("audience"))
	if err != nil {
		slog.ErrorContext(r.Context(), "Token was not issued", "error", err)
		problem(w, http.StatusInternalServerError, "No token could be issued")
		return
	}
	writeJSON(w, http.StatusOK, "application/json", map[string]string{"token": raw})
}

func (h *Handler) keySet(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "public, max-age=300")
	writeJSON(w, http.StatusOK, "application/json", h.Tokens.KeySet())
}

func (h *Handler) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if err := h.Ready(ctx); err != nil {
		problem(w, http.StatusServiceUnavailable, "Sessions cache does not answer")
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// mayReturnTo keeps the gateway from being an open redirect.
func (h *Handler) mayReturnTo(raw string) bool {
	target, err := url.Parse(raw)
	return err == nil && target.Scheme == "https" && slices.Contains(h.ReturnHosts, target.Host)
}

func setCookie(w http.ResponseWriter, value string, maxAge int) {
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: value, Path: "/", MaxAge: maxAge,
		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

func problem(w http.ResponseWriter, status int, detail string) {
	writeJSON(w, status, "application/problem+json", map[string]any{
		"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail,
	})
}

func writeJSON(w http.ResponseWriter, status int, contentType string, body any) {
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		slog.Error("Answer was not written", "error", err)
	}
}
