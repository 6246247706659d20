// Package stock decides which warehouse serves a basket. It has no I/O.
package stock

// Line is an article with the quantity that is wanted.
type Line struct {
	SKU      string
	Quantity int
}

// Missing is an article of which too little is available.
type Missing struct {
	SKU       string
	Available int
}

// Level is the stock of one article in one warehouse.
type Level struct {
	OnHand   int
	Reserved int
}

// Available is what can still be promised, never negative: a stock count can
// find less than is reserved.
func (l Level) Available() int {
	return max(l.OnHand-l.Reserved, 0)
}

// Levels holds stock by warehouse and article.
type Levels map[string]map[string]Level

// Allocate chooses the first warehouse, in the order of preference, that has
// everything: one parcel is cheaper than two. When none has, it returns the
// warehouse that lacks the fewest articles, and what it lacks.
func Allocate(lines []Line, levels Levels, preference []string) (string, []Missing) {
	wanted := sumUp(lines)
	var best string
	var bestMissing []Missing
	for _, warehouse := range preference {
		var missing []Missing
		for _, line := range wanted {
			if available := levels[warehouse][line.SKU].Available(); available < line.Quantity {
				missing = append(missing, Missing{SKU: line.SKU, Available: available})
			}
		}
		if len(missing) == 0 {
			return warehouse, nil
		}
		if best == "" || len(missing) < len(bestMissing) {
			best, bestMissing = warehouse, missing
		}
	}
	return best, bestMissing
}

// sumUp joins lines of the same article, or each of them alone could look
// available.
func sumUp(lines []Line) []Line {
	var result []Line
	position := make(map[string]int)
	for _, line := range lines {
		if i, found := position[line.SKU]; found {
			result[i].Quantity += line.Quantity
			continue
		}
		position[line.SKU] = len(result)
		result = append(result, line)
	}
	return result
}
