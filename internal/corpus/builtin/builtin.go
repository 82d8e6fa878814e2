// Package builtin brings to an older project what its program had built in.
//
// Until 30 November 2026 the lists of the world (tiers, schemes, kinds of bodies…), the
// questions, some units, the arrangement of pages and the words of one country stood in
// Go: a project had none of these files, and meant them all. What they were comes with a
// country, as a file system that is laid out so:
//
//	files/…         files as they stand in a project of today: files/data/vocabulary/tiers.yaml
//	front.yaml      by key of a page, the front matter that it has today
//	settings.yaml   lines of config.yaml, and what means the same today
//
// What comes in: a project and such a file system. What goes out: the files to write, and
// in plain words what cannot be made from the project.
//
// Promises: a file that stands in the project is never written over, but for front matter
// and settings, which gain lines; a project that has lists of its own gains nothing but a
// list whose words its records use and which it lacks; one whose records use other words
// gains nothing at all.
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
	"vigie/internal/value/problem"
)

// Rule is the name under which what cannot be made is reported.
const Rule = "older-project"

// Plan is what an older project lacks. The zero value is that of a project of today.
type Plan struct {
	Older bool             // the project was written for a program that had its lists in Go
	Files []corpus.Rewrite // lists come last: without them a project still counts as older
	Lists []record.Vocabulary
	Left  problem.List // what a person should look at
}

// lacking is a project beside what its program had built in.
type lacking struct {
	project, builtIn fs.FS
	files            fs.FS // those that were built in, as they stand in a project
	languages        lang.Languages
	has, former      *corpus.Corpus
	plan             Plan
}

// Lacking lists what a project lacks of what its program had built in. Data is the folder
// of its data. The error is about the file systems, or about what was built in.
func Lacking(project, builtIn fs.FS, data string, languages lang.Languages) (Plan, error) {
	if builtIn == nil {
		return Plan{}, nil
	}
	has, _, err := corpus.Load(project, data, languages)
	if err != nil {
		return Plan{}, err
	}
	files, err := fs.Sub(builtIn, "files")
	if err != nil {
		return Plan{}, err
	}
	former, _, err := corpus.Load(files, data, languages)
	if err != nil {
		return Plan{}, fmt.Errorf("what earlier programs had built in: %w", err)
	}
	l := &lacking{project: project, builtIn: builtIn, files: files, languages: languages, has: has, former: former}
	lists := l.lists()
	if len(lists) == 0 {
		return Plan{}, nil
	}
	if l.plan.Older = len(has.Vocabularies) == 0; l.plan.Older {
		if err := l.whole(data); err != nil {
			return Plan{}, err
		}
	}
	for _, v := range lists {
		name := path.Join(data, string(record.Vocabularies), v.ID+".yaml")
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return Plan{}, err
		}
		l.plan.Lists = append(l.plan.Lists, v)
		l.plan.Files = append(l.plan.Files, corpus.Rewrite{Path: name, Content: l.withoutStrangers(v, name, content)})
	}
	l.plan.Left.Sort()
	return l.plan, nil
}

// lists are those that the project lacks: all when it has none and uses a word of one,
// else those whose words its records use.
func (l *lacking) lists() []record.Vocabulary {
	words, own := l.former.Words(), l.has.Words()
	used := map[record.List]bool{}
	l.has.EachWord(func(_ record.Ref, _ string, list record.List, word string) {
		if _, ok := words.Find(list, word); ok && !own.Declared(list) {
			used[list] = true
		}
	})
	older := len(l.has.Vocabularies) == 0 && len(used) > 0
	return slices.DeleteFunc(slices.Clone(l.former.Vocabularies), func(v record.Vocabulary) bool {
		list := record.List(v.ID)
		return own.Declared(list) || !older && !used[list]
	})
}

// whole brings what an older project lacks beside its lists.
func (l *lacking) whole(data string) error {
	if err := l.records(data); err != nil {
		return err
	}
	if err := l.fronts(); err != nil {
		return err
	}
	return l.settings()
}

// standing: a file or folder of the project is there.
func (l *lacking) standing(name string) bool {
	_, err := fs.Stat(l.project, name)
	return err == nil
}

// leave reports what a person should look at.
func (l *lacking) leave(file, message, hint string) {
	l.plan.Left = append(l.plan.Left, problem.Problem{Place: problem.Place{File: file}, Severity: problem.Warning,
		Rule: Rule, Message: message, Hint: hint})
}

// withoutStrangers takes from a list the lines that name a record that the project does
// not have: who grants a qualification, which source lists it.
func (l *lacking) withoutStrangers(v record.Vocabulary, name string, content []byte) []byte {
	lines := strings.SplitAfter(string(content), "\n")
	for _, w := range v.Words {
		for _, one := range []struct {
			key   string
			kind  record.Kind
			names []string
		}{{"granted_by", record.Organisations, []string{w.GrantedBy}}, {"read_in", record.Sources, w.ReadIn}} {
			known := slices.DeleteFunc(slices.Clone(one.names),
				func(id string) bool { return id != "" && !l.knows(one.kind, id) })
			if len(known) == len(one.names) {
				continue
			}
			at := slices.IndexFunc(lines, func(line string) bool {
				return strings.HasPrefix(line, "    "+one.key+": ") && strings.Contains(line, one.names[0])
			})
			if at < 0 {
				continue
			}
			l.leave(name, fmt.Sprintf("%s of %s is written without %s, which the project does not have among %s",
				one.key, w.ID, strings.Join(one.names, ", "), one.kind), "add it once the record is there, or leave it so")
			lines[at] = ""
			if len(known) > 0 {
				lines[at] = fmt.Sprintf("    %s: [%s]\n", one.key, strings.Join(known, ", "))
			}
		}
	}
	return []byte(strings.Join(lines, ""))
}

// knows: the project has a record, or gains it.
func (l *lacking) knows(kind record.Kind, id string) bool {
	return slices.Contains(l.has.IDs(kind), id) || slices.ContainsFunc(l.plan.Files, func(f corpus.Rewrite) bool {
		return path.Base(path.Dir(f.Path)) == string(kind) && path.Base(f.Path) == id+".yaml"
	})
}
