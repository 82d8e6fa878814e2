package config

import (
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
	"vigie/internal/value/problem"
)

// Key is one setting: how it is written, what it means, what it is when nobody
// gives it.
type Key struct {
	Path    string // "publisher.host.name"
	Doc     string
	Default string
	List    bool // several words: a list in YAML, commas elsewhere
	set     func(*Config, string) error
}

// Variable is the name of the setting in the environment.
func (k Key) Variable() string {
	return prefix + strings.ToUpper(strings.ReplaceAll(k.Path, ".", "_"))
}

const (
	prefix       = "VIGIE_"
	languagesKey = "languages"
)

// Keys is the closed list of settings of a site in some languages. A text that readers
// see has one key per language; the file may give all at once, as a bare text.
func Keys(languages lang.Languages) []Key {
	text := func(path, doc string, field func(*Config) *lang.Text) []Key {
		return textKeys(languages, path, doc, field)
	}
	return slices.Concat(
		text("site.title", "title of the site", func(c *Config) *lang.Text { return &c.Site.Title }),
		text("site.description", "one sentence about the site", func(c *Config) *lang.Text { return &c.Site.Description }),
		[]Key{
			{"site.name", "what programs call the site, in datapackage.json: lower-case letters, digits and hyphens; its " +
				"title in that form when it has none", "", false, setName},
			{"base_url", "address at which the site is published; empty when it has none yet", "", false, setBaseURL},
			{languagesKey, "languages of the pages, as tags; the first one stands at the root, the others each in a " +
				"folder of its tag", "fr, en", true, setLanguages},
		},
		text("publisher.name", "who publishes the site", func(c *Config) *lang.Text { return &c.Publisher.Name }),
		[]Key{
			{"publisher.kind", "kind of publisher: " + words(PublisherKinds()), string(Project), false, setKind},
			word("publisher.legal_form", "legal form, and share capital of a company", "",
				func(c *Config) *string { return &c.Publisher.LegalForm }),
			word("publisher.address", "registered office", "", func(c *Config) *string { return &c.Publisher.Address }),
			word("publisher.phone", "telephone number", "", func(c *Config) *string { return &c.Publisher.Phone }),
			word("publisher.director", "director of publication", "", func(c *Config) *string { return &c.Publisher.Director }),
			{"publisher.contact", "e-mail address, or address of a contact page", "", false,
				setContact(func(c *Config) *string { return &c.Publisher.Contact })},
			word("publisher.host.name", "who keeps the site on line", "",
				func(c *Config) *string { return &c.Publisher.Host.Name }),
			word("publisher.host.address", "postal address of the host", "",
				func(c *Config) *string { return &c.Publisher.Host.Address }),
			word("publisher.host.phone", "telephone number of the host", "",
				func(c *Config) *string { return &c.Publisher.Host.Phone }),
			{"licence.code", "licence of the program, an SPDX identifier", "Apache-2.0", false,
				setLicence(func(c *Config) *string { return &c.Licence.Code })},
			{"licence.data", "licence of the data, an SPDX identifier", "CC-BY-4.0", false,
				setLicence(func(c *Config) *string { return &c.Licence.Data })},
		},
		text("licence.title", "name of the licence of the data, where its identifier does not do",
			func(c *Config) *lang.Text { return &c.Licence.Title }),
		[]Key{
			{"theme", "theme that is laid over the base one: a folder under themes/, or vigie for none", "vigie", false,
				setTheme},
			{"as_of", "day of reference of a build: today, or a day such as 2026-11-23", "today", false, setAsOf},
			{"formats", "forms of the data and of the charts beside CSV and JSON, or none (a collected list then has its " +
				"CSV alone): " + words(Formats()),
				words(Formats()), true,
				setFormats},
			{"output", "folder of the site that a build makes", "public", false,
				setFolder(func(c *Config) *string { return &c.Output })},
			{"cache", "folder of what can be made again", ".cache", false,
				setFolder(func(c *Config) *string { return &c.Cache })},
			{"collect.contact", "sent to the sites that are visited: an e-mail address or a page", "", false,
				setContact(func(c *Config) *string { return &c.Contact })},
			{"accessibility.audit", "file of the accessibility audit, or none", "none", false, setAudit},
			word("publish.target", "where `vigie publish` brings the site: a folder, `git:REMOTE#BRANCH` or "+
				"`s3://BUCKET/PREFIX?endpoint=ADDRESS` ([publishing](publishing.md)); never with a key or a password in it", "",
				func(c *Config) *string { return &c.Publish.Target }),
			{"pages.organisations", "bodies that have a page of their own: documented (those of which a record speaks), or " +
				"all (and each local body of the collected official lists)", string(DocumentedBodies), false, setBodies},
			{"publish.gzip", "whether a store of objects keeps text in gzip, and gives it out so: yes or no", "no", false,
				setYes(func(c *Config) *bool { return &c.Publish.Gzip })},
			{"publish.compressed", "whether gzip and brotli stand beside each text of a folder, where nginx and Caddy find " +
				"them: yes or no", "no", false, setYes(func(c *Config) *bool { return &c.Publish.Compressed })},
		},
	)
}

// word is a key whose value is taken as it is written.
func word(path, doc, preset string, field func(*Config) *string) Key {
	return Key{path, doc, preset, false, func(c *Config, s string) error { *field(c) = s; return nil }}
}

// textKeys is a key per language: French and English, and those of the site.
func textKeys(languages lang.Languages, path, doc string, field func(*Config) *lang.Text) []Key {
	var out []Key
	for _, l := range slices.Concat(lang.Composed(), languages.Beyond()) {
		name := cmp.Or(map[lang.Lang]string{lang.FR: "French", lang.EN: "English"}[l], string(l))
		out = append(out,
			Key{path + "." + string(l), doc + ", in " + name, "", false,
				func(c *Config, s string) error { field(c).Set(l, s); return nil }})
	}
	return out
}

// baseURL is an address as it stands in pages, feeds and headers: scheme, host, port
// and folders, and nothing that would have to be escaped in one of them.
var baseURL = regexp.MustCompile(`^https?://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?` +
	`(/[A-Za-z0-9._~%@+-]+)*/?$`)

func setBaseURL(c *Config, s string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || !baseURL.MatchString(s) ||
		slices.ContainsFunc(strings.Split(u.Path, "/"), func(step string) bool { return step == "." || step == ".." }) {
		return fmt.Errorf("%q is not the address of a site: want https://example.org/ or https://example.org/vigie/, "+
			"in plain letters, without a name or password, a ? or a #", s)
	}
	if n, err := strconv.ParseUint(u.Port(), 10, 16); u.Port() != "" && (err != nil || n == 0) {
		return fmt.Errorf("%q has a port that does not exist", s)
	}
	c.BaseURL = strings.TrimRight(s, "/") + "/"
	return nil
}

func setLanguages(c *Config, s string) error {
	var given lang.Languages
	for w := range strings.SplitSeq(s, ",") {
		l := lang.Lang(strings.TrimSpace(w))
		if !lang.IsTag(string(l)) {
			return fmt.Errorf("%q is not the tag of a language, such as fr, en or pt-BR", string(l))
		}
		if slices.Contains(given, l) {
			return fmt.Errorf("%q is there twice", l)
		}
		given = append(given, l)
	}
	c.Languages = given
	return nil
}

// noFormats is the word for none of them.
const noFormats = "none"

func setFormats(c *Config, s string) error {
	c.Formats = nil
	if s == noFormats {
		return nil
	}
	for w := range strings.SplitSeq(s, ",") {
		f := Format(strings.TrimSpace(w))
		if !slices.Contains(Formats(), f) {
			return notOneOf(string(f), words(append(Formats(), noFormats)))
		}
		c.Formats = append(c.Formats, f)
	}
	return nil
}

func setKind(c *Config, s string) error {
	if !slices.Contains(PublisherKinds(), PublisherKind(s)) {
		return notOneOf(s, words(PublisherKinds()))
	}
	c.Publisher.Kind = PublisherKind(s)
	return nil
}

var mail = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)

func setContact(field func(*Config) *string) func(*Config, string) error {
	return func(c *Config, s string) error {
		u, err := url.Parse(s)
		if s != "" && !mail.MatchString(s) && (err != nil || u.Scheme != "https" || u.Host == "") {
			return fmt.Errorf("%q is neither an e-mail address nor the address of a page (https://…)", s)
		}
		*field(c) = s
		return nil
	}
}

var spdx = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]*$`)

func setLicence(field func(*Config) *string) func(*Config, string) error {
	return func(c *Config, s string) error {
		if !spdx.MatchString(s) {
			return fmt.Errorf("%q is not an SPDX identifier, such as Apache-2.0 or CC-BY-4.0", s)
		}
		*field(c) = s
		return nil
	}
}

var folderName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

func setTheme(c *Config, s string) error {
	if !folderName.MatchString(s) {
		return fmt.Errorf("%q is not the name of a folder under themes/: small letters, digits and hyphens", s)
	}
	c.Theme = s
	return nil
}

func setAsOf(c *Config, s string) error {
	if s == "today" {
		c.AsOf = cal.Day{}
		return nil
	}
	d, err := cal.ParseDay(s)
	if err != nil {
		return fmt.Errorf("%q is neither today nor a day such as 2026-11-23", s)
	}
	c.AsOf = d
	return nil
}

func setFolder(field func(*Config) *string) func(*Config, string) error {
	return func(c *Config, s string) error {
		if s == "" {
			return fmt.Errorf("a folder needs a name")
		}
		*field(c) = s
		return nil
	}
}

// siteName is what a Data Package may be called.
var siteName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func setName(c *Config, s string) error {
	if s != "" && !siteName.MatchString(s) {
		return fmt.Errorf("%q is no name for programs: lower-case letters, digits and hyphens", s)
	}
	c.Site.Name = s
	return nil
}

func setAudit(c *Config, s string) error {
	if s != "none" {
		c.Audit = s
	}
	return nil
}

func setBodies(c *Config, s string) error {
	if s != string(DocumentedBodies) && s != string(AllBodies) {
		return notOneOf(s, words([]Bodies{DocumentedBodies, AllBodies}))
	}
	c.Pages.Organisations = Bodies(s)
	return nil
}

func setYes(of func(*Config) *bool) func(*Config, string) error {
	return func(c *Config, s string) error {
		if s != "yes" && s != "no" && s != "true" && s != "false" { // YAML has two spellings
			return fmt.Errorf("%q is neither yes nor no", s)
		}
		*of(c) = s == "yes" || s == "true"
		return nil
	}
}

func words[W ~string](list []W) string {
	all := make([]string, len(list))
	for i, w := range list {
		all[i] = string(w)
	}
	return strings.Join(all, ", ")
}

func notOneOf(found, list string) error {
	if near, ok := problem.Nearest(found, strings.Split(list, ", ")); ok {
		return fmt.Errorf("%q is not one of %s; did you mean %s?", found, list, near)
	}
	return fmt.Errorf("%q is not one of %s", found, list)
}
