// Package users calls the User API.
package users

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

var (
	// ErrWrongCredentials means that e-mail and password do not belong together.
	ErrWrongCredentials = errors.New("wrong e-mail or password")
	// ErrTooManyAttempts means that the account is locked for a while.
	ErrTooManyAttempts = errors.New("too many attempts")
)

// Client is a client of the User API.
type Client struct {
	baseURL string
	http    *http.Client
	token   func(context.Context) (string, error)
}

// NewClient takes the address of user-service and a source of service tokens.
func NewClient(baseURL string, token func(context.Context) (string, error)) *Client {
	return &Client{baseURL: baseURL, http: &http.Client{Timeout: 2 * time.Second}, token: token}
}

// Verify returns the id of the account whose e-mail and password these are.
func (c *Client) Verify(ctx context.Context, email, password string) (string, error) {
	body, err := json.Marshal(map[string]string{"email": email, "password": password})
	if err != nil {
		return "", fmt.Errorf("encode credentials: %w", err)
	}
	request, err := http.NewRequestWithContext(
		ctx, http.MethodPost, c.baseURL+"/v1/credentials/verify", bytes.NewReader(body))
	if err != nil {
		return "", fmt.Errorf("make request: %w", err)
	}
	token, err := c.token(ctx)
	if err != nil {
		return "", fmt.Errorf("get service token: %w", err)
	}
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Content-Type", "application/json")

	response, err := c.http.Do(request)
	if err != nil {
		return "", fmt.Errorf("call user-service: %w", err)
	}
	defer response.Body.Close()

	switch response.StatusCode {
	case http.StatusOK:
		var answer struct {
			UserID string `json:"userId"`
		}
		if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
			return "", fmt.Errorf("decode answer of user-service: %w", err)
		}
		return answer.UserID, nil
	case http.StatusUnauthorized:
		return "", ErrWrongCredentials
	case http.StatusTooManyRequests:
		return "", ErrTooManyAttempts
	default:
		return "", fmt.Errorf("user-service answered %s", response.Status)
	}
}
