package record

// NameKeys are the keys that may hold a proper name, which is written once and
// reads the same in both languages. Every other text is written in both.
func NameKeys() []string {
	return []string{"name", "by", "service", "host", "where", "data", "one", "many", "whom"}
}
