package flag

import (
	"fmt"
	"math"
	"testing"
)

func percentage(value float64) *float64 { return &value }

func newFlag(rules ...Rule) Flag {
	return Flag{
		Key: "one-click-payment", Description: "d", Owner: "group:default/team-checkout",
		IsEnabled: true, Rules: rules,
	}
}

func TestFirstMatchingRuleDecides(t *testing.T) {
	flag := newFlag(
		Rule{Description: "blocked", Subjects: []string{"employee_7"}, Value: false},
		Rule{Description: "employees", SubjectPrefix: "employee_", Value: true},
	)
	cases := map[string]struct {
		value  bool
		reason string
	}{
		"employee_7": {false, "rule"},
		"employee_8": {true, "rule"},
		"usr_1":      {false, "default"},
	}
	for subject, want := range cases {
		got := flag.Evaluate(subject)
		if got.Value != want.value || got.Reason != want.reason {
			t.Errorf("%s: got %v by %s, want %v by %s", subject, got.Value, got.Reason, want.value, want.reason)
		}
	}
}

func TestDisabledFlagGivesItsDefault(t *testing.T) {
	flag := newFlag(Rule{Description: "all", Value: true})
	flag.IsEnabled = false
	if got := flag.Evaluate("usr_1"); got.Value || got.Reason != "disabled" {
		t.Errorf("got %v by %s", got.Value, got.Reason)
	}
}

func TestRaisingThePercentageKeepsWhoHadIt(t *testing.T) {
	ten := newFlag(Rule{Description: "some", Percentage: percentage(10), Value: true})
	thirty := newFlag(Rule{Description: "some", Percentage: percentage(30), Value: true})
	const subjects = 20_000
	count := 0
	for i := range subjects {
		subject := fmt.Sprintf("usr_%d", i)
		if !ten.Evaluate(subject).Value {
			continue
		}
		count++
		if !thirty.Evaluate(subject).Value {
			t.Fatalf("%s lost the feature", subject)
		}
	}
	if share := 100 * float64(count) / subjects; math.Abs(share-10) > 1 {
		t.Errorf("%.1f %% have the feature, want about 10 %%", share)
	}
}

func TestCheck(t *testing.T) {
	good := newFlag(Rule{Description: "some", Percentage: percentage(100), Value: true})
	if err := good.Check(); err != nil {
		t.Errorf("got %v for a good flag", err)
	}
	bad := map[string]func(*Flag){
		"key":        func(f *Flag) { f.Key = "One Click" },
		"owner":      func(f *Flag) { f.Owner = "mina" },
		"percentage": func(f *Flag) { f.Rules[0].Percentage = percentage(101) },
	}
	for name, change := range bad {
		t.Run(name, func(t *testing.T) {
			flag := newFlag(Rule{Description: "some", Value: true})
			change(&flag)
			if flag.Check() == nil {
				t.Error("want an error")
			}
		})
	}
}
