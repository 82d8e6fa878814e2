// Package peak measures the most memory that a test held, for benchmarks.
//
//	peak.Forget()
//	// … what is measured
//	if mb, ok := peak.MB(); ok { b.ReportMetric(mb, "peak-MB") }
//
// It is the resident memory of the whole process, as the system counts it, the test
// and its inputs included. Where the system does not count it, ok is false.
package peak

import (
	"bytes"
	"fmt"
	"os"
	"runtime/debug"
)

// Forget gives free memory back, and starts the measure anew.
func Forget() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// MB is the most memory that the process held since then.
func MB() (mb float64, ok bool) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, false
	}
	_, rest, ok := bytes.Cut(status, []byte("VmHWM:"))
	if !ok {
		return 0, false
	}
	var kB float64
	_, err = fmt.Sscan(string(rest), &kB)
	return kB / 1024, err == nil
}
