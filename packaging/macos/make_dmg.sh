#!/bin/sh
# The macOS disk image, made on macOS after `python -m PyInstaller packaging/footroutine.spec`: dist/FootRoutine.dmg.
# With SIGN_AS="Developer ID Application: …" the program is signed, and may then be notarised by `xcrun notarytool`.
set -eu
cd "$(dirname "$0")/../.."
app="dist/Foot Routine.app"
if [ -n "${SIGN_AS:-}" ]; then
    codesign --force --deep --options runtime --timestamp --sign "$SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
cp LICENSE "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "Foot Routine" -srcfolder "$folder" -format UDZO -ov dist/FootRoutine.dmg
