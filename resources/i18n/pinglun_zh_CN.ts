<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CardActions</name>
    <message>
        <source>Copy this comment</source>
        <translation>复制这条评论</translation>
    </message>
    <message>
        <source>Copy original and translation (Ctrl+C)</source>
        <translation>复制原文和译文（Ctrl+C）</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep this comment among your favourites (*)</source>
        <translation>收藏这条评论（*）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More to do with this comment (Menu)</source>
        <translation>对这条评论的更多操作（菜单键）</translation>
    </message>
</context>
<context>
    <name>CareMenu</name>
    <message>
        <source>Back up everything …</source>
        <translation>备份全部…</translation>
    </message>
    <message>
        <source>Go back to a backup …</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Clear the history …</source>
        <translation>清空历史…</translation>
    </message>
    <message>
        <source>Back up the history</source>
        <translation>备份历史</translation>
    </message>
    <message>
        <source>Histories (*.db)</source>
        <translation>历史文件 (*.db)</translation>
    </message>
    <message>
        <source>All of the history was copied to %s.</source>
        <translation>全部历史已复制到 %s。</translation>
    </message>
    <message>
        <source>Go back to a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Histories (*.db *.backup);;All files (*)</source>
        <translation>历史文件 (*.db *.backup);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%s is in place now.</source>
        <translation>已换成 %s。</translation>
    </message>
    <message>
        <source>All is as it was.</source>
        <translation>一切已恢复原样。</translation>
    </message>
    <message>
        <source>What was there before is kept beside it.</source>
        <translation>原来的历史保留在同一文件夹里。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Care …</source>
        <translation>维护…</translation>
    </message>
    <message>
        <source>Back up, go back to a backup, clear</source>
        <translation>备份、恢复、清空</translation>
    </message>
    <message>
        <source>Remember what I read</source>
        <translation>记住我读过的评论</translation>
    </message>
    <message>
        <source>Without this, nothing of what you read is written to the disk</source>
        <translation>不勾选时，你读的内容不会写入磁盘</translation>
    </message>
</context>
<context>
    <name>ClearDialog</name>
    <message>
        <source>Clear the history</source>
        <translation>清空历史</translation>
    </message>
    <message numerus="yes">
        <source>Favourites, tags and remarks go with the comments. For %n seconds you can take it back; then it is gone for good.</source>
        <translation>
            <numerusform>收藏、标签和备注会随评论一起删除。%n 秒之内可以撤销，之后就永久删除了。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is deleted</source>
        <translation>删除哪些</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What is older than a month</source>
        <translation>一个月以前的</translation>
    </message>
    <message>
        <source>What is older than three months</source>
        <translation>三个月以前的</translation>
    </message>
    <message>
        <source>What is older than a year</source>
        <translation>一年以前的</translation>
    </message>
    <message numerus="yes">
        <source>Also %n older copy(s) of the history; this cannot be taken back</source>
        <translation>
            <numerusform>同时删除 %n 份旧的历史副本；此项无法撤销</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有叫这个名字的命令。</translation>
    </message>
</context>
<context>
    <name>CommentMenu</name>
    <message>
        <source>Copy both</source>
        <translation>复制原文和译文</translation>
    </message>
    <message>
        <source>Copy the original</source>
        <translation>复制原文</translation>
    </message>
    <message>
        <source>Copy the translation</source>
        <translation>复制译文</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Add a tag …</source>
        <translation>添加标签…</translation>
    </message>
    <message>
        <source>Remove the tag %s</source>
        <translation>移除标签 %s</translation>
    </message>
    <message>
        <source>Other readings</source>
        <translation>其他译法</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>回译</translation>
    </message>
    <message>
        <source>Correct the translation …</source>
        <translation>修改译文…</translation>
    </message>
    <message>
        <source>Back to the engine&apos;s translation</source>
        <translation>恢复引擎的译文</translation>
    </message>
    <message>
        <source>Plain words for the engine</source>
        <translation>交给引擎的普通说法</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>A word that you will find it by:</source>
        <translation>以后用来查找的词：</translation>
    </message>
    <message>
        <source>The tag %s is taken away.</source>
        <translation>标签“%s”已移除。</translation>
    </message>
    <message>
        <source>Your translation is gone.</source>
        <translation>你的译文已撤下。</translation>
    </message>
    <message>
        <source>Correct the translation</source>
        <translation>修改译文</translation>
    </message>
    <message>
        <source>Your earlier translation was replaced.</source>
        <translation>你之前的译文已被替换。</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>The program made a mistake. What you pasted is kept, and you can go on. If you want to tell us, copy this report; it holds no word of your comments.</source>
        <translation>程序犯了一个错误。你粘贴的内容已经保存，可以继续使用。如果愿意告诉我们，请复制这份报告；其中不含任何评论内容。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>From one day to another</source>
        <translation>从某天到某天</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>Change an expression</source>
        <translation>修改词条</translation>
    </message>
    <message>
        <source>Add an expression</source>
        <translation>添加词条</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Write the expression itself.</source>
        <translation>请填写这个说法。</translation>
    </message>
    <message>
        <source>Say in English what it means.</source>
        <translation>请用英文写出它的意思。</translation>
    </message>
    <message>
        <source>Write each example in a line of its own: the Chinese, then |, then the English.</source>
        <translation>每个例句占一行：中文，然后 |，然后英文。</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Several ways of writing it are parted by |, the commonest first.</source>
        <translation>几种写法用 | 分开，最常见的放在前面。</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>With tone marks; may be empty.</source>
        <translation>带声调；可以不填。</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意思</translation>
    </message>
    <message>
        <source>In a translation</source>
        <translation>译文里的说法</translation>
    </message>
    <message>
        <source>Words that fit into an English sentence, parted by |. Empty: the meaning.</source>
        <translation>能放进英文句子里的说法，用 | 分开。不填则用意思。</translation>
    </message>
    <message>
        <source>What one should know</source>
        <translation>需要知道的事</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例句</translation>
    </message>
    <message>
        <source>One a line: the Chinese, then |, then the English.</source>
        <translation>每行一句：中文，然后 |，然后英文。</translation>
    </message>
    <message>
        <source>Anybody may say it</source>
        <translation>谁都可以说</translation>
    </message>
    <message>
        <source>To be said with care</source>
        <translation>谨慎使用</translation>
    </message>
    <message>
        <source>Better not said</source>
        <translation>最好不说</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>May a newcomer say it</source>
        <translation>新人能不能说</translation>
    </message>
</context>
<context>
    <name>EntryFinder</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个词条</numerusform>
        </translation>
    </message>
    <message>
        <source>The book is being opened.</source>
        <translation>正在打开词库。</translation>
    </message>
    <message>
        <source>The book has nothing like that here. It can be searched by Chinese characters, pinyin (also without tones), initials such as yyds, and English words. If you know what it means, add it under My words.</source>
        <translation>词库里没有这样的词。可以用汉字、拼音（不带声调也行）、yyds 这样的缩写和英文来搜索。如果你知道它的意思，请在“我的词”里添加。</translation>
    </message>
    <message>
        <source>Entries that you give a star are kept here. Press * on an entry, or the star above it.</source>
        <translation>收藏的词条会放在这里。在词条上按 *，或点上面的星号。</translation>
    </message>
    <message>
        <source>Your own words will stand here. Add an expression under My words, or drop a pack on this page: a table (CSV) or a JSON file.</source>
        <translation>你自己的词会放在这里。在“我的词”里添加，或把词包拖到这一页：表格（CSV）或 JSON 文件。</translation>
    </message>
    <message>
        <source>Nothing is switched off. If an entry is wrong in the comments that you read, switch it off, and it will wait here.</source>
        <translation>没有关闭的词条。如果某个词条在你读的评论里不对，可以把它关闭，它会放在这里。</translation>
    </message>
    <message>
        <source>The engine gets plain words for all slang. If a translation is better without them, leave the expression as written, and it will stand here.</source>
        <translation>交给引擎之前，流行语都会换成普通说法。如果哪个词不换反而译得更好，就让它保持原样，它会出现在这里。</translation>
    </message>
    <message>
        <source>There is no entry of this kind here.</source>
        <translation>这里没有这一类词条。</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>我的词</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Left as written</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Slang book</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Chinese, pinyin, initials or English</source>
        <translation>汉字、拼音、缩写或英文</translation>
    </message>
    <message>
        <source>Search the slang book</source>
        <translation>搜索词库</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>哪些词条</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>My words …</source>
        <translation>我的词…</translation>
    </message>
    <message>
        <source>Add expressions of your own, and packs of them</source>
        <translation>添加自己的词条和词包</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>starred</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
</context>
<context>
    <name>EntryPanel</name>
    <message>
        <source>Change it …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Switch it off for good</source>
        <translation>永久关闭</translation>
    </message>
    <message>
        <source>Use plain words for the engine again</source>
        <translation>交给引擎时重新换成普通说法</translation>
    </message>
    <message>
        <source>Leave it as written for the engine</source>
        <translation>交给引擎时保持原样</translation>
    </message>
    <message>
        <source>Go back to the first version</source>
        <translation>恢复最初的版本</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep this entry among the starred ones (*)</source>
        <translation>收藏这个词条（*）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy word, pinyin and meaning (Ctrl+C)</source>
        <translation>复制词、拼音和意思（Ctrl+C）</translation>
    </message>
    <message>
        <source>All comments with this word</source>
        <translation>含有这个词的所有评论</translation>
    </message>
    <message>
        <source>Find this word in what you read before</source>
        <translation>在读过的评论里查找这个词</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Change this entry or switch it off</source>
        <translation>修改或关闭这个词条</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go back to the list (Esc)</source>
        <translation>回到列表（Esc）</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>What the slang book says</source>
        <translation>词库的解释</translation>
    </message>
    <message>
        <source>Back to %s</source>
        <translation>回到 %s</translation>
    </message>
    <message>
        <source>In plain Chinese</source>
        <translation>普通说法</translation>
    </message>
    <message>
        <source>Also written</source>
        <translation>也写作</translation>
    </message>
    <message>
        <source>No slang in</source>
        <translation>以下不算流行语</translation>
    </message>
    <message>
        <source>It is switched off: comments are read without it.</source>
        <translation>已关闭：读评论时不再使用它。</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>The engine is given it as it is written.</source>
        <translation>这个词总是按原样交给翻译引擎。</translation>
    </message>
    <message>
        <source>Use plain words again</source>
        <translation>改回普通说法</translation>
    </message>
    <message>
        <source>You changed this entry; the first version is kept beside yours.</source>
        <translation>你修改过这个词条；最初的版本仍然保留。</translation>
    </message>
    <message>
        <source>This entry is one of yours.</source>
        <translation>这是你自己的词条。</translation>
    </message>
    <message>
        <source>All comments with this word</source>
        <translation>含有这个词的所有评论</translation>
    </message>
</context>
<context>
    <name>EntryWork</name>
    <message>
        <source>Comments are read without %s from now on.</source>
        <translation>从现在起，读评论时不再使用 %s。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The engine gets %s as it is written from now on.</source>
        <translation>从现在起，%s 会按原样交给翻译引擎。</translation>
    </message>
    <message>
        <source>%s is as it was before.</source>
        <translation>%s 恢复成原来的样子了。</translation>
    </message>
    <message>
        <source>%s was deleted.</source>
        <translation>已删除 %s。</translation>
    </message>
    <message>
        <source>%s is in the book now.</source>
        <translation>%s 已加入词库。</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Exports and histories (*.jsonl *.db *.sqlite);;All files (*)</source>
        <translation>导出文件和历史记录 (*.jsonl *.db *.sqlite);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import into the history</source>
        <translation>导入历史记录</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>%s is there already. Choose another name.</source>
        <translation>%s 已存在，请换一个名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 条评论写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s) came in.</source>
        <translation>
            <numerusform>导入了 %n 条新评论。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n got something more.</source>
        <translation>
            <numerusform>%n 条得到了补充。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n 条原来就有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n 行无法读取，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write threads to a file (Ctrl+S)</source>
        <translation>把评论写入文件（Ctrl+S）</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Take in an export, or another history</source>
        <translation>导入以前的导出文件或另一份历史记录</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All comments that were found</source>
        <translation>找到的全部评论</translation>
    </message>
    <message numerus="yes">
        <source>The %n comment(s) on the page</source>
        <translation>
            <numerusform>本页的 %n 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected thread(s)</source>
        <translation>
            <numerusform>选中的 %n 组评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected comment(s)</source>
        <translation>
            <numerusform>选中的 %n 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>PDF, for printing</source>
        <translation>PDF（用于打印）</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>网页 (HTML)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)</source>
        <translation>电子表格 (CSV)</translation>
    </message>
    <message>
        <source>Complete, to import again (JSON Lines)</source>
        <translation>完整数据，可再次导入 (JSON Lines)</translation>
    </message>
    <message>
        <source>With pinyin</source>
        <translation>包含拼音</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>包含注释</translation>
    </message>
    <message>
        <source>With names</source>
        <translation>包含昵称</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>FaultsDialog</name>
    <message>
        <source>The pack was not imported</source>
        <translation>词包没有导入</translation>
    </message>
    <message>
        <source>Nothing was changed. These places of the file need mending; rows are counted from 1 below the headings.</source>
        <translation>什么都没有改动。文件的这些地方需要修正；行号从标题下面的第 1 行算起。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FinderWords</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 组评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expression(s)</source>
        <translation>
            <numerusform>%n 个说法</numerusform>
        </translation>
    </message>
    <message>
        <source>all that were found are chosen</source>
        <translation>已选中找到的全部评论</translation>
    </message>
    <message numerus="yes">
        <source>the newest %n, more below</source>
        <translation>
            <numerusform>最新的 %n 条，下面还有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 条评论</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is here, and what you read now is not remembered. To keep it, tick “Remember what I read” below.</source>
        <translation>这里还没有内容，而且现在读的评论不会被记住。想保留的话，请勾选下面的“记住我读过的评论”。</translation>
    </message>
    <message>
        <source>What you read will be kept here, on this computer only, so that you find it again tomorrow. Paste something on the Read page to begin.</source>
        <translation>你读过的评论会保存在这里，只存在这台电脑上，明天还能找到。请先到“阅读”页粘贴一些评论。</translation>
    </message>
    <message>
        <source>You have met no expression like that.</source>
        <translation>你还没遇到过这样的说法。</translation>
    </message>
    <message>
        <source>The expressions that you meet in comments will be listed here.</source>
        <translation>你在评论里遇到的说法会列在这里。</translation>
    </message>
    <message>
        <source>Looking further back …</source>
        <translation>正在往前查找…</translation>
    </message>
    <message>
        <source>Nothing found. Chinese, pinyin (also without tones) and English are searched, in comments, translations and notes.</source>
        <translation>没有找到。可以用中文、拼音（不带声调也行）或英文，搜索评论、译文和注释。</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) are still being read in.</source>
        <translation>
            <numerusform>还有 %n 条评论正在编入索引。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgottenNotice</name>
    <message>
        <source>This page is not in the history: what you add to it lasts only as long as it is shown.</source>
        <translation>这一页不在历史里：你加的内容只在显示期间有效。</translation>
    </message>
    <message>
        <source>Remember this page</source>
        <translation>记住这一页</translation>
    </message>
    <message>
        <source>This page is in the history now, with what you added.</source>
        <translation>这一页已存入历史，连同你加的内容。</translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>The thread it stands in</source>
        <translation>它所在的那组评论</translation>
    </message>
    <message>
        <source>Comments of it</source>
        <translation>其中的评论</translation>
    </message>
    <message>
        <source>Open in the slang book</source>
        <translation>在词库中打开</translation>
    </message>
</context>
<context>
    <name>HistoryFinder</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Words met</source>
        <translation>遇到的词</translation>
    </message>
    <message>
        <source>List the expressions that you met: how often, first and last</source>
        <translation>列出你遇到过的说法：多少次、第一次和最近一次</translation>
    </message>
    <message>
        <source>Search in Chinese, pinyin or English</source>
        <translation>用中文、拼音或英文搜索</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>搜索历史</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再读一遍</translation>
    </message>
    <message>
        <source>Open this thread on the Read page (Enter)</source>
        <translation>在“阅读”页打开这组评论（回车）</translation>
    </message>
</context>
<context>
    <name>HistoryLists</name>
    <message>
        <source>Threads you read</source>
        <translation>读过的评论</translation>
    </message>
    <message>
        <source>Comments found</source>
        <translation>找到的评论</translation>
    </message>
    <message>
        <source>Expressions you met</source>
        <translation>你遇到过的说法</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n thread(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 组评论。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 条评论。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The picture was put aside.</source>
        <translation>图片先放在一边了。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Left out: %s. Enter takes it in.</source>
        <translation>没收进来：%s。按回车键收进来。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Until then what you read is kept only while the window is open.</source>
        <translation>在那之前，你读的内容只在窗口开着时保留。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Slang book</source>
        <translation>词库</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>语言包</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>NarrowButton</name>
    <message>
        <source>Favourites only</source>
        <translation>只看收藏</translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation>带标签</translation>
    </message>
    <message>
        <source>With an expression</source>
        <translation>含某个说法</translation>
    </message>
    <message>
        <source>Written by …</source>
        <translation>作者…</translation>
    </message>
    <message>
        <source>From a time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>From one day to another …</source>
        <translation>从某天到某天…</translation>
    </message>
    <message>
        <source>All that can be typed …</source>
        <translation>可以输入的全部写法…</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>The name, or a part of it:</source>
        <translation>名字，或名字的一部分：</translation>
    </message>
    <message>
        <source>Narrow …</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Search only favourites, a tag, an expression, a name or a time</source>
        <translation>只在收藏、某个标签、说法、名字或时间里找</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Fold the notes away (F9)</source>
        <translation>收起注释（F9）</translation>
    </message>
    <message>
        <source>Fold the notes away</source>
        <translation>收起注释</translation>
    </message>
</context>
<context>
    <name>NotesView</name>
    <message>
        <source>Notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Back to the comment</source>
        <translation>回到评论</translation>
    </message>
    <message>
        <source>Choose a comment, or point at an underlined word. What it means, where it comes from and whether you may use it will stand here.</source>
        <translation>选择一条评论，或指向带下划线的词。它的意思、来历、能不能用，都会写在这里。</translation>
    </message>
    <message>
        <source>No slang found in this comment.</source>
        <translation>这条评论里没有发现流行语。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例句</translation>
    </message>
    <message>
        <source>More about %s</source>
        <translation>%s 的更多解释</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>另见</translation>
    </message>
    <message>
        <source>literally</source>
        <translation>字面</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>may I say it</source>
        <translation>能不能用</translation>
    </message>
    <message>
        <source>current</source>
        <translation>流行</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>PackagesPage</name>
    <message>
        <source>There is no language package. The notes work without one.</source>
        <translation>没有语言包。没有它，注释也照样能用。</translation>
    </message>
    <message>
        <source>Offered by Argos</source>
        <translation>Argos 提供的语言包</translation>
    </message>
    <message>
        <source>version %s</source>
        <translation>版本 %s</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>自己添加</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>Go back to version %s</source>
        <translation>退回 %s 版</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Made for the comments under Xiaohongshu posts.</source>
        <translation>为小红书帖子下的评论而做。</translation>
    </message>
    <message>
        <source>Made for what a newcomer answers under Xiaohongshu posts.</source>
        <translation>为新来的人在小红书帖子下回复而做。</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>%s was removed.</source>
        <translation>已移除 %s。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Add a language package</source>
        <translation>添加语言包</translation>
    </message>
    <message>
        <source>Argos packages (*.argosmodel)</source>
        <translation>Argos 语言包 (*.argosmodel)</translation>
    </message>
    <message>
        <source>Done. What you read next is translated with it.</source>
        <translation>完成。接下来的评论会用它翻译。</translation>
    </message>
    <message>
        <source>A language package is what translates the sentences. Two are in the box, one for each direction; any Argos package can be put beside them, and then wins. Nothing is downloaded unless you ask for it.</source>
        <translation>句子由语言包翻译。程序自带两个，中译英、英译中各一个；任何 Argos 语言包都可以加进来，并优先使用。除非你要求，程序不会下载任何东西。</translation>
    </message>
    <message>
        <source>Add from a file …</source>
        <translation>从文件添加…</translation>
    </message>
    <message>
        <source>Ask the network what there is</source>
        <translation>联网查看有哪些语言包</translation>
    </message>
    <message>
        <source>Fetches the list of packages from Argos; nothing of yours is sent.</source>
        <translation>只从 Argos 获取语言包列表，不会发送你的任何内容。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Language packages</source>
        <translation>语言包</translation>
    </message>
</context>
<context>
    <name>PacksMenu</name>
    <message>
        <source>Add an expression …</source>
        <translation>添加词条…</translation>
    </message>
    <message>
        <source>Import a pack …</source>
        <translation>导入词包…</translation>
    </message>
    <message>
        <source>My words</source>
        <translation>我的词</translation>
    </message>
    <message>
        <source>Packs (*.csv *.json)</source>
        <translation>词包 (*.csv *.json)</translation>
    </message>
    <message>
        <source>Import a pack</source>
        <translation>导入词包</translation>
    </message>
    <message>
        <source>%s: damaged</source>
        <translation>%s：已损坏</translation>
    </message>
    <message>
        <source>What is wrong …</source>
        <translation>哪里有问题…</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 个词条</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Export it …</source>
        <translation>导出…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of %1 are in the book now.</source>
        <translation>
            <numerusform>%1 的 %n 个词条已加入词库。</numerusform>
        </translation>
    </message>
    <message>
        <source>They took the place of the pack that had this name.</source>
        <translation>它们替换了同名的词包。</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>表格文件 (*.csv)</translation>
    </message>
    <message>
        <source>Whole entries (*.json)</source>
        <translation>完整词条 (*.json)</translation>
    </message>
    <message>
        <source>Export a pack</source>
        <translation>导出词包</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were written to %1.</source>
        <translation>
            <numerusform>已把 %n 个词条写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pack %s was removed.</source>
        <translation>已移除词包 %s。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PageProgress</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>PasteBox</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Read what they really say</source>
        <translation>读懂他们真正想说的</translation>
    </message>
    <message>
        <source>Copy comments from under a Xiaohongshu post and paste them here, as text or as a screenshot. Slang is underlined and explained at once, and a translation follows. Everything stays on this computer.</source>
        <translation>复制小红书帖子下面的评论，粘贴到这里，文字或截图都可以。流行语会立刻标出并解释，随后是翻译。一切都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Paste comments to read</source>
        <translation>粘贴要读的评论</translation>
    </message>
    <message>
        <source>One comment or a whole thread, with names and times or without.</source>
        <translation>一条评论或整个评论区都行，带不带昵称和时间都可以。</translation>
    </message>
    <message>
        <source>宝子们 蹲一个链接 …</source>
        <translation>宝子们 蹲一个链接 …</translation>
    </message>
    <message>
        <source>Comments to read</source>
        <translation>要读的评论</translation>
    </message>
    <message>
        <source>Paste or type, then press Ctrl+Enter.</source>
        <translation>粘贴或输入，然后按 Ctrl+回车。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Read these comments (Ctrl+Enter)</source>
        <translation>阅读这些评论（Ctrl+回车）</translation>
    </message>
    <message>
        <source>Show me an example</source>
        <translation>看个例子</translation>
    </message>
    <message>
        <source>Paste or drop comments here …</source>
        <translation>把评论粘贴或拖到这里…</translation>
    </message>
    <message>
        <source>Paste or type other comments</source>
        <translation>粘贴或输入其他评论</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Read what is on the clipboard (Ctrl+V)</source>
        <translation>阅读剪贴板里的内容（Ctrl+V）</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Pinyin above the words (Ctrl+P)</source>
        <translation>在词语上方显示拼音（Ctrl+P）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop translating; what is done stays</source>
        <translation>停止翻译；已译好的会保留</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Translate the rest</source>
        <translation>翻译剩下的评论</translation>
    </message>
</context>
<context>
    <name>PictureButtons</name>
    <message>
        <source>Read these</source>
        <translation>读这些</translation>
    </message>
    <message>
        <source>Make comments of this text (Ctrl+Enter)</source>
        <translation>把这段文字变成评论（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go back; the picture can be opened again (Esc)</source>
        <translation>返回；图片之后还可以再打开（Esc）</translation>
    </message>
    <message>
        <source>Next doubtful line</source>
        <translation>下一处存疑</translation>
    </message>
    <message>
        <source>Go to the next line that may be misread (F8)</source>
        <translation>转到下一行可能认错的文字（F8）</translation>
    </message>
    <message>
        <source>Lines left out …</source>
        <translation>没收进来的行…</translation>
    </message>
    <message>
        <source>Choose a line of the picture that is not in the text, and put it in (F7)</source>
        <translation>从图片里选一行还不在文字中的，放进来（F7）</translation>
    </message>
    <message>
        <source>Smaller picture</source>
        <translation>缩小图片</translation>
    </message>
    <message>
        <source>Larger picture</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Fit the picture&apos;s width</source>
        <translation>按宽度显示图片</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Up and Down go from line to line, Enter takes in one that was left out; plus, minus and 0 change its size.</source>
        <translation>上下方向键逐行移动，回车键收进没收进来的行；加号、减号和 0 调整大小。</translation>
    </message>
    <message>
        <source>Correct what was misread, then press Ctrl+Enter. F8 goes to doubtful lines, F7 lists those that were left out.</source>
        <translation>改正认错的地方，然后按 Ctrl+Enter。F8 跳到可疑的行，F7 列出没收进来的行。</translation>
    </message>
    <message>
        <source>Correct what was misread; click a dotted line to take it in (F7).</source>
        <translation>请改正认错的地方；点击带点线框的行可以收进来（F7）。</translation>
    </message>
    <message>
        <source>Text of the picture</source>
        <translation>图片里的文字</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在识别图片…</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>It stays on this computer.</source>
        <translation>图片不会离开这台电脑。</translation>
    </message>
    <message>
        <source>No text was found in this picture</source>
        <translation>这张图片里没有找到文字</translation>
    </message>
    <message>
        <source>Type what it says, or go back and take a sharper screenshot.</source>
        <translation>可以自己输入，或者返回，换一张更清楚的截图。</translation>
    </message>
    <message>
        <source>Is this what it says?</source>
        <translation>是这样写的吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) may be misread, marked by ? and a wavy line.</source>
        <translation>
            <numerusform>有 %n 行可能认错了，用问号和波浪线标出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadColumn</name>
    <message>
        <source>Show the notes (F9)</source>
        <translation>显示注释（F9）</translation>
    </message>
    <message>
        <source>Show the notes</source>
        <translation>显示注释</translation>
    </message>
</context>
<context>
    <name>ReadPage</name>
    <message>
        <source>There is no text to read in that.</source>
        <translation>里面没有可以读的文字。</translation>
    </message>
    <message>
        <source>What was here before is not remembered.</source>
        <translation>之前的内容没有记录下来。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The engine gets %s as it is written from now on.</source>
        <translation>从现在起，%s 会按原样交给翻译引擎。</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>The engine was given this instead. Click to translate without it (S).</source>
        <translation>交给翻译引擎的是这个说法。点击可不替换、重新翻译（S）。</translation>
    </message>
    <message>
        <source>The engine was given this as written. Click to put it back (S).</source>
        <translation>这个词按原样交给了翻译引擎。点击可以换回来（S）。</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>A word that you will find it by:</source>
        <translation>以后用来查找的词：</translation>
    </message>
    <message>
        <source>My remark</source>
        <translation>我的备注</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再读一遍</translation>
    </message>
    <message>
        <source>Take away the tag %s</source>
        <translation>去掉标签 %s</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>新标签…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Give a star, or take it away (*)</source>
        <translation>加星，或去掉 (*)</translation>
    </message>
    <message>
        <source>Tag …</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Put under a word of yours (Ctrl+T)</source>
        <translation>归到你自己的词下 (Ctrl+T)</translation>
    </message>
    <message>
        <source>My remark …</source>
        <translation>我的备注…</translation>
    </message>
    <message>
        <source>Write something of your own to it</source>
        <translation>写点自己的话</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write what is chosen to a file (Ctrl+S)</source>
        <translation>把选中的写入文件 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete what is chosen (Delete)</source>
        <translation>删除选中的 (Delete)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Everything is as it was at the beginning.</source>
        <translation>一切都恢复成最初的样子了。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Chosen for you: %s</source>
        <translation>自动选择：%s</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Font for Chinese</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Font for other writing</source>
        <translation>其他文字的字体</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light: paper</source>
        <translation>浅色：纸</translation>
    </message>
    <message>
        <source>Dark: ink</source>
        <translation>深色：墨</translation>
    </message>
    <message>
        <source>How the fonts look</source>
        <translation>字体的样子</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Pinyin above the words</source>
        <translation>在词语上方显示拼音</translation>
    </message>
    <message>
        <source>Colour the pinyin by tone</source>
        <translation>按声调给拼音上色</translation>
    </message>
    <message>
        <source>Show who wrote a comment</source>
        <translation>显示评论者昵称</translation>
    </message>
    <message>
        <source>Read Chinese text as soon as I copy it</source>
        <translation>一复制中文就开始阅读</translation>
    </message>
    <message>
        <source>Only Chinese text is read, nothing that a password manager copied, and nothing while the screen is locked; where the desktop does not say whether it is, the text is read when you come back to this window. The rail shows that this is on.</source>
        <translation>只读中文，不读密码管理器复制的内容，屏幕锁定时也不读；如果桌面不告知是否锁定，就等你回到这个窗口时再读。开启时侧栏会有提示。</translation>
    </message>
    <message>
        <source>Give the engine English for words it hardly knows</source>
        <translation>引擎不太认识的词，直接给它英文</translation>
    </message>
    <message>
        <source>They come from the dictionary CC-CEDICT and stand below the translation, where they can be taken back.</source>
        <translation>英文取自汉英词典，列在译文下方，可在那里撤回。</translation>
    </message>
    <message>
        <source>An icon beside the clock</source>
        <translation>在时钟旁显示图标</translation>
    </message>
    <message>
        <source>Closing the window leaves the icon</source>
        <translation>关闭窗口后保留图标</translation>
    </message>
    <message>
        <source>Its menu opens the window, reads the clipboard and ends the program.</source>
        <translation>图标的菜单可以打开窗口、阅读剪贴板、退出程序。</translation>
    </message>
    <message>
        <source>This desktop shows no such icons, so closing the window ends the program.</source>
        <translation>这个桌面不显示这类图标，所以关闭窗口就会退出程序。</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Put slang into plain words for the engine</source>
        <translation>翻译前把流行语换成普通说法</translation>
    </message>
    <message>
        <source>评论 pínglùn, comments: 蹲一个链接 123</source>
        <translation>评论 pínglùn, comments：蹲一个链接 123</translation>
    </message>
    <message>
        <source>Without this the engine gets comments as they were written. The notes stay, and you see how much the slang matters.</source>
        <translation>关闭后，评论按原样交给翻译引擎。注释仍在，可以看出流行语有多重要。</translation>
    </message>
    <message>
        <source>Remember what I read</source>
        <translation>记住我读过的评论</translation>
    </message>
    <message>
        <source>The history is a file on this computer; nothing of it is ever sent anywhere.</source>
        <translation>历史只是这台电脑上的一个文件，不会发送到任何地方。</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>not remembering</source>
        <translation>不记录中</translation>
    </message>
    <message>
        <source>in memory only</source>
        <translation>只在内存中</translation>
    </message>
    <message>
        <source>reading along</source>
        <translation>跟随剪贴板</translation>
    </message>
</context>
<context>
    <name>ThreadModel</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not translated</source>
        <translation>
            <numerusform>%n 条未翻译</numerusform>
        </translation>
    </message>
    <message>
        <source>today %s</source>
        <translation>今天 %s</translation>
    </message>
    <message>
        <source>yesterday %s</source>
        <translation>昨天 %s</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Pinglun, reading along</source>
        <translation>Pinglun，正在随读</translation>
    </message>
    <message>
        <source>Open Pinglun</source>
        <translation>打开 Pinglun</translation>
    </message>
    <message>
        <source>Read what is on the clipboard</source>
        <translation>阅读剪贴板里的内容</translation>
    </message>
    <message>
        <source>Read along as I copy</source>
        <translation>复制时随读</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>This page is not remembered. What is written to a file must be.</source>
        <translation>这一页没有记住；要写进文件，得先记住它。</translation>
    </message>
    <message>
        <source>Remember this page</source>
        <translation>记住这一页</translation>
    </message>
    <message>
        <source>Open comments</source>
        <translation>打开评论</translation>
    </message>
    <message>
        <source>Text and pictures (%1);;All files (*)</source>
        <translation>文本和图片 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The page is empty now.</source>
        <translation>页面已清空。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Read what is on the clipboard</source>
        <translation>阅读剪贴板里的内容</translation>
    </message>
    <message>
        <source>Open a text file or pictures …</source>
        <translation>打开文本文件或图片…</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>在历史中查找</translation>
    </message>
    <message>
        <source>Export the page, or the history …</source>
        <translation>导出本页或历史 …</translation>
    </message>
    <message>
        <source>Import into the history …</source>
        <translation>导入历史记录…</translation>
    </message>
    <message>
        <source>Expressions I met</source>
        <translation>我遇到过的说法</translation>
    </message>
    <message>
        <source>Remember what I read, or no more</source>
        <translation>记录我读的内容，或不再记录</translation>
    </message>
    <message>
        <source>Find in the slang book</source>
        <translation>在词库中查找</translation>
    </message>
    <message>
        <source>Pinyin above the words</source>
        <translation>在词语上方显示拼音</translation>
    </message>
    <message>
        <source>Colour the pinyin by tone</source>
        <translation>按声调给拼音上色</translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation>显示或隐藏昵称</translation>
    </message>
    <message>
        <source>Show or fold the notes</source>
        <translation>显示或收起注释</translation>
    </message>
    <message>
        <source>Copy the comment, or what is selected</source>
        <translation>复制评论或选中的文字</translation>
    </message>
    <message>
        <source>Favourite, or no more</source>
        <translation>收藏或取消收藏</translation>
    </message>
    <message>
        <source>Tag this comment …</source>
        <translation>给这条评论加标签…</translation>
    </message>
    <message>
        <source>Correct the translation …</source>
        <translation>修改译文…</translation>
    </message>
    <message>
        <source>Read the translation back, or hide that</source>
        <translation>回译这句，或收起回译</translation>
    </message>
    <message>
        <source>Other readings of this comment</source>
        <translation>这条评论的其他译法</translation>
    </message>
    <message>
        <source>Stop translating</source>
        <translation>停止翻译</translation>
    </message>
    <message>
        <source>Translate the rest</source>
        <translation>翻译剩下的评论</translation>
    </message>
    <message>
        <source>Start with an empty page</source>
        <translation>新建空白页</translation>
    </message>
    <message>
        <source>Read the sample thread</source>
        <translation>阅读示例评论</translation>
    </message>
    <message>
        <source>Read along: take Chinese text as it is copied, or no more</source>
        <translation>随读：复制中文时自动阅读，或停止</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Size of 100 %</source>
        <translation>恢复 100%</translation>
    </message>
    <message>
        <source>As light as the desktop</source>
        <translation>明暗跟随桌面</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>所有快捷键</translation>
    </message>
    <message>
        <source>Next or previous comment</source>
        <translation>下一条或上一条评论</translation>
    </message>
    <message>
        <source>Next or previous note in a comment</source>
        <translation>评论中的下一个或上一个注释</translation>
    </message>
    <message>
        <source>Next or previous word, explained</source>
        <translation>解释下一个或上一个词</translation>
    </message>
    <message>
        <source>I know this word, or not yet: hide or show its pinyin</source>
        <translation>认识或不认识这个词：隐藏或显示拼音</translation>
    </message>
    <message>
        <source>Plain words for the engine, or as written: the current note</source>
        <translation>当前注释的词：换成普通说法，或保持原样</translation>
    </message>
    <message>
        <source>Open the notes, or keep the pop-up open</source>
        <translation>打开注释，或固定弹出的解释</translation>
    </message>
    <message>
        <source>Everything to do with this comment</source>
        <translation>这条评论的全部操作</translation>
    </message>
    <message>
        <source>Read what was typed, or corrected beside a picture</source>
        <translation>阅读输入的文字，或图片旁校对好的文字</translation>
    </message>
    <message>
        <source>Next line of a picture that may be misread</source>
        <translation>图片中下一行可能认错的字</translation>
    </message>
    <message>
        <source>Lines of a picture that were left out</source>
        <translation>图片中没有收进来的行</translation>
    </message>
    <message>
        <source>Delete what is selected, with undo</source>
        <translation>删除所选（可撤销）</translation>
    </message>
    <message>
        <source>Bring back what was just deleted in the history</source>
        <translation>恢复刚从历史里删除的内容</translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation>关闭打开的内容</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Which one are you looking for?</source>
        <translation>找哪个快捷键？</translation>
    </message>
    <message>
        <source>Go to: %s</source>
        <translation>前往：%s</translation>
    </message>
</context>
<context>
    <name>WordModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>on %s</source>
        <translation>在 %s</translation>
    </message>
    <message>
        <source>first %1, last %2</source>
        <translation>第一次 %1，最近 %2</translation>
    </message>
</context>
<context>
    <name>WordPopup</name>
    <message>
        <source>K: show its pinyin again</source>
        <translation>K：重新显示拼音</translation>
    </message>
    <message>
        <source>K: I know this word</source>
        <translation>K：我认识这个词</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc：关闭</translation>
    </message>
    <message>
        <source>Enter: keep this open</source>
        <translation>回车：保持打开</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还要 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>不到一分钟就好</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>A tag needs at least one character.</source>
        <translation>标签至少要有一个字。</translation>
    </message>
    <message>
        <source>Add one on the language packages page, or with: pinglun packages install FILE</source>
        <translation>请在语言包页面添加，或运行：pinglun packages install FILE</translation>
    </message>
    <message>
        <source>An entry needs an id and a meaning.</source>
        <translation>词条要有 id 和意思。</translation>
    </message>
    <message>
        <source>An entry needs at least one form, and none may be empty.</source>
        <translation>词条至少要有一个写法，而且都不能是空的。</translation>
    </message>
    <message>
        <source>Another program has kept {path} locked for {seconds} seconds.</source>
        <translation>另一个程序占用 {path} 已有 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>请确认选对了文件。</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>请确认文件存在并且可以读取。</translation>
    </message>
    <message>
        <source>Check that the folder is there and that you may write to it, then try again.</source>
        <translation>请确认文件夹存在并且你可以写入，然后再试一次。</translation>
    </message>
    <message>
        <source>Check that there is space and that the folder may be written.</source>
        <translation>请确认还有空间，并且文件夹可以写入。</translation>
    </message>
    <message>
        <source>Check the connection and try again, or install the package from a file.</source>
        <translation>请检查网络后再试，或从文件安装语言包。</translation>
    </message>
    <message>
        <source>Choose a .jsonl file that Pinglun wrote.</source>
        <translation>请选择 Pinglun 写的 .jsonl 文件。</translation>
    </message>
    <message>
        <source>Choose a backup that Pinglun made.</source>
        <translation>请选择 Pinglun 做的备份。</translation>
    </message>
    <message>
        <source>Choose an .argosmodel file.</source>
        <translation>请选择 .argosmodel 文件。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择别的文件。</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space on the disk.</source>
        <translation>请选择别的文件夹，或在磁盘上腾出一些空间。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名字。</translation>
    </message>
    <message>
        <source>Close other copies of Pinglun, or wait for their import or export to end.</source>
        <translation>请关闭其他 Pinglun 窗口，或等它们导入、导出完。</translation>
    </message>
    <message>
        <source>Download it in a browser you trust and install it from the file.</source>
        <translation>请用你信任的浏览器下载，再从文件安装。</translation>
    </message>
    <message>
        <source>Every example needs its English after a |.</source>
        <translation>每个例句都要在 | 后面写上英文。</translation>
    </message>
    <message>
        <source>Every example needs its English, and the other way round.</source>
        <translation>每个例句都要有英文，反过来也一样。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>请腾出一些空间再试。</translation>
    </message>
    <message>
        <source>Free some space and try again. What is on screen stays until you close the window.</source>
        <translation>请腾出一些空间再试。屏幕上的内容会一直留到你关闭窗口。</translation>
    </message>
    <message>
        <source>Get the file again from where it came, or choose another one.</source>
        <translation>请从原处重新获取文件，或选择另一个。</translation>
    </message>
    <message>
        <source>Get the package elsewhere and install it from the file.</source>
        <translation>请从别处获取语言包，再从文件安装。</translation>
    </message>
    <message>
        <source>Install it again, or prefer another one on the language packages page.</source>
        <translation>请重新安装，或在语言包页面改用另一个。</translation>
    </message>
    <message>
        <source>Install the program anew, or go on without it.</source>
        <translation>请重新安装程序，或先不用它。</translation>
    </message>
    <message>
        <source>Install the program anew.</source>
        <translation>请重新安装程序。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>It is no pack: there is no list of entries in it.</source>
        <translation>这不是词包：里面没有词条列表。</translation>
    </message>
    <message>
        <source>It is no table: {reason}.</source>
        <translation>这不是表格：{reason}。</translation>
    </message>
    <message>
        <source>It is no text.</source>
        <translation>这不是文本。</translation>
    </message>
    <message>
        <source>It is not in UTF-8. Save it as “CSV UTF-8” and try again.</source>
        <translation>它不是 UTF-8 编码。请另存为“CSV UTF-8”再试。</translation>
    </message>
    <message>
        <source>Mend its file or remove the pack.</source>
        <translation>请修好它的文件，或移除这个词包。</translation>
    </message>
    <message>
        <source>Mend the file, or remove it to go on without it.</source>
        <translation>请修好文件，或移除它再继续。</translation>
    </message>
    <message>
        <source>Move it away, or start Pinglun with another data folder. The file was left untouched.</source>
        <translation>请把它移走，或用另一个数据文件夹启动 Pinglun。文件没有被改动。</translation>
    </message>
    <message>
        <source>No text was found.</source>
        <translation>没有找到文字。</translation>
    </message>
    <message>
        <source>Nothing is lost. Please try again.</source>
        <translation>什么都没有丢失。请再试一次。</translation>
    </message>
    <message>
        <source>Nothing of it could be read.</source>
        <translation>里面的内容都读不出来了。</translation>
    </message>
    <message>
        <source>Pictures can be read only where the window is installed.</source>
        <translation>只有安装了窗口部分才能识别图片。</translation>
    </message>
    <message>
        <source>Prefer another package for its direction instead.</source>
        <translation>请为这个方向改用另一个语言包。</translation>
    </message>
    <message>
        <source>Reading back needs a language package for the way back, {target} to {source}.</source>
        <translation>回译需要反方向的语言包：{target} 到 {source}。</translation>
    </message>
    <message>
        <source>Remove it on the language packages page, or install it again.</source>
        <translation>请在语言包页面移除它，或重新安装。</translation>
    </message>
    <message>
        <source>Restart Pinglun: it sets the damaged file aside and recovers what can be read.</source>
        <translation>请重新启动 Pinglun：它会把损坏的文件放到一边，救回能读的内容。</translation>
    </message>
    <message>
        <source>Row {row}, {column}: {text}</source>
        <translation>第 {row} 行，{column}：{text}</translation>
    </message>
    <message>
        <source>Row {row}: {text}</source>
        <translation>第 {row} 行：{text}</translation>
    </message>
    <message>
        <source>Start Pinglun once with: python3 run.py</source>
        <translation>请先运行一次：python3 run.py</translation>
    </message>
    <message>
        <source>The Chinese-English dictionary is not there.</source>
        <translation>找不到汉英词典。</translation>
    </message>
    <message>
        <source>The address does not begin with https, so anybody on the way could change the file.</source>
        <translation>地址不是以 https 开头，途中任何人都可能改动文件。</translation>
    </message>
    <message>
        <source>The archive is not one folder with a metadata.json in it.</source>
        <translation>压缩包里不是一个带有 metadata.json 的文件夹。</translation>
    </message>
    <message>
        <source>The connection broke again and again; {megabytes} MB are here.</source>
        <translation>连接一再中断；已下载 {megabytes} MB。</translation>
    </message>
    <message>
        <source>The copy {path} could not be written: {reason}.</source>
        <translation>无法写入副本 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The description of the package (metadata.json) is missing or makes no sense.</source>
        <translation>语言包的说明（metadata.json）缺失或看不懂。</translation>
    </message>
    <message>
        <source>The disk has {free} MB free; the package needs {needed} MB.</source>
        <translation>磁盘剩余 {free} MB；语言包需要 {needed} MB。</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full, so nothing more can be remembered.</source>
        <translation>{path} 所在的磁盘已满，无法再记录。</translation>
    </message>
    <message>
        <source>The ending of {name} names no format that can be written.</source>
        <translation>{name} 的扩展名不是可以写出的格式。</translation>
    </message>
    <message>
        <source>The entries in {name} could not be read: {reason}.</source>
        <translation>无法读取 {name} 里的词条：{reason}。</translation>
    </message>
    <message>
        <source>The entries in {name} do not fit the format: {reason}.</source>
        <translation>{name} 里的词条不符合格式：{reason}。</translation>
    </message>
    <message>
        <source>The file is larger than any real package.</source>
        <translation>文件比任何真正的语言包都大。</translation>
    </message>
    <message>
        <source>The file, {column}: {text}</source>
        <translation>文件，{column}：{text}</translation>
    </message>
    <message>
        <source>The file: {text}</source>
        <translation>文件：{text}</translation>
    </message>
    <message>
        <source>The history in {path} cannot be opened or written: {reason}.</source>
        <translation>无法打开或写入 {path} 里的历史：{reason}。</translation>
    </message>
    <message>
        <source>The history in {path} is damaged.</source>
        <translation>{path} 里的历史已损坏。</translation>
    </message>
    <message>
        <source>The history was damaged. {saved} The damaged file was kept as {name}.</source>
        <translation>历史文件损坏了。{saved}损坏的文件已保留为 {name}。</translation>
    </message>
    <message>
        <source>The id {id} stands twice.</source>
        <translation>id {id} 出现了两次。</translation>
    </message>
    <message>
        <source>The language package {name} cannot be loaded.</source>
        <translation>无法加载语言包 {name}。</translation>
    </message>
    <message>
        <source>The language package {name} failed while translating.</source>
        <translation>语言包 {name} 翻译时出错。</translation>
    </message>
    <message>
        <source>The pack {name} cannot be changed: {reason}</source>
        <translation>无法修改词包 {name}：{reason}</translation>
    </message>
    <message>
        <source>The package has no model or no tokenizer.</source>
        <translation>语言包里没有模型或分词器。</translation>
    </message>
    <message>
        <source>The package loads, but does not translate a test sentence.</source>
        <translation>语言包可以加载，但译不出测试句。</translation>
    </message>
    <message>
        <source>The package was refused: {reason}.</source>
        <translation>语言包被拒绝：{reason}。</translation>
    </message>
    <message>
        <source>The package would unpack to {megabytes} MB, which no real package does.</source>
        <translation>语言包解开后有 {megabytes} MB，真正的语言包不会这么大。</translation>
    </message>
    <message>
        <source>The pattern {pattern} cannot be read: {reason}.</source>
        <translation>看不懂模式 {pattern}：{reason}。</translation>
    </message>
    <message>
        <source>The readings of Chinese characters are not there.</source>
        <translation>找不到汉字读音数据。</translation>
    </message>
    <message>
        <source>The search index did not fit the history any more; it is being made anew.</source>
        <translation>搜索索引与历史对不上了；正在重建。</translation>
    </message>
    <message>
        <source>The server cannot be reached, or it stopped answering.</source>
        <translation>连不上服务器，或服务器不再回应。</translation>
    </message>
    <message>
        <source>The server refused with status {status}.</source>
        <translation>服务器拒绝了请求，状态码 {status}。</translation>
    </message>
    <message>
        <source>There are more cells than headings.</source>
        <translation>单元格比表头多。</translation>
    </message>
    <message>
        <source>There is no earlier package to go back to.</source>
        <translation>没有可以退回的旧语言包。</translation>
    </message>
    <message>
        <source>There is no entry in it.</source>
        <translation>里面没有词条。</translation>
    </message>
    <message>
        <source>There is no language package for {source} to {target}.</source>
        <translation>没有从 {source} 到 {target} 的语言包。</translation>
    </message>
    <message>
        <source>There is no such column.</source>
        <translation>没有这一列。</translation>
    </message>
    <message>
        <source>This cell is too long.</source>
        <translation>这个单元格太长。</translation>
    </message>
    <message>
        <source>This cell must be filled.</source>
        <translation>这个单元格必须填写。</translation>
    </message>
    <message>
        <source>This column is missing.</source>
        <translation>缺少这一列。</translation>
    </message>
    <message>
        <source>This package came with the program and stays.</source>
        <translation>这个语言包是程序自带的，不能移除。</translation>
    </message>
    <message>
        <source>Try a sharper screenshot.</source>
        <translation>换一张更清楚的截图试试。</translation>
    </message>
    <message>
        <source>Try again later, or get the package elsewhere and install it from the file.</source>
        <translation>请稍后再试，或从别处获取语言包再从文件安装。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Try again later: the download goes on where it stopped.</source>
        <translation>请稍后再试：下载会从中断处继续。</translation>
    </message>
    <message>
        <source>Type a word.</source>
        <translation>请输入一个词。</translation>
    </message>
    <message>
        <source>Update Pinglun, or start it with another data folder. The file was left untouched.</source>
        <translation>请更新 Pinglun，或用另一个数据文件夹启动。文件没有被改动。</translation>
    </message>
    <message>
        <source>Use is:favourite, or put it in quotes to find the words themselves.</source>
        <translation>请用 是:收藏；如果要找这几个字本身，请加上引号。</translation>
    </message>
    <message>
        <source>Write it as 2026, 2026-03 or 2026-03-01, or put it in quotes to find the words themselves.</source>
        <translation>请写成 2026、2026-03 或 2026-03-01；如果要找这几个字本身，请加上引号。</translation>
    </message>
    <message>
        <source>Use one of {endings}.</source>
        <translation>请用其中之一：{endings}。</translation>
    </message>
    <message>
        <source>Saved: comments {comments}, threads {threads}, translations {translations}.</source>
        <translation>已救回：评论 {comments} 条，分为 {threads} 组，译文 {translations} 条。</translation>
    </message>
    <message>
        <source>Use small Latin letters, digits and hyphens only.</source>
        <translation>只能用小写拉丁字母、数字和连字符。</translation>
    </message>
    <message>
        <source>What reads pictures is not installed.</source>
        <translation>没有安装识图组件。</translation>
    </message>
    <message>
        <source>What the server sent is no list of packages.</source>
        <translation>服务器发来的不是语言包列表。</translation>
    </message>
    <message>
        <source>Write a year, as 2021, about 2019 or 2010s.</source>
        <translation>请写年份，如 2021、about 2019 或 2010s。</translation>
    </message>
    <message>
        <source>a file name in it has forbidden characters</source>
        <translation>里面有文件名含有不允许的字符</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>另一个程序正在使用它</translation>
    </message>
    <message>
        <source>it can only be read</source>
        <translation>它只能读取</translation>
    </message>
    <message>
        <source>it holds {count} files</source>
        <translation>里面有 {count} 个文件</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>it is encrypted or packed in an unusual way</source>
        <translation>它加了密，或用了不常见的压缩方式</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>找不到它</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>它已经存在</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>名字太长</translation>
    </message>
    <message>
        <source>the disk can only be read</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the file name {name} leads out of its folder</source>
        <translation>文件名 {name} 指向文件夹之外</translation>
    </message>
    <message>
        <source>the line is too long</source>
        <translation>这一行太长</translation>
    </message>
    <message>
        <source>there is no way to it</source>
        <translation>无法到达那里</translation>
    </message>
    <message>
        <source>two of its files have the same name</source>
        <translation>里面有两个文件同名</translation>
    </message>
    <message>
        <source>what should be a folder is a file</source>
        <translation>本该是文件夹的地方是一个文件</translation>
    </message>
    <message>
        <source>you may not do that there</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>{name} cannot be unpacked: {reason}.</source>
        <translation>无法解开 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be used as a history: {reason}.</source>
        <translation>{name} 不能用作历史：{reason}。</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is a database of another program.</source>
        <translation>{name} 是别的程序的数据库。</translation>
    </message>
    <message>
        <source>{name} is a link or a device, not a file</source>
        <translation>{name} 是链接或设备，不是文件</translation>
    </message>
    <message>
        <source>{name} is larger than it says</source>
        <translation>{name} 比它声称的大</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB, which no pack is.</source>
        <translation>{name} 超过 {megabytes} MB，词包不会这么大。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>{name} is not a whole zip archive.</source>
        <translation>{name} 不是完整的 zip 压缩包。</translation>
    </message>
    <message>
        <source>{name} is not an export of Pinglun (line 1: {reason}).</source>
        <translation>{name} 不是 Pinglun 的导出文件（第 1 行：{reason}）。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Pinglun (version {found} of the history, this program knows {known}).</source>
        <translation>{name} 是更新版本的 Pinglun 写的（历史版本 {found}，本程序认得 {known}）。</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{target} is the history itself.</source>
        <translation>{target} 就是历史文件本身。</translation>
    </message>
    <message>
        <source>“is:{value}” is not a way to narrow a search.</source>
        <translation>“is:{value}”不是可用的搜索条件。</translation>
    </message>
    <message>
        <source>“{value}” is not a date that a search can use.</source>
        <translation>“{value}”不是搜索能用的日期。</translation>
    </message>
    <message>
        <source>“{word}” is not known here; it may be {known}.</source>
        <translation>这里不认得“{word}”；可以是 {known}。</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>no language package</source>
        <translation>没有语言包</translation>
    </message>
    <message>
        <source>There is no language package for this direction.</source>
        <translation>没有这个方向的语言包。</translation>
    </message>
    <message>
        <source>Add one on the Packages page. The notes work without it.</source>
        <translation>请到“语言包”页添加。没有它，注释也照样能用。</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>The engine found nothing to say to it; the original stands.</source>
        <translation>翻译引擎译不出什么，原文照留。</translation>
    </message>
    <message>
        <source>partly copied</source>
        <translation>部分照抄</translation>
    </message>
    <message>
        <source>The engine copied a part of the original unchanged.</source>
        <translation>翻译引擎照抄了一部分原文。</translation>
    </message>
    <message>
        <source>Look at the underlined words in the original.</source>
        <translation>请看原文中带下划线的词。</translation>
    </message>
    <message>
        <source>engine repeated itself</source>
        <translation>译文重复</translation>
    </message>
    <message>
        <source>The engine said the same again and again; it was cut.</source>
        <translation>翻译引擎反复说同一句话，已经截断。</translation>
    </message>
    <message>
        <source>Take only the first part as a translation.</source>
        <translation>只有开头部分算是译文。</translation>
    </message>
    <message>
        <source>probably shortened</source>
        <translation>可能有遗漏</translation>
    </message>
    <message>
        <source>probably too literal</source>
        <translation>可能过于直译</translation>
    </message>
    <message>
        <source>Trust the notes more than the sentence.</source>
        <translation>请以注释为准。</translation>
    </message>
    <message>
        <source>unknown expression</source>
        <translation>未知的说法</translation>
    </message>
    <message>
        <source>Ask whoever wrote it, or add an entry of your own.</source>
        <translation>可以问问写的人，或自己添加词条。</translation>
    </message>
    <message>
        <source>very short</source>
        <translation>太短</translation>
    </message>
    <message>
        <source>So few words can mean several things.</source>
        <translation>这么短的话可能有好几种意思。</translation>
    </message>
    <message>
        <source>Look at what it answers.</source>
        <translation>请看它回复的是什么。</translation>
    </message>
    <message>
        <source>mixed languages</source>
        <translation>多种语言</translation>
    </message>
    <message>
        <source>It mixes languages; what was not Chinese was kept.</source>
        <translation>混用了几种语言；非中文部分保持原样。</translation>
    </message>
    <message>
        <source>probably ironic</source>
        <translation>可能是反话</translation>
    </message>
    <message>
        <source>Read the note, and look at who is speaking to whom.</source>
        <translation>请看注释，也看看是谁对谁说的。</translation>
    </message>
    <message>
        <source>another language</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>It is written in a language that is not translated here.</source>
        <translation>它用的语言这里不能翻译。</translation>
    </message>
    <message>
        <source>a known expression</source>
        <translation>常用说法</translation>
    </message>
    <message>
        <source>The notes and the dictionary still work.</source>
        <translation>注释和词典照样能用。</translation>
    </message>
    <message>
        <source>Words, numbers or names of the original seem to be missing, or much of it.</source>
        <translation>原文里有些词、数字或名字好像不见了，或者丢了一大段。</translation>
    </message>
    <message>
        <source>Compare it with the notes, or read it back.</source>
        <translation>请对照注释，或者回译看看。</translation>
    </message>
    <message>
        <source>Slang in it was translated word for word, or set in roughly.</source>
        <translation>里面的流行语是逐字翻译的，或是生硬地嵌进去的。</translation>
    </message>
    <message>
        <source>Something in it looks like slang that is not known here; it stayed as it is.</source>
        <translation>里面好像有这里没有收录的流行语，就照原样留着。</translation>
    </message>
    <message>
        <source>Read what was kept as its writer put it.</source>
        <translation>保留下来的部分，按作者的原话读。</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>It is Cantonese, put into standard Chinese word by word and then translated.</source>
        <translation>这是粤语，先逐词换成普通话，再译出来。</translation>
    </message>
    <message>
        <source>Expect it to be rougher, and little jokes to be lost.</source>
        <translation>译文会生硬些，小玩笑也可能丢掉。</translation>
    </message>
    <message>
        <source>A sign or phrase in it often turns the words around, or makes them a joke.</source>
        <translation>其中有个符号或说法，常常是反着说，或者只是开玩笑。</translation>
    </message>
    <message>
        <source>a false friend</source>
        <translation>容易误会的词</translation>
    </message>
    <message>
        <source>A word in it looks plain, but people here often mean something else by it.</source>
        <translation>其中有个词看着平常，在这里却常有别的意思。</translation>
    </message>
    <message>
        <source>Read its note, and see which meaning fits.</source>
        <translation>请看它的注释，再判断哪个意思合适。</translation>
    </message>
    <message>
        <source>Only Chinese and English are; its notes still work.</source>
        <translation>这里只译中文和英文，注释照样能用。</translation>
    </message>
    <message>
        <source>All of it is in the slang book; no engine was needed.</source>
        <translation>整句都在词库里，没有用到翻译引擎。</translation>
    </message>
    <message>
        <source>Its note says more.</source>
        <translation>注释里有更多说明。</translation>
    </message>
    <message>
        <source>platform slang</source>
        <translation>平台用语</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>拼音缩写</translation>
    </message>
    <message>
        <source>sound-alike</source>
        <translation>谐音</translation>
    </message>
    <message>
        <source>number code</source>
        <translation>数字暗语</translation>
    </message>
    <message>
        <source>letters and characters</source>
        <translation>字母夹汉字</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>缩略</translation>
    </message>
    <message>
        <source>dialect</source>
        <translation>方言</translation>
    </message>
    <message>
        <source>loan word</source>
        <translation>外来词</translation>
    </message>
    <message>
        <source>idiom</source>
        <translation>惯用语</translation>
    </message>
    <message>
        <source>meme</source>
        <translation>梗</translation>
    </message>
    <message>
        <source>fan talk</source>
        <translation>饭圈</translation>
    </message>
    <message>
        <source>gaming</source>
        <translation>游戏</translation>
    </message>
    <message>
        <source>euphemism</source>
        <translation>委婉语</translation>
    </message>
    <message>
        <source>swearing</source>
        <translation>脏话</translation>
    </message>
    <message>
        <source>tone of voice</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>emoji</source>
        <translation>表情符号</translation>
    </message>
    <message>
        <source>sticker</source>
        <translation>表情包</translation>
    </message>
    <message>
        <source>form of address</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>culture</source>
        <translation>文化</translation>
    </message>
    <message>
        <source>slang</source>
        <translation>流行语</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>温暖</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>友好</translation>
    </message>
    <message>
        <source>polite</source>
        <translation>礼貌</translation>
    </message>
    <message>
        <source>playful</source>
        <translation>俏皮</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>激动</translation>
    </message>
    <message>
        <source>admiring</source>
        <translation>赞叹</translation>
    </message>
    <message>
        <source>ironic</source>
        <translation>反讽</translation>
    </message>
    <message>
        <source>sarcastic</source>
        <translation>讽刺</translation>
    </message>
    <message>
        <source>self-mocking</source>
        <translation>自嘲</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>难过</translation>
    </message>
    <message>
        <source>resigned</source>
        <translation>无奈</translation>
    </message>
    <message>
        <source>annoyed</source>
        <translation>烦躁</translation>
    </message>
    <message>
        <source>anxious</source>
        <translation>焦虑</translation>
    </message>
    <message>
        <source>contemptuous</source>
        <translation>轻蔑</translation>
    </message>
    <message>
        <source>hostile</source>
        <translation>敌意</translation>
    </message>
    <message>
        <source>vulgar</source>
        <translation>粗俗</translation>
    </message>
    <message>
        <source>flirty</source>
        <translation>撩人</translation>
    </message>
    <message>
        <source>cute</source>
        <translation>可爱</translation>
    </message>
    <message>
        <source>boastful</source>
        <translation>炫耀</translation>
    </message>
    <message>
        <source>hopeful</source>
        <translation>期待</translation>
    </message>
    <message>
        <source>formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>casual</source>
        <translation>随意</translation>
    </message>
    <message>
        <source>crude</source>
        <translation>粗话</translation>
    </message>
    <message>
        <source>slur</source>
        <translation>辱骂</translation>
    </message>
    <message>
        <source>traditional</source>
        <translation>传统</translation>
    </message>
    <message>
        <source>Reading back needs a language package for the way back.</source>
        <translation>回译需要反方向的语言包。</translation>
    </message>
    <message>
        <source>Add one on the Packages page.</source>
        <translation>请到“语言包”页添加。</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>your translation</source>
        <translation>你的译文</translation>
    </message>
    <message>
        <source>Words from the dictionary</source>
        <translation>词典里的词</translation>
    </message>
    <message>
        <source>an old expression</source>
        <translation>传统说法</translation>
    </message>
    <message>
        <source>since about %s</source>
        <translation>约自 %s 年</translation>
    </message>
    <message>
        <source>since the %ss</source>
        <translation>自 %s 年代</translation>
    </message>
    <message>
        <source>since %s</source>
        <translation>自 %s 年</translation>
    </message>
    <message>
        <source>You may use it.</source>
        <translation>可以用。</translation>
    </message>
    <message>
        <source>Use it with care.</source>
        <translation>谨慎使用。</translation>
    </message>
    <message>
        <source>Better not use it.</source>
        <translation>最好不用。</translation>
    </message>
    <message>
        <source>Probably; the words around it do not decide.</source>
        <translation>可能是；上下文不能确定。</translation>
    </message>
    <message>
        <source>Worked out by a rule, not from the slang book.</source>
        <translation>由规则推出，不在词库中。</translation>
    </message>
    <message>
        <source>The editors are fairly sure, not certain.</source>
        <translation>编者比较有把握，但不能确定。</translation>
    </message>
    <message>
        <source>People disagree about where this comes from.</source>
        <translation>关于来历有不同说法。</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>评论组</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>likes</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>reply to</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手改</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pinglun history</source>
        <translation>评论历史</translation>
    </message>
    <message>
        <source>translated by hand</source>
        <translation>手工翻译</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>first comment</source>
        <translation>首评</translation>
    </message>
    <message>
        <source>liked by the author</source>
        <translation>作者赞过</translation>
    </message>
    <message>
        <source>answered by the author</source>
        <translation>作者回复过</translation>
    </message>
    <message>
        <source>your friend</source>
        <translation>你的好友</translation>
    </message>
    <message>
        <source>top comment</source>
        <translation>热评</translation>
    </message>
    <message>
        <source>%s s ago</source>
        <translation>%s秒前</translation>
    </message>
    <message>
        <source>%s min ago</source>
        <translation>%s分钟前</translation>
    </message>
    <message>
        <source>%s h ago</source>
        <translation>%s小时前</translation>
    </message>
    <message>
        <source>%s d ago</source>
        <translation>%s天前</translation>
    </message>
    <message>
        <source>%s wk ago</source>
        <translation>%s周前</translation>
    </message>
    <message>
        <source>%s mo ago</source>
        <translation>%s个月前</translation>
    </message>
    <message>
        <source>%s yr ago</source>
        <translation>%s年前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>two days ago</source>
        <translation>前天</translation>
    </message>
    <message>
        <source>Read back: %s</source>
        <translation>回译：%s</translation>
    </message>
    <message>
        <source>The translation, put back into its first language. Where this says something else than the comment, the translation is probably wrong there, too.</source>
        <translation>把译文再译回原来的语言。如果这里说的和评论不一样，译文多半也错在那里。</translation>
    </message>
    <message>
        <source>Translation: %s</source>
        <translation>译文：%s</translation>
    </message>
    <message>
        <source>Explained: %s</source>
        <translation>有注释：%s</translation>
    </message>
    <message>
        <source>%s is too large to be read.</source>
        <translation>%s 太大，无法读取。</translation>
    </message>
    <message>
        <source>Cut it into files of at most 8 MB.</source>
        <translation>请分成不超过 8 MB 的文件。</translation>
    </message>
    <message>
        <source>%s could not be read.</source>
        <translation>无法读取 %s。</translation>
    </message>
    <message>
        <source>Check that it is a file which you may open.</source>
        <translation>请确认这是你可以打开的文件。</translation>
    </message>
    <message>
        <source>%s is not a text file.</source>
        <translation>%s 不是文本文件。</translation>
    </message>
    <message>
        <source>Save the comments as a .txt file, or paste them.</source>
        <translation>请把评论存成 .txt 文件，或直接粘贴。</translation>
    </message>
    <message>
        <source>This picture is too small to hold text.</source>
        <translation>这张图片太小，放不下文字。</translation>
    </message>
    <message>
        <source>Take a screenshot of the comments themselves.</source>
        <translation>请截取评论本身。</translation>
    </message>
    <message>
        <source>Save it as a file of at most 60 MB.</source>
        <translation>请另存为不超过 60 MB 的文件。</translation>
    </message>
    <message>
        <source>%s could not be read as a picture.</source>
        <translation>%s 无法作为图片读取。</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG, or take the screenshot again.</source>
        <translation>请另存为 PNG 或 JPEG，或者重新截图。</translation>
    </message>
    <message>
        <source>This picture is too large to be read.</source>
        <translation>这张图片太大，无法识别。</translation>
    </message>
    <message>
        <source>Cut it into pieces of at most 48 million pixels.</source>
        <translation>请把它切成每张不超过 4800 万像素的几张。</translation>
    </message>
    <message>
        <source>These are too many pictures at once.</source>
        <translation>一次打开的图片太多了。</translation>
    </message>
    <message>
        <source>Take up to twenty at a time.</source>
        <translation>一次最多二十张。</translation>
    </message>
    <message>
        <source>Comments with a tag of yours</source>
        <translation>带有你的某个标签的评论</translation>
    </message>
    <message>
        <source>Comments with an expression, however written</source>
        <translation>含有某个说法的评论，不论怎么写</translation>
    </message>
    <message>
        <source>Comments by somebody, by a part of the name</source>
        <translation>某人写的评论，写出名字的一部分即可</translation>
    </message>
    <message>
        <source>Read in that year, month or day</source>
        <translation>在那一年、那一月或那一天读的</translation>
    </message>
    <message>
        <source>Read from one day to another</source>
        <translation>从某天到某天读的</translation>
    </message>
    <message>
        <source>Read on that day or later</source>
        <translation>那一天及以后读的</translation>
    </message>
    <message>
        <source>Read before that day</source>
        <translation>那一天以前读的</translation>
    </message>
    <message>
        <source>Chinese (one character is enough), pinyin with or without tones,
first letters of pinyin, English; in comments, translations, notes and remarks.</source>
        <translation>中文（一个字也行）、拼音（带不带声调都行）、拼音首字母、英文；
在评论、译文、注释和备注里查找。</translation>
    </message>
    <message>
        <source>To narrow it: %s</source>
        <translation>缩小范围：%s</translation>
    </message>
    <message>
        <source>Chinese, also a single character</source>
        <translation>中文，一个字也行</translation>
    </message>
    <message>
        <source>Pinyin, with tones or without</source>
        <translation>拼音，带不带声调都行</translation>
    </message>
    <message>
        <source>First letters of pinyin</source>
        <translation>拼音首字母</translation>
    </message>
    <message>
        <source>English, in translations and notes</source>
        <translation>英文，在译文和注释里找</translation>
    </message>
    <message>
        <source>These very words, one after the other</source>
        <translation>一字不差、按顺序的这些词</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>只看收藏</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>可以怎么搜索</translation>
    </message>
    <message>
        <source>What would you like to find?</source>
        <translation>想找什么？</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was deleted.</source>
        <translation>已停止。什么都没有删除。</translation>
    </message>
    <message>
        <source>Bringing it back …</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>Changing the comments …</source>
        <translation>正在更改评论…</translation>
    </message>
    <message>
        <source>Stopped. A part of the comments is changed.</source>
        <translation>已停止。一部分评论已经更改。</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>正在写文件…</translation>
    </message>
    <message>
        <source>Stopped. No unfinished file is left.</source>
        <translation>已停止，不会留下未完成的文件。</translation>
    </message>
    <message>
        <source>Taking in the file …</source>
        <translation>正在导入文件…</translation>
    </message>
    <message>
        <source>Stopped. What had come in by then is kept.</source>
        <translation>已停止。之前导入的内容会保留。</translation>
    </message>
    <message>
        <source>Copying the history …</source>
        <translation>正在复制历史…</translation>
    </message>
    <message>
        <source>Stopped. No unfinished copy is left.</source>
        <translation>已停止，不会留下未完成的副本。</translation>
    </message>
    <message>
        <source>Putting the backup in place …</source>
        <translation>正在恢复备份…</translation>
    </message>
    <message>
        <source>Stopped. The history is as it was.</source>
        <translation>已停止。历史和原来一样。</translation>
    </message>
</context>
<context>
    <name>met</name>
    <message>
        <source>you met it</source>
        <translation>你见过</translation>
    </message>
    <message>
        <source>the first on %s</source>
        <translation>第一次在 %s</translation>
    </message>
    <message>
        <source>show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>You read this comment before: %s.</source>
        <translation>你读过这条评论：%s。</translation>
    </message>
    <message>
        <source>show it</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>substituted</name>
    <message>
        <source>You leave this as written everywhere.</source>
        <translation>这个词在所有评论里都保持原样。</translation>
    </message>
    <message>
        <source>Use plain words again</source>
        <translation>改回普通说法</translation>
    </message>
    <message>
        <source>Leave it as written everywhere</source>
        <translation>所有评论里都保持原样</translation>
    </message>
    <message>
        <source>The engine was given this as written.</source>
        <translation>这个词按原样交给了翻译引擎。</translation>
    </message>
    <message>
        <source>For the engine this was put as: %s.</source>
        <translation>交给翻译引擎时换成了：%s。</translation>
    </message>
    <message>
        <source>Translate without that</source>
        <translation>不替换，重新翻译</translation>
    </message>
</context>
<context>
    <name>translation</name>
    <message>
        <source>About the translation</source>
        <translation>关于译文</translation>
    </message>
    <message>
        <source>Other readings</source>
        <translation>其他译法</translation>
    </message>
    <message>
        <source>Show other readings</source>
        <translation>看看其他译法</translation>
    </message>
    <message>
        <source>Corrected by you.</source>
        <translation>由你修改。</translation>
    </message>
    <message>
        <source>Taken from the slang book as a whole.</source>
        <translation>整句取自词库。</translation>
    </message>
    <message>
        <source>Made on this computer by: %s</source>
        <translation>在这台电脑上由 %s 翻译</translation>
    </message>
</context>
</TS>
