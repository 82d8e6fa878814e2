// ECharts takes one thing or several in most places.
const list = (oneOrMany) => (oneOrMany == null ? [] : [].concat(oneOrMany));
