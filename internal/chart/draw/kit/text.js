// Words and numbers: how wide a text will be, how a number is written, the
// names of months. The browser measures for itself; the build has no screen.

// Widths of Arial in thousandths of the font size, from U+0020 to U+007E.
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHERS = {
  '\u00a0': 278, '\u202f': 200, '\u2019': 222, '\u2018': 222, '\u201c': 333, '\u201d': 333,
  '\u00ab': 556, '\u00bb': 556, '\u2013': 556, '\u2014': 1000, '\u2212': 584, '\u2026': 1000,
  '\u20ac': 556, '\u0153': 944, '\u0152': 1000, '\u00e6': 889, '\u00b0': 400, '\u2192': 1000,
};
// Readers' fonts are wider than Arial more often than narrower: DejaVu, the
// widest that is common, by this much. Too much room shows less than too little.
const MARGIN = 1.15;

function charWidth(c) {
  const known = WIDTHS[c.charCodeAt(0) - 32] || OTHERS[c];
  if (known) return known;
  const bare = c.normalize('NFD').charAt(0); // é is as wide as e
  return WIDTHS[bare.charCodeAt(0) - 32] || 1000;
}

function measureText(text, font) {
  const size = parseFloat((/([\d.]+)px/.exec(font || '') || [0, 12])[1]);
  const bold = /bold|[6-9]00/.test(font || '') ? 1.07 : 1;
  let thousandths = 0;
  for (const c of String(text == null ? '' : text)) thousandths += charWidth(c);
  return { width: thousandths * size * bold * MARGIN / 1000 };
}

// number writes at most three decimals, in the manner of the language.
function number(value, lang) {
  const [whole, part] = String(Number(Math.abs(value).toFixed(3))).split('.');
  const french = lang !== 'en';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, french ? '\u202f' : ',');
  const sign = value < 0 ? '\u2212' : '';
  return sign + grouped + (part ? (french ? ',' : '.') + part : '');
}

// formatter reads "=fr:# M€": the language, then a pattern where # is the
// number, and \# a sign of its own. ECharts hands over a number (axis) or a point (label, tooltip), whose
// value may be [place, number] or [place, low, high].
function formatter(spec) {
  const [, lang, pattern] = /^=(fr|en):([^]*)$/.exec(spec) || [];
  if (!lang) throw new Error('formatter ' + JSON.stringify(spec) + ' should look like "=fr:# M€"');
  const write = (v) => pattern.replace(/\\([\\#])|#/g, (all, sign) => sign || v);
  return function (given) {
    let value = given !== null && typeof given === 'object' && !Array.isArray(given) ? given.value : given;
    if (Array.isArray(value)) {
      const ends = value.slice(1).filter(Number.isFinite).map((v) => number(v, lang));
      return ends.length ? write(ends.join('\u2013')) : '';
    }
    if (value == null || value === '-' || Number.isNaN(value)) return '\u2013';
    return Number.isNaN(Number(value)) ? value : write(number(Number(value), lang));
  };
}

// literal gives words as they stand, whatever they hold. A tooltip would read
// {style|words} as words in a style: something without a width keeps it from that.
const literal = (words) => () => words.replace(/\{(?=\w+\|)/g, '{\u2060');

const FRENCH = {
  time: {
    month: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    monthAbbr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    dayOfWeek: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    dayOfWeekAbbr: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  },
};
