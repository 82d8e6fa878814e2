package decp_test

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/france/decp"
	"vigie/internal/test/peak"
)

// BenchmarkABulkFile reads a made-up file of the consolidated form, beside what the
// least that one can do with it costs: counting its lines, and reading it with
// encoding/csv. It is small; for the size of the real one:
//
//	VIGIE_BENCH_BYTES=2500000000 go test ./internal/france/decp -run '^$' -bench BulkFile -benchtime 1x
//
// Metrics: MB/s; peak-MB, the most memory that the process held; of-wc and of-csv,
// how many times as long it takes as those.
func BenchmarkABulkFile(b *testing.B) {
	size := int64(8 << 20)
	if s := os.Getenv("VIGIE_BENCH_BYTES"); s != "" {
		var err error
		if size, err = strconv.ParseInt(s, 10, 64); err != nil {
			b.Fatalf("VIGIE_BENCH_BYTES: %v", err)
		}
	}
	name := filepath.Join(b.TempDir(), "decp.csv")
	rows, size := madeUp(b, name, size)
	b.Logf("%d rows, %d bytes", rows, size)
	seconds := map[string]float64{}
	run := func(as string, read func(b *testing.B)) {
		b.Run(as, func(b *testing.B) {
			b.SetBytes(size)
			peak.Forget()
			for b.Loop() {
				read(b)
			}
			seconds[as] = b.Elapsed().Seconds() / float64(b.N)
			if mb, ok := peak.MB(); ok && as != "wc" {
				b.ReportMetric(mb, "peak-MB")
			}
			for _, other := range []string{"wc", "csv"} {
				if s := seconds[other]; s > 0 && as == "vigie" {
					b.ReportMetric(seconds[as]/s, "of-"+other)
				}
			}
		})
	}
	if wc, err := exec.LookPath("wc"); err == nil {
		run("wc", func(b *testing.B) {
			if out, err := exec.Command(wc, "-l", name).Output(); err != nil {
				b.Fatal(string(out), err)
			}
		})
	}
	run("csv", func(b *testing.B) { plainly(b, name, rows) })
	run("vigie", func(b *testing.B) {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		kept := 0
		remarks, err := decp.Bulk(cloud(b)).Read(b.Context(), collect.Document{Size: size, Body: f}, func(collect.Row) error {
			kept++
			return nil
		})
		if err != nil || remarks.Rows != rows || len(remarks.Bad) > 0 || kept == 0 {
			b.Fatalf("%d rows of %d, %d kept, %d bad, %v", remarks.Rows, rows, kept, len(remarks.Bad), err)
		}
	})
}

// plainly reads a file with encoding/csv and does nothing of it.
func plainly(b *testing.B, name string, rows int) {
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.ReuseRecord = true
	n := -1
	for ; ; n++ {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
	if n != rows {
		b.Fatalf("%d rows of %d", n, rows)
	}
}

// madeUp writes a file of about so many bytes: the columns of the consolidated
// file, rows of about 780 bytes, one in two hundred about the cloud, one in fifty
// with an object over two lines, one in ten thousand of a supplier of the filter,
// for whose other holders the file is read twice, as the real one is.
func madeUp(b *testing.B, name string, size int64) (rows int, written int64) {
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	header := strings.Fields(`uid id nature acheteur_id acheteur_nom titulaire_id titulaire_typeIdentifiant titulaire_nom objet montant type codeCPV
		procedure techniques dureeMois dureeRestanteMois offresRecues dateNotification datePublicationDonnees formePrix typesPrix attributionAvance
		tauxAvance marcheInnovant modalitesExecution considerationsSociales considerationsEnvironnementales ccag sousTraitanceDeclaree
		typeGroupementOperateurs origineUE origineFrance lieuExecution_code lieuExecution_typeCode idAccordCadre titulaire_distance acheteur_categorie
		acheteur_commune_code acheteur_commune_nom acheteur_departement_code acheteur_departement_nom acheteur_region_code acheteur_region_nom
		acheteur_latitude acheteur_longitude titulaire_categorie titulaire_commune_code titulaire_commune_nom titulaire_departement_code
		titulaire_departement_nom titulaire_region_code titulaire_region_nom titulaire_latitude titulaire_longitude modification_id donneesActuelles
		sourceDataset sourceFile`)
	const after = `Services,%CPV%,Appel d'offres ouvert,Sans objet,48,21.5,4,2024-03-12,2024-04-02,Unitaire,Définitif révisable,true,0.05,false,` +
		`Bons de commande,"Clause sociale, Critère social",Clause environnementale,Fournitures courantes et services,false,Pas de groupement,0.0,0.0,` +
		`35,Code département,,12.4,Commune,35238,Rennes,35,Ille-et-Vilaine,53,Bretagne,48.1173,-1.6778,PME,44109,Nantes,44,Loire-Atlantique,52,` +
		`Pays de la Loire,47.2184,-1.5536,0,true,exemple,https://example.org/decp-2024-03.json` + "\n"
	left, taken := strings.Replace(after, "%CPV%", "45233140", 1), strings.Replace(after, "%CPV%", "72415000", 1)
	var row []byte
	put := func(line []byte) {
		n, err := w.Write(line)
		if err != nil {
			b.Fatal(err)
		}
		written += int64(n)
	}
	put([]byte(strings.Join(header, ",") + "\n"))
	for ; written < size; rows++ {
		row = append(append(row[:0], buyer+"2024_"...), strconv.Itoa(rows)...)
		row = append(append(append(row, ",2024_"...), strconv.Itoa(rows)...), ",Marché,"+buyer+",Commune d’exemple,"...)
		if rows%10_000 == 7 { // a listed supplier: its markets are read a second time
			row = append(row, "42476141900045,SIRET,OVH,"...)
		} else {
			row = append(row, "90000002700012,SIRET,EXEMPLE,"...)
		}
		if rows%50 == 0 {
			row = append(row, "\"Réfection de la voirie, lot 2 ; \"\"tranche ferme\"\"\nrue de l’Exemple\""...)
		} else {
			row = append(row, "Travaux de réfection de la voirie et des réseaux divers du centre-bourg - lot n°"...)
			row = strconv.AppendInt(row, int64(rows%40), 10)
		}
		row = append(strconv.AppendInt(append(row, ','), int64(40_000+rows%1_000_000), 10), ".50,"...)
		if rows%200 == 0 {
			row = append(row, taken...)
		} else {
			row = append(row, left...)
		}
		put(row)
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		b.Fatal(err)
	}
	return rows, written
}
