package site

import (
	"iter"

	"vigie/internal/dataset"
	"vigie/internal/export"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// RequestPage is a request for documents, ready to be sent.
type RequestPage struct {
	Silence   SilenceView
	Documents string
	Letters   []LetterView
	Requests  []RequestView // those that were sent
	Foreign   bool          // the letter is not in the language of the page
}

// LetterView is the letter to one body. It is in the language of the bodies
// that are asked, in every language of the site.
type LetterView struct {
	ID   string
	Body Link
	Text string
	File Link // the letter as a text file
}

// RequestView is a request that was sent, with what came of it.
type RequestView struct {
	ID             string
	Body, Silence  Link
	Asked          string
	Sent, Due      string
	Appeal         string
	State, StateID string
	Steps          []RequestStepView
	Note           string
	Claims         []Claim
}

// RequestStepView is one thing that came of a request.
type RequestStepView struct {
	Words, On, Says string
}

// requestSlug is the address of the request of a silence, below the silences.
func requestSlug(s *dataset.Silence) lang.Text {
	return lang.Text{FR: "demande/" + s.ID, EN: "request/" + s.ID}
}

// requestHref is the address of the request that would end a silence.
func (v view) requestHref(s *dataset.Silence) string {
	return v.site.Href(v.l, "silences") + requestSlug(s).In(v.l) + "/"
}

func (v view) request(s *dataset.Silence) Page {
	v.shows(record.Silences, s.ID)
	body := RequestPage{Silence: v.silenceRow(s), Documents: v.text(documents(s)),
		Foreign: v.l != v.site.Added.Letters.Language}
	for _, o := range v.site.addressees(s) {
		file := v.site.letterPath(s, o)
		body.Letters = append(body.Letters, LetterView{ID: o.ID, Body: v.organisationLink(o), Text: v.site.letterTo(s, o),
			File: Link{Href: "/" + file, Text: v.word("request.file")}})
	}
	for _, r := range s.Requests {
		body.Requests = append(body.Requests, v.sent(r))
	}
	return v.below("silences", requestSlug(s), "request", v.describe("title.request", v.text(s.Title)),
		v.describe("lead.request", v.text(s.Title)), body)
}

// documents are what a request names: its title where the silence says no more.
func documents(s *dataset.Silence) lang.Text {
	if !s.Documents.IsZero() {
		return s.Documents
	}
	return lang.Say("les documents sur ce sujet : {subject}", "the documents on this subject: {subject}").
		With(lang.In("subject", s.Title))
}

func (site *Site) letterTo(s *dataset.Silence, o *dataset.Organisation) string {
	l := site.Added.Letters.Language
	return site.Added.Letters.Write(LetterAbout{Body: o.Name.In(l), Documents: documents(s).In(l), Searched: s.Searched,
		Where: s.Where.In(l)})
}

func (site *Site) letterPath(s *dataset.Silence, o *dataset.Organisation) string {
	return site.Added.Letters.Folder + "/" + s.ID + "/" + o.ID + ".txt"
}

// letterFiles yields every ready letter as a text file.
func letterFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, one := range s.Data.Silences {
			for _, o := range s.addressees(one) {
				if !yield(Extra{s.letterPath(one, o), []byte(s.letterTo(one, o))}) {
					return
				}
			}
		}
	}
}

func (v view) sent(r *dataset.Request) RequestView {
	v.shows(record.Requests, r.ID)
	v.note(trace.Judged, thing(record.Ref{Kind: record.Requests, ID: r.ID}))
	out := RequestView{ID: r.ID, Asked: v.text(r.Asked), Sent: v.day(r.Sent), Due: v.day(r.Due), StateID: string(r.State),
		State: v.requestState(r.State), Note: v.text(r.Note), Claims: v.claims(r.Claims)}
	if r.Organisation != nil {
		out.Body = v.organisationLink(r.Organisation)
	}
	if r.Silence != nil {
		out.Silence = v.link(record.Ref{Kind: record.Silences, ID: r.Silence.ID}, r.Silence.Title)
	}
	switch r.State {
	case dataset.Silent, dataset.Turned, dataset.PartlyMet:
		out.Appeal = v.day(r.Appeal)
	}
	for _, s := range r.Steps {
		out.Steps = append(out.Steps,
			RequestStepView{Words: v.name(record.RequestStepList, string(s.Step)), On: v.day(s.On), Says: v.text(s.Says)})
	}
	return out
}

// requestState words where a request stands: the vocabulary does after an appeal, the
// theme otherwise.
func (v view) requestState(state dataset.RequestState) string {
	if step, ok := v.wordOf(record.RequestStepList, string(state)); ok && !step.State.IsZero() {
		return v.text(step.State)
	}
	return v.word("request-state." + string(state))
}

// mapFiles are the files of the whole map, to take away.
func (v view) mapFiles() []Download {
	tables, _ := v.exports()
	if t, ok := export.Find(tables, "carte_des_silences"); ok {
		return v.downloads(t)
	}
	return nil
}
