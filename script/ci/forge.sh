# All that the scripts of this folder ask of GitHub, each thing in one function, by its command line `gh`. A test puts
# another `gh` on the PATH.
# shellcheck shell=sh

# issue_of prints the number of the open issue of a title that this automation opened; nothing when there is none.
issue_of() { # title
  gh issue list --state open --limit 1000 --json number,title,author \
    --jq ".[] | select(.title == \"$1\" and .author.is_bot) | .number" | head -n 1
}
issue_open() { gh issue create --title "$1" --body-file "$2"; }
issue_close() { gh issue close "$1" --comment "$2"; }

# proposal_of prints the number of the open pull request of a branch.
proposal_of() { gh pr list --state open --head "$1" --json number --jq '.[0].number // empty'; }
proposal_open() { gh pr create --head "$1" --base "$2" --title "$3" --body-file "$4"; }
proposal_edit() { gh pr edit "$1" --title "$2" --body-file "$3"; }

# head_of prints the commit that a pull request proposes now.
head_of() { gh api "repos/$REPO/pulls/$1" --jq .head.sha; }

# comment_of prints the number of our comment, by its first line.
comment_of() { # pull request, first line
  gh api --paginate "repos/$REPO/issues/$1/comments" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$2\"))) | .id" | head -n 1
}
comment_add() { gh api --silent "repos/$REPO/issues/$1/comments" -F "body=@$2"; }
comment_edit() { gh api --silent --method PATCH "repos/$REPO/issues/comments/$1" -F "body=@$2"; }

# pushed pushes with the token of gh, which is written to no file.
pushed() { git -c credential.helper= -c credential.helper='!gh auth git-credential' push "$@"; }
