package decp

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/france/filter"
)

// padding are the zeros before a number.
var padding = regexp.MustCompile(`\b0+([0-9])|([^0-9])0+([0-9])`)

// twins finds the markets that were published twice. One whose number differs by its
// zeros alone is the same market, and is counted once; one whose number is another
// may be another lot, and only bears a flag. The markets are sorted by UID.
func twins(markets []Market) {
	same, like := map[string][]int{}, map[string][]int{}
	for i, m := range markets {
		if m.Group != "" || m.Object == "" || m.Notified.IsZero() || len(m.Buyer) < 9 || len(m.Holders) == 0 {
			continue
		}
		all := m.likeness()
		number := padding.ReplaceAllString(strings.TrimPrefix(m.UID, m.Buyer), "$2$1$3")
		same[all+"|"+number] = append(same[all+"|"+number], i)
		if len(same[all+"|"+number]) == 1 {
			like[all] = append(like[all], i)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(same)) {
		of := same[k]
		if len(of) < 2 {
			continue
		}
		sum := sha256.Sum256([]byte(k))
		for n, i := range of {
			markets[i].Group, markets[i].Declarations = hex.EncodeToString(sum[:6]), len(of)
			markets[i].Counted = n == 0
		}
	}
	for _, all := range slices.Sorted(maps.Keys(like)) {
		for _, i := range like[all] {
			if len(like[all]) > 1 {
				markets[i].Flags |= alike
			}
		}
	}
}

// likeness is all that a market says, but for its number and who published it.
func (m Market) likeness() string {
	var holders []string
	for _, h := range m.Holders {
		holders = append(holders, h.SIREN+" "+h.Name)
	}
	return strings.Join([]string{m.Buyer[:9], filter.Words(m.Object), m.Amount.Value.String(),
		fmt.Sprint(m.Amount.Given, m.Amount.Sound), m.CPV, m.Months,
		m.Notified.String(), m.Nature, m.Framework, strings.Join(holders, ",")}, "|")
}
