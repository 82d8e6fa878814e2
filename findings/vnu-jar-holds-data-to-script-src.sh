#!/bin/sh
# npm vnu-jar 26.9.27 (the Nu Html Checker) warns that a block of JSON-LD violates a
# policy without 'unsafe-inline': "Inline script violates Content Security Policy".
#
# By the HTML standard a <script> whose type is no type of script is a data block: it is
# never run, and preparing it ends before the policy is asked. The page of schema.org
# data below is valid, and browsers report no violation on it. A site that keeps a strict
# policy and describes its datasets in JSON-LD gets the warning on every page; a hash or
# a nonce, as the message asks for, changes nothing in a browser.
#
# Wants npm and Java.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-save --no-audit --no-fund vnu-jar@26.9.27 >/dev/null
cat > page.html <<'HTML'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>Made up</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Dataset", "name": "Made up"}</script>
</head>
<body><h1>Made up</h1></body>
</html>
HTML
got=$(java -jar node_modules/vnu-jar/build/dist/vnu.jar --format text --exit-zero-always page.html 2>&1 |
	grep -c 'Inline script violates Content Security Policy' || true)
echo "warnings on a data block: $got"
[ "$got" = 1 ] || { echo "it changed: wanted 1" >&2; exit 1; }
