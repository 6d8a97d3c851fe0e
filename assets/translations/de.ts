<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Foot Routine</source>
        <translation>Über Foot Routine</translation>
    </message>
    <message>
        <source>Version {version} · {licence}</source>
        <translation>Fassung {version} · {licence}</translation>
    </message>
    <message>
        <source>What this is, and what it is not</source>
        <translation>Was das hier ist, und was nicht</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>Wer was sagt</translation>
    </message>
    <message>
        <source>Where your files are</source>
        <translation>Wo deine Dateien liegen</translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>The start at login could not be changed: {reason}.</source>
        <translation>Der Start bei der Anmeldung ließ sich nicht ändern: {reason}.</translation>
    </message>
    <message>
        <source>It stays here and reminds you. To end it: Quit, in this sign&apos;s menu.</source>
        <translation>Das Programm bleibt hier und erinnert dich. Beenden kannst du es im Menü dieses Zeichens.</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back to Today (Esc)</source>
        <translation>Zurück zu Heute (Esc)</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>set</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>twice: to the one before</source>
        <translation>zweimal: zum vorigen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Nochmal</translation>
    </message>
    <message>
        <source>start of set</source>
        <translation>Satzanfang</translation>
    </message>
    <message>
        <source>Back to the start of this set</source>
        <translation>Zurück zum Anfang dieses Satzes</translation>
    </message>
    <message>
        <source>Skip this set</source>
        <translation>Auslassen: diesen Satz</translation>
    </message>
    <message>
        <source>start of rest</source>
        <translation>Pausenanfang</translation>
    </message>
    <message>
        <source>Back to the start of this rest</source>
        <translation>Zurück zum Anfang dieser Pause</translation>
    </message>
    <message>
        <source>Skip this rest</source>
        <translation>Auslassen: diese Pause</translation>
    </message>
    <message>
        <source>start of part</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Back to the start of this part</source>
        <translation>Zurück zum Anfang dieses Teils</translation>
    </message>
    <message>
        <source>Skip this part</source>
        <translation>Auslassen: diesen Teil</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Repeat this exercise</source>
        <translation>Nochmal: diese Übung</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Rep {rep}</source>
        <translation>Wdh. {rep}</translation>
    </message>
    <message>
        <source> of {reps}</source>
        <translation> von {reps}</translation>
    </message>
    <message>
        <source>Set {set}</source>
        <translation>Satz {set}</translation>
    </message>
    <message>
        <source>Then set {set}</source>
        <translation>Dann Satz {set}</translation>
    </message>
    <message>
        <source> of {sets}</source>
        <translation> von {sets}</translation>
    </message>
</context>
<context>
    <name>DayDone</name>
    <message>
        <source>That is all for today. Well done.</source>
        <translation>Das war alles für heute. Gut gemacht.</translation>
    </message>
</context>
<context>
    <name>DayLedger</name>
    <message>
        <source>Through the day</source>
        <translation>Über den Tag</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Change the plan of your day</source>
        <translation>Den Plan deines Tages ändern</translation>
    </message>
    <message>
        <source>Done with the plan of your day</source>
        <translation>Fertig mit dem Plan deines Tages</translation>
    </message>
    <message>
        <source>No plan.</source>
        <translation>Kein Plan.</translation>
    </message>
    <message>
        <source>A rest day. Rest is part of the plan.</source>
        <translation>Ein Ruhetag. Ruhe gehört zum Plan.</translation>
    </message>
</context>
<context>
    <name>DoneLine</name>
    <message>
        <source>Not this time</source>
        <translation>Diesmal nicht</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Back to Today</source>
        <translation>Zurück zu Heute</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>When to stop, and when to see someone</source>
        <translation>Wann aufhören, und wann zum Arzt</translation>
    </message>
    <message>
        <source>Note of the day</source>
        <translation>Notiz des Tages</translation>
    </message>
    <message>
        <source>For yourself, or for whoever treats you.</source>
        <translation>Für dich, oder für den, der dich behandelt.</translation>
    </message>
</context>
<context>
    <name>EndBar</name>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Die Übungszeit beenden</translation>
    </message>
    <message>
        <source>End the session? What you have done is kept.</source>
        <translation>Übungszeit beenden? Was du getan hast, zählt.</translation>
    </message>
</context>
<context>
    <name>ExerciseCard</name>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Change {exercise}</source>
        <translation>{exercise} ändern</translation>
    </message>
</context>
<context>
    <name>ExerciseForm</name>
    <message>
        <source>{exercise}: part of the routine</source>
        <translation>{exercise}: gehört zur Routine</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Put back the recommended</source>
        <translation>Empfohlenes wiederherstellen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Brisk</source>
        <translation>Zügig</translation>
    </message>
    <message>
        <source>Left first</source>
        <translation>Links zuerst</translation>
    </message>
    <message>
        <source>Right first</source>
        <translation>Rechts zuerst</translation>
    </message>
    <message>
        <source>As described</source>
        <translation>Wie beschrieben</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Reps</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Circling, each way</source>
        <translation>Kreisen, je Richtung</translation>
    </message>
    <message>
        <source>Rest between sets</source>
        <translation>Pause zwischen den Sätzen</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Which side first</source>
        <translation>Welche Seite zuerst</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Our default</source>
        <translation>Unsere Vorgabe</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
</context>
<context>
    <name>FigureCard</name>
    <message>
        <source>Picture of the exercise; a click pauses, or goes on</source>
        <translation>Bild der Übung; ein Klick hält an, oder macht weiter</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Erase all…</source>
        <translation>Alles löschen…</translation>
    </message>
    <message>
        <source>Erase all that is yours?</source>
        <translation>Alles löschen, was dir gehört?</translation>
    </message>
    <message>
        <source>This erases your whole history with sessions, pain and notes, your settings, your own exercises and routines, the spoken phrases and the log. It cannot be undone. Back-ups that you saved elsewhere stay.</source>
        <translation>Das löscht deinen ganzen Verlauf mit Einheiten, Schmerz und Notizen, deine Einstellungen, deine eigenen Übungen und Routinen, die gesprochenen Sätze und das Protokoll. Es lässt sich nicht rückgängig machen. Sicherungen, die du anderswo gespeichert hast, bleiben.</translation>
    </message>
    <message>
        <source>Yes, all of it</source>
        <translation>Ja, alles</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Erase now</source>
        <translation>Jetzt löschen</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Remind me through the day</source>
        <translation>Über den Tag daran erinnern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Welcome. What this is, and what it is not</source>
        <translation>Willkommen. Was das hier ist, und was nicht</translation>
    </message>
    <message>
        <source>Do you hear me?</source>
        <translation>Hörst du mich?</translation>
    </message>
    <message>
        <source>Sessions are spoken, so that you need not look. Try it out:</source>
        <translation>Alles wird gesprochen, damit du nicht hinsehen musst. Probier es aus:</translation>
    </message>
    <message>
        <source>Test the voice</source>
        <translation>Stimme testen</translation>
    </message>
    <message>
        <source>You hear nothing? Turn the volume up, or plug in headphones, and try again.</source>
        <translation>Du hörst nichts? Dreh lauter oder steck Kopfhörer ein, und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Yes, I hear the voice</source>
        <translation>Ja, ich höre die Stimme</translation>
    </message>
    <message>
        <source>No voice: lead me by tones and captions</source>
        <translation>Keine Stimme: führ mich mit Tönen und Text</translation>
    </message>
    <message>
        <source>Silent: I look at the screen</source>
        <translation>Lautlos: ich sehe auf den Bildschirm</translation>
    </message>
    <message>
        <source>Which routine?</source>
        <translation>Welche Routine?</translation>
    </message>
    <message>
        <source>You can change it, and everything else, at any time.</source>
        <translation>Du kannst sie jederzeit ändern, und alles andere auch.</translation>
    </message>
    <message>
        <source>Step {n} of {count}</source>
        <translation>Schritt {n} von {count}</translation>
    </message>
    <message>
        <source>I understand</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Los geht’s</translation>
    </message>
</context>
<context>
    <name>FootScale</name>
    <message>
        <source>{foot}: {n} of 10</source>
        <translation>{foot}: {n} von 10</translation>
    </message>
</context>
<context>
    <name>GlanceCard</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More in Progress</source>
        <translation>Mehr unter Fortschritt</translation>
    </message>
    <message>
        <source>Your weeks</source>
        <translation>Deine Wochen</translation>
    </message>
</context>
<context>
    <name>GoOnCard</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht mehr</translation>
    </message>
    <message>
        <source>What you have done stays in your history.</source>
        <translation>Was du getan hast, bleibt in deinem Verlauf.</translation>
    </message>
    <message>
        <source>Go on: {exercise}</source>
        <translation>Weiter mit: {exercise}</translation>
    </message>
    <message>
        <source>Go on: {exercise}, {place}</source>
        <translation>Weiter mit: {exercise}, {place}</translation>
    </message>
</context>
<context>
    <name>Grip</name>
    <message>
        <source>Drag to another place (Alt+Up, Alt+Down)</source>
        <translation>An eine andere Stelle ziehen (Alt+Hoch, Alt+Runter)</translation>
    </message>
</context>
<context>
    <name>HearingTest</name>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>It is speaking now. If you hear nothing, check the loudspeaker and its volume.</source>
        <translation>Jetzt spricht sie. Wenn du nichts hörst, prüfe den Lautsprecher und die Lautstärke.</translation>
    </message>
    <message>
        <source>Nothing could be said. Try again, or let tones lead you: Settings, How much it talks.</source>
        <translation>Es konnte nichts gesagt werden. Versuch es noch einmal, oder lass dich von Tönen führen: Einstellungen, Wie viel gesprochen wird.</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>LedgerLine</name>
    <message>
        <source>{what} · {done} of {goal}</source>
        <translation>{what} · {done} von {goal}</translation>
    </message>
    <message>
        <source>{title}, and {n} more</source>
        <translation>{title}, und {n} mehr</translation>
    </message>
    <message>
        <source>{time} · next</source>
        <translation>{time} · als Nächstes</translation>
    </message>
    <message>
        <source>{time}, done</source>
        <translation>{time}, getan</translation>
    </message>
</context>
<context>
    <name>LookingBack</name>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>foot-exercises-report.pdf</source>
        <translation>bericht-fussuebungen.pdf</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Diese Seite speichern</translation>
    </message>
    <message>
        <source>foot-exercises-progress.pdf</source>
        <translation>fortschritt-fussuebungen.pdf</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Blatt speichern</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>NextUp</name>
    <message>
        <source>Then: {what}</source>
        <translation>Dann: {what}</translation>
    </message>
    <message>
        <source>Next:</source>
        <translation>Danach:</translation>
    </message>
    <message>
        <source>Next exercise:</source>
        <translation>Nächste Übung:</translation>
    </message>
    <message>
        <source>Rep {rep}</source>
        <translation>Wdh. {rep}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this notice away</source>
        <translation>Diesen Hinweis wegräumen</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Wegräumen</translation>
    </message>
</context>
<context>
    <name>OwnFiles</name>
    <message>
        <source>Back-up</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Save a back-up</source>
        <translation>Sicherung speichern</translation>
    </message>
    <message>
        <source>Restore a back-up</source>
        <translation>Sicherung zurückholen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
    <message>
        <source>Restored. What it replaced is kept: {files}</source>
        <translation>Zurückgeholt. Was vorher da war, ist aufgehoben: {files}</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Zurückgeholt.</translation>
    </message>
    <message>
        <source>If you use a speech program of your own, name it again in Settings.</source>
        <translation>Wenn du ein eigenes Sprechprogramm benutzt, nenne es in den Einstellungen noch einmal.</translation>
    </message>
    <message>
        <source>Everything is erased.</source>
        <translation>Alles ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>PainAsking</name>
    <message>
        <source>How are your feet now, before you begin?</source>
        <translation>Wie geht es deinen Füßen jetzt, bevor du anfängst?</translation>
    </message>
    <message>
        <source>How are your feet now?</source>
        <translation>Wie geht es deinen Füßen?</translation>
    </message>
    <message>
        <source>How are your feet this morning?</source>
        <translation>Wie geht es deinen Füßen heute Morgen?</translation>
    </message>
</context>
<context>
    <name>PainScale</name>
    <message>
        <source>0 is no pain, 10 is the worst that you can think of.</source>
        <translation>0 ist kein Schmerz, 10 der schlimmste, den du dir denken kannst.</translation>
    </message>
    <message>
        <source>Left foot</source>
        <translation>Linker Fuß</translation>
    </message>
    <message>
        <source>Right foot</source>
        <translation>Rechter Fuß</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>PauseVeil</name>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Press Space to go on.</source>
        <translation>Weiter mit der Leertaste.</translation>
    </message>
    <message>
        <source>The computer was asleep.</source>
        <translation>Der Computer hat geschlafen.</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>It is kept. You can go on with it on Today, for the rest of the day.</source>
        <translation>Das bleibt erhalten. Unter Heute kannst du den Rest des Tages damit weitermachen.</translation>
    </message>
    <message>
        <source>Tomorrow begins at {time}: {what}.</source>
        <translation>Morgen geht es um {time} los: {what}.</translation>
    </message>
    <message>
        <source>Tomorrow is a rest day.</source>
        <translation>Morgen ist ein Ruhetag.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>As tables</source>
        <translation>Als Tabellen</translation>
    </message>
    <message>
        <source>Save a report as PDF…</source>
        <translation>Bericht als PDF speichern…</translation>
    </message>
    <message>
        <source>Save this page as PDF…</source>
        <translation>Diese Seite als PDF speichern…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Der Monat davor</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Der Monat danach</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 Wochen</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Do one set, and you find it here: by day, by exercise and by foot.</source>
        <translation>Mach einen Satz, dann findest du ihn hier: nach Tag, Übung und Fuß.</translation>
    </message>
    <message>
        <source>Go to Today</source>
        <translation>Zu Heute</translation>
    </message>
    <message>
        <source>As pictures</source>
        <translation>Als Bilder</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>In 15 minutes</source>
        <translation>In 15 Minuten</translation>
    </message>
    <message>
        <source>Not today</source>
        <translation>Heute nicht</translation>
    </message>
    <message>
        <source>This is how a reminder looks.</source>
        <translation>So sieht eine Erinnerung aus.</translation>
    </message>
    <message>
        <source>Time for your feet</source>
        <translation>Zeit für deine Füße</translation>
    </message>
    <message>
        <source>It works: your answer has come back.</source>
        <translation>Es geht: deine Antwort ist angekommen.</translation>
    </message>
    <message>
        <source>It is shown now, where your desktop shows its messages.</source>
        <translation>Sie ist jetzt zu sehen, wo dein Desktop seine Meldungen zeigt.</translation>
    </message>
    <message>
        <source>Your desktop wants quiet now, so nothing is shown.</source>
        <translation>Dein Desktop will gerade Ruhe, darum ist nichts zu sehen.</translation>
    </message>
    <message>
        <source>Your desktop shows it without buttons.</source>
        <translation>Dein Desktop zeigt sie ohne Knöpfe.</translation>
    </message>
</context>
<context>
    <name>RepDots</name>
    <message>
        <source>{done} of {reps} reps done</source>
        <translation>{done} von {reps} Wiederholungen getan</translation>
    </message>
</context>
<context>
    <name>RoutineBar</name>
    <message>
        <source>The time of the whole routine: {each}</source>
        <translation>Die Zeit der ganzen Runde: {each}</translation>
    </message>
</context>
<context>
    <name>RoutineLine</name>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>RoutinesPage</name>
    <message>
        <source>Name of the routine</source>
        <translation>Name der Routine</translation>
    </message>
    <message>
        <source>Type another name; Enter keeps it</source>
        <translation>Tipp einen anderen Namen; Enter behält ihn</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Saves it as a sheet for printing: pictures, doses, what to mind</source>
        <translation>Speichert sie als Blatt zum Drucken: Bilder, Dosis, worauf du achtest</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>Routinen</translation>
    </message>
    <message>
        <source>Add an exercise</source>
        <translation>Eine Übung dazunehmen</translation>
    </message>
    <message>
        <source>Yours. Every change is kept at once.</source>
        <translation>Deine eigene. Jede Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>This one comes with Foot Routine and stays as it is: your first change makes a copy of it.</source>
        <translation>Diese gehört zu Foot Routine und bleibt, wie sie ist: Deine erste Änderung macht eine Kopie davon.</translation>
    </message>
    <message>
        <source>Used on Today</source>
        <translation>Gilt für Heute</translation>
    </message>
    <message>
        <source>Use on Today</source>
        <translation>Für Heute nehmen</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Undo: {what} (Ctrl+Z)</source>
        <translation>Rückgängig: {what} (Strg+Z)</translation>
    </message>
    <message>
        <source>{exercises} · about {time}</source>
        <translation>{exercises} · etwa {time}</translation>
    </message>
    <message>
        <source>Every exercise of it is turned off in Settings</source>
        <translation>Jede Übung davon ist in den Einstellungen ausgeschaltet</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ Neu</translation>
    </message>
    <message>
        <source>New routine</source>
        <translation>Neue Routine</translation>
    </message>
    <message>
        <source>Add {exercise}</source>
        <translation>{exercise} dazunehmen</translation>
    </message>
    <message>
        <source>Name changed</source>
        <translation>Name geändert</translation>
    </message>
    <message>
        <source>{exercise} added</source>
        <translation>{exercise} dazugenommen</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Far view</source>
        <translation>Fernansicht</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Exercise {n} of {count}</source>
        <translation>Übung {n} von {count}</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Every change is kept at once.</source>
        <translation>Jede Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>They count in every routine, unless it has its own: see the page Routines.</source>
        <translation>Sie gelten in jeder Routine, außer wo eine Routine auf der Seite Routinen eigene hat.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Your day</source>
        <translation>Dein Tag</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Voice and sounds</source>
        <translation>Stimme und Töne</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Test the voice</source>
        <translation>Stimme testen</translation>
    </message>
    <message>
        <source>Show me one now</source>
        <translation>Jetzt eine zeigen</translation>
    </message>
    <message>
        <source>The standard voice</source>
        <translation>Die Standardstimme</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>Routinen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Left out in Settings</source>
        <translation>In den Einstellungen ausgelassen</translation>
    </message>
    <message>
        <source>Move {exercise} up</source>
        <translation>{exercise} nach oben</translation>
    </message>
    <message>
        <source>Move {exercise} down</source>
        <translation>{exercise} nach unten</translation>
    </message>
    <message>
        <source>Take {exercise} out</source>
        <translation>{exercise} herausnehmen</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Reps</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Circling, each way</source>
        <translation>Kreisen, je Richtung</translation>
    </message>
    <message>
        <source>Rest between sets</source>
        <translation>Pause zwischen den Sätzen</translation>
    </message>
    <message>
        <source>As in Settings</source>
        <translation>Wie eingestellt</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Settings: {amount}</source>
        <translation>Einstellungen: {amount}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>{exercise} moved</source>
        <translation>{exercise} verschoben</translation>
    </message>
    <message>
        <source>{exercise} is now number {n}</source>
        <translation>{exercise} ist jetzt Nummer {n}</translation>
    </message>
    <message>
        <source>{exercise} taken out</source>
        <translation>{exercise} herausgenommen</translation>
    </message>
    <message>
        <source>{exercise} changed</source>
        <translation>{exercise} geändert</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>{name}: less</source>
        <translation>{name}: weniger</translation>
    </message>
    <message>
        <source>{name}: more</source>
        <translation>{name}: mehr</translation>
    </message>
</context>
<context>
    <name>StopsPage</name>
    <message>
        <source>Back to Today</source>
        <translation>Zurück zu Heute</translation>
    </message>
    <message>
        <source>When to stop, and when to see someone</source>
        <translation>Wann aufhören, und wann zum Arzt</translation>
    </message>
    <message>
        <source>When to see someone</source>
        <translation>Wann zum Arzt</translation>
    </message>
    <message>
        <source>Pain, as two sources see it</source>
        <translation>Schmerz, wie zwei Quellen ihn sehen</translation>
    </message>
    <message>
        <source>When to stop, in every exercise</source>
        <translation>Wann aufhören, bei jeder Übung</translation>
    </message>
    <message>
        <source>When to stop: {exercise}</source>
        <translation>Wann aufhören: {exercise}</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start the session</source>
        <translation>Mit den Übungen beginnen</translation>
    </message>
    <message>
        <source>How are your feet now?</source>
        <translation>Wie geht es deinen Füßen?</translation>
    </message>
    <message>
        <source>When to stop, and when to see someone</source>
        <translation>Wann aufhören, und wann zum Arzt</translation>
    </message>
    <message>
        <source>Listen and follow. The voice says each step, so you need not look.</source>
        <translation>Hör zu und mach mit. Die Stimme sagt jeden Schritt, du musst nicht hinsehen.</translation>
    </message>
    <message>
        <source>Pause whenever you like: Space stops everything, and nothing is lost.</source>
        <translation>Halte an, wann du magst: Die Leertaste stoppt alles, und nichts geht verloren.</translation>
    </message>
    <message>
        <source>Be kind to your feet. Stop if something hurts, and ask a doctor if it stays.</source>
        <translation>Sei gut zu deinen Füßen. Hör auf, wenn etwas wehtut, und geh zum Arzt, wenn es bleibt.</translation>
    </message>
    <message>
        <source>Plan your day</source>
        <translation>Tag planen</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ Neu</translation>
    </message>
    <message>
        <source>New routine</source>
        <translation>Neue Routine</translation>
    </message>
    <message>
        <source>Build a routine of your own</source>
        <translation>Eine eigene Routine zusammenstellen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Start the session</source>
        <translation>Mit den Übungen beginnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hide the window</source>
        <translation>Fenster verbergen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>WindowApp</name>
    <message>
        <source>Getting the voice ready…</source>
        <translation>Die Stimme macht sich bereit…</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n exercises</source>
        <translation>
            <numerusform>%n Übung</numerusform>
            <numerusform>%n Übungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets</source>
        <translation>
            <numerusform>%n Satz</numerusform>
            <numerusform>%n Sätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of {reps}</source>
        <translation>
            <numerusform>%n Satz mit {reps}</numerusform>
            <numerusform>%n Sätze mit {reps}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n sets</source>
        <translation>
            <numerusform>{done} von %n Satz</numerusform>
            <numerusform>{done} von %n Sätzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n reps</source>
        <translation>
            <numerusform>{done} von %n Wiederholung</numerusform>
            <numerusform>{done} von %n Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes of exercise</source>
        <translation>
            <numerusform>%n Minute geübt</numerusform>
            <numerusform>%n Minuten geübt</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute of exercise</source>
        <translation>Weniger als eine Minute geübt</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days in a row</source>
        <translation>
            <numerusform>%n Tag in Folge</numerusform>
            <numerusform>%n Tage in Folge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n Einheit</numerusform>
            <numerusform>%n Einheiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crash_log</name>
    <message>
        <source>Something went wrong that should not.</source>
        <translation>Etwas ist schiefgegangen, das nicht sollte.</translation>
    </message>
    <message>
        <source>Something went wrong that should not, and {file} could not be written.</source>
        <translation>Etwas ist schiefgegangen, das nicht sollte, und {file} ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Something went wrong that should not. What happened is written in {file}</source>
        <translation>Etwas ist schiefgegangen, das nicht sollte. Was geschah, steht in {file}</translation>
    </message>
</context>
<context>
    <name>disclaimer</name>
    <message>
        <source>Foot Routine guides you through foot exercises. It is for information only, and made by people who are not medical professionals. It cannot examine you, and it does not replace someone who can.</source>
        <translation>Foot Routine führt dich durch Fußübungen. Es dient nur der Information und ist von Leuten gemacht, die keine medizinischen Fachleute sind. Es kann dich nicht untersuchen, und es ersetzt niemanden, der das kann.</translation>
    </message>
    <message>
        <source>Ask a doctor or a podiatrist before you begin, above all if you have diabetes, numb feet, swelling, a recent fall, injury or operation, or pain that does not go away.</source>
        <translation>Frag eine Ärztin, einen Arzt oder die Podologie, bevor du anfängst, vor allem bei Diabetes, tauben Füßen, Schwellungen, nach einem Sturz, einer Verletzung oder Operation, oder bei Schmerzen, die nicht weggehen.</translation>
    </message>
    <message>
        <source>Stop at once if something hurts, tingles or makes you dizzy. Hold on to something steady when you stand.</source>
        <translation>Hör sofort auf, wenn etwas wehtut, kribbelt oder dir schwindlig wird. Halt dich im Stehen an etwas Festem fest.</translation>
    </message>
</context>
<context>
    <name>file_dialog</name>
    <message>
        <source>Sheet, A4</source>
        <translation>Blatt, A4</translation>
    </message>
    <message>
        <source>Sheet, US Letter</source>
        <translation>Blatt, US Letter</translation>
    </message>
</context>
<context>
    <name>glance</name>
    <message>
        <source>In the last year: something done on {days}.</source>
        <translation>Im letzten Jahr mit Übung: {days}.</translation>
    </message>
    <message>
        <source>Pain in four weeks: {feet}</source>
        <translation>Schmerz in vier Wochen: {feet}</translation>
    </message>
</context>
<context>
    <name>handout</name>
    <message>
        <source>Made with Foot Routine. It does not replace the advice of your doctor or therapist.</source>
        <translation>Gemacht mit Foot Routine. Es ersetzt nicht den Rat deiner Ärztin oder deines Therapeuten.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Pause, or go on</source>
        <translation>Anhalten, oder weitermachen</translation>
    </message>
    <message>
        <source>Also Enter, the play key, a click on the picture</source>
        <translation>Auch Enter, die Wiedergabetaste, ein Klick auf das Bild</translation>
    </message>
    <message>
        <source>Back to the start of this part</source>
        <translation>Zurück zum Anfang dieses Teils</translation>
    </message>
    <message>
        <source>Also Page Up, the previous-track key</source>
        <translation>Auch Bild auf, die Taste für den vorigen Titel</translation>
    </message>
    <message>
        <source>Skip to the next part</source>
        <translation>Vor zum nächsten Teil</translation>
    </message>
    <message>
        <source>Also Page Down, the next-track key</source>
        <translation>Auch Bild ab, die Taste für den nächsten Titel</translation>
    </message>
    <message>
        <source>Repeat this exercise</source>
        <translation>Diese Übung von vorn</translation>
    </message>
    <message>
        <source>Mute, or hear it again</source>
        <translation>Stumm, oder wieder hören</translation>
    </message>
    <message>
        <source>Far view: picture and count alone</source>
        <translation>Fernansicht: nur Bild und Zahl</translation>
    </message>
    <message>
        <source>Full screen, or back</source>
        <translation>Ganzer Bildschirm, oder zurück</translation>
    </message>
    <message>
        <source>End the session; it asks first</source>
        <translation>Die Übungszeit beenden; es wird nachgefragt</translation>
    </message>
    <message>
        <source>Show these keys, or put them away</source>
        <translation>Diese Tasten zeigen, oder wegräumen</translation>
    </message>
</context>
<context>
    <name>page_views</name>
    <message>
        <source>{exercises} · about {time}</source>
        <translation>{exercises} · etwa {time}</translation>
    </message>
    <message>
        <source>Every exercise is turned off in Settings</source>
        <translation>Jede Übung ist in den Einstellungen ausgeschaltet</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} Min.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Your history, own exercises and routines</source>
        <translation>Dein Verlauf, eigene Übungen und Routinen</translation>
    </message>
    <message>
        <source>Spoken phrases (can be made again)</source>
        <translation>Gesprochene Sätze (können neu gemacht werden)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Well done. That was all of it.</source>
        <translation>Gut gemacht. Das war alles.</translation>
    </message>
    <message>
        <source>This is what you did.</source>
        <translation>Das hast du getan.</translation>
    </message>
    <message>
        <source>Maybe later.</source>
        <translation>Vielleicht später.</translation>
    </message>
    <message>
        <source>How your feet feel tomorrow morning tells you most. If they feel fine, do the same again.</source>
        <translation>Wie sich deine Füße morgen früh anfühlen, sagt dir am meisten. Geht es ihnen gut, mach wieder dasselbe.</translation>
    </message>
</context>
<context>
    <name>progress</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>Left foot</source>
        <translation>Linker Fuß</translation>
    </message>
    <message>
        <source>Right foot</source>
        <translation>Rechter Fuß</translation>
    </message>
    <message>
        <source>Minutes per week</source>
        <translation>Minuten je Woche</translation>
    </message>
    <message>
        <source>Minutes per month</source>
        <translation>Minuten je Monat</translation>
    </message>
    <message>
        <source>Minutes per year</source>
        <translation>Minuten je Jahr</translation>
    </message>
    <message>
        <source>The open bar is this week, so far.</source>
        <translation>Der offene Balken ist diese Woche, bis jetzt.</translation>
    </message>
    <message>
        <source>The open bar is this month, so far.</source>
        <translation>Der offene Balken ist dieser Monat, bis jetzt.</translation>
    </message>
    <message>
        <source>The open bar is this year, so far.</source>
        <translation>Der offene Balken ist dieses Jahr, bis jetzt.</translation>
    </message>
    <message>
        <source>Part of a session</source>
        <translation>Ein Teil davon</translation>
    </message>
    <message>
        <source>A day off</source>
        <translation>Ein freier Tag</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Sets by exercise and side</source>
        <translation>Sätze je Übung und Seite</translation>
    </message>
    <message>
        <source>Pain from 0 to 10, the highest of each day</source>
        <translation>Schmerz von 0 bis 10, der höchste jedes Tages</translation>
    </message>
    <message>
        <source>Pain from 0 to 10, the highest of each week</source>
        <translation>Schmerz von 0 bis 10, der höchste jeder Woche</translation>
    </message>
    <message>
        <source>Pain from 0 to 10, the highest of each month</source>
        <translation>Schmerz von 0 bis 10, der höchste jedes Monats</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>A whole session</source>
        <translation>Ganze Einheit</translation>
    </message>
    <message>
        <source>Rest day</source>
        <translation>Ruhetag</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Getan</translation>
    </message>
    <message>
        <source>A new row begins with your next set</source>
        <translation>Eine neue Reihe beginnt mit deinem nächsten Satz</translation>
    </message>
    <message>
        <source>Your longest row so far.</source>
        <translation>Deine längste Reihe bisher.</translation>
    </message>
    <message>
        <source>Your longest so far: {days}.</source>
        <translation>Deine längste bisher: {days}.</translation>
    </message>
    <message>
        <source>Planned rest days belong to it.</source>
        <translation>Geplante Ruhetage gehören dazu.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Fuß</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Morgens</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Made with Foot Routine from what was recorded on this computer.</source>
        <translation>Mit Foot Routine erstellt aus dem, was auf diesem Computer aufgezeichnet ist.</translation>
    </message>
</context>
<context>
    <name>reminding</name>
    <message>
        <source>{name}: {n} of {count}.</source>
        <translation>{name}: {n} von {count}.</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Nothing is recorded from {first} to {last}.</source>
        <translation>Vom {first} bis {last} ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>{first} to {last} ({days})</source>
        <translation>{first} bis {last} ({days})</translation>
    </message>
    <message>
        <source>Foot exercises: report</source>
        <translation>Fußübungen: Bericht</translation>
    </message>
    <message>
        <source>Noted on {days}: from {least} to {most}, most recently {last}</source>
        <translation>Notiert: {days}; von {least} bis {most}, zuletzt {last}</translation>
    </message>
    <message>
        <source>Exercised on {days}; {sessions}, {whole} of them whole; {time}.</source>
        <translation>Geübt: {days}; {sessions}, davon {whole} ganz; {time}.</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{done} von {planned}</translation>
    </message>
    <message>
        <source>Made with Foot Routine from what was recorded on this computer. It is no diagnosis.</source>
        <translation>Mit Foot Routine erstellt aus dem, was auf diesem Computer aufgezeichnet ist. Es ist keine Diagnose.</translation>
    </message>
    <message>
        <source>The program now</source>
        <translation>Das Programm jetzt</translation>
    </message>
    <message>
        <source>Done of what was planned</source>
        <translation>Gemacht und geplant</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Reps</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Earlier notes that found no room here: {n}</source>
        <translation>Frühere Notizen, für die hier kein Platz war: {n}</translation>
    </message>
</context>
<context>
    <name>routine_book</name>
    <message>
        <source>My {name}</source>
        <translation>{name} (meine)</translation>
    </message>
    <message>
        <source>My routine</source>
        <translation>Meine Routine</translation>
    </message>
    <message>
        <source>Your own routine.</source>
        <translation>Deine eigene Routine.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>{name} deleted</source>
        <translation>{name} gelöscht</translation>
    </message>
    <message>
        <source>{name} made</source>
        <translation>{name} angelegt</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Get-ready time</source>
        <translation>Zeit zum Bereitmachen</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Before each exercise; a change of posture adds to it.</source>
        <translation>Vor jeder Übung; ein Wechsel der Haltung kommt dazu.</translation>
    </message>
    <message>
        <source>How much it talks</source>
        <translation>Wie viel gesprochen wird</translation>
    </message>
    <message>
        <source>Full coach</source>
        <translation>Volle Anleitung</translation>
    </message>
    <message>
        <source>Counts only</source>
        <translation>Nur Zählen</translation>
    </message>
    <message>
        <source>Tones only</source>
        <translation>Nur Töne</translation>
    </message>
    <message>
        <source>Your plan</source>
        <translation>Dein Plan</translation>
    </message>
    <message>
        <source>Toe presses through the day, the full routine once, or both.</source>
        <translation>Zehengriffe über den Tag, die ganze Routine einmal, oder beides.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Toe presses</source>
        <translation>Zehengriffe</translation>
    </message>
    <message>
        <source>Full routine</source>
        <translation>Ganze Routine</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message>
        <source>Toe presses at</source>
        <translation>Zehengriffe um</translation>
    </message>
    <message>
        <source>One set at each of these times; earlier or later counts too.</source>
        <translation>Ein Satz zu jeder dieser Zeiten; früher oder später zählt auch.</translation>
    </message>
    <message>
        <source>Full routine at</source>
        <translation>Ganze Routine um</translation>
    </message>
    <message>
        <source>Ask how your feet feel</source>
        <translation>Nach deinen Füßen fragen</translation>
    </message>
    <message>
        <source>Before and after a session, and on the next morning.</source>
        <translation>Vor und nach einer Einheit, und am nächsten Morgen.</translation>
    </message>
    <message>
        <source>Rest days</source>
        <translation>Ruhetage</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Empty: the engine&apos;s own choice for English.</source>
        <translation>Leer: die Stimme, die das Sprachprogramm selbst wählt.</translation>
    </message>
    <message>
        <source>Your own speech program</source>
        <translation>Dein eigenes Sprachprogramm</translation>
    </message>
    <message>
        <source>It speaks instead of the voice above. For example: mytts --out {file} --text {text}</source>
        <translation>Es spricht anstelle der Stimme oben. Zum Beispiel: mytts --out {file} --text {text}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>words a minute</source>
        <translation>Wörter/Min.</translation>
    </message>
    <message>
        <source>Voice volume</source>
        <translation>Lautstärke der Stimme</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Tone volume</source>
        <translation>Lautstärke der Töne</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Far view by itself when lying or at the wall</source>
        <translation>Fernansicht von selbst, im Liegen und an der Wand</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>A soft flash when the phase changes</source>
        <translation>Sanftes Aufleuchten bei jedem Wechsel</translation>
    </message>
    <message>
        <source>For those who do not hear it.</source>
        <translation>Für alle, die es nicht hören.</translation>
    </message>
    <message>
        <source>Skin tone of the figure</source>
        <translation>Hautton der Figur</translation>
    </message>
    <message>
        <source>Tan</source>
        <translation>Gebräunt</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Mich erinnern</translation>
    </message>
    <message>
        <source>At the times of your plan, while Foot Routine is open or in the tray.</source>
        <translation>Zu den Zeiten deines Plans, solange Foot Routine offen oder im Infobereich ist.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>o&apos;clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>No reminders from then on.</source>
        <translation>Von da an keine Erinnerungen.</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Starten, wenn ich mich anmelde</translation>
    </message>
    <message>
        <source>In the tray, without a window.</source>
        <translation>Im Infobereich, ohne Fenster.</translation>
    </message>
    <message>
        <source>has a quote that is never closed</source>
        <translation>hat ein Anführungszeichen, das nie geschlossen wird</translation>
    </message>
    <message>
        <source>must begin with the name of a program</source>
        <translation>muss mit dem Namen eines Programms anfangen</translation>
    </message>
    <message>
        <source>must contain {text}</source>
        <translation>muss {text} enthalten</translation>
    </message>
    <message>
        <source>must contain {file}</source>
        <translation>muss {file} enthalten</translation>
    </message>
    <message>
        <source>must contain {text} and {file}</source>
        <translation>muss {text} und {file} enthalten</translation>
    </message>
    <message>
        <source>must be times of the day, such as 9:00, 13:00, 18:00</source>
        <translation>müssen Uhrzeiten sein, etwa 9:00, 13:00, 18:00</translation>
    </message>
    <message>
        <source>must name at least one time, such as 9:00</source>
        <translation>braucht mindestens eine Uhrzeit, etwa 9:00</translation>
    </message>
    <message>
        <source>must be at most 12 times</source>
        <translation>dürfen höchstens 12 Zeiten sein</translation>
    </message>
    <message>
        <source>must be days of the week, such as sat, sun</source>
        <translation>müssen Wochentage sein, etwa sat, sun</translation>
    </message>
</context>
<context>
    <name>speech</name>
    <message>
        <source>Some words have no voice: {reason}. {hint}</source>
        <translation>Manche Wörter haben keine Stimme: {reason}. {hint}</translation>
    </message>
    <message>
        <source>The sound is back.</source>
        <translation>Der Ton ist wieder da.</translation>
    </message>
    <message>
        <source>No sound: check the loudspeaker. It comes back by itself.</source>
        <translation>Kein Ton: Prüfe den Lautsprecher. Er kommt von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>today_view</name>
    <message>
        <source>both feet</source>
        <translation>beide Füße</translation>
    </message>
    <message>
        <source>each {limb}</source>
        <translation>je {limb}</translation>
    </message>
    <message>
        <source>hold {time}</source>
        <translation>{time} halten</translation>
    </message>
    <message>
        <source>hold {time} each way</source>
        <translation>{time} je Richtung halten</translation>
    </message>
    <message>
        <source>{time} each way</source>
        <translation>{time} je Richtung</translation>
    </message>
</context>
</TS>
