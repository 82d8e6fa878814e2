// Package publish brings a built site to where it is read, and touches there only what
// differs: a folder, a branch of a repository, a store of objects.
//
//	run := publish.Run{Site: os.DirFS("public"), Target: target, Jobs: 8}
//	plan, err := run.Plan(ctx)         // what would be sent and removed; nothing is touched
//	done, err := run.Do(ctx, plan)
//
// What Vigie has at a target stands there in one file, the manifest. Promises:
//
//   - only what the manifest lists is ever removed, and only while its bytes are those that
//     Vigie put there; what stands at an address of the site and is somebody else's is
//     replaced only when that is asked for;
//   - files that pages need are sent first, pages next, the digests of all files after them;
//     removals come last, pages first: whoever cuts a run, at whatever moment, leaves no page
//     without what it needs;
//   - a run that was cut is finished by the next one, which does not send again what arrived;
//   - where nothing changed, nothing is touched.
package publish

import "context"

// Target is where a site goes. Its methods but List may be called by several goroutines.
type Target interface {
	// String names the target as people write it, without any secret.
	String() string

	// Traits is what the target can and cannot do.
	Traits() Traits

	// List gives the mark of each file that is there. Those that are not of interest may have
	// an empty one.
	List(ctx context.Context, of func(path string) bool) (map[string]string, error)

	// Mark is how the target would name a file in List, were it there with these bytes.
	Mark(o Object, stored func() ([]byte, error)) (string, error)

	// Get reads a file; nil where there is none.
	Get(ctx context.Context, path string) ([]byte, error)

	// Put makes a file what it should be, in one step.
	Put(ctx context.Context, o Object, stored []byte) error

	// Delete removes a file. One that is not there is no error.
	Delete(ctx context.Context, path string) error

	// Finish ends a run that touched something. A target that changes in one step does so here.
	Finish(ctx context.Context, done Report) error
}

// Traits is what a target can and cannot do.
type Traits struct {
	Folders bool // a name cannot be that of a file and of a folder
	Headers bool // it keeps media types and headers with a file, and may keep it in gzip
	Beside  bool // a web server gives out of it, which may find compressed files beside the others
}

// Report counts what a run touched at its target.
type Report struct {
	Sent    int
	Bytes   int64 // as stored
	Deleted int
	Notes   int // how often the manifest was written
}
