package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"git.acme.example/acme/feature-flag-service/internal/flag"
	"git.acme.example/acme/feature-flag-service/internal/store"
)

type memoryFlags map[string]flag.Flag

func (m memoryFlags) Get(key string) (flag.Flag, bool) {
	found, ok := m[key]
	return found, ok
}

func (m memoryFlags) List() []flag.Flag {
	list := []flag.Flag{}
	for _, item := range m {
		list = append(list, item)
	}
	return list
}

func (m memoryFlags) Put(_ context.Context, changed flag.Flag, expected int, _ string) (flag.Flag, error) {
	if m[changed.Key].Version != expected {
		return flag.Flag{}, store.ErrStale
	}
	changed.Version = expected + 1
	m[changed.Key] = changed
	return changed, nil
}

func (m memoryFlags) History(context.Context, string) ([]store.Change, error) {
	return nil, nil
}

const body = `{"description":"d","owner":"group:default/team-checkout","isEnabled":true,"rules":[]}`

func call(handler *Handler, method, path, content string, header http.Header) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, path, strings.NewReader(content))
	for name, values := range header {
		request.Header[name] = values
	}
	recorder := httptest.NewRecorder()
	handler.Routes().ServeHTTP(recorder, request)
	return recorder
}

func newHandler() *Handler {
	return &Handler{
		Flags:     memoryFlags{},
		Authorize: func(*http.Request) (string, error) { return "user:default/platform-admin", nil },
	}
}

func TestPutRefusesAStaleVersion(t *testing.T) {
	handler := newHandler()
	if got := call(handler, http.MethodPut, "/v1/flags/new-search", body, nil).Code; got != http.StatusOK {
		t.Fatalf("creating answered %d", got)
	}
	if got := call(handler, http.MethodPut, "/v1/flags/new-search", body, nil).Code; got != http.StatusPreconditionFailed {
		t.Errorf("creating it again answered %d", got)
	}
	current := http.Header{"If-Match": {`"1"`}}
	if got := call(handler, http.MethodPut, "/v1/flags/new-search", body, current).Code; got != http.StatusOK {
		t.Errorf("changing it answered %d", got)
	}
}

func TestPutNeedsTheScope(t *testing.T) {
	handler := newHandler()
	handler.Authorize = func(*http.Request) (string, error) { return "", errors.New("no scope") }
	if got := call(handler, http.MethodPut, "/v1/flags/new-search", body, nil).Code; got != http.StatusForbidden {
		t.Errorf("got %d", got)
	}
}

func TestUnknownFlagIsOff(t *testing.T) {
	answer := call(newHandler(), http.MethodPost, "/v1/flags/nothing/evaluate", `{"subject":"usr_1"}`, nil)
	want := `{"key":"nothing","value":false,"reason":"unknown-flag"}`
	if answer.Code != http.StatusOK || strings.TrimSpace(answer.Body.String()) != want {
		t.Errorf("got %d %s", answer.Code, answer.Body)
	}
}

func TestRulesetIsSentOnce(t *testing.T) {
	handler := newHandler()
	call(handler, http.MethodPut, "/v1/flags/new-search", body, nil)
	first := call(handler, http.MethodGet, "/v1/ruleset", "", nil)
	known := http.Header{"If-None-Match": {first.Header().Get("ETag")}}
	if got := call(handler, http.MethodGet, "/v1/ruleset", "", known).Code; got != http.StatusNotModified {
		t.Errorf("got %d", got)
	}
}
