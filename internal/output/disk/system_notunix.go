//go:build !unix

package disk

import "os"

// Lock has no lock to offer on this system.
func Lock(*os.File) error { return nil }

// SyncFolder leaves it to the system to bring names to the disk.
func SyncFolder(string) error { return nil }
