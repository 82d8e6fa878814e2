package config

import (
	"slices"
	"strings"
)

// Number is a number under which a register of a country knows the publisher.
type Number struct{ Name, Value string }

// NumberKey is the setting publisher.<name> of such a number; check reports what is wrong
// with one. Spaces that it is written with are left out.
func NumberKey(name, doc string, check func(number string) error) Key {
	return Key{"publisher." + name, doc, "", false, func(c *Config, s string) error {
		s = strings.ReplaceAll(s, " ", "")
		if s == "" {
			return nil
		}
		if err := check(s); err != nil {
			return err
		}
		c.Publisher.Numbers = append(c.Publisher.Numbers, Number{name, s})
		return nil
	}}
}

// With puts settings that a country adds among others: each after the last that stands
// under the same key.
func With(keys []Key, added ...Key) []Key {
	all := slices.Clone(keys)
	for _, k := range added {
		parent := k.Path[:strings.LastIndex(k.Path, ".")+1]
		at := len(all)
		for i, other := range all {
			if strings.HasPrefix(other.Path, parent) {
				at = i + 1
			}
		}
		all = slices.Insert(all, at, k)
	}
	return all
}
