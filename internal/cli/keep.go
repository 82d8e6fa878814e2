package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vigie/internal/archive"
	"vigie/internal/config"
	"vigie/internal/corpus"
	"vigie/internal/fetch"
	"vigie/internal/record"
	"vigie/internal/value/tree"
)

// keeping is what the flags of source keep say.
type keeping struct {
	fetch    bool
	claims   []string
	at       string
	loopback bool
}

func (v vigie) sourceKeepCommand() *cobra.Command {
	var k keeping
	cmd := &cobra.Command{
		Use:   "keep source [file]",
		Short: "Keep the document that a person read, and tie claims to a place in it",
		Long: `Keep the document in which a person read claims: a file that was saved by hand, or
with --fetch what the address of the source answers now. It is kept as the copies of
collected sources are (vigie snapshots): its digest, size, kind and day stand beside
it in data/snapshots. Its bytes stand there too where the source may be republished
(redistributable: true); where it may not, they stay in the cache of this machine.

--claim ties a claim of that source to it: snapshot is the digest of the document,
and --at the place in it. A claim that was tied to another document, or to another
place, is an error: nothing is written over.`,
		Example: `  vigie source keep port-report-2024 saved.pdf --claim port-ships-2024 --at "p. 17"
  vigie source keep port-page --fetch`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch want := map[bool]int{true: 1, false: 2}[k.fetch]; {
			case len(args) != want:
				return exit{wrongUse, fmt.Errorf("%s takes a source and a file, or a source and --fetch", cmd.CommandPath())}
			case k.at != "" && len(k.claims) == 0:
				return exit{wrongUse, errors.New("--at is the place of a claim: --claim names it")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return v.runKeep(cmd, k, args) },
	}
	cmd.Flags().BoolVar(&k.fetch, "fetch", false, "ask the address of the source, instead of reading a file")
	cmd.Flags().StringSliceVar(&k.claims, "claim", nil, "tie this `CLAIM` to the document; several times for several")
	cmd.Flags().StringVar(&k.at, "at", "", "where in the document: \"p. 17\", \"§ 3.3\"")
	cmd.Flags().BoolVar(&k.loopback, "loopback", false, "visit this machine too, without pause: for tests")
	_ = cmd.Flags().MarkHidden("loopback") // the flag is there: it is made above
	return cmd
}

func (v vigie) runKeep(cmd *cobra.Command, k keeping, args []string) error {
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return err
	}
	if err := unfit(cmd, project, found); err != nil {
		return err
	}
	read, _, err := corpus.Load(project, dataFolder, c.Languages)
	if err != nil {
		return exit{couldNotRun, err}
	}
	at := slices.IndexFunc(read.Sources, func(s record.Source) bool { return s.ID == args[0] })
	if at < 0 {
		return exit{wrongUse, fmt.Errorf("there is no source %q; %s", args[0], meant(args[0], read.IDs(record.Sources), ""))}
	}
	source := read.Sources[at]
	ties, err := tiesOf(read, source, k)
	if err != nil {
		return err
	}
	snap, file, done, err := v.document(cmd, c, source, k, args)
	if err != nil {
		return err
	}
	defer done()
	for _, t := range ties {
		if err := t.fits(snap.SHA256); err != nil {
			return exit{problems, err}
		}
	}
	if err := openArchive(c).Put(snap, file); err != nil {
		return exit{couldNotRun, err}
	}
	where := "its bytes stay in the cache of this machine: the source may not be republished"
	if snap.Published {
		where = "its bytes are published with the data"
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s: %s bytes, %s, SHA-256 %s; %s\n", source.ID, grouped(int(snap.Size)), snap.Media,
		snap.SHA256, where)
	for _, t := range ties {
		if read, _, err = corpus.Load(project, dataFolder, c.Languages); err != nil { // the one before moved lines
			return exit{couldNotRun, err}
		}
		now, err := tiesOf(read, source, keeping{claims: []string{t.claim.ID}, at: k.at})
		if err != nil {
			return err
		}
		if err := now[0].write(snap.SHA256); err != nil {
			return exit{couldNotRun, err}
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s is tied to it, %s\n", t.file, t.claim.ID, placed(t.place()))
	}
	return nil
}

func placed(at string) string {
	if at == "" {
		return "without a place"
	}
	return at
}

// document is what is kept, in a file; done removes what was spooled.
func (v vigie) document(cmd *cobra.Command, c config.Config, source record.Source, k keeping, args []string) (
	snap archive.Snapshot, file string, done func(), err error) {
	snap = archive.Snapshot{Source: source.ID, URL: source.URL, Fetched: time.Now().UTC().Truncate(time.Second), Part: 1,
		Parts: 1, Published: source.Redistributable, Tool: "vigie " + version(), ByHand: !k.fetch}
	snap.Visit = snap.Fetched
	if !k.fetch {
		file = args[1]
		snap.Media = strings.Split(mime.TypeByExtension(strings.ToLower(filepath.Ext(file))), ";")[0]
		if snap.Media == "" {
			snap.Media = "application/octet-stream"
		}
		if snap.SHA256, snap.Size, err = digestOf(file); err == nil && snap.Size == 0 {
			err = fmt.Errorf("%s is empty", file)
		}
		if err != nil {
			return snap, "", nil, exit{couldNotRun, err}
		}
		return snap, file, func() {}, nil
	}
	switch {
	case source.URL == "":
		return snap, "", nil, exit{wrongUse, fmt.Errorf("%s has no address to ask: give a file", source.ID)}
	case c.Contact == "":
		return snap, "", nil,
			exit{wrongUse, errors.New("collect.contact is empty in config.yaml: nothing is visited without it")}
	}
	o, swept, err := collectOptions(c, k.loopback)
	if err != nil {
		return snap, "", nil, exit{couldNotRun, err}
	}
	visit, err := o.Getter.Get(cmd.Context(), fetch.Request{URL: source.URL})
	if err != nil {
		swept()
		return snap, "", nil, exit{couldNotRun, fmt.Errorf("asking %s: %w", source.URL, err)}
	}
	snap.Status, snap.Media, snap.Charset = visit.Status, visit.Media, visit.Charset
	snap.Size, snap.SHA256 = visit.Size, visit.SHA256
	if visit.Final != source.URL {
		snap.Final = visit.Final
	}
	return snap, visit.File, swept, nil
}

// digestOf is the SHA-256 of a file, and its size in bytes.
func digestOf(file string) (digest string, size int64, err error) {
	f, err := os.Open(file)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	sum := sha256.New()
	size, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), size, err
}

// tie is a claim that is to be tied to a document.
type tie struct {
	claim record.Claim
	file  string
	line  int // of the name of its source
	col   int
	at    string // the place that was given
}

// place is where in the document the claim is: as it says already, or as was given.
func (t tie) place() string {
	if t.claim.At != "" {
		return t.claim.At
	}
	return t.at
}

// tiesOf finds the claims that are named; an error for one that is not of the source.
func tiesOf(read *corpus.Corpus, source record.Source, k keeping) ([]tie, error) {
	var out []tie
	var known []string
	read.EachClaim(func(owner record.Ref, path string, c *record.Claim) {
		known = append(known, c.ID)
		if slices.Contains(k.claims, c.ID) {
			where := read.Place(owner, path+"/source")
			out = append(out, tie{*c, where.File, where.Line, where.Col, k.at})
		}
	})
	for _, id := range k.claims {
		i := slices.IndexFunc(out, func(t tie) bool { return t.claim.ID == id })
		switch {
		case i < 0:
			return nil, exit{wrongUse, fmt.Errorf("there is no claim %q; %s", id, meant(id, known, ""))}
		case out[i].claim.Source != source.ID:
			return nil, exit{wrongUse, fmt.Errorf("the claim %s is of the source %s, not of %s", id, out[i].claim.Source,
				source.ID)}
		case k.at != "" && out[i].claim.At != "" && out[i].claim.At != k.at:
			return nil, exit{problems, fmt.Errorf("%s:%d: the claim %s is at %q already, not at %q: mend it by hand",
				out[i].file, out[i].line, id, out[i].claim.At, k.at)}
		}
	}
	return out, nil
}

// fits says that the claim is tied to no other document.
func (t tie) fits(digest string) error {
	if t.claim.Snapshot != "" && t.claim.Snapshot != digest {
		return fmt.Errorf("%s:%d: the claim %s was read in a document of digest %s, and this one has %s: it is another one",
			t.file, t.line, t.claim.ID, t.claim.Snapshot, digest)
	}
	return nil
}

// write adds the digest, and the place, to the claim in its file, after the name of its source, and puts the
// file in its canonical form.
func (t tie) write(digest string) error {
	raw, err := os.ReadFile(t.file)
	if err != nil {
		return err
	}
	lines := strings.Split(string(raw), "\n")
	if t.line < 1 || t.line > len(lines) {
		return fmt.Errorf("%s has no line %d", t.file, t.line)
	}
	var pairs []string
	if t.claim.At == "" && t.at != "" {
		pairs = append(pairs, fmt.Sprintf("at: %q", t.at))
	}
	if t.claim.Snapshot == "" {
		pairs = append(pairs, "snapshot: "+digest)
	}
	line := []rune(lines[t.line-1])
	end := t.col - 1 + len([]rune(t.claim.Source))
	if t.col < 1 || end > len(line) || string(line[t.col-1:end]) != t.claim.Source {
		return fmt.Errorf("%s:%d: the source of %s is not written plainly: add by hand %s", t.file, t.line, t.claim.ID,
			strings.Join(pairs, ", "))
	}
	before, after := string(line[:end]), string(line[end:])
	if rest := strings.TrimSpace(after); rest == "" || strings.HasPrefix(rest, "#") { // one key a line
		key := strings.LastIndex(before, "source:")
		indent := strings.Repeat(" ", len([]rune(before[:key])))
		for _, p := range pairs {
			after += "\n" + indent + p
		}
	} else {
		after = strings.Join(append([]string{""}, pairs...), ", ") + after
	}
	lines[t.line-1] = before + after
	if err := renameio.WriteFile(t.file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		return err
	}
	return canonical(t.file)
}

// canonical puts one file of the data in its canonical form.
func canonical(file string) error {
	rewrites, _, err := corpus.Canonical(tree.Project("."), dataFolder)
	if err != nil {
		return err
	}
	for _, r := range rewrites {
		if r.Path == file {
			return renameio.WriteFile(file, r.Content, 0o644)
		}
	}
	return nil
}
