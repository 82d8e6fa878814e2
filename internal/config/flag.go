package config

import (
	"strings"

	"github.com/spf13/pflag"
)

// Flag adds to a command the flag that overrides one key: "as_of" is --as-of.
// A value that the key would refuse is refused at once, as wrong use.
func Flag(flags *pflag.FlagSet, path, placeholder, usage string) {
	for _, k := range Keys() {
		if k.Path == path {
			flags.Var(&flagValue{key: k, placeholder: placeholder}, flagName(path), usage)
			return
		}
	}
	panic("config: no key " + path)
}

func flagName(path string) string { return strings.NewReplacer(".", "-", "_", "-").Replace(path) }

// flagOf finds the flag of a key among those of a command.
func flagOf(k Key, flags *pflag.FlagSet) *pflag.Flag {
	if flags == nil {
		return nil
	}
	f := flags.Lookup(flagName(k.Path))
	if f == nil {
		return nil
	}
	if _, ours := f.Value.(*flagValue); !ours {
		return nil
	}
	return f
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
