#!/bin/sh
# Makes sure that the tests find a browser and gettext; says which command to run where it cannot.
set -u
PATH="$PWD/.venv/bin:$PATH"

have_browser() {
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null || ls "$HOME"/.cache/ms-playwright/chromium*/ >/dev/null 2>&1
}

install() { # package, what it is for
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null &&
        apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null 2>&1
}

have_browser || playwright install chromium >/dev/null 2>&1 || install chromium
have_browser || { echo "No browser. Run: apt-get install chromium (or .venv/bin/playwright install chromium)"; exit 1; }
command -v msgmerge >/dev/null || install gettext
command -v msgmerge >/dev/null || { echo "No gettext. Run: apt-get install gettext"; exit 1; }
command -v git >/dev/null || { echo "No git. Run: apt-get install git"; exit 1; }
