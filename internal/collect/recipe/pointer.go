package recipe

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// pointer is a JSON pointer (RFC 6901) in parts; a star stands for every element
// or member.
type pointer []string

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

func split(text string) pointer {
	if text == "" {
		return nil
	}
	text = norm.NFC.String(text)
	parts := strings.Split(strings.TrimPrefix(text, "/"), "/")
	for i, p := range parts {
		parts[i] = unescape.Replace(p)
	}
	return parts
}

// joined writes a path as a pointer.
func joined(path []string) string {
	var b strings.Builder
	for _, p := range path {
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(p, "~", "~0"), "/", "~1"))
	}
	return b.String()
}

// same says that a part of a pointer is a name; a star among names is any element
// of a list.
func same(part, name string) bool {
	if part == "*" || part == name {
		return true
	}
	_, err := strconv.Atoi(part)
	return name == "*" && err == nil
}

// covers says that a pointer takes a path, or something that holds it.
func covers(list []pointer, path []string) bool {
	return slices.ContainsFunc(list,
		func(p pointer) bool { return len(p) <= len(path) && slices.EqualFunc(p, path[:len(p)], same) })
}

// leads says that a pointer goes through a path.
func leads(list []pointer, path []string) bool {
	return slices.ContainsFunc(list,
		func(p pointer) bool { return len(p) > len(path) && slices.EqualFunc(p[:len(path)], path, same) })
}
