package collect

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"

	"vigie/internal/collected"
	"vigie/internal/value/cal"
)

// acceptable are the bounds that a person may find to be wrong for once. A document
// that cannot be read, or not in time, gives no rows to accept.
var acceptable = []string{MissingColumns, UnreadableRows, TooFewRows, OlderEdition, TooManyGone, MovedTooFar}

// accepting reads what was accepted of the source, and adds the decision of this run
// when there is one. What is on disk follows from the snapshots and from these.
func (j *job) accepting(disk *collected.Collected) error {
	id := j.task.Source.ID
	list, found, err := collected.Accepted(os.DirFS(j.Folder), ".", id)
	switch {
	case err != nil:
		return err
	case len(found) > 0:
		return fmt.Errorf("%w: %s", errMisdeclared, found[0].String())
	}
	if j.Because != "" {
		one, err := decided(disk, j.Because, cal.FromTime(j.Now().UTC()))
		if err != nil {
			return fmt.Errorf("%w: %s", errMisdeclared, err)
		}
		j.decided = true
		list = append(list, one)
	}
	if j.accepted = list; len(list) == 0 {
		return nil
	}
	written, err := json.Marshal(list)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(append(written, j.terms.under...))
	j.terms.under = hex.EncodeToString(sum[:6])
	return nil
}

// decided is the decision to accept what a source is doubted for.
func decided(disk *collected.Collected, because string, day cal.Day) (collected.Acceptance, error) {
	if disk == nil || disk.State.Standing != collected.Doubtful || len(disk.State.Refused) == 0 {
		return collected.Acceptance{}, errors.New("no harvest of it waits for a decision: visit it first")
	}
	s := disk.State
	if !slices.Contains(acceptable, s.Code) {
		return collected.Acceptance{},
			fmt.Errorf("%s is not a bound that may be accepted; those are %s", s.Code, strings.Join(acceptable, ", "))
	}
	a := collected.Acceptance{On: day, Because: plain(because), Code: s.Code, Reason: s.Reason}
	for _, d := range s.Refused {
		a.Documents = append(a.Documents, d.SHA256)
	}
	return a, nil
}

// acceptedOf gives what was accepted of the documents of a visit.
func (j *job) acceptedOf(v visit) (out []collected.Acceptance) {
	for _, a := range j.accepted {
		if a.Of(v.documents()) {
			out = append(out, a)
		}
	}
	return out
}

// codes are the bounds that were accepted.
func codes(list []collected.Acceptance) (out []string) {
	for _, a := range list {
		out = append(out, a.Code)
	}
	return out
}

// keepDecision writes the decision of this run, before what follows from it: without
// it, the next run would make the rows again without it.
func (j *job) keepDecision() error {
	if !j.decided || j.DryRun {
		return nil
	}
	file := filepath.Join(j.Folder, collected.AcceptedFile(j.task.Source.ID))
	if err := renameio.WriteFile(file, collected.EncodeAccepted(j.accepted), 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", file, err)
	}
	return nil
}
