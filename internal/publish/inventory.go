package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"golang.org/x/sync/errgroup"

	"vigie/internal/output"
	"vigie/internal/site/hosting"
)

// Object is one file as a target has it, or should have it.
type Object struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"` // of the file of the site, whatever form the target keeps it in
	Size   int64  `json:"size"`   // of the file of the site, in bytes
	Media  string `json:"media,omitempty"`
	Cache  string `json:"cache,omitempty"`  // its Cache-Control
	Gzip   bool   `json:"gzip,omitempty"`   // kept, and given out, in gzip
	Beside Coding `json:"beside,omitempty"` // it is the file that stands beside it, in this coding
	Mark   string `json:"mark,omitempty"`   // the target's own name for the bytes, where it has one
}

// sameContent says that two objects are the same bytes, stored in the same form.
func (o Object) sameContent(p Object) bool {
	return o.SHA256 == p.SHA256 && o.Gzip == p.Gzip && o.Beside == p.Beside
}

// same says that nothing of an object need be sent again.
func (o Object) same(p Object) bool {
	return o.sameContent(p) && o.Media == p.Media && o.Cache == p.Cache
}

// mark is how the target lists the object.
func (o Object) mark() string {
	if o.Mark != "" {
		return o.Mark
	}
	return o.SHA256
}

// Inventory is what is in one place, by path.
type Inventory map[string]Object

// shortest is the size below which gzip saves nothing that matters, in bytes.
const shortest = 1024

// read takes stock of a built site: what a build wrote there, and nothing beside it.
func (r Run) read(ctx context.Context) (Inventory, error) {
	site, traits := r.Site, r.Target.Traits()
	paths, err := output.Wrote(site)
	if err != nil {
		return nil, err
	}
	rules, err := rulesOf(site)
	if err != nil {
		return nil, err
	}
	out, mu := Inventory{}, sync.Mutex{}
	all, ctx := errgroup.WithContext(ctx)
	all.SetLimit(r.Jobs)
	for _, path := range paths {
		all.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			digest, size, err := digestOf(site, path)
			if err != nil {
				return err
			}
			o := Object{Path: path, SHA256: digest, Size: size}
			if traits.Headers {
				o.headed(rules)
				o.Gzip = r.Gzip && size >= shortest && hosting.IsText(o.Media)
			}
			mu.Lock()
			defer mu.Unlock()
			out[path] = o
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		return nil, err
	}
	if r.Compressed && traits.Beside {
		out.beside()
	}
	return out, nil
}

// headed gives an object its headers.
func (o *Object) headed(rules hosting.Rules) {
	headers := rules.For("/" + o.Path)
	o.Media, o.Cache = hosting.Value(headers, hosting.ContentType), hosting.Value(headers, hosting.CacheControl)
	if o.Media == "" {
		o.Media = hosting.Media(o.Path)
	}
	if o.Cache == "" {
		o.Cache = hosting.PageCache
	}
}

// rulesOf reads the table of headers that stands in a site.
func rulesOf(site fs.FS) (hosting.Rules, error) {
	text, err := fs.ReadFile(site, hosting.File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return hosting.Parse(string(text))
}

func digestOf(site fs.FS, path string) (digest string, size int64, err error) {
	file, err := site.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer file.Close()
	sum := sha256.New()
	size, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), size, err
}

// fromSite is a file of the site in the form in which the target keeps it. A file that is no
// longer what it was when stock was taken is an error.
func fromSite(site fs.FS, o Object) ([]byte, error) {
	content, err := fs.ReadFile(site, o.origin())
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != o.SHA256 {
		return nil, fmt.Errorf("%s changed while the site was being published: run vigie publish again", o.origin())
	}
	if o.Gzip {
		return Gzip.of(content)
	}
	return o.Beside.of(content)
}
