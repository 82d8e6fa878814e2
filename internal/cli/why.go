package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"

	"vigie/internal/build"
	"vigie/internal/site/trace"
)

// why is what a build is asked of one published file: whether it was rewritten, and for what.
type why struct {
	file   string // from the root of the site; empty when nothing is asked
	before string // the digest of the file that stood there; empty for none
	output string // the folder of the site
	kept   string // the file that keeps what the site was made from
}

// whyOf prepares the question: asked is an address ("/orders/"), or a file of the folder.
func whyOf(asked, output, cache string) (why, error) {
	whole, err := filepath.Abs(output)
	if err != nil {
		return why{}, err
	}
	name := sha256.Sum256([]byte(whole))
	w := why{output: output, kept: filepath.Join(cache, "inputs", hex.EncodeToString(name[:8])+".txt")}
	if asked == "" {
		return w, nil
	}
	w.file = path.Clean("/" + filepath.ToSlash(strings.TrimPrefix(asked, filepath.Clean(output)+"/")))[1:]
	if path.Ext(w.file) == "" {
		w.file = path.Join(w.file, "index.html")
	}
	w.before, _, _ = digestOf(filepath.Join(output, filepath.FromSlash(w.file))) // a file that is not there has none
	return w, nil
}

// keep keeps what the site was made from. It is a convenience: a build that cannot keep it is a build all the same.
func (w why) keep(from build.Inputs) {
	text, err := from.MarshalText()
	if err == nil && os.MkdirAll(filepath.Dir(w.kept), 0o755) == nil {
		_ = renameio.WriteFile(w.kept, text, 0o644)
	}
}

// former is what the site that stood there was made from; false when that is not known.
func (w why) former(digest string) (build.Inputs, bool) {
	var in build.Inputs
	text, err := os.ReadFile(w.kept)
	if err != nil || in.UnmarshalText(text) != nil {
		return in, false
	}
	return in, in.Digest() == digest
}

// print answers, from what the site was made from before and now, and what the page is made from.
func (w why) print(out io.Writer, former build.Inputs, known bool, now build.Inputs, made *trace.Trace) {
	after, _, _ := digestOf(filepath.Join(w.output, filepath.FromSlash(w.file)))
	line := func(format string, args ...any) { fmt.Fprintf(out, "           "+format+"\n", args...) }
	verdict := "rewritten: its bytes are not those that stood there"
	switch {
	case after == "":
		verdict = "not a file of the site"
		if w.before != "" {
			verdict = "removed: the site has no such file any more"
		}
	case w.before == "":
		verdict = "new: no such file stood there"
	case w.before == after:
		verdict = "kept: its bytes are those that stood there"
	}
	fmt.Fprintf(out, "explained: %s was %s\n", w.file, verdict)
	switch {
	case !known:
		line("what the site was made from before is not known: it was made elsewhere, or by another program")
		return
	case after == "":
		return
	}
	if former.AsOf != now.AsOf {
		line("the day is another: %s, and %s before", now.AsOf, former.AsOf)
	}
	if former.Program != now.Program {
		line("the program is another")
	}
	if former.Settings != now.Settings {
		line("the settings are others (config.yaml, environment or flags)")
	}
	changed := now.Since(former)
	if former.Digest() == now.Digest() {
		line("nothing that the site is made from has changed since the build before")
		return
	}
	if made == nil {
		line("it is no page: which of %s it is made from is not known", changedFiles(len(changed)))
		return
	}
	var uses []string
	for _, file := range changed {
		if use, ok := build.UsedBy(*made, file); ok {
			uses = append(uses, fmt.Sprintf("%s (%s, %s)", file, how(former, now, file), usedAs(use)))
		}
	}
	line("%s since the build before; the page may show %d of them", changedFiles(len(changed)), len(uses))
	const most = 20
	for i, use := range uses {
		if i == most {
			line("  and %d more", len(uses)-most)
			break
		}
		line("  %s", use)
	}
}

func changedFiles(n int) string {
	if n == 1 {
		return "1 changed file"
	}
	return fmt.Sprintf("%d changed files", n)
}

// how a file differs from what it was.
func how(former, now build.Inputs, file string) string {
	switch {
	case former.Files[file] == "":
		return "new"
	case now.Files[file] == "":
		return "gone"
	}
	return "changed"
}

// usedAs is how a page uses a thing.
func usedAs(use trace.Use) string {
	var words []string
	for _, one := range []struct {
		use  trace.Use
		word string
	}{{trace.Shown, "shown"}, {trace.Named, "named"}, {trace.Judged, "judged by the day"}} {
		if use&one.use != 0 {
			words = append(words, one.word)
		}
	}
	if len(words) == 0 {
		return "read"
	}
	return strings.Join(words, ", ")
}
