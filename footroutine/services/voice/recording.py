"""A whole session as one sound file, mixed by the very mixer that plays it."""

import wave
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from footroutine.services.files import whole_file
from footroutine.services.voice.cued import TONE_PREFIX, Cued
from footroutine.services.voice.mixer import NS_PER_S, Mixer
from footroutine.services.voice.pcm import RATE, Samples, little_endian, read_wav
from footroutine.services.voice.speech import Sound
from footroutine.services.voice.tones import render

_MP3_KBITS = 48  # a second, mono: twice what speech needs
_MP3_DELAY = 1_105  # frames that the encoder and every decoder put before the sound


def mixed(
    sounds: Iterable[Sound], file_of: Callable[[str], Path | None], total_ms: int, volumes: tuple[int, int]
) -> Iterator[Samples]:
    """The session a second at a time: the sounds at their `at_ns`, counted from 0, until `total_ms`.

    `volumes` are those of voice and tones in percent. What has no file is left out. Only the phrases are held in
    memory, never the session.

    Raises:
        BadSoundError: a phrase's file cannot be read.
    """
    mixer = Mixer(lambda _event, _cue, _at_ns: None)
    mixer.set_gains(volumes[0] / 100, volumes[1] / 100)
    ready: dict[str, Samples] = {}
    cues: list[Cued] = []
    for sound in sounds:
        if sound.tone is not None:
            id_ = TONE_PREFIX + sound.tone
            ready.setdefault(id_, render(sound.tone, RATE))
        elif (path := file_of(sound.text or "")) is not None:
            id_ = str(path)
            if id_ not in ready:
                ready[id_] = read_wav(path)
        else:
            continue
        cues.append(Cued(id_, sound.at_ns))
    for id_, samples in ready.items():
        mixer.add(id_, samples)
    mixer.schedule(cues)
    total = total_ms * RATE // 1000
    for frame in range(0, total, RATE):
        yield mixer.pull(min(RATE, total - frame), frame * NS_PER_S // RATE)


def _write_wav(out: IO[bytes], chunks: Iterable[Samples]) -> None:
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for chunk in chunks:
            file.writeframesraw(little_endian(chunk))


def _write_mp3(out: IO[bytes], chunks: Iterable[Samples]) -> None:
    import lameenc  # only now: nothing else needs it

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_bit_rate(_MP3_KBITS)
    skipped = _MP3_DELAY  # of the silence that every session begins with, so that what follows is in its place
    for chunk in chunks:
        out.write(encoder.encode(chunk[skipped:].tobytes()))
        skipped = 0
    out.write(encoder.flush())


_WRITERS = {".wav": _write_wav, ".mp3": _write_mp3}
FORMATS = tuple(_WRITERS)


def write_recording(file: Path, chunks: Iterable[Samples]) -> None:
    """Write the sound whole or not at all, in the format that the file's ending says: one of `FORMATS`.

    Raises:
        OSError: it cannot be written.
    """
    with whole_file(file) as out:
        _WRITERS[file.suffix.lower()](out, chunks)
