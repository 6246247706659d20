package tax

// Rounding says how a country rounds VAT to the minor unit.
type Rounding int

const (
	// HalfUp is the rule in most countries.
	HalfUp Rounding = iota
	// Down is allowed to retailers in Great Britain.
	Down
)

// RoundingOf returns the rule of a country.
func RoundingOf(country string) Rounding {
	if country == "GB" {
		return Down
	}
	return HalfUp
}

// Included returns the VAT that a gross amount contains, in minor units. The VAT
// of a refund mirrors the VAT of the sale.
func Included(grossMinor int64, rate BasisPoints, rounding Rounding) int64 {
	if grossMinor < 0 {
		return -Included(-grossMinor, rate, rounding)
	}
	numerator := grossMinor * int64(rate)
	divisor := int64(10_000 + rate)
	if rounding == HalfUp {
		// Doubling both sides keeps the half exact in integers.
		return (2*numerator + divisor) / (2 * divisor)
	}
	return numerator / divisor
}

// Split divides a total over lines by weight, so that the parts sum up to the
// total. The largest remainders get the units that are left.
func Split(totalMinor int64, weights []int64) []int64 {
	var sum int64
	for _, weight := range weights {
		sum += weight
	}
	parts := make([]int64, len(weights))
	if sum == 0 {
		return parts
	}

	remainders := make([]int64, len(weights))
	left := totalMinor
	for i, weight := range weights {
		parts[i] = totalMinor * weight / sum
		remainders[i] = totalMinor * weight % sum
		left -= parts[i]
	}
	for ; left > 0; left-- {
		largest := 0
		for i := range remainders {
			if remainders[i] > remainders[largest] {
				largest = i
			}
		}
		parts[largest]++
		remainders[largest] = -1
	}
	return parts
}
