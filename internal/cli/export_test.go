package cli

// Hush is what collect does about libraries that print.
var Hush = hush
