#!/bin/sh
# What a person does with the installed program, in a desktop with no screen and no loudspeaker: `try_deb.py` runs it as
# an ordinary user. The sound of the session is left in /tmp/heard.raw: 16 kHz, one channel, 16 bits.
set -eu
export XDG_RUNTIME_DIR=/tmp/runtime LANG=C.UTF-8 DISPLAY=:9
mkdir -m 700 "$XDG_RUNTIME_DIR"
mkdir -p "$HOME/.config/footroutine"
printf 'version = 1\n[start]\ndisclaimer_accepted = true\n' >"$HOME/.config/footroutine/settings.toml"

Xvfb $DISPLAY -screen 0 1280x900x24 -nolisten tcp 2>/dev/null &
pulseaudio --daemonize=no --exit-idle-time=-1 -n -L 'module-null-sink sink_name=out' -L module-native-protocol-unix 2>/dev/null &
until pactl info >/dev/null 2>&1 && xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.2; done

footroutine doctor
footroutine start toe-press &
program=$!
xdotool search --sync --onlyvisible --name 'Foot Routine' >/dev/null
echo 'The window is there.'
parec -d out.monitor --raw --rate=16000 --channels=1 --format=s16le | head -c 640000 >/tmp/heard.raw # 20 s
footroutine start short | grep 'A session is under way'
kill -TERM $program
wait $program
echo 'It ended in order.'
