// Package tax knows the VAT rates of the countries that Acme sells to, and how
// each of them wants VAT to be rounded.
package tax

import (
	"fmt"
	"time"
)

// Category decides which rate applies to an article.
type Category string

const (
	Standard Category = "standard"
	// Reduced is for plants and seeds; some countries tax them like the rest.
	Reduced Category = "reduced"
	Books   Category = "books"
)

// BasisPoints is a rate in hundredths of a percent: 2100 is 21 %.
type BasisPoints int

// period is a rate with the first day that it holds.
type period struct {
	from time.Time
	rate BasisPoints
}

func since(year int, month time.Month, day int, rate BasisPoints) period {
	return period{from: time.Date(year, month, day, 0, 0, 0, 0, time.UTC), rate: rate}
}

// Rates are listed oldest first. A change is a new line; old lines stay, because
// returns are taxed by the rate of the day that the goods were sold.
var rates = map[string]map[Category][]period{
	"AT": {
		Standard: {since(2016, time.January, 1, 2000)},
		Reduced:  {since(2016, time.January, 1, 1300)},
		Books:    {since(2016, time.January, 1, 1000)},
	},
	"BE": {
		Standard: {since(2000, time.January, 1, 2100)},
		Reduced:  {since(2000, time.January, 1, 600)},
		Books:    {since(2000, time.January, 1, 600)},
	},
	"CZ": {
		Standard: {since(2013, time.January, 1, 2100)},
		Reduced:  {since(2013, time.January, 1, 1500), since(2024, time.January, 1, 1200)},
		Books:    {since(2015, time.January, 1, 1000), since(2024, time.January, 1, 0)},
	},
	"DE": {
		Standard: {
			since(2007, time.January, 1, 1900),
			since(2020, time.July, 1, 1600),
			since(2021, time.January, 1, 1900),
		},
		Reduced: {
			since(2007, time.January, 1, 700),
			since(2020, time.July, 1, 500),
			since(2021, time.January, 1, 700),
		},
		Books: {
			since(2007, time.January, 1, 700),
			since(2020, time.July, 1, 500),
			since(2021, time.January, 1, 700),
		},
	},
	"DK": {
		Standard: {since(1992, time.January, 1, 2500)},
		Reduced:  {since(1992, time.January, 1, 2500)},
		Books:    {since(1992, time.January, 1, 2500)},
	},
	"GB": {
		Standard: {since(2011, time.January, 4, 2000)},
		Reduced:  {since(2011, time.January, 4, 2000)},
		Books:    {since(1994, time.January, 1, 0)},
	},
	"NL": {
		Standard: {since(2012, time.October, 1, 2100)},
		Reduced:  {since(2012, time.October, 1, 600), since(2019, time.January, 1, 900)},
		Books:    {since(2012, time.October, 1, 600), since(2019, time.January, 1, 900)},
	},
	"PL": {
		Standard: {since(2011, time.January, 1, 2300)},
		Reduced:  {since(2011, time.January, 1, 800)},
		Books:    {since(2011, time.January, 1, 500)},
	},
	"SE": {
		Standard: {since(1991, time.January, 1, 2500)},
		Reduced:  {since(1991, time.January, 1, 2500)},
		Books:    {since(2002, time.January, 1, 600)},
	},
}

// UnknownRateError says that the library has no rate for a sale.
type UnknownRateError struct {
	Country  string
	Category Category
	On       time.Time
}

func (e *UnknownRateError) Error() string {
	return fmt.Sprintf("no VAT rate for %q in %q on %s", e.Category, e.Country, e.On.Format(time.DateOnly))
}

// Rate returns the rate of a category in a country on a day.
func Rate(country string, category Category, on time.Time) (BasisPoints, error) {
	day := time.Date(on.Year(), on.Month(), on.Day(), 0, 0, 0, 0, time.UTC)
	periods := rates[country][category]
	for i := len(periods) - 1; i >= 0; i-- {
		if !day.Before(periods[i].from) {
			return periods[i].rate, nil
		}
	}
	return 0, &UnknownRateError{Country: country, Category: category, On: day}
}
