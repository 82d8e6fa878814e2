package lang

import (
	"regexp"
	"slices"
	"strings"
)

// Languages are those of a site, in their order. The first one stands at the root of
// the site, each other one in a folder of its tag.
type Languages []Lang

// Composed lists the languages in which the program itself composes sentences.
func Composed() Languages { return Languages{FR, EN} }

// tags are those of BCP 47 that a folder may be named after.
var tags = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// IsTag says that a word can be the tag of a language.
func IsTag(s string) bool { return tags.MatchString(s) }

// First is the language at the root.
func (ls Languages) First() Lang { return ls[0] }

// Has says that the site has a language.
func (ls Languages) Has(l Lang) bool { return slices.Contains(ls, l) }

// Beyond are the languages of the site that the program does not compose in.
func (ls Languages) Beyond() Languages {
	return slices.DeleteFunc(slices.Clone(ls), func(l Lang) bool { return l == FR || l == EN })
}

// Composed are the languages of the site that the program composes in.
func (ls Languages) Composed() Languages {
	return slices.DeleteFunc(slices.Clone(ls), func(l Lang) bool { return l != FR && l != EN })
}

// Others are the languages of the site but for one.
func (ls Languages) Others(l Lang) []Lang {
	return slices.DeleteFunc(slices.Clone(ls), func(o Lang) bool { return o == l })
}

// Folder is the folder of a language from the root of the site, "en/"; empty for the
// first one.
func (ls Languages) Folder(l Lang) string {
	if l == ls[0] {
		return ""
	}
	return string(l) + "/"
}

// Root is the address of the home page of a language.
func (ls Languages) Root(l Lang) string { return "/" + ls.Folder(l) }

// Of is the language of the page at a path from the root of the site, or at an
// address.
func (ls Languages) Of(path string) Lang {
	path = strings.TrimPrefix(path, "/")
	for _, l := range ls[1:] {
		if strings.HasPrefix(path, string(l)+"/") {
			return l
		}
	}
	return ls[0]
}

// Strings are the tags of the languages.
func (ls Languages) Strings() []string {
	words := make([]string, len(ls))
	for i, l := range ls {
		words[i] = string(l)
	}
	return words
}
