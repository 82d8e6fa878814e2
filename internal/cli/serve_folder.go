package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"

	"vigie/internal/serve"
)

// serveFolder serves a built site as it is, to whoever reaches the address. Names that
// lead out of the folder are not followed.
func serveFolder(cmd *cobra.Command, o serving) error {
	root, err := os.OpenRoot(o.site)
	if err != nil {
		return exit{couldNotRun, err}
	}
	defer root.Close()
	site, err := serve.Folder(root.FS())
	if err != nil {
		return exit{couldNotRun, fmt.Errorf("%s: %w", o.site, err)}
	}
	listener, err := new(net.ListenConfig).Listen(cmd.Context(), "tcp", o.address)
	if err != nil {
		return exit{couldNotRun, err}
	}
	web := &http.Server{Handler: site, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: 5 * time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10}
	logger(cmd.ErrOrStderr(), o.quiet).Info("serving", "folder", o.site, "address",
		"http://"+listener.Addr().String()+"/", "stop", "Ctrl-C")
	ended := make(chan struct{})
	stop := context.AfterFunc(cmd.Context(), func() {
		defer close(ended)
		last, cancel := context.WithTimeout(context.WithoutCancel(cmd.Context()), 5*time.Second)
		defer cancel()
		_ = web.Shutdown(last) // answers under way end; what takes longer is cut by the end of the program
	})
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		stop()
		return exit{couldNotRun, err}
	}
	<-ended
	return nil // an interrupt is how serving ends
}
