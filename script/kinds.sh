#!/bin/sh
# Names the heaviest page of each kind in each language of a built site, one a line:
# kind, language, address from the root. A kind is a template of the theme.
#
#   script/kinds.sh [public] [kind or address...]
set -eu
export LC_ALL=C
site=${1:-public}
[ $# -eq 0 ] || shift
cd "$site"

kinds() {
  grep -roE -m1 --include='*.html' '<body class="page-[a-z-]+' . | sed 's,^\./,,; s,:<body class="page-, ,' |
    while read -r page kind; do
      language=fr
      case $page in en/*) language=en ;; esac
      echo "$kind $language $(wc -c <"$page") $page"
    done | sort -k1,1 -k2,2r -k3,3nr -k4,4 |
    awk '!seen[$1, $2]++ { sub(/index\.html$/, "", $4); print $1, $2, "/" $4 }'
}

if [ $# -eq 0 ]; then
  kinds
else
  kinds | awk -v asked="$*" 'BEGIN { split(asked, names, " "); for (i in names) wanted[names[i]] = 1 }
    $1 in wanted || $3 in wanted'
fi
