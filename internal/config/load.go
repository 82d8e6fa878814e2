package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
	"vigie/internal/value/tree"
)

// RuleLegal is the rule about what the law asks of a publisher.
const RuleLegal = "legal-notice"

// Load reads the settings of a project. Flags that were made by Flag override
// the rest; flags may be nil. Settings that a country adds are read like ours. The error says that
// the file cannot be read.
func Load(project fs.FS, flags *pflag.FlagSet, added ...Key) (Config, problem.List, error) {
	content, err := fs.ReadFile(project, File)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, nil, fmt.Errorf("there is no %s here: run vigie in the folder of a site", File)
	}
	if fault, ok := tree.Faulty(err); ok {
		return Config{}, nil, fault
	}
	if err != nil {
		return Config{}, nil, fmt.Errorf("reading the settings: %w", err)
	}
	languages, err := languagesOf(content, flags)
	if err != nil {
		return Config{}, nil, fmt.Errorf("reading the settings: %w", err)
	}
	keys := With(Keys(languages), added...)
	file := readFile(content, keys)
	found := file.problems
	layers, err := stack(file.values, keys, flags)
	if err != nil {
		return Config{}, nil, fmt.Errorf("reading the settings: %w", err)
	}
	var c Config
	for _, k := range keys {
		value := strings.TrimSpace(layers.GetString(k.Path))
		err := k.set(&c, value)
		if at, name := lang.Hidden(value); at >= 0 {
			err = fmt.Errorf("it holds the character %s, which nobody sees", name)
		}
		if err != nil {
			found = append(found, problem.Problem{Place: origin(k, file.values, flags), Severity: problem.Error, Rule: Rule,
				Message: fmt.Sprintf("%s: %v", k.Path, err)})
			k.set(&c, k.Default) // go on with something sound
		}
	}
	if !file.noYAML { // else one fault would make ten
		found = append(found, c.finish(file.values)...)
	}
	found = append(found, unknownVariables(os.Environ(), keys)...)
	found.Sort()
	return c, found, nil
}

// languagesOf reads the languages of the site ahead of the rest: the keys of its texts
// follow from them. What is wrong is reported when all is read.
func languagesOf(content []byte, flags *pflag.FlagSet) (lang.Languages, error) {
	keys := Keys(nil)
	layers, err := stack(readFile(content, keys).values, keys, flags)
	if err != nil {
		return nil, err
	}
	var c Config
	if setLanguages(&c, strings.TrimSpace(layers.GetString(languagesKey))) != nil {
		return lang.Composed(), nil
	}
	return c.Languages, nil
}

// stack puts the layers one above the other: defaults, file, environment, flags.
func stack(inFile map[string]written, keys []Key, flags *pflag.FlagSet) (*viper.Viper, error) {
	v := viper.NewWithOptions(viper.KeyDelimiter("/")) // a dot is part of a key's name: keys are flat
	values := map[string]any{}
	for path, w := range inFile {
		values[path] = w.value
	}
	if err := v.MergeConfigMap(values); err != nil {
		return nil, err
	}
	for _, k := range keys {
		v.SetDefault(k.Path, k.Default)
		if err := v.BindEnv(k.Path, k.Variable()); err != nil {
			return nil, err
		}
		if f := flagOf(k, flags); f != nil {
			if err := v.BindPFlag(k.Path, f); err != nil {
				return nil, err
			}
		}
	}
	return v, nil
}

// origin is where the winning value of a key was given.
func origin(k Key, inFile map[string]written, flags *pflag.FlagSet) problem.Place {
	if f := flagOf(k, flags); f != nil && f.Changed {
		return problem.Place{File: "--" + f.Name}
	}
	if os.Getenv(k.Variable()) != "" {
		return problem.Place{File: k.Variable()}
	}
	if w, ok := inFile[k.Path]; ok {
		return w.at
	}
	return problem.Place{File: File}
}

// finish looks at the settings together.
func (c *Config) finish(inFile map[string]written) problem.List {
	var found problem.List
	for _, t := range []struct {
		key  string
		text *lang.Text
	}{{"site.title", &c.Site.Title}, {"site.description", &c.Site.Description}, {"publisher.name", &c.Publisher.Name}} {
		for _, l := range c.Languages {
			if !t.text.Written(l) {
				found = append(found, problem.Problem{Place: titled(t.key, inFile), Severity: problem.Error, Rule: Rule,
					Message: fmt.Sprintf("%s is not written in %q", t.key, l),
					Hint:    fmt.Sprintf("add %s: {%s: …}", t.key, strings.Join(c.Languages.Strings(), ": …, "))})
			}
		}
		*t.text = t.text.Filled(c.Languages)
		t.text.Proper = !slices.ContainsFunc(t.text.All(), func(s string) bool { return s != t.text.FR }) && !t.text.IsZero()
	}
	if missing := c.Publisher.Unfilled(); len(missing) > 0 {
		at, ok := inFile["publisher.kind"]
		if !ok {
			at.at = problem.Place{File: File}
		}
		found = append(found, problem.Problem{Place: at.at, Severity: problem.Warning, Rule: RuleLegal,
			Message: "the legal notice is not complete: " + strings.Join(missing, ", "),
			Hint:    "whoever puts the site on line fills them; until then its pages say that they are missing"})
	}
	return found
}

// titled is where the file gives a text in one of its languages.
func titled(key string, inFile map[string]written) problem.Place {
	at := problem.Place{File: File}
	for _, path := range slices.Sorted(maps.Keys(inFile)) {
		if strings.HasPrefix(path, key+".") {
			return inFile[path].at
		}
	}
	return at
}

// unknownVariables reports variables that look like settings and are none.
func unknownVariables(environ []string, keys []Key) problem.List {
	var known []string
	for _, k := range keys {
		known = append(known, k.Variable())
	}
	var found problem.List
	for _, e := range environ {
		name, _, _ := strings.Cut(e, "=")
		if !strings.HasPrefix(name, prefix) || slices.Contains(known, name) {
			continue
		}
		hint := "unset it; doc/settings.md lists the settings"
		if near, ok := problem.Nearest(name, known); ok {
			hint = fmt.Sprintf("did you mean %s?", near)
		}
		found = append(found, problem.Problem{Place: problem.Place{File: name}, Severity: problem.Error, Rule: Rule,
			Message: "the environment gives a setting that does not exist", Hint: hint})
	}
	return found
}
