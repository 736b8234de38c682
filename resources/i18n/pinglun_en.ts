<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClearDialog</name>
    <message numerus="yes">
        <source>Favourites, tags and remarks go with the comments. For %n seconds you can take it back; then it is gone for good.</source>
        <translation>
            <numerusform>Favourites, tags and remarks go with the comments. For %n second you can take it back; then it is gone for good.</numerusform>
            <numerusform>Favourites, tags and remarks go with the comments. For %n seconds you can take it back; then it is gone for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also %n older copy(s) of the history; this cannot be taken back</source>
        <translation>
            <numerusform>Also %n older copy of the history; this cannot be taken back</numerusform>
            <numerusform>Also %n older copies of the history; this cannot be taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryFinder</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message numerus="yes">
        <source>%n comment(s) written to %1.</source>
        <translation>
            <numerusform>%n comment written to %1.</numerusform>
            <numerusform>%n comments written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s) came in.</source>
        <translation>
            <numerusform>%n new comment came in.</numerusform>
            <numerusform>%n new comments came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got something more.</source>
        <translation>
            <numerusform>%n got something more.</numerusform>
            <numerusform>%n got something more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n was here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n line could not be read and was left out.</numerusform>
            <numerusform>%n lines could not be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>The %n comment(s) on the page</source>
        <translation>
            <numerusform>The %n comment on the page</numerusform>
            <numerusform>The %n comments on the page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected thread(s)</source>
        <translation>
            <numerusform>%n selected thread</numerusform>
            <numerusform>%n selected threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected comment(s)</source>
        <translation>
            <numerusform>%n selected comment</numerusform>
            <numerusform>%n selected comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expression(s)</source>
        <translation>
            <numerusform>%n expression</numerusform>
            <numerusform>%n expressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n, more below</source>
        <translation>
            <numerusform>the newest %n, more below</numerusform>
            <numerusform>the newest %n, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) are still being read in.</source>
        <translation>
            <numerusform>%n comment is still being read in.</numerusform>
            <numerusform>%n comments are still being read in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n thread(s) deleted.</source>
        <translation>
            <numerusform>%n thread deleted.</numerusform>
            <numerusform>%n threads deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) deleted.</source>
        <translation>
            <numerusform>%n comment deleted.</numerusform>
            <numerusform>%n comments deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PacksMenu</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of %1 are in the book now.</source>
        <translation>
            <numerusform>%n entry of %1 is in the book now.</numerusform>
            <numerusform>%n entries of %1 are in the book now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were written to %1.</source>
        <translation>
            <numerusform>%n entry was written to %1.</numerusform>
            <numerusform>%n entries were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteBox</name>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message numerus="yes">
        <source>%n line(s) may be misread, marked by ? and a wavy line.</source>
        <translation>
            <numerusform>%n line may be misread, marked by ? and a wavy line.</numerusform>
            <numerusform>%n lines may be misread, marked by ? and a wavy line.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadModel</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not translated</source>
        <translation>
            <numerusform>%n not translated</numerusform>
            <numerusform>%n not translated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
</TS>
