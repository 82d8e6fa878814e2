package builtin

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigie/internal/corpus"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// records brings files that are not lists: units first, which questions are counted in,
// then questions, when the project has none, and what stands outside the data.
func (l *lacking) records(data string) error {
	var late []string
	err := fs.WalkDir(l.files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || entry.IsDir():
			return err
		case path.Dir(name) == path.Join(data, string(record.Vocabularies)) || l.standing(name) || l.foreign(name):
			return nil
		case path.Dir(name) == path.Join(data, string(record.Indicators)):
			late = append(late, name)
			return nil
		}
		return l.take(name)
	})
	if err != nil || len(l.has.Indicators) > 0 {
		return err
	}
	missing := l.missing()
	for _, name := range late {
		if lost := missing[strings.TrimSuffix(path.Base(name), ".yaml")]; len(lost) > 0 {
			l.leave(name, "the question is not written: it is about "+strings.Join(lost, ", ")+
				", which the project does not have",
				"nothing is to be mended; to ask it, write the file as doc/indicators.md has it")
			continue
		}
		if err := l.take(name); err != nil {
			return err
		}
	}
	return nil
}

// foreign: a file is prose in a language that the site does not have.
func (l *lacking) foreign(name string) bool {
	rest, prose := strings.CutPrefix(name, contentFolder+"/")
	language, _, _ := strings.Cut(rest, "/")
	return prose && !l.languages.Has(lang.Lang(language))
}

// take adds a file to the plan.
func (l *lacking) take(name string) error {
	content, err := fs.ReadFile(l.files, name)
	if err != nil {
		return err
	}
	l.plan.Files = append(l.plan.Files, corpus.Rewrite{Path: name, Content: content})
	return nil
}

// missing lists, by question, the records that it names and that the project will not have.
func (l *lacking) missing() map[string][]string {
	out := map[string][]string{}
	l.former.EachReference(func(owner record.Ref, _ string, names record.Ref) {
		lost := fmt.Sprintf("%s/%s", names.Kind, names.ID)
		if owner.Kind == record.Indicators && !l.knows(names.Kind, names.ID) && !slices.Contains(out[owner.ID], lost) {
			out[owner.ID] = append(out[owner.ID], lost)
		}
	})
	return out
}
