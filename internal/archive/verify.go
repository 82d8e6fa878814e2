package archive

import (
	"errors"
	"slices"
)

// Fault is a snapshot that is not what its sidecar says, or a sidecar that cannot
// be read.
type Fault struct {
	File     string   // the sidecar, below data/snapshots
	Snapshot Snapshot // nothing when the sidecar cannot be read
	Detail   string
}

// Verified counts what Verify looked at.
type Verified struct {
	Snapshots int
	Checked   int      // whose bytes are here, and were digested again
	Absent    int      // whose bytes are not on this machine, and need not be
	AbsentOf  []string // the sources of those, each once
	Bytes     int64
}

// Verify computes every digest again. The error says that it could not look; what
// it found amiss are faults.
func (s *Store) Verify() (Verified, []Fault, error) {
	var v Verified
	var faults []Fault
	names, err := s.sidecars("")
	if err != nil {
		return v, nil, err
	}
	for _, name := range names {
		v.Snapshots++
		snap, err := s.read(name)
		if err != nil {
			faults = append(faults, Fault{File: name, Detail: err.Error()})
			continue
		}
		n, err := s.digest(snap)
		switch {
		case errors.Is(err, ErrNoBytes) && !snap.Published:
			v.Absent++
			if !slices.Contains(v.AbsentOf, snap.Source) {
				v.AbsentOf = append(v.AbsentOf, snap.Source)
			}
		case err != nil:
			faults = append(faults, Fault{name, snap, err.Error()})
		default:
			v.Checked++
			v.Bytes += n
		}
	}
	return v, faults, nil
}
