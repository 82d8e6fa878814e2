package config

import "github.com/spf13/pflag"

// Flag adds to a command the flag that overrides one key. A value that the key
// would refuse is refused at once, as wrong use.
func Flag(flags *pflag.FlagSet, path, name, placeholder, usage string) {
	for _, k := range Keys(nil) {
		if k.Path == path {
			flags.Var(&flagValue{key: k, placeholder: placeholder}, name, usage)
			return
		}
	}
	panic("config: no key " + path)
}

// flagOf finds the flag of a key among those of a command.
func flagOf(k Key, flags *pflag.FlagSet) *pflag.Flag {
	var found *pflag.Flag
	if flags != nil {
		flags.VisitAll(func(f *pflag.Flag) {
			if v, ours := f.Value.(*flagValue); ours && v.key.Path == k.Path {
				found = f
			}
		})
	}
	return found
}

// flagValue is a setting given on the command line.
type flagValue struct {
	key                Key
	given, placeholder string
}

func (f *flagValue) String() string { return f.given }
func (f *flagValue) Type() string   { return f.placeholder }
func (f *flagValue) Set(s string) error {
	if err := f.key.set(&Config{}, s); err != nil {
		return err
	}
	f.given = s
	return nil
}
