package cli

import (
	"fmt"
	"io"
	"time"

	"vigie/internal/publish"
)

// publication is what a person wants to know of a run of publish.
type publication struct {
	target publish.Target
	plan   *publish.Plan
	done   publish.Report
	dryRun bool
	took   time.Duration
}

// named is how many files are named where there are many.
const named = 5

func (p publication) print(w io.Writer) error {
	o := &errWriter{w: w}
	o.printf("target:    %s\n", p.target)
	if p.dryRun {
		p.printPlan(o)
	} else {
		o.printf("sent:      %s files, %s bytes\n", grouped(p.done.Sent), grouped(p.done.Bytes))
		o.printf("removed:   %s files\n", grouped(p.done.Deleted))
	}
	arrived := ""
	if p.plan.Arrived > 0 {
		arrived = fmt.Sprintf(", %s of them sent by a run that was cut", grouped(p.plan.Arrived))
	}
	o.printf("as it was: %s files%s\n", grouped(p.plan.Same), arrived)
	o.names("altered:   %s files of Vigie had been changed by another hand; those of the site replace them\n",
		p.plan.Altered)
	o.names("left:      %s files that Vigie no longer needs had been changed by another hand\n", p.plan.Left)
	o.names("apart:     %s files are not Vigie's, and stay\n", p.plan.Foreign)
	if p.dryRun {
		o.names("taken:     %s files of others stand where the site has its own: publishing wants --take-over\n",
			p.plan.Taken)
	}
	o.printf("took:      %.1f s\n", p.took.Seconds())
	return o.err
}

// printPlan prints what would be sent and removed: how much, and the first of each kind.
func (p publication) printPlan(o *errWriter) {
	var needed, pages, removed []string
	for _, object := range p.plan.Send {
		if publish.IsPage(object.Path) {
			pages = append(pages, object.Path)
		} else {
			needed = append(needed, object.Path)
		}
	}
	for _, object := range p.plan.Delete {
		removed = append(removed, object.Path)
	}
	o.printf("to send:   %s files, %s bytes\n", grouped(len(p.plan.Send)), grouped(p.plan.Bytes()))
	o.names("           %s that pages need or that list files\n", needed)
	o.names("           %s pages\n", pages)
	o.printf("to remove: %s files\n", grouped(len(removed)))
	o.names("           %s no longer of the site\n", removed)
}

// errWriter keeps the first error.
type errWriter struct {
	w   io.Writer
	err error
}

func (o *errWriter) printf(format string, args ...any) {
	if o.err == nil {
		_, o.err = fmt.Fprintf(o.w, format, args...)
	}
}

// names prints how many files there are of a kind, and the first of them; nothing where there are none.
func (o *errWriter) names(format string, paths []string) {
	if len(paths) == 0 {
		return
	}
	o.printf(format, grouped(len(paths)))
	for i, path := range paths {
		if i == named {
			o.printf("             … and %s more\n", grouped(len(paths)-named))
			return
		}
		o.printf("             %s\n", path)
	}
}
