package output

import "errors"

// InTwoRenames makes a folder behave as on a system without exchange.
func InTwoRenames(f *Folder) {
	f.exchange = func(a, b string) error { return errors.ErrUnsupported }
}
