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
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>A word that you will find it by:</source>
        <translation>以后用来查找的词：</translation>
    </message>
    <message>
        <source>Correct the translation</source>
        <translation>修改译文</translation>
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
        <source>Stopped. What had come in by then is kept.</source>
        <translation>已停止。之前导入的内容会保留。</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出历史记录</translation>
    </message>
    <message>
        <source>%s is there already. Choose another name.</source>
        <translation>%s 已存在，请换一个名称。</translation>
    </message>
    <message>
        <source>Stopped. No unfinished file is left.</source>
        <translation>已停止，不会留下未完成的文件。</translation>
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
    <message>
        <source>Stop</source>
        <translation>停止</translation>
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
    <message numerus="yes">
        <source>%n selected thread(s)</source>
        <translation>
            <numerusform>选中的 %n 组评论</numerusform>
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
    <name>HistoryPage</name>
    <message>
        <source>Nothing found. Chinese, pinyin (also without tones) and English are searched, in comments, translations and notes.</source>
        <translation>没有找到。可以用中文、拼音（不带声调也行）或英文，搜索评论、译文和注释。</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 组评论。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What you read will be kept here, on this computer only, so that you find it again tomorrow. Paste something on the Read page to begin.</source>
        <translation>你读过的评论会保存在这里，只存在这台电脑上，明天还能找到。请先到“阅读”页粘贴一些评论。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
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
        <source>Comments found</source>
        <translation>找到的评论</translation>
    </message>
    <message>
        <source>Threads you read</source>
        <translation>读过的评论</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>再读一遍</translation>
    </message>
    <message>
        <source>Open this thread on the Read page (Enter)</source>
        <translation>在“阅读”页打开这组评论（回车）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected threads (Delete)</source>
        <translation>删除选中的评论（Delete）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open comments</source>
        <translation>打开评论</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>reading along</source>
        <translation>跟随剪贴板</translation>
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
    <name>NotesPanel</name>
    <message>
        <source>Fold the notes away (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the notes away</source>
        <translation type="unfinished"></translation>
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
        <source>About the translation</source>
        <translation>关于译文</translation>
    </message>
    <message>
        <source>Made on this computer by: %s</source>
        <translation>在这台电脑上由 %s 翻译</translation>
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
    <message>
        <source>you met it</source>
        <translation>你见过</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
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
        <source>Other readings</source>
        <translation>其他译法</translation>
    </message>
    <message>
        <source>Show other readings</source>
        <translation>看看其他译法</translation>
    </message>
    <message>
        <source>The engine was given this as written.</source>
        <translation>这个词按原样交给了翻译引擎。</translation>
    </message>
    <message>
        <source>Use plain words again</source>
        <translation>改回普通说法</translation>
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
        <source>Remove</source>
        <translation>移除</translation>
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
    <message>
        <source>A language package is what translates the sentences. One is in the box; any Argos package can be put beside it, and then wins over the one in the box. Nothing is downloaded unless you ask for it.</source>
        <translation>句子由语言包翻译。程序自带一个；任何 Argos 语言包都可以加进来，并优先于自带的。除非你要求，程序不会下载任何东西。</translation>
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
        <source>Copy comments from under a Xiaohongshu post and paste them here. Slang is underlined and explained at once, and a translation follows. Everything stays on this computer.</source>
        <translation>复制小红书笔记下的评论，粘贴到这里。流行语立刻标出并解释，译文随后就到。一切都留在这台电脑上。</translation>
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
    <name>ReadPage</name>
    <message>
        <source>There is no text to read on the clipboard.</source>
        <translation>剪贴板里没有可读的文字。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show the notes (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>The engine was given this instead. Click to translate without it.</source>
        <translation>交给翻译引擎的是这个说法。点击可以不替换重新翻译。</translation>
    </message>
    <message>
        <source>The engine was given this as written. Click to put it back.</source>
        <translation>这个词按原样交给了翻译引擎。点击可以换回来。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Everything is as it was at the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished">撤销</translation>
    </message>
    <message>
        <source>Chosen for you: %s</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font for other writing</source>
        <translation type="unfinished"></translation>
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
        <source>评论 pínglùn, comments: 宝子们 蹲一个链接 1 2 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the fonts look</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An icon beside the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window leaves the icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its menu opens the window, reads the clipboard and ends the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no such icons, so closing the window ends the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put slang into plain words for the engine</source>
        <translation>翻译前把流行语换成普通说法</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Pinglun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is on the clipboard</source>
        <translation type="unfinished">阅读剪贴板里的内容</translation>
    </message>
    <message>
        <source>Read along as I copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished">退出</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Read what is on the clipboard</source>
        <translation type="unfinished">阅读剪贴板里的内容</translation>
    </message>
    <message>
        <source>Open a text file …</source>
        <translation type="unfinished">打开文本文件…</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation type="unfinished">在历史中查找</translation>
    </message>
    <message>
        <source>Export the history …</source>
        <translation type="unfinished">导出历史记录…</translation>
    </message>
    <message>
        <source>Import into the history …</source>
        <translation type="unfinished">导入历史记录…</translation>
    </message>
    <message>
        <source>Find in the slang book</source>
        <translation type="unfinished">在词库中查找</translation>
    </message>
    <message>
        <source>Pinyin above the words</source>
        <translation type="unfinished">在词语上方显示拼音</translation>
    </message>
    <message>
        <source>Colour the pinyin by tone</source>
        <translation type="unfinished">按声调给拼音上色</translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation type="unfinished">显示或隐藏昵称</translation>
    </message>
    <message>
        <source>Show or fold the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the comment, or what is selected</source>
        <translation type="unfinished">复制评论或选中的文字</translation>
    </message>
    <message>
        <source>Favourite, or no more</source>
        <translation type="unfinished">收藏或取消收藏</translation>
    </message>
    <message>
        <source>Tag this comment …</source>
        <translation type="unfinished">给这条评论加标签…</translation>
    </message>
    <message>
        <source>Correct the translation …</source>
        <translation type="unfinished">修改译文…</translation>
    </message>
    <message>
        <source>Read the translation back, or hide that</source>
        <translation>回译这句，或收起回译</translation>
    </message>
    <message>
        <source>Stop translating</source>
        <translation type="unfinished">停止翻译</translation>
    </message>
    <message>
        <source>Translate the rest</source>
        <translation type="unfinished">翻译剩下的评论</translation>
    </message>
    <message>
        <source>Start with an empty page</source>
        <translation type="unfinished">新建空白页</translation>
    </message>
    <message>
        <source>Read the sample thread</source>
        <translation type="unfinished">阅读示例评论</translation>
    </message>
    <message>
        <source>Read along: take Chinese text as it is copied, or no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished">放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished">缩小</translation>
    </message>
    <message>
        <source>Size of 100 %</source>
        <translation type="unfinished">恢复 100%</translation>
    </message>
    <message>
        <source>As light as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished">所有命令</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation type="unfinished">所有快捷键</translation>
    </message>
    <message>
        <source>Next or previous comment</source>
        <translation type="unfinished">下一条或上一条评论</translation>
    </message>
    <message>
        <source>Next or previous note in a comment</source>
        <translation type="unfinished">评论中的下一个或上一个注释</translation>
    </message>
    <message>
        <source>Next or previous word, explained</source>
        <translation type="unfinished">解释下一个或上一个词</translation>
    </message>
    <message>
        <source>I know this word, or not yet: hide or show its pinyin</source>
        <translation type="unfinished">认识或不认识这个词：隐藏或显示拼音</translation>
    </message>
    <message>
        <source>Open the notes, or keep the pop-up open</source>
        <translation type="unfinished">打开注释，或固定弹出的解释</translation>
    </message>
    <message>
        <source>Everything to do with this comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what is selected, with undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is open</source>
        <translation type="unfinished">关闭打开的内容</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished">退出</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished">命令</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished">想做什么？</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished">快捷键</translation>
    </message>
    <message>
        <source>Which one are you looking for?</source>
        <translation type="unfinished">找哪个快捷键？</translation>
    </message>
    <message>
        <source>Go to: %s</source>
        <translation type="unfinished">前往：%s</translation>
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
        <source>The translation is much shorter than the original.</source>
        <translation>译文比原文短很多。</translation>
    </message>
    <message>
        <source>Something may be missing; compare with the notes.</source>
        <translation>可能漏了内容，请对照注释。</translation>
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
        <source>Add a language package for it on the Packages page.</source>
        <translation>请到“语言包”页添加这种语言。</translation>
    </message>
    <message>
        <source>a known expression</source>
        <translation>常用说法</translation>
    </message>
    <message>
        <source>The engine found nothing to say; the original stands.</source>
        <translation>翻译引擎译不出什么，原文照留。</translation>
    </message>
    <message>
        <source>The notes and the dictionary still work.</source>
        <translation>注释和词典照样能用。</translation>
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
        <source>an old expression</source>
        <translation>传统说法</translation>
    </message>
    <message>
        <source>since about %s</source>
        <translation>约自 %s 年</translation>
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
        <source>author</source>
        <translation>作者</translation>
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
</context>
</TS>
