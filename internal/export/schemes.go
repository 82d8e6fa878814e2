package export

import (
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

// hostings has a column for each scheme that rules ask of a hosting, under the name of
// the scheme: what is known of the qualification.
func hostings[R any](m maker, of func(R) *dataset.Migration) columns[R] {
	var out columns[R]
	for _, scheme := range m.Data.Words.AskedSchemes() {
		name := m.Data.Words.Name(record.SchemeList, string(scheme))
		words := func(known record.HostQualification) lang.Text {
			return withName(m.words("hosting-qualification", string(known)), name)
		}
		known := func(r R) record.HostQualification { return of(r).Under(scheme) }
		pair := coded(record.HostQualifications(), words, string(scheme), known)
		out = append(out, called(m, pair, name, "column.scheme", "column.scheme_libelle")...)
		if word, _ := m.Data.Words.Find(record.SchemeList, string(scheme)); len(word.Levels) > 0 {
			level := levelled(word.Levels, string(scheme)+"_niveau", func(r R) string { return of(r).LevelUnder(scheme) })
			out = append(out, called(m, level, name, "column.scheme_niveau", "column.scheme_niveau_libelle")...)
		}
	}
	return out
}

// levels is the level of a qualification; no column where no scheme of the site has levels.
func (m maker) levels() columns[*dataset.Qualification] {
	all := m.Data.Words.Levels()
	if len(all) == 0 {
		return nil
	}
	return levelled(all, "niveau_referentiel", func(q *dataset.Qualification) string { return q.Level })
}

// askedLevels is the level that a rule asks for; no column where no scheme of the site has levels.
func (m maker) askedLevels() columns[*dataset.Doctrine] {
	all := m.Data.Words.Levels()
	if len(all) == 0 {
		return nil
	}
	return levelled(all, "niveau_demande", func(d *dataset.Doctrine) string { return d.AsksLevel })
}

// levelled is a level of a scheme, then its words.
func levelled[R any](levels []record.SchemeLevel, name string, of func(R) string) columns[R] {
	var codes []string
	words := map[string]lang.Text{}
	for _, l := range levels {
		codes, words[l.Code] = append(codes, l.Code), l.Name
	}
	return coded(codes, func(code string) lang.Text { return words[code] }, name, of)
}

// milestones has a column for each step of the procedure of a scheme.
func (m maker) milestones() columns[*dataset.Qualification] {
	var out columns[*dataset.Qualification]
	for _, step := range m.Data.Words.Milestones() {
		one := text(strings.ToLower(step.Code), func(q *dataset.Qualification) string {
			for _, ms := range q.Milestones {
				if ms.Name == step.Code {
					return ms.On.String()
				}
			}
			return ""
		})
		out = append(out, called(m, one, lang.Name(step.Code), "column.milestone")...)
	}
	return out
}

// called labels columns that stand for a word of the site, each by the words of its key.
func called[R any](m maker, group columns[R], name lang.Text, keys ...string) columns[R] {
	for i, key := range keys {
		group[i].Label, group[i].Meaning = withName(m.label(key), name), withName(m.label(key+".about"), name)
	}
	return group
}

// withName puts a name where words have room for one.
func withName(words, name lang.Text) lang.Text {
	return words.Map(func(l lang.Lang, s string) string { return strings.ReplaceAll(s, "{name}", name.In(l)) })
}
