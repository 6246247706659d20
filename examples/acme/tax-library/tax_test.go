package tax

import (
	"errors"
	"reflect"
	"testing"
	"time"
)

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 15, 0, 0, 0, time.UTC)
}

func TestRate(t *testing.T) {
	tests := []struct {
		country  string
		category Category
		on       time.Time
		want     BasisPoints
	}{
		{"NL", Standard, day(2026, time.March, 1), 2100},
		{"NL", Reduced, day(2018, time.December, 31), 600},
		{"NL", Reduced, day(2019, time.January, 1), 900},
		{"DE", Standard, day(2020, time.June, 30), 1900},
		{"DE", Standard, day(2020, time.July, 1), 1600},
		{"DE", Standard, day(2021, time.January, 1), 1900},
		{"GB", Books, day(2026, time.March, 1), 0},
	}
	for _, test := range tests {
		got, err := Rate(test.country, test.category, test.on)
		if err != nil || got != test.want {
			t.Errorf("%s %s on %s: got %d, %v, want %d", test.country, test.category, test.on.Format(time.DateOnly), got, err, test.want)
		}
	}
}

func TestRateNamesWhatIsMissing(t *testing.T) {
	_, err := Rate("US", Standard, day(2026, time.March, 1))
	var unknown *UnknownRateError
	if !errors.As(err, &unknown) || unknown.Country != "US" {
		t.Fatalf("got %v", err)
	}
}

func TestEveryCountryHasEveryCategory(t *testing.T) {
	for country := range rates {
		for _, category := range []Category{Standard, Reduced, Books} {
			if _, err := Rate(country, category, day(2026, time.January, 1)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestIncluded(t *testing.T) {
	tests := []struct {
		gross    int64
		rate     BasisPoints
		rounding Rounding
		want     int64
	}{
		{12100, 2100, HalfUp, 2100},
		{4999, 2100, HalfUp, 868},
		{4999, 2100, Down, 867},
		{900, 900, HalfUp, 74},
		{-4999, 2100, HalfUp, -868},
		{1000, 0, HalfUp, 0},
	}
	for _, test := range tests {
		if got := Included(test.gross, test.rate, test.rounding); got != test.want {
			t.Errorf("Included(%d, %d): got %d, want %d", test.gross, test.rate, got, test.want)
		}
	}
}

func TestSplitKeepsTheTotal(t *testing.T) {
	tests := []struct {
		total   int64
		weights []int64
		want    []int64
	}{
		{100, []int64{1, 1, 1}, []int64{34, 33, 33}},
		{1000, []int64{4999, 1999}, []int64{714, 286}},
		{0, []int64{1, 2}, []int64{0, 0}},
		{500, []int64{0, 0}, []int64{0, 0}},
	}
	for _, test := range tests {
		if got := Split(test.total, test.weights); !reflect.DeepEqual(got, test.want) {
			t.Errorf("Split(%d, %v): got %v, want %v", test.total, test.weights, got, test.want)
		}
	}
}
