package stock

import (
	"reflect"
	"testing"
)

func TestAllocate(t *testing.T) {
	levels := Levels{
		"VENLO": {
			"DRL-18V-2":  {OnHand: 10, Reserved: 9},
			"SEED-TOM-1": {OnHand: 500},
			"HOSE-25M":   {OnHand: 2, Reserved: 4},
		},
		"POZNAN": {
			"DRL-18V-2":  {OnHand: 40, Reserved: 2},
			"SEED-TOM-1": {OnHand: 0},
		},
	}
	preference := []string{"VENLO", "POZNAN"}

	tests := []struct {
		name    string
		lines   []Line
		want    string
		missing []Missing
	}{
		{
			name:  "first choice when it has everything",
			lines: []Line{{"DRL-18V-2", 1}, {"SEED-TOM-1", 3}},
			want:  "VENLO",
		},
		{
			name:  "second choice rather than two parcels",
			lines: []Line{{"DRL-18V-2", 2}},
			want:  "POZNAN",
		},
		{
			name:    "the warehouse that lacks least when none has everything",
			lines:   []Line{{"DRL-18V-2", 2}, {"SEED-TOM-1", 3}, {"HOSE-25M", 1}},
			want:    "VENLO",
			missing: []Missing{{"DRL-18V-2", 1}, {"HOSE-25M", 0}},
		},
		{
			name:  "two lines of an article count together",
			lines: []Line{{"DRL-18V-2", 1}, {"DRL-18V-2", 1}},
			want:  "POZNAN",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			warehouse, missing := Allocate(test.lines, levels, preference)
			if warehouse != test.want || !reflect.DeepEqual(missing, test.missing) {
				t.Errorf("got %s %v, want %s %v", warehouse, missing, test.want, test.missing)
			}
		})
	}
}
