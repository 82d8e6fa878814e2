// Manybodies copies the project of a folder to another and adds made-up services to it, each of a
// commune of the collected official list, to measure how Vigie fares with more bodies than anybody has
// documented. The services, their dates and their hosts are made up: the copy is never published.
//
//	go run ./script/manybodies -bodies 8000 . /tmp/many
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// communes is the collected list of communes, whose first columns are the code and the name.
const communes = "data/collected/insee-cog-2026.csv"

func main() {
	bodies := flag.Int("bodies", 8000, "how many bodies to add, at most all of the list")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: manybodies [-bodies N] PROJECT COPY")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *bodies); err != nil {
		fmt.Fprintln(os.Stderr, "manybodies:", err)
		os.Exit(1)
	}
}

func run(project, copied string, bodies int) error {
	for _, part := range []string{"content", "data", "doc", "themes"} {
		if err := os.CopyFS(filepath.Join(copied, part), os.DirFS(filepath.Join(project, part))); err != nil {
			return err
		}
	}
	settings, err := os.ReadFile(filepath.Join(project, "config.yaml"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(copied, "config.yaml"), settings, 0o644); err != nil {
		return err
	}
	return add(copied, bodies)
}

// add writes a body and a service for each of the first communes of the list that the project has not.
func add(project string, bodies int) error {
	list, err := os.Open(filepath.Join(project, filepath.FromSlash(communes)))
	if err != nil {
		return err
	}
	defer list.Close()
	rows := csv.NewReader(list)
	if _, err := rows.Read(); err != nil { // its header
		return err
	}
	known, err := codes(os.DirFS(filepath.Join(project, "data/organisations")))
	if err != nil {
		return err
	}
	for added := 0; added < bodies; {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return fmt.Errorf("the list has %d communes, fewer than %d", added, bodies)
		}
		if err != nil {
			return err
		}
		if known[row[0]] {
			continue
		}
		added++
		if err := one(project, row[0], row[1], added); err != nil {
			return err
		}
	}
	return nil
}

// codes are those of the communes that a project has already.
func codes(organisations fs.FS) (map[string]bool, error) {
	known := map[string]bool{}
	return known, fs.WalkDir(organisations, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(organisations, path)
		if _, after, found := strings.Cut(string(text), "kind: cog\n    value: \""); found {
			code, _, _ := strings.Cut(after, `"`)
			known[code] = true
		}
		return err
	})
}

// one writes one body and its service.
func one(project, code, name string, number int) error {
	id := "many-" + strings.ToLower(code)
	hosts := []string{"cloud-temple", "ovh", "outscale", "scalingo"}
	organisation := fmt.Sprintf("name: %q\nkind: commune\nidentifiers:\n  - kind: cog\n    value: %q\n",
		"Commune de "+name, code)
	service := fmt.Sprintf(`organisation: %s
service:
  fr: Service inventé %d
  en: Made-up service %d
tier: unknown
tier_unknown: offer-unnamed
providers: [%s]
hosting_qualification: [{scheme: secnumcloud, standing: unknown}]
statuses:
  - status: live
    on: "2025-%02d-%02d"
    dating: documented
    claims:
      - id: %s
        source: ademe-benefriches-2026
        stated: "2024-07-01"
        read: 2026-11-23
        says:
          fr: Fait inventé pour mesurer.
          en: Made up to measure.
`, id, number, number, hosts[number%len(hosts)], 1+number%12, 1+number%28, id)
	body := filepath.Join(project, "data/organisations", id+".yaml")
	if err := os.WriteFile(body, []byte(organisation), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(project, "data/migrations", id+".yaml"), []byte(service), 0o644)
}
