<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n exercises</source>
        <translation>
            <numerusform>%n exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sets of {reps}</source>
        <translation>
            <numerusform>%n set of {reps}</numerusform>
            <numerusform>%n sets of {reps}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n sets</source>
        <translation>
            <numerusform>{done} of %n set</numerusform>
            <numerusform>{done} of %n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n reps</source>
        <translation>
            <numerusform>{done} of %n rep</numerusform>
            <numerusform>{done} of %n reps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes of exercise</source>
        <translation>
            <numerusform>%n minute of exercise</numerusform>
            <numerusform>%n minutes of exercise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days in a row</source>
        <translation>
            <numerusform>%n day in a row</numerusform>
            <numerusform>%n days in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
</TS>
