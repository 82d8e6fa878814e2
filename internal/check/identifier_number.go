package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"vigie/internal/record"
	"vigie/internal/value/problem"
)

var identifierNumber = Rule{
	Name: record.IdentifierRule, Severity: problem.Error,
	Title: both("Un identifiant est de ceux de son registre", "An identifier is one of its register"),
	Why: both("Une faute de frappe dans un numéro désignerait un autre organisme. La liste des identifiants dit ce que "+
		"chacun doit être (des chiffres, une clé de contrôle, une forme pour chaque sorte d’organisme) et quelles "+
		"fiches peuvent le porter. Un même numéro ne désigne pas deux fiches.",
		"A slip in a number would name another body. The list of identifiers has what each must be (digits, a check "+
			"digit, a form for each kind of body) and which records may bear it. One number does not name two records."),
	Wrong: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
identifiers: [{kind: example-number, value: "123456789"}]
`,
	Right: `# data/organisations/example-extra.yaml
name: Organisme d'exemple
kind: operator
identifiers: [{kind: example-number, value: "123456782"}]
`,
	Check: func(s *Subject, report Report) {
		holders := map[string]record.Ref{}
		for _, o := range s.Organisations {
			checkIdentifiers(s.words, o.Identifiers, ref(record.Organisations, o.ID), o.Kind, holders, report)
		}
		for _, p := range s.Providers {
			checkIdentifiers(s.words, p.Identifiers, ref(record.Providers, p.ID), "", holders, report)
		}
	},
}

// checkIdentifiers checks those of one body, and notes who holds each number.
func checkIdentifiers(words record.Words, all []record.Identifier, in record.Ref, body record.BodyKind,
	holders map[string]record.Ref, report Report) {
	seen := map[record.IdentifierKind]bool{}
	for i, one := range all {
		at := fmt.Sprintf("identifiers/%d", i)
		if seen[one.Kind] {
			report(in, at+"/kind", fmt.Sprintf("the body has two identifiers of the kind %s", one.Kind), "keep one of the two")
		}
		seen[one.Kind] = true
		kind, ok := words.Find(record.IdentifierList, string(one.Kind))
		if !ok || kind.Check == nil {
			continue // other rules report it
		}
		bearer, ok := kind.BorneBy(in.Kind)
		switch {
		case !ok:
			report(in, at+"/kind", fmt.Sprintf("records of %s bear no %s", in.Kind, kind.ID),
				fmt.Sprintf("those that do stand in borne_by: of data/%s/%s.yaml", record.Vocabularies, record.IdentifierList))
			continue
		case bearer.SourceColumn == "" && !one.Source.IsZero():
			report(in, at+"/source", fmt.Sprintf("where the %s was read is published nowhere for %s", kind.ID, in.Kind),
				"add a source_column: to its borne_by:, or leave the source out")
		}
		if fault, hint := wrongNumber(kind, one.Value, body); fault != "" {
			report(in, at+"/value", fault, hint)
		}
		holder := kind.ID + " " + one.Value
		if formed(kind, body) {
			holder += " " + string(body)
		}
		if other, taken := holders[holder]; taken {
			report(in, at+"/value", fmt.Sprintf("the %s %s is already that of %s", kind.Name.EN, one.Value, other),
				"two bodies never share one")
		}
		holders[holder] = in
	}
}

// wrongNumber is what is wrong with a number, and how to mend it; nothing when it is right.
func wrongNumber(kind record.Word, value string, body record.BodyKind) (fault, hint string) {
	check := kind.Check
	wrong := fmt.Sprintf("%q is no right %s", value, kind.Name.EN)
	switch check.By {
	case record.ByPattern:
		return wrongForm(kind, value, body)
	case record.ByDigits, record.ByLuhn:
		switch n := utf8.RuneCountInString(value); {
		case check.Length <= 0: // reported where it stands
		case n > check.Length && check.By == record.ByLuhn && digits(value) && record.Luhn(value[:check.Length]):
			return wrong, fmt.Sprintf("its first %d digits, %s, are one: is the whole the number of one of its places?",
				check.Length, value[:check.Length])
		case n != check.Length || !digits(value):
			return wrong, fmt.Sprintf("%s: %d digits, with its zeros and without spaces, between quotes; this has %d "+
				"characters", kind.Name.EN, check.Length, n)
		case check.By == record.ByLuhn && !record.Luhn(value):
			return wrong, "its check digit is wrong: read the number again" + where(kind)
		}
	}
	return "", ""
}

// where names the register of an identifier, when its list does.
func where(kind record.Word) string {
	if kind.Register.EN == "" {
		return " in its source"
	}
	return " (" + kind.Register.EN + ")"
}

// wrongForm is what is wrong with a code that goes by patterns.
func wrongForm(kind record.Word, value string, body record.BodyKind) (fault, hint string) {
	forms := slices.DeleteFunc(slices.Clone(kind.Check.Forms),
		func(f record.IdentifierForm) bool { return f.Body != "" && f.Body != body })
	if len(forms) == 0 {
		var bodies []string
		for _, f := range kind.Check.Forms {
			bodies = append(bodies, string(f.Body))
		}
		return fmt.Sprintf("a body of the kind %q has no %s", body, kind.Name.EN),
			"those of these kinds have one: " + strings.Join(bodies, ", ")
	}
	var patterns []string
	for _, f := range forms {
		if pattern, err := wholly(f.Pattern); err != nil || pattern.MatchString(value) {
			return "", "" // a pattern that cannot be read is reported where it stands
		}
		patterns = append(patterns, f.Pattern)
	}
	return strings.TrimSpace(fmt.Sprintf("%q is not the %s of a body of the kind %s", value, kind.Name.EN, body)),
		"codes are text with their zeros, between quotes; it has to fit " + strings.Join(patterns, " or ")
}

// formed says that codes go by the kind of the body: one code may then name one of each.
func formed(kind record.Word, body record.BodyKind) bool {
	return body != "" &&
		slices.ContainsFunc(kind.Check.Forms, func(f record.IdentifierForm) bool { return f.Body == body })
}

// wholly is a pattern that a whole code has to fit.
func wholly(pattern string) (*regexp.Regexp, error) { return regexp.Compile(`^(?:` + pattern + `)$`) }

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
