package cli

import (
	"os"
	"runtime/debug"

	"golang.org/x/sys/unix"
)

// hush keeps what libraries print by themselves from the standard error: parquet-go
// prints a warning for each page that is not what it says. It gives another way to the
// same place, for what we have to say; should the program break, its traces go there
// too. restore undoes it.
func hush() (stderr *os.File, restore func(), err error) {
	fd, err := unix.FcntlInt(os.Stderr.Fd(), unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return nil, nil, err
	}
	ours := os.NewFile(uintptr(fd), os.Stderr.Name())
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		return nil, nil, err
	}
	defer nowhere.Close()
	if err := debug.SetCrashOutput(ours, debug.CrashOptions{}); err != nil {
		return nil, nil, err
	}
	if err := unix.Dup3(int(nowhere.Fd()), int(os.Stderr.Fd()), 0); err != nil {
		return nil, nil, err
	}
	return ours, func() {
		_ = unix.Dup3(fd, int(os.Stderr.Fd()), 0)
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		ours.Close()
	}, nil
}
