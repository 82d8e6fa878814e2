# The same for GitLab, which makes a merge request of the options of a push. It has no issue to open without a token of
# more rights: the job fails, and GitLab writes to whoever owns the schedule.
# shellcheck shell=sh disable=SC2154

proposal_of() { :; }
proposal_open() { echo "proposed: $1"; }
proposal_edit() { :; }

# pushed pushes with PUSH_TOKEN, which is written to no file and to no address.
pushed() {
  # shellcheck disable=SC2016 # the helper reads the token, not this line
  git -c credential.helper= -c credential.helper='!f() { echo username=propose; echo "password=$PUSH_TOKEN"; }; f' push \
    -o merge_request.create -o "merge_request.target=$onto" -o "merge_request.title=data: $branch" "$@"
}
