// Vigie builds the observatory of the French State's cloud: see vigie --help.
package main

import (
	"os"

	"vigie/internal/cli"
	"vigie/internal/france"
)

func main() {
	os.Exit(cli.Run(france.Extension(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
