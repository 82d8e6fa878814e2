package output_test

import (
	"strings"
	"testing"

	"vigie/internal/output"
)

// Two tables of mounts, made up in the form of proc(5): that of the host, and that
// of a container which sees a folder of the host.
const (
	host = `22 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw
23 22 0:21 / /proc rw - proc proc rw
24 22 254:2 / /srv rw - ext4 /dev/vdb rw
25 22 0:30 / /srv/www/tmp\040dir rw - tmpfs tmpfs rw
26 22 254:1 /home/vigie/shown /mnt/shown rw - ext4 /dev/vda1 rw
not a line of the table
`
	container = `40 30 0:50 / / rw - overlay overlay rw
41 40 254:2 /www/site /usr/share/nginx/html ro - ext4 /dev/vdb rw
`
)

func TestAFolderIsExchangedOnlyWhereNoMountSeesIt(t *testing.T) {
	for folder, want := range map[string]string{
		"/home/vigie/public": "",
		"/srv/other":         "",
		"/srv":               "it is a mount",
		"/srv/www":           "/srv/www/tmp dir is a mount",
		"/srv/www/site":      "it is seen at /usr/share/nginx/html too",
		"/home/vigie/shown":  "it is seen at /mnt/shown too",
		"/home/vigie":        "it is seen at /mnt/shown too", // a folder of it is
	} {
		if got := output.MountedWhole(folder, host, container); got != want && !(want != "" && strings.HasPrefix(got, want)) {
			t.Errorf("%s: %q, want %q", folder, got, want)
		}
	}
}
