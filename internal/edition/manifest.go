package edition

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"vigie/internal/value/cal"
)

// format is the version of the form of manifests and of what they list.
const format = 1

// manifest is the written form of an edition: one line per file, so that two of
// them can be compared by eye, and a seal over all the rest.
type manifest struct {
	Format int            `json:"format"`
	Day    cal.Day        `json:"day"`
	Former string         `json:"former"`
	Files  []manifestFile `json:"files"`
	Seal   string         `json:"seal"`
}

type manifestFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// write gives the bytes of the manifest, sealed.
func (m manifest) write() []byte {
	m.Seal = ""
	m.Seal = sum(m.bytes())
	return m.bytes()
}

func (m manifest) bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\n  \"format\": %d,\n  \"day\": %q,\n  \"former\": %q,\n  \"files\": [\n", m.Format, m.Day, m.Former)
	for i, f := range m.Files {
		comma := ","
		if i == len(m.Files)-1 {
			comma = ""
		}
		fmt.Fprintf(&b, "    {\"path\": %q, \"sha256\": %q, \"size\": %d}%s\n", f.Path, f.SHA256, f.Size, comma)
	}
	fmt.Fprintf(&b, "  ],\n  \"seal\": %q\n}\n", m.Seal)
	return b.Bytes()
}

// readManifest reads what write wrote, and refuses anything else.
func readManifest(content []byte) (manifest, error) {
	var m manifest
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return m, fmt.Errorf("it is no manifest: %w", err)
	}
	if m.Format != format {
		return m, fmt.Errorf("its format is %d; this program reads %d", m.Format, format)
	}
	if !bytes.Equal(m.write(), content) {
		return m, errors.New("it is not what was sealed: something in it was altered")
	}
	for i, f := range m.Files {
		switch {
		case !publishable(f.Path):
			return m, fmt.Errorf("it names %q, which an edition cannot hold", f.Path)
		case !digest.MatchString(f.SHA256) || f.Size < 0:
			return m, fmt.Errorf("the digest or the size of %s is none", f.Path)
		case i > 0 && m.Files[i-1].Path >= f.Path:
			return m, fmt.Errorf("%s is out of order", f.Path)
		}
	}
	return m, nil
}

var (
	digest   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	segments = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._~-]*(/[A-Za-z0-9_][A-Za-z0-9._~-]*)*$`)
)

// publishable says that a path can stand in an edition and in an address.
func publishable(path string) bool {
	return fs.ValidPath(path) && segments.MatchString(path) && path != ManifestFile && path != RecordsFile
}

func sum(content []byte) string {
	s := sha256.Sum256(content)
	return hex.EncodeToString(s[:])
}

// edition makes an edition of a manifest that was read.
func (m manifest) edition(content []byte, path string) Edition {
	e := Edition{Day: m.Day, Former: m.Former, Sum: sum(content), Path: path}
	for _, f := range m.Files {
		e.Files = append(e.Files, File(f))
		e.Size += f.Size
	}
	return e
}

// File gives a file of the edition by its path; false when it holds none.
func (e Edition) File(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(e.Files, path, func(f File, p string) int { return strings.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return e.Files[i], true
}
