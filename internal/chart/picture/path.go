package picture

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
)

// matrix is an affine transform: x' = a·x + c·y + e, y' = b·x + d·y + f, as SVG writes it.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// then is the transform that does n first, m after.
func (m matrix) then(n matrix) matrix {
	return matrix{m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b, m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		m.a*n.e + m.c*n.f + m.e, m.b*n.e + m.d*n.f + m.f}
}

func (m matrix) at(x, y float64) (float64, float64) { return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f }

// back gives the point that the transform puts at x, y.
func (m matrix) back(x, y float64) (float64, float64) {
	det := m.a*m.d - m.b*m.c
	x, y = x-m.e, y-m.f
	return (m.d*x - m.c*y) / det, (m.a*y - m.b*x) / det
}

// scale is how much longer lengths become.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

var transforms = regexp.MustCompile(`^(matrix|translate|rotate|scale)\(([^)]*)\)$`)

// parseTransform reads one transform, as ECharts writes it.
func parseTransform(text string) (matrix, error) {
	if text == "" {
		return identity, nil
	}
	m := transforms.FindStringSubmatch(text)
	if m == nil {
		return identity, fmt.Errorf("the transform %q is not one that is drawn here", text)
	}
	n, err := numbers(m[2])
	if err != nil {
		return identity, err
	}
	switch {
	case m[1] == "matrix" && len(n) == 6:
		return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}, nil
	case m[1] == "translate" && len(n) == 2:
		return matrix{1, 0, 0, 1, n[0], n[1]}, nil
	case m[1] == "scale" && len(n) == 2:
		return matrix{a: n[0], d: n[1]}, nil
	case m[1] == "rotate" && len(n) == 1:
		sin, cos := math.Sincos(n[0] * math.Pi / 180)
		return matrix{cos, sin, -sin, cos, 0, 0}, nil
	}
	return identity, fmt.Errorf("the transform %q has %d numbers", text, len(n))
}

var numeral = regexp.MustCompile(`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`)

func numbers(text string) ([]float64, error) {
	var out []float64
	for _, s := range numeral.FindAllString(text, -1) {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// pen draws a path.
type pen interface {
	MoveTo(x, y float64)
	LineTo(x, y float64)
	CubicTo(x1, y1, x2, y2, x3, y3 float64)
	ClosePath()
}

var segment = regexp.MustCompile(`([MLCAQZmlcaqzHVhv])([^A-DF-Za-df-z]*)`)

// takes is how many numbers each command takes.
var takes = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'Q': 4, 'A': 7, 'Z': 0}

// trace draws the data of a path (SVG 1.1, 8.3), transformed.
func trace(p pen, d string, m matrix) error {
	var x, y, startX, startY float64
	covered := 0
	for _, s := range segment.FindAllStringSubmatch(d, -1) {
		covered += len(s[0])
		command := s[1][0]
		n, err := numbers(s[2])
		if err != nil {
			return err
		}
		var dx, dy float64
		if command >= 'a' {
			command -= 'a' - 'A'
			dx, dy = 1, 1
		}
		count := takes[command]
		if count == 0 {
			p.ClosePath()
			x, y = startX, startY
			continue
		}
		if len(n) == 0 || len(n)%count != 0 {
			return fmt.Errorf("path: %q has %d numbers", s[0], len(n))
		}
		for i := 0; i < len(n); i += count {
			a := n[i : i+count]
			ox, oy := x*dx, y*dy // a small letter counts from where the pen is
			switch command {
			case 'M':
				x, y = ox+a[0], oy+a[1]
				startX, startY = x, y
				p.MoveTo(m.at(x, y))
				command = 'L' // further pairs are lines
			case 'L':
				x, y = ox+a[0], oy+a[1]
				p.LineTo(m.at(x, y))
			case 'H':
				x = ox + a[0]
				p.LineTo(m.at(x, y))
			case 'V':
				y = oy + a[0]
				p.LineTo(m.at(x, y))
			case 'C':
				cubic(p, m, ox+a[0], oy+a[1], ox+a[2], oy+a[3], ox+a[4], oy+a[5])
				x, y = ox+a[4], oy+a[5]
			case 'Q':
				cx, cy, ex, ey := ox+a[0], oy+a[1], ox+a[2], oy+a[3]
				cubic(p, m, x+2*(cx-x)/3, y+2*(cy-y)/3, ex+2*(cx-ex)/3, ey+2*(cy-ey)/3, ex, ey)
				x, y = ex, ey
			case 'A':
				ex, ey := ox+a[5], oy+a[6]
				arc(p, m, x, y, a[0], a[1], a[2], a[3] != 0, a[4] != 0, ex, ey)
				x, y = ex, ey
			}
		}
	}
	if covered != len(d) {
		return fmt.Errorf("path: %.40q holds something that is not drawn here", d)
	}
	return nil
}

func cubic(p pen, m matrix, x1, y1, x2, y2, x3, y3 float64) {
	x1, y1 = m.at(x1, y1)
	x2, y2 = m.at(x2, y2)
	x3, y3 = m.at(x3, y3)
	p.CubicTo(x1, y1, x2, y2, x3, y3)
}

// arc draws an elliptical arc as curves of a quarter at most (SVG 1.1, F.6).
func arc(p pen, m matrix, x1, y1, rx, ry, degrees float64, large, sweep bool, x2, y2 float64) {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || x1 == x2 && y1 == y2 {
		p.LineTo(m.at(x2, y2))
		return
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	hx, hy := (x1-x2)/2, (y1-y2)/2
	ux, uy := cos*hx+sin*hy, cos*hy-sin*hx
	if lambda := ux*ux/(rx*rx) + uy*uy/(ry*ry); lambda > 1 { // radii too small to reach
		rx, ry = rx*math.Sqrt(lambda), ry*math.Sqrt(lambda)
	}
	under := rx*rx*uy*uy + ry*ry*ux*ux
	k := math.Sqrt(math.Max(0, (rx*rx*ry*ry-under)/under))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*uy/ry, -k*ry*ux/rx
	from := math.Atan2((uy-cy)/ry, (ux-cx)/rx)
	turn := math.Atan2((-uy-cy)/ry, (-ux-cx)/rx) - from
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	ellipse := m.then(matrix{cos * rx, sin * rx, -sin * ry, cos * ry, cos*cx - sin*cy + (x1+x2)/2,
		sin*cx + cos*cy + (y1+y2)/2})
	parts := math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9)
	step := turn / parts
	reach := 4.0 / 3 * math.Tan(step/4)
	for i := range int(parts) {
		a := from + float64(i)*step
		s1, c1 := math.Sincos(a)
		s2, c2 := math.Sincos(a + step)
		cubic(p, ellipse, c1-reach*s1, s1+reach*c1, c2+reach*s2, s2-reach*c2, c2, s2)
	}
}
