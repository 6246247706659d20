// Package flag decides what a feature flag is for a subject.
package flag

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Rule gives a value to the subjects that match all its conditions.
type Rule struct {
	Description   string   `json:"description"`
	Subjects      []string `json:"subjects,omitempty"`
	SubjectPrefix string   `json:"subjectPrefix,omitempty"`
	Percentage    *float64 `json:"percentage,omitempty"`
	Value         bool     `json:"value"`
}

// Flag is a switch with rules, tried from the top.
type Flag struct {
	Key          string    `json:"key"`
	Description  string    `json:"description"`
	Owner        string    `json:"owner"`
	IsEnabled    bool      `json:"isEnabled"`
	DefaultValue bool      `json:"defaultValue"`
	Rules        []Rule    `json:"rules"`
	Version      int       `json:"version"`
	UpdatedAt    time.Time `json:"updatedAt"`
}

// Evaluation is a value and the reason for it.
type Evaluation struct {
	Key    string `json:"key"`
	Value  bool   `json:"value"`
	Reason string `json:"reason"`
	Rule   *int   `json:"rule,omitempty"`
}

const (
	buckets  = 10_000
	maxRules = 20
)

var (
	keyPattern   = regexp.MustCompile(`^[a-z][a-z0-9-]{2,62}$`)
	ownerPattern = regexp.MustCompile(`^group:[a-z0-9-]+/[a-z0-9-]+$`)
)

// Evaluate decides for one subject, always in the same way.
func (f Flag) Evaluate(subject string) Evaluation {
	if !f.IsEnabled {
		return Evaluation{Key: f.Key, Value: f.DefaultValue, Reason: "disabled"}
	}
	for i, rule := range f.Rules {
		if rule.matches(f.Key, subject) {
			return Evaluation{Key: f.Key, Value: rule.Value, Reason: "rule", Rule: &i}
		}
	}
	return Evaluation{Key: f.Key, Value: f.DefaultValue, Reason: "default"}
}

// Check tells the first thing that is wrong with a flag.
func (f Flag) Check() error {
	switch {
	case !keyPattern.MatchString(f.Key):
		return fmt.Errorf("key '%s' must be lower case with dashes", f.Key)
	case f.Description == "":
		return errors.New("description is missing")
	case !ownerPattern.MatchString(f.Owner):
		return fmt.Errorf("owner '%s' is not the ref of a group", f.Owner)
	case len(f.Rules) > maxRules:
		return fmt.Errorf("%d rules are more than %d", len(f.Rules), maxRules)
	}
	for i, rule := range f.Rules {
		if rule.Description == "" {
			return fmt.Errorf("rule %d: description is missing", i)
		}
		if rule.Percentage != nil && (*rule.Percentage < 0 || *rule.Percentage > 100) {
			return fmt.Errorf("rule %d: percentage must be between 0 and 100", i)
		}
	}
	return nil
}

func (r Rule) matches(key, subject string) bool {
	if len(r.Subjects) > 0 && !slices.Contains(r.Subjects, subject) {
		return false
	}
	if !strings.HasPrefix(subject, r.SubjectPrefix) {
		return false
	}
	return r.Percentage == nil || bucket(key, subject) < int(*r.Percentage*buckets/100)
}

// bucket spreads subjects evenly. The key is part of the hash, or the same
// customers would be the first to get every feature.
func bucket(key, subject string) int {
	sum := sha256.Sum256([]byte(key + "/" + subject))
	return int(binary.BigEndian.Uint64(sum[:8]) % buckets)
}
