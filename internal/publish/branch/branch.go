// Package branch publishes into a branch of a git repository, such as the one from which a
// forge shows pages: one commit per publication, and none where nothing has changed.
//
// The program git does the work, with the keys and the settings of whoever publishes. What
// is sent becomes one commit in a repository of its own, in a temporary folder, and is pushed
// at the end, never by force: whoever cuts a run leaves the branch as it was.
package branch

import (
	"context"
	"crypto/sha1" // it is how git names bytes
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"vigie/internal/publish"
)

// Scheme begins the address of a branch.
const Scheme = "git:"

// Example is an address of a branch.
const Example = "git:REPOSITORY#BRANCH"

// usual is the branch that forges show pages from.
const usual = "gh-pages"

// Place is a branch of a repository.
type Place struct{ Repository, Branch string }

// Parse reads an address: "git:https://example.org/vigie.git#gh-pages". Without a branch it
// is gh-pages. Passwords do not stand in it: git has its own ways to be given them.
func Parse(address string) (Place, error) {
	rest, ok := strings.CutPrefix(address, Scheme)
	if !ok {
		return Place{}, fmt.Errorf("the address of a branch is %s, not %q", Example, address)
	}
	p := Place{Repository: rest, Branch: usual}
	if at := strings.LastIndexByte(rest, '#'); at >= 0 {
		p.Repository, p.Branch = rest[:at], rest[at+1:]
	}
	if u, err := url.Parse(p.Repository); err == nil && u.User != nil {
		if _, secret := u.User.Password(); secret {
			return Place{}, errors.New("passwords do not stand in an address: git asks its credential helper, or ssh, for them")
		}
	}
	switch {
	case p.Repository == "" || strings.HasPrefix(p.Repository, "-"):
		return Place{}, fmt.Errorf("%q names no repository: want %s", address, Example)
	case strings.Contains(p.Repository, "::"):
		return Place{}, fmt.Errorf("%q asks for a program of its own: want a folder, or https, ssh or git", address)
	case p.Branch == "" || strings.HasPrefix(p.Branch, "-") || strings.ContainsAny(p.Branch, " ~^:?*[\\\n") ||
		strings.Contains(p.Branch, "..") || strings.HasSuffix(p.Branch, ".lock"):
		return Place{}, fmt.Errorf("%q is no name of a branch", p.Branch)
	}
	return p, nil
}

// Branch is a target that is a branch of a repository.
type Branch struct {
	place Place
	where string // the repository, as git finds it from another folder
	work  string // a repository of its own
	tip   string // the commit that the branch has; empty where there is no branch

	mu       sync.Mutex
	coming   *commit // what is sent, once something is
	manifest []byte  // sent in this run
}

// commit is one that is being written.
type commit struct {
	git    *exec.Cmd
	stream io.WriteCloser
	errors *strings.Builder
}

// Open fetches the last commit of the branch; a branch that is not there is made by the first
// publication.
func Open(ctx context.Context, p Place) (*Branch, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("publishing to a branch wants the program git, and it is not there")
	}
	work, err := os.MkdirTemp("", "vigie-branch-*")
	if err != nil {
		return nil, err
	}
	b := &Branch{place: p, where: p.Repository, work: work}
	if _, err := os.Stat(p.Repository); err == nil {
		if b.where, err = filepath.Abs(p.Repository); err != nil {
			return nil, errors.Join(err, b.Close())
		}
	}
	if err := b.fetch(ctx); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

func (b *Branch) fetch(ctx context.Context) error {
	if _, err := b.git(ctx, "init", "--quiet", "--bare"); err != nil {
		return err
	}
	there, err := b.git(ctx, "ls-remote", "--heads", "--", b.where, b.ref())
	if err != nil || there == "" {
		return err
	}
	_, err = b.git(ctx, "fetch", "--quiet", "--no-tags", "--depth=1", "--", b.where, "+"+b.ref()+":"+b.ref())
	if err != nil {
		return err
	}
	tip, err := b.git(ctx, "rev-parse", b.ref())
	b.tip = strings.TrimSpace(tip)
	return err
}

func (b *Branch) ref() string { return "refs/heads/" + b.place.Branch }

// command is git in the repository of the run, which asks nobody anything.
func (b *Branch) command(ctx context.Context, args ...string) *exec.Cmd {
	git := exec.CommandContext(ctx, "git", args...)
	git.Dir = b.work
	for _, one := range os.Environ() { // where a hook of git calls us, its repository is not ours
		if name, _, _ := strings.Cut(one, "="); !strings.HasPrefix(name, "GIT_") || passed[name] {
			git.Env = append(git.Env, one)
		}
	}
	git.Env = append(git.Env, "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=file:git:http:https:ssh", "LC_ALL=C")
	return git
}

// passed are the variables of git that say how a repository is reached and who commits.
var passed = map[string]bool{"GIT_SSH": true, "GIT_SSH_COMMAND": true, "GIT_ASKPASS": true, "GIT_SSL_CAINFO": true,
	"GIT_COMMITTER_NAME": true, "GIT_COMMITTER_EMAIL": true, "GIT_CONFIG_GLOBAL": true, "GIT_CONFIG_NOSYSTEM": true}

func (b *Branch) git(ctx context.Context, args ...string) (string, error) {
	git := b.command(ctx, args...)
	var said strings.Builder
	git.Stderr = &said
	out, err := git.Output()
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(said.String()))
	}
	return string(out), nil
}

// Close removes the repository of the run.
func (b *Branch) Close() error {
	if b.coming != nil {
		_ = b.coming.stream.Close() // without its last word, git keeps nothing of it
		_ = b.coming.git.Wait()
	}
	return os.RemoveAll(b.work)
}

// String names the repository and the branch.
func (b *Branch) String() string { return Scheme + b.place.Repository + "#" + b.place.Branch }

// Traits of a branch: no headers, and a name is that of a file or of a folder.
func (b *Branch) Traits() publish.Traits { return publish.Traits{Folders: true} }

// Mark is the name that git gives to bytes.
func (b *Branch) Mark(_ publish.Object, stored func() ([]byte, error)) (string, error) {
	content, err := stored()
	sum := sha1.New()
	fmt.Fprintf(sum, "blob %d\x00", len(content))
	sum.Write(content)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// List gives the files of the branch as it was when the run began.
func (b *Branch) List(ctx context.Context, _ func(string) bool) (map[string]string, error) {
	out := map[string]string{}
	if b.tip == "" {
		return out, nil
	}
	list, err := b.git(ctx, "ls-tree", "-r", "-z", "--full-tree", b.tip)
	if err != nil {
		return nil, err
	}
	for entry := range strings.SplitSeq(strings.TrimSuffix(list, "\x00"), "\x00") {
		about, path, ok := strings.Cut(entry, "\t")
		kind := strings.Fields(about)
		if !ok || len(kind) != 3 {
			continue
		}
		if out[path] = kind[2]; !strings.HasPrefix(kind[0], "100") {
			out[path] = "" // a link, or another repository
		}
	}
	return out, nil
}

// Get reads a file of the branch; the manifest as this run sent it, where it did.
func (b *Branch) Get(ctx context.Context, path string) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if path == publish.Manifest && b.manifest != nil {
		return b.manifest, nil
	}
	if b.tip == "" {
		return nil, nil
	}
	there, err := b.git(ctx, "ls-tree", "-z", "--full-tree", b.tip, "--", path)
	if err != nil || there == "" {
		return nil, err
	}
	content, err := b.git(ctx, "cat-file", "blob", b.tip+":"+path)
	return []byte(content), err
}

// Put adds a file to the commit.
func (b *Branch) Put(ctx context.Context, o publish.Object, stored []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, err := b.begun(ctx)
	if err != nil {
		return err
	}
	if o.Path == publish.Manifest {
		b.manifest = stored
	}
	return c.write("M 100644 inline "+o.Path+"\n", fmt.Sprintf("data %d\n", len(stored)), string(stored), "\n")
}

// Delete takes a file out of the commit.
func (b *Branch) Delete(ctx context.Context, path string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	c, err := b.begun(ctx)
	if err != nil {
		return err
	}
	return c.write("D " + path + "\n")
}

func (c *commit) write(parts ...string) error {
	if _, err := io.WriteString(c.stream, strings.Join(parts, "")); err != nil {
		return fmt.Errorf("git fast-import: %w: %s", err, strings.TrimSpace(c.errors.String()))
	}
	return nil
}

// begun is the commit under way; the first change begins it.
func (b *Branch) begun(ctx context.Context) (*commit, error) {
	if b.coming != nil {
		return b.coming, nil
	}
	c := &commit{errors: &strings.Builder{}}
	c.git = b.command(ctx, "fast-import", "--quiet", "--done", "--date-format=now")
	c.git.Stderr = c.errors
	var err error
	if c.stream, err = c.git.StdinPipe(); err != nil {
		return nil, err
	}
	if err := c.git.Start(); err != nil {
		return nil, fmt.Errorf("git fast-import: %w", err)
	}
	b.coming = c
	const message = "Publish the site\n"
	head := fmt.Sprintf("commit %s\ncommitter %s now\ndata %d\n%s", b.ref(), b.committer(ctx), len(message), message)
	if b.tip != "" {
		head += "from " + b.tip + "\n"
	}
	return c, c.write(head)
}

// committer is who git says commits here.
func (b *Branch) committer(ctx context.Context) string {
	who, err := b.git(ctx, "var", "GIT_COMMITTER_IDENT")
	if at := strings.LastIndexByte(who, '>'); err == nil && at > 0 {
		return who[:at+1]
	}
	return "Vigie <vigie@localhost>"
}

// Finish makes the commit and pushes it.
func (b *Branch) Finish(ctx context.Context, _ publish.Report) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.coming
	if c == nil {
		return nil
	}
	b.coming = nil
	err := errors.Join(c.write("\ndone\n"), c.stream.Close(), c.git.Wait())
	if err != nil {
		return fmt.Errorf("git fast-import: %w: %s", err, strings.TrimSpace(c.errors.String()))
	}
	if _, err := b.git(ctx, "push", "--quiet", "--", b.where, b.ref()+":"+b.ref()); err != nil {
		return fmt.Errorf("%w\nhint: where somebody pushed meanwhile, publish again", err)
	}
	tip, err := b.git(ctx, "rev-parse", b.ref())
	b.tip, b.manifest = strings.TrimSpace(tip), nil
	return err
}
