package cli

import (
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"vigie/internal/archive"
	"vigie/internal/value/tree"
)

func (v vigie) snapshotsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "snapshots",
		Short: "List, verify or export the copies of what was collected",
		Long: `The copies of what was collected stand in data/snapshots/, each under the digest
of its bytes, with a sidecar for each visit. Of a source that may not be republished
only the digest stands there; the bytes are in the cache of the machine that fetched
them.`,
		Example: `  vigie snapshots list
  vigie snapshots verify
  vigie snapshots export --warc vigie.warc.gz`,
		Args: cobra.ArbitraryArgs,
		RunE: unknownCommand,
	}
	cmd.AddCommand(v.snapshotsExportCommand(), v.snapshotsListCommand(), v.snapshotsVerifyCommand())
	return cmd
}

func (v vigie) snapshotsListCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list [source...]",
		Short:   "List the copies, the oldest first",
		Example: "  vigie snapshots list port-register",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			store, err := v.theArchive(cmd)
			if err != nil {
				return err
			}
			snaps, err := listed(store, args)
			if err != nil {
				return err
			}
			return listSnapshots(cmd.OutOrStdout(), store, snaps)
		},
	}
}

func listSnapshots(w io.Writer, store *archive.Store, snaps []archive.Snapshot) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "FETCHED\tSOURCE\tPART\tBYTES\tSHA-256\tMEDIA\tBYTES ARE\tADDRESS")
	for _, s := range snaps {
		fmt.Fprintf(table, "%s\t%s\t%d/%d\t%s\t%.12s\t%s\t%s\t%q\n", s.Fetched.UTC().Format("2006-01-02 15:04:05"),
			s.Source, s.Part, s.Parts,
			grouped(s.Size), s.SHA256, s.Media, whereabouts(store, s), s.URL)
	}
	if err := table.Flush(); err != nil {
		return exit{couldNotRun, err}
	}
	return nil
}

// whereabouts says where the bytes of a snapshot are.
func whereabouts(store *archive.Store, s archive.Snapshot) string {
	f, err := store.Bytes(s)
	switch {
	case errors.Is(err, archive.ErrNoBytes) && s.Published:
		return "lost"
	case err != nil:
		return "elsewhere"
	}
	f.Close()
	if s.Published {
		return "published"
	}
	return "in the cache"
}

func (v vigie) snapshotsVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "verify",
		Short:   "Compute the digest of every copy again",
		Example: "  vigie snapshots verify",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			store, err := v.theArchive(cmd)
			if err != nil {
				return err
			}
			done, faults, err := store.Verify()
			if err != nil {
				return exit{couldNotRun, err}
			}
			for _, f := range faults {
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s\n", f.File, f.Detail)
			}
			fmt.Fprintf(cmd.OutOrStdout(),
				"%s snapshots: %s verified (%s bytes), %s whose bytes are not on this machine, %s at fault\n",
				grouped(done.Snapshots), grouped(done.Checked), grouped(done.Bytes), grouped(done.Absent), grouped(len(faults)))
			if len(faults) > 0 {
				return exit{problems, nil}
			}
			return nil
		},
	}
}

func (v vigie) snapshotsExportCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "export [source...]",
		Short: "Write the copies as a WARC file, for those who keep the web",
		Long: `Write the copies as a WARC 1.1 file (ISO 28500), one record per fetch, each
compressed alone. Copies whose bytes are not on this machine are listed by their
sidecar alone. The same copies give the same file.`,
		Example: "  vigie snapshots export --warc vigie.warc.gz",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if file == "" {
				return exit{wrongUse, errors.New("export wants a file: --warc FILE")}
			}
			store, err := v.theArchive(cmd)
			if err != nil {
				return err
			}
			snaps, err := listed(store, args)
			if err != nil {
				return err
			}
			if err := exportWARC(file, store, snaps); err != nil {
				return exit{couldNotRun, fmt.Errorf("writing %s: %w", file, err)}
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s snapshots in %s\n", grouped(len(snaps)), file)
			return err
		},
	}
	cmd.Flags().StringVar(&file, "warc", "", "the `FILE` to write, such as vigie.warc.gz")
	return cmd
}

// exportWARC writes a whole file or none.
func exportWARC(name string, store *archive.Store, snaps []archive.Snapshot) error {
	file, err := renameio.NewPendingFile(name, renameio.WithPermissions(0o644))
	if err != nil {
		return err
	}
	defer file.Cleanup() // does nothing once the file is in place
	if err := archive.WARC(file, store, snaps); err != nil {
		return err
	}
	return file.CloseAtomicallyReplace()
}

// theArchive opens the archive of the project.
func (v vigie) theArchive(cmd *cobra.Command) (*archive.Store, error) {
	project := tree.Project(".")
	c, found, err := v.settings(project, cmd)
	if err != nil {
		return nil, err
	}
	return openArchive(c), unfit(cmd, project, found)
}

// listed gives the snapshots of the sources that were named; all when none was.
func listed(store *archive.Store, names []string) ([]archive.Snapshot, error) {
	if len(names) == 0 {
		names = []string{""}
	}
	var out []archive.Snapshot
	for _, name := range names {
		snaps, err := store.List(name)
		if err != nil {
			return nil, exit{couldNotRun, err}
		}
		if len(snaps) == 0 && name != "" {
			return nil, exit{wrongUse, fmt.Errorf("there is no snapshot of %q", name)}
		}
		out = append(out, snaps...)
	}
	return out, nil
}
