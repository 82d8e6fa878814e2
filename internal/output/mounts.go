package output

import (
	"bufio"
	"io"
	"strconv"
	"strings"
)

// mount is one line of a table of mounts (proc(5), mountinfo): a folder of a file
// system, and where it is seen.
type mount struct {
	device string // major:minor
	root   string // the folder inside that file system
	point  string // where it is mounted
}

// readMounts reads a table of mounts. Lines of another form are passed over.
func readMounts(r io.Reader) []mount {
	var out []mount
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if len(f) >= 5 {
			out = append(out, mount{device: f[2], root: unescapeMount(f[3]), point: unescapeMount(f[4])})
		}
	}
	return out
}

// unescapeMount undoes the octal escapes of spaces and the like (\040).
func unescapeMount(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+4 <= len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+4], 8, 8); err == nil {
				b.WriteByte(byte(n))
				i += 3
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// within says that a path is a folder or stands below it.
func within(path, folder string) bool {
	return path == folder || folder == "/" || strings.HasPrefix(path, folder+"/")
}

// mountedWhole says why a folder cannot be exchanged for another: it is a mount, a
// mount stands in it, or it is seen elsewhere through a mount, where an exchange
// would leave the former site for ever. own is the table of mounts of this
// process, others are those of the processes that may see the folder otherwise,
// such as containers. Empty when nothing forbids it.
func mountedWhole(folder string, own, others []mount) string {
	var at *mount // the mount that the folder stands on
	for i := range own {
		m := &own[i]
		switch {
		case m.point == folder:
			return "it is a mount"
		case within(m.point, folder):
			return m.point + " is a mount"
		case within(folder, m.point) && (at == nil || len(m.point) >= len(at.point)):
			at = m
		}
	}
	if at == nil {
		return ""
	}
	inside := strings.TrimSuffix(at.root, "/") + "/" + strings.TrimPrefix(strings.TrimPrefix(folder, at.point), "/")
	for _, m := range append(others, own...) {
		if m.device == at.device && within(m.root, inside) {
			return "it is seen at " + m.point + " too, through a mount"
		}
	}
	return ""
}
