// Package sirene checks the numbers of the French register of companies and
// bodies (INSEE): the SIREN of nine digits, which names a body, and the SIRET of
// fourteen, which names one of its places.
package sirene

// laPoste is the SIREN of La Poste, whose SIRETs outgrew the usual key: the sum
// of their digits is a multiple of five instead.
const laPoste = "356000000"

// ValidSIREN says that a number has nine digits and a right key (Luhn).
func ValidSIREN(s string) bool { return isDigits(s, 9) && luhn(s) }

// ValidSIRET says that a number has fourteen digits and a right key.
func ValidSIRET(s string) bool {
	if !isDigits(s, 14) {
		return false
	}
	return luhn(s) || s[:9] == laPoste && sum(s)%5 == 0
}

func isDigits(s string, n int) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(s) == n
}

func luhn(s string) bool {
	total := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
			if d > 9 {
				d -= 9
			}
		}
		total += d
	}
	return total%10 == 0
}

func sum(s string) int {
	total := 0
	for _, c := range []byte(s) {
		total += int(c - '0')
	}
	return total
}
