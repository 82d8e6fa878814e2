package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// Fault is a snapshot that is not what its sidecar says.
type Fault struct {
	Snapshot Snapshot
	Detail   string
}

// Verified counts what Verify looked at.
type Verified struct {
	Snapshots int
	Checked   int // whose bytes are here, and were digested again
	Absent    int // whose bytes are not on this machine, and need not be
	Bytes     int64
}

// Verify computes every digest again.
func (s *Store) Verify() (Verified, []Fault, error) {
	var v Verified
	var faults []Fault
	all, err := s.List("")
	if err != nil {
		return v, nil, err
	}
	for _, snap := range all {
		v.Snapshots++
		n, err := s.digest(snap)
		switch {
		case errors.Is(err, ErrNoBytes) && !snap.Published:
			v.Absent++
		case err != nil:
			faults = append(faults, Fault{snap, err.Error()})
		default:
			v.Checked++
			v.Bytes += n
		}
	}
	return v, faults, nil
}

func (s *Store) digest(snap Snapshot) (int64, error) {
	f, err := s.Bytes(snap)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return n, err
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != snap.SHA256 {
		return n, fmt.Errorf("its bytes have the digest %s, the sidecar says %s", got, snap.SHA256)
	}
	if n != snap.Size {
		return n, fmt.Errorf("it has %d bytes, the sidecar says %d", n, snap.Size)
	}
	return n, nil
}
