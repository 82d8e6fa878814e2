package quantity

// Round keeps a number of decimals; a negative one rounds to tens, hundreds
// and so on: Round(20058139.5, -5) is 20100000.
func Round(d Decimal, places int) (Decimal, error) {
	if places >= 0 {
		return d.Round(places), nil
	}
	unit := pow10(-places)
	q, err := d.Quo(unit)
	if err != nil {
		return Decimal{}, err
	}
	return q.Round(0).Mul(unit)
}
