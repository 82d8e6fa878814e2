# What the scripts of this folder share; they read it with `.`, at the root of the project.
# shellcheck shell=sh

# fail says what is wrong, and how to mend it, and ends the script.
fail() {
  echo "$(basename "$0"): $*" >&2
  exit 2
}

# sums is sha256sum, wherever it is called otherwise.
sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# step runs a command under a title and says how long it took. On GitHub the lines of the command are no commands of the
# runner, whatever text of the data stands in them.
step() { # words, then the command; its variables are shared with the command, which may be a function
  step_words=$1
  shift
  echo "== $step_words"
  step_token=
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    step_token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "::stop-commands::$step_token"
  fi
  step_began=$(date +%s)
  step_code=0
  "$@" || step_code=$?
  [ -z "$step_token" ] || echo "::$step_token::"
  echo "   $(($(date +%s) - step_began)) s"
  return "$step_code"
}

# plain leaves of a file what may be shown: its first bytes, no controls, no marks that turn the direction of writing.
plain() { # file, most bytes
  head -c "$2" "$1" | iconv -c -f UTF-8 -t UTF-8 | LC_ALL=C tr -d '\000-\010\013-\037\177' |
    LC_ALL=C sed 's/\xe2\x80[\xaa-\xae]//g; s/\xe2\x81[\xa6-\xa9]//g; s/\xe2\x80[\x8e\x8f]//g'
}

# fenced shows a file of others in Markdown as a block of code, in which nothing is markup, a link or a mention: no run of
# backticks in it is as long as the fence.
fenced() { # file, most bytes
  plain "$1" "$2" | awk '
    { lines[NR] = $0; rest = $0
      while (match(rest, /`+/)) { if (RLENGTH > longest) longest = RLENGTH; rest = substr(rest, RSTART + RLENGTH) } }
    END { fence = "```"; while (length(fence) <= longest) fence = fence "`"
      print fence "text"; for (i = 1; i <= NR; i++) print lines[i]; print fence }'
  [ "$(wc -c <"$1")" -le "$2" ] || echo "(cut: the artefact of the run holds the rest)"
}

# named says whether a text is a name of ours, such as that of a source.
named() {
  case $1 in
  "" | -* | *[!a-z0-9-]*) return 1 ;;
  esac
}
