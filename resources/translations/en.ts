<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>resources/dictionaries/first_touch.tsv</name>
    <message>
        <source>第一句话不发链接</source>
        <translation>no links in the first words</translation>
    </message>
    <message>
        <source>第一句话不报价</source>
        <translation>no prices in the first words</translation>
    </message>
    <message>
        <source>第一句话不提“买”</source>
        <translation>no "buy" in the first words</translation>
    </message>
    <message>
        <source>第一句话不拉人</source>
        <translation>no recruiting in the first words</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/promises.tsv</name>
    <message>
        <source>作了保证</source>
        <translation>gives a guarantee</translation>
    </message>
    <message>
        <source>话说得很满</source>
        <translation>says it as certain</translation>
    </message>
    <message>
        <source>答应了退款</source>
        <translation>promises a refund</translation>
    </message>
    <message>
        <source>答应了赔付</source>
        <translation>promises to pay damages</translation>
    </message>
    <message>
        <source>答应了金额</source>
        <translation>promises an amount</translation>
    </message>
    <message>
        <source>答应了补偿</source>
        <translation>promises compensation</translation>
    </message>
    <message>
        <source>答应了出运费</source>
        <translation>promises to pay the postage</translation>
    </message>
    <message>
        <source>答应了免费处理</source>
        <translation>promises to do it for free</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/self_praise.tsv</name>
    <message>
        <source>拿别的客户作比</source>
        <translation>compares with other customers</translation>
    </message>
    <message>
        <source>贬低同行</source>
        <translation>runs down competitors</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/superlatives.tsv</name>
    <message>
        <source>绝对化用语</source>
        <translation>a superlative the ad law forbids</translation>
    </message>
    <message>
        <source>不能宣称功效</source>
        <translation>may not claim effects</translation>
    </message>
    <message>
        <source>不能借机构名义</source>
        <translation>may not use an institution's name</translation>
    </message>
    <message>
        <source>不能用于宣传</source>
        <translation>not allowed in promotion</translation>
    </message>
    <message>
        <source>价格绝对化</source>
        <translation>an absolute price claim</translation>
    </message>
    <message>
        <source>催促性用语</source>
        <translation>pushes to buy</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/accusing.tsv</name>
    <message>
        <source>指责客户</source>
        <translation>accuses the customer</translation>
    </message>
    <message>
        <source>推责</source>
        <translation>shifts the blame</translation>
    </message>
    <message>
        <source>轻描淡写</source>
        <translation>plays it down</translation>
    </message>
    <message>
        <source>听起来像嘲讽</source>
        <translation>sounds like mockery</translation>
    </message>
    <message>
        <source>语气生硬</source>
        <translation>sounds stiff</translation>
    </message>
    <message>
        <source>不耐烦</source>
        <translation>sounds impatient</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/blame.tsv</name>
    <message>
        <source>“您自己”听起来在推开客户</source>
        <translation>"您自己" pushes the customer away</translation>
    </message>
    <message>
        <source>一口否定</source>
        <translation>flat denial</translation>
    </message>
    <message>
        <source>质疑客户</source>
        <translation>doubts the customer</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/cold.tsv</name>
    <message>
        <source>敷衍</source>
        <translation>brushes them off</translation>
    </message>
    <message>
        <source>太短，听着冷</source>
        <translation>too short, sounds cold</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/evasive.tsv</name>
    <message>
        <source>含糊</source>
        <translation>vague</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/impatient.tsv</name>
    <message>
        <source>听着像在责怪</source>
        <translation>sounds like a reproach</translation>
    </message>
    <message>
        <source>挑衅</source>
        <translation>provokes</translation>
    </message>
    <message>
        <source>威胁客户</source>
        <translation>threatens the customer</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/marks.tsv</name>
    <message>
        <source>感叹号连用</source>
        <translation>exclamation marks in a row</translation>
    </message>
    <message>
        <source>问号连用</source>
        <translation>question marks in a row</translation>
    </message>
    <message>
        <source>感叹号问号连用</source>
        <translation>question and exclamation marks in a row</translation>
    </message>
    <message>
        <source>省略号太长</source>
        <translation>ellipsis too long</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/mocking.tsv</name>
    <message>
        <source>骂人</source>
        <translation>an insult</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/orders.tsv</name>
    <message>
        <source>教训的口气</source>
        <translation>lectures them</translation>
    </message>
    <message>
        <source>像在训人</source>
        <translation>sounds like a scolding</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/rhetorical.tsv</name>
    <message>
        <source>反问</source>
        <translation>a rhetorical question</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone/servile.tsv</name>
    <message>
        <source>太卑微</source>
        <translation>too humble</translation>
    </message>
    <message>
        <source>把自己的难处推给客户</source>
        <translation>puts our troubles on the customer</translation>
    </message>
    <message>
        <source>讨好评会让人反感</source>
        <translation>begging for praise annoys</translation>
    </message>
    <message>
        <source>要求删除会激化</source>
        <translation>asking to delete makes it worse</translation>
    </message>
    <message>
        <source>乞求，会激化</source>
        <translation>begging makes it worse</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone_emoji.tsv</name>
    <message>
        <source>这个表情现在多半读成嘲讽</source>
        <translation>mostly read as mockery nowadays</translation>
    </message>
    <message>
        <source>这个表情像在嫌弃客户</source>
        <translation>looks like disdain for the customer</translation>
    </message>
    <message>
        <source>对客户发火的表情</source>
        <translation>an emoji that shouts at the customer</translation>
    </message>
</context>
<context>
    <name>resources/dictionaries/tone_upset.tsv</name>
    <message>
        <source>客户在气头上，这样叫显得轻慢</source>
        <translation>the customer is upset, this sounds flippant</translation>
    </message>
    <message>
        <source>客户在气头上，笑声会激怒人</source>
        <translation>the customer is upset, laughing enrages</translation>
    </message>
    <message>
        <source>客户在气头上，这个表情会激怒人</source>
        <translation>the customer is upset, this emoji enrages</translation>
    </message>
    <message>
        <source>客户在气头上，几个字太冷</source>
        <translation>the customer is upset, so few words are cold</translation>
    </message>
    <message>
        <source>只道谢像套话，客户还在等说法</source>
        <translation>thanks alone sound empty, an answer is awaited</translation>
    </message>
</context>
<context>
    <name>ui/connect/app_page.py</name>
    <message>
        <source>自动回到这里</source>
        <translation>Comes back here by itself</translation>
    </message>
    <message>
        <source>自己粘贴授权码</source>
        <translation>I paste the code</translation>
    </message>
    <message>
        <source>先把这个地址填进应用的“高级信息 &gt; 授权回调页”，一字不差：</source>
        <translation>First put this address into the app's "高级信息 &gt; 授权回调页" (Advanced &gt; OAuth redirect page), letter by letter:</translation>
    </message>
    <message>
        <source>这是练习用的微博，应用已经填好。按下一步，在打开的页面上点“同意”就行。</source>
        <translation>This is the practice Weibo; its app is filled in already. Press Next step and agree on the page that opens.</translation>
    </message>
    <message>
        <source>现在打开的是练习数据，不会连接真实的微博。要连接自己的账号，请先打开正式数据。</source>
        <translation>This is practice data, which never connects to the real Weibo. To connect your own account, open the real data first.</translation>
    </message>
    <message>
        <source>打开开放平台的“我的应用”</source>
        <translation>Open "我的应用" (My apps)</translation>
    </message>
    <message>
        <source>打开正式数据</source>
        <translation>Open real data</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>授权码怎么回来</source>
        <translation>How the code comes back</translation>
    </message>
    <message>
        <source>这个账号用来做什么</source>
        <translation>What this account is for</translation>
    </message>
    <message>
        <source>授权回调页的地址</source>
        <translation>callback address</translation>
    </message>
    <message>
        <source>隐藏</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>准备一个微博应用</source>
        <translation>Prepare a Weibo app</translation>
    </message>
</context>
<context>
    <name>ui/connect/departments_page.py</name>
    <message>
        <source>复杂的问题按 {0} 转交给部门。没有的部门关掉（空格），缺的写在下面；负责人和时限以后在“设置 &gt; 部门与联系人”里填。</source>
        <translation>Press {0} to hand complex problems to a department. Switch off those you don't have (Space) and add what is missing below; owners and limits can be filled in later under "Settings &gt; Departments".</translation>
    </message>
    <message>
        <source>再加一个部门</source>
        <translation>Add a department</translation>
    </message>
    <message>
        <source>再加一个部门，例如 售后部</source>
        <translation>Add a department, e.g. After-sales</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>回复模板</source>
        <translation>Reply templates</translation>
    </message>
    <message>
        <source>已经放好 {0} 条，写回复时按 {1} 或 / 打拼音首字母就能插入。在“模板”页里改。</source>
        <translation>{0} {0:is|are} ready. While replying, {1} or / and the pinyin initials put one in. Change them on the Templates page.</translation>
    </message>
    <message>
        <source>{0}没有改动。</source>
        <translation>{0} Nothing was changed.</translation>
    </message>
    <message>
        <source>已修改部门列表</source>
        <translation>Changed the departments</translation>
    </message>
    <message>
        <source>部门与模板</source>
        <translation>Departments</translation>
    </message>
</context>
<context>
    <name>ui/connect/dialog.py</name>
    <message>
        <source>消息来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>准备应用</source>
        <translation>Your app</translation>
    </message>
    <message>
        <source>浏览器授权</source>
        <translation>Authorize</translation>
    </message>
    <message>
        <source>先用练习数据试试</source>
        <translation>Try practice data first</translation>
    </message>
    <message>
        <source>离开</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>已连接 @{0}</source>
        <translation>Connected @{0}</translation>
    </message>
    <message>
        <source>已连接 @{0}，按 {1} 同步。</source>
        <translation>Connected @{0}; press {1} to sync.</translation>
    </message>
    <message>
        <source>这台电脑上没有存着它，请从“我的应用”里再复制一次。</source>
        <translation>It is not kept on this computer; please copy it once more from "我的应用" (My apps).</translation>
    </message>
    <message>
        <source>已复制。</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>链接已复制，粘贴到浏览器里打开。</source>
        <translation>Link copied; paste it into a browser.</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>重新打开浏览器</source>
        <translation>Reopen browser</translation>
    </message>
    <message>
        <source>打开浏览器授权</source>
        <translation>Open browser</translation>
    </message>
    <message>
        <source>第一次同步</source>
        <translation>First sync</translation>
    </message>
</context>
<context>
    <name>ui/connect/done_page.py</name>
    <message>
        <source>这次同意的是 @{now}，@{wanted} 还没有重新授权。请在浏览器里换成 @{wanted} 再授权一次。</source>
        <translation>This time @{now} agreed; @{wanted} is not authorized again yet. Switch to @{wanted} in the browser and authorize once more.</translation>
    </message>
    <message>
        <source>第一次同步取最近 7 天的评论和 @。以后会自己同步，间隔可以在“设置 &gt; 账号”里改。</source>
        <translation>The first sync takes the last 7 days of comments and mentions. Later ones run by themselves; how often is set under "Settings &gt; Accounts".</translation>
    </message>
    <message>
        <source>到什么时候</source>
        <translation>Until when</translation>
    </message>
    <message>
        <source>用来做什么</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>授权放在哪里</source>
        <translation>Where it is kept</translation>
    </message>
    <message>
        <source>接下来</source>
        <translation>What comes next</translation>
    </message>
    <message>
        <source>连接的是另一个账号</source>
        <translation>Another account was connected</translation>
    </message>
    <message>
        <source>授权好了</source>
        <translation>Authorized again</translation>
    </message>
    <message>
        <source>连接好了</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>{0}。到期前会提醒。</source>
        <translation>{0}. You are reminded before it ends.</translation>
    </message>
    <message>
        <source>{0}。可以在“设置 &gt; 账号”里改。</source>
        <translation>{0}. Can be changed under "Settings &gt; Accounts".</translation>
    </message>
</context>
<context>
    <name>ui/connect/parts.py</name>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制{0}</source>
        <translation>Copy {0}</translation>
    </message>
</context>
<context>
    <name>ui/connect/permit_page.py</name>
    <message>
        <source>没有自己回来？把授权后那一页的地址粘贴在这里</source>
        <translation>Not come back by itself? Paste the address of the page after agreeing here</translation>
    </message>
    <message>
        <source>同意之后，把页面上的授权码粘贴在这里</source>
        <translation>After agreeing, paste the code from the page here</translation>
    </message>
    <message>
        <source>会打开浏览器，由微博官方页面确认授权。我们拿不到你的密码。</source>
        <translation>A browser opens, and Weibo's own page asks you to agree. We never see your password.</translation>
    </message>
    <message>
        <source>授权码，或者授权后那一页的地址</source>
        <translation>Code, or the address of the page after agreeing</translation>
    </message>
    <message>
        <source>授权码，或者那一页的整个地址</source>
        <translation>Code, or the whole address of that page</translation>
    </message>
    <message>
        <source>用这个授权码</source>
        <translation>Use this code</translation>
    </message>
    <message>
        <source>重新授权 @{0}</source>
        <translation>Reauthorize @{0}</translation>
    </message>
    <message>
        <source>连接你的微博账号</source>
        <translation>Connect your Weibo account</translation>
    </message>
    <message>
        <source>复制链接</source>
        <translation>Copy link</translation>
    </message>
    <message>
        <source>正在向微博换取授权……</source>
        <translation>Getting the permission from Weibo…</translation>
    </message>
    <message>
        <source>已经收到授权码，马上就好。</source>
        <translation>The code has arrived, just a moment.</translation>
    </message>
    <message>
        <source>正在准备授权页……</source>
        <translation>Preparing the page…</translation>
    </message>
    <message>
        <source>准备好了就会打开浏览器。</source>
        <translation>The browser opens when it is ready.</translation>
    </message>
    <message>
        <source>还没有连接上</source>
        <translation>Not connected yet</translation>
    </message>
    <message>
        <source>还没有打开授权页</source>
        <translation>The page is not open yet</translation>
    </message>
    <message>
        <source>按下面的按钮打开浏览器。</source>
        <translation>Press the button below to open the browser.</translation>
    </message>
    <message>
        <source>这次授权的 10 分钟已经过了</source>
        <translation>The 10 minutes for this attempt are over</translation>
    </message>
    <message>
        <source>什么都没有改变。重新打开浏览器，再来一次。</source>
        <translation>Nothing was changed. Reopen the browser and try again.</translation>
    </message>
    <message>
        <source>没弹出来？复制链接到浏览器打开。{0}</source>
        <translation>Didn't it open? Copy the link into a browser. {0}</translation>
    </message>
    <message>
        <source>没能打开浏览器，请复制链接自己打开。{0}</source>
        <translation>The browser can't be opened; copy the link and open it yourself. {0}</translation>
    </message>
    <message>
        <source>正在等浏览器里的授权……</source>
        <translation>Waiting for the browser…</translation>
    </message>
    <message>
        <source>正在等你粘贴授权码……</source>
        <translation>Waiting for you to paste the code…</translation>
    </message>
    <message>
        <source>会读取</source>
        <translation>Reads</translation>
    </message>
    <message>
        <source>会发送</source>
        <translation>Sends</translation>
    </message>
</context>
<context>
    <name>ui/connect/practice_page.py</name>
    <message>
        <source>三位示例客户，在练习数据里，不会真的发到微博。按一遍，手就记住了。</source>
        <translation>Three sample customers in practice data; nothing goes to Weibo. Do it once and your hands remember.</translation>
    </message>
    <message>
        <source>叫出下一位客户</source>
        <translation>Call the next customer</translation>
    </message>
    <message>
        <source>插入模板</source>
        <translation>Insert template</translation>
    </message>
    <message>
        <source>打拼音首字母，比如 wlyc 就是“物流延迟”</source>
        <translation>Pinyin initials, e.g. wlyc for "物流延迟"</translation>
    </message>
    <message>
        <source>看错字</source>
        <translation>Check typos</translation>
    </message>
    <message>
        <source>选 1 改好，再接着看下一处</source>
        <translation>1 puts it right and goes on to the next</translation>
    </message>
    <message>
        <source>发送，然后下一位</source>
        <translation>Send, then next</translation>
    </message>
    <message>
        <source>Enter 只换行，不会误发</source>
        <translation>Enter only breaks the line, nothing is sent by mistake</translation>
    </message>
    <message>
        <source>转交部门</source>
        <translation>Handoff</translation>
    </message>
    <message>
        <source>记不住也没关系：任何时候按 {0} 看全部快捷键，按 {1} 直接搜命令。</source>
        <translation>No need to remember: {0} shows all keys at any time, {1} finds a command by name.</translation>
    </message>
    <message>
        <source>正在打字时按 {0}</source>
        <translation>While typing: {0}</translation>
    </message>
    <message>
        <source>练一练：五个键就能开工</source>
        <translation>Practice round: five keys are enough</translation>
    </message>
</context>
<context>
    <name>ui/connect/setup_dialog.py</name>
    <message>
        <source>店铺</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>练一练</source>
        <translation>Practice round</translation>
    </message>
    <message>
        <source>以后再说</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>练一场高峰</source>
        <translation>Practice rush</translation>
    </message>
    <message>
        <source>不练了，直接开始</source>
        <translation>Skip and start</translation>
    </message>
    <message>
        <source>开始练习</source>
        <translation>Start practice</translation>
    </message>
</context>
<context>
    <name>ui/connect/shop_page.py</name>
    <message>
        <source>三项都可以空着，以后在“设置 &gt; 店铺”里改。</source>
        <translation>All three may stay empty; change them later under "Settings &gt; Shop".</translation>
    </message>
    <message>
        <source>店铺名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>窗口标题和模板里的 {店铺} 用它</source>
        <translation>For the window's title and {店铺} in templates</translation>
    </message>
    <message>
        <source>例如 橙果数码旗舰店</source>
        <translation>e.g. Orange Digital</translation>
    </message>
    <message>
        <source>自己的微博昵称</source>
        <translation>Your Weibo nickname</translation>
    </message>
    <message>
        <source>导入和粘贴时，用它认出哪些话是自己说的</source>
        <translation>Importing and pasting tell your own words by it</translation>
    </message>
    <message>
        <source>不用写 @</source>
        <translation>without @</translation>
    </message>
    <message>
        <source>客服热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>模板里的 {热线} 用它</source>
        <translation>For {热线} in templates</translation>
    </message>
    <message>
        <source>例如 400-000-0000</source>
        <translation>e.g. 400-000-0000</translation>
    </message>
    <message>
        <source>先认识一下你的店铺</source>
        <translation>First, your shop</translation>
    </message>
</context>
<context>
    <name>ui/connect/source_cards.py</name>
    <message>
        <source>不需要任何授权</source>
        <translation>No permission needed</translation>
    </message>
    <message>
        <source>可选</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>在微博里复制评论或私信，回到这里按 {0}，看过再变成工单</source>
        <translation>Copy comments or DMs on Weibo, press {0} here, look them over, get tickets</translation>
    </message>
    <message>
        <source>粘贴进来</source>
        <translation>Paste messages</translation>
    </message>
    <message>
        <source>导入文件</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>支持 Excel、CSV、JSON，自动认列、去重，拖进窗口就行</source>
        <translation>Excel, CSV, JSON; finds columns, skips duplicates; or drop files on the window</translation>
    </message>
    <message>
        <source>连接微博开放平台</source>
        <translation>Connect to Weibo Open Platform</translation>
    </message>
    <message>
        <source>自动收评论和 @，能直接发评论，每小时约 60 条</source>
        <translation>Gets comments and mentions, posts comments, about 60 an hour</translation>
    </message>
    <message>
        <source>要自己申请应用；私信、搜索一般申请不到，还是用上面两种</source>
        <translation>Needs your own app; DMs and search are rarely granted, use 1 and 2 for them</translation>
    </message>
</context>
<context>
    <name>ui/connect/sources_page.py</name>
    <message>
        <source>客户的消息从哪里来</source>
        <translation>Where customers' messages come from</translation>
    </message>
    <message>
        <source>可以只选一种，也可以都用，以后随时能加。</source>
        <translation>Choose one or use all; more can be added at any time.</translation>
    </message>
</context>
<context>
    <name>ui/connect/wizard_card.py</name>
    <message>
        <source>全程约 3 分钟，随时可以按 Esc 离开，下次从这里继续。</source>
        <translation>About 3 minutes in all. Press Esc at any time; it goes on here next time.</translation>
    </message>
    <message>
        <source>第 {0} 步，共 {1} 步：{2}</source>
        <translation>Step {0} of {1}: {2}</translation>
    </message>
    <message>
        <source>微博客服台的设置向导</source>
        <translation>Weibo Operator setup wizard</translation>
    </message>
</context>
<context>
    <name>ui/connect/words.py</name>
    <message>
        <source>Windows 凭据管理器</source>
        <translation>Windows Credential Manager</translation>
    </message>
    <message>
        <source>macOS 钥匙串</source>
        <translation>macOS Keychain</translation>
    </message>
    <message>
        <source>系统密钥环</source>
        <translation>the system keyring</translation>
    </message>
    <message>
        <source>系统凭据管理器不可用，关掉程序后需要重新授权。</source>
        <translation>The system's credential manager is not available: authorize again after each start.</translation>
    </message>
    <message>
        <source>评论、@ 我们的微博和评论。只在本机保存，私信和搜索不在里面。</source>
        <translation>Comments, and posts and comments that mention us. Kept on this computer only; no DMs, no search.</translation>
    </message>
    <message>
        <source>只有你按下“发送”的那一条。绝不自动回复、自动关注或点赞。</source>
        <translation>Only what you send yourself. Never replies, follows or likes on its own.</translation>
    </message>
    <message>
        <source>用自己的微博账号在开放平台建一个应用，再把它的两串字填在这里。自己的账号申请的应用，授权有效 5 年；别人的应用只有几天。</source>
        <translation>Make an app on the Open Platform with your own Weibo account and put its two strings here. Permission lasts 5 years for the account that made the app, only days for others.</translation>
    </message>
    <message>
        <source>只放在内存里，关掉程序就没有了：这是练习。</source>
        <translation>Kept in memory only and gone when the program closes: this is practice.</translation>
    </message>
    <message>
        <source>存进 {0}，不写进文件，也不随备份导出。</source>
        <translation>Kept in {0}, never written to a file or put into a backup.</translation>
    </message>
    <message>
        <source>存进{0}，不写进文件，也不随备份导出。</source>
        <translation>Kept in {0}, never written to a file or put into a backup.</translation>
    </message>
    <message>
        <source>10 分钟内有效，剩 {0}:{1:02}</source>
        <translation>Valid for 10 minutes, {0}:{1:02} left</translation>
    </message>
    <message>
        <source>微博没有说授权到什么时候</source>
        <translation>Weibo didn't say until when</translation>
    </message>
    <message>
        <source>授权有效到 {0}，约 {1} 年</source>
        <translation>Authorized until {0}, about {1} {1:year|years}</translation>
    </message>
    <message>
        <source>授权有效到 {0}，{1}</source>
        <translation>Authorized until {0}, {1}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/banner.py</name>
    <message>
        <source>{0} 个危机信号，最急的是 </source>
        <translation>{0} crisis signals, most urgent: </translation>
    </message>
    <message>
        <source>危机信号：</source>
        <translation>Crisis signal: </translation>
    </message>
    <message>
        <source>{0}@{1}（{2}）</source>
        <translation>{0}@{1} ({2})</translation>
    </message>
    <message>
        <source>看清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>不是危机</source>
        <translation>No crisis</translation>
    </message>
</context>
<context>
    <name>ui/crisis/checklist.py</name>
    <message>
        <source>危机清单</source>
        <translation>Crisis checklist</translation>
    </message>
</context>
<context>
    <name>ui/crisis/commands.py</name>
    <message>
        <source>已经确认为危机了。</source>
        <translation>It is confirmed as a crisis already.</translation>
    </message>
    <message>
        <source>@{0} 确认为危机，按清单一步步来</source>
        <translation>@{0} confirmed as a crisis, go by the checklist</translation>
    </message>
    <message>
        <source>这张工单没有危机信号。</source>
        <translation>This ticket has no crisis signal.</translation>
    </message>
    <message>
        <source>@{0} 记为不是危机：{1}</source>
        <translation>@{0} marked as no crisis: {1}</translation>
    </message>
    <message>
        <source>@{0} 的危机已结束</source>
        <translation>Crisis of @{0} is over</translation>
    </message>
    <message>
        <source>做完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>还没做</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>复盘已保存</source>
        <translation>Review saved</translation>
    </message>
    <message>
        <source>导出证据包</source>
        <translation>Export evidence</translation>
    </message>
    <message>
        <source>压缩包 (*.zip)</source>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>证据包存好了：{0}</source>
        <translation>Evidence bundle saved: {0}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/delegate.py</name>
    <message>
        <source>{0} 粉丝</source>
        <translation>{0} {0:follower|followers}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/detail.py</name>
    <message>
        <source>同一条微博再导入一次，就能看到转评赞涨得多快</source>
        <translation>Import the same post again to see how fast reposts, comments and likes grow</translation>
    </message>
    <message>
        <source>客户的话</source>
        <translation>Customer's words</translation>
    </message>
    <message>
        <source>确认为危机</source>
        <translation>It is a crisis</translation>
    </message>
    <message>
        <source>危机结束</source>
        <translation>Crisis over</translation>
    </message>
    <message>
        <source>打开工单</source>
        <translation>Open ticket</translation>
    </message>
    <message>
        <source>传播</source>
        <translation>Spread</translation>
    </message>
    <message>
        <source>写复盘</source>
        <translation>Write review</translation>
    </message>
    <message>
        <source>工单 #{0}</source>
        <translation>#{0}</translation>
    </message>
    <message>
        <source>{0} 报警</source>
        <translation>alarm {0:low}</translation>
    </message>
    <message>
        <source>不是危机：{0}</source>
        <translation>No crisis: {0}</translation>
    </message>
    <message>
        <source>危机清单  {0} / {1}</source>
        <translation>Crisis checklist  {0} / {1}</translation>
    </message>
    <message>
        <source>改复盘</source>
        <translation>Edit review</translation>
    </message>
    <message>
        <source>复盘：{0}</source>
        <translation>Review: {0}</translation>
    </message>
    <message>
        <source>风险  {0} / {1}</source>
        <translation>Risk  {0} / {1}</translation>
    </message>
    <message>
        <source>传播速度</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>波及范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>曝光程度</source>
        <translation>Exposure</translation>
    </message>
    <message>
        <source>报警 {0}，还没有公开回应</source>
        <translation>{0} since the alarm, no public answer yet</translation>
    </message>
    <message>
        <source>报警后 {0} 公开回应</source>
        <translation>Public answer {0} after the alarm</translation>
    </message>
</context>
<context>
    <name>ui/crisis/page.py</name>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>哪些危机</source>
        <translation>Which crises</translation>
    </message>
    <message>
        <source>危机列表</source>
        <translation>Crises</translation>
    </message>
    <message>
        <source>最近 {0} 起</source>
        <translation>latest {0}</translation>
    </message>
    <message>
        <source>待确认 {0} 起</source>
        <translation>{0} to confirm</translation>
    </message>
    <message>
        <source>处理中 {0} 起</source>
        <translation>{0} in progress</translation>
    </message>
    <message>
        <source>这张工单没有原帖链接。</source>
        <translation>This ticket has no link to its post.</translation>
    </message>
    <message>
        <source>还没有已结束的危机</source>
        <translation>No closed crises yet</translation>
    </message>
    <message>
        <source>确认过、又处理完的危机会移到这里</source>
        <translation>Crises that were confirmed and dealt with move here</translation>
    </message>
    <message>
        <source>没有危机信号</source>
        <translation>No crisis signals</translation>
    </message>
    <message>
        <source>危机词、传播变快、同类扎堆、媒体或大号不满、一再投诉
出现其中一样就会在这里和收件箱上方报警</source>
        <translation>Crisis words, faster spread, many alike, unhappy media or big accounts, repeated complaints:
any of these raises an alarm here and above the inbox</translation>
    </message>
</context>
<context>
    <name>ui/crisis/review_dialog.py</name>
    <message>
        <source>危机复盘</source>
        <translation>Crisis review</translation>
    </message>
    <message>
        <source>保存复盘</source>
        <translation>Save review</translation>
    </message>
    <message>
        <source>从哪张工单开始</source>
        <translation>Ticket it began with</translation>
    </message>
    <message>
        <source>为什么会变成危机，写事实</source>
        <translation>Why it became a crisis, facts only</translation>
    </message>
    <message>
        <source>我们做了什么</source>
        <translation>What we did</translation>
    </message>
    <message>
        <source>按时间写</source>
        <translation>In order of time</translation>
    </message>
    <message>
        <source>以后改什么</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>流程、人手、话术、产品</source>
        <translation>Process, staff, wording, product</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>下周五、12-1</source>
        <translation>Next Friday, 12-1</translation>
    </message>
    <message>
        <source>复制文字</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>这张工单没有危机记录，先按 {0} 确认为危机。</source>
        <translation>This ticket has no crisis record; press {0} first to confirm it.</translation>
    </message>
    <message>
        <source>对照清单的时间来写</source>
        <translation>Write it by the times of the checklist</translation>
    </message>
    <message>
        <source>从哪里开始</source>
        <translation>Where it began</translation>
    </message>
    <message>
        <source>复盘的文字已复制</source>
        <translation>Review copied</translation>
    </message>
    <message>
        <source>没看懂这个日期，试试“下周五”“12-1”</source>
        <translation>Date not understood, try "next Friday" or "12-1"</translation>
    </message>
    <message>
        <source>从哪张漏回、晚回的工单开始（自动找的，可以改）</source>
        <translation>Missed or late ticket it began with (found for you, can be changed)</translation>
    </message>
    <message>
        <source>不是从漏回、晚回开始的</source>
        <translation>Not from a missed or late reply</translation>
    </message>
    <message>
        <source>一直没回</source>
        <translation>never answered</translation>
    </message>
    <message>
        <source>{0} 才回</source>
        <translation>answered after {0}</translation>
    </message>
    <message>
        <source>#{0} @{1} {2}，{3}：{4}</source>
        <translation>#{0} @{1} {2:low}, {3}: {4}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/risk_bars.py</name>
    <message>
        <source>风险</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>{0} {1} / {2}，{3}</source>
        <translation>{0} {1} / {2}, {3}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/rows.py</name>
    <message>
        <source>为什么报警，说了什么</source>
        <translation>Why, and what was said</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>已确认，处理中</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>待你确认</source>
        <translation>For you to confirm</translation>
    </message>
    <message>
        <source>处理中的危机</source>
        <translation>Crises in progress</translation>
    </message>
    <message>
        <source>最近结束的</source>
        <translation>Over lately</translation>
    </message>
    <message>
        <source>危机已结束</source>
        <translation>Crisis over</translation>
    </message>
    <message>
        <source>连同 {0} 张同类</source>
        <translation>with {0} of the same matter</translation>
    </message>
    <message>
        <source>风险 {0}</source>
        <translation>Risk {0}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/sheet.py</name>
    <message>
        <source>这张工单没有危机信号。真是危机的话，按 {0} 确认。</source>
        <translation>This ticket has no crisis signal. If it is a crisis, press {0}.</translation>
    </message>
    <message>
        <source>空格打勾，T 用说法，{0} 撤销</source>
        <translation>Space ticks, T takes the words, {0} undoes</translation>
    </message>
</context>
<context>
    <name>ui/crisis/sparkline.py</name>
    <message>
        <source>转评赞的变化</source>
        <translation>Reposts, comments, likes over time</translation>
    </message>
    <message>
        <source>转 {0:,}，评 {1:,}，赞 {2:,}</source>
        <translation>{0:,} {0:repost|reposts}, {1:,} {1:comment|comments}, {2:,} {2:like|likes}</translation>
    </message>
</context>
<context>
    <name>ui/crisis/step_row.py</name>
    <message>
        <source>，{0} 已完成</source>
        <translation>, done {0:low}</translation>
    </message>
    <message>
        <source>，还没做</source>
        <translation>, not done</translation>
    </message>
    <message>
        <source>把“{0}”的说法放进回复</source>
        <translation>Put the words of "{0}" into the reply</translation>
    </message>
</context>
<context>
    <name>ui/crowd/banner.py</name>
    <message>
        <source>知道了，不再提示这一类</source>
        <translation>Got it, don't show this matter again</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>End</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>{0}，另有 {1} 类也是</source>
        <translation>{0}, and {1} more {1:matter|matters}</translation>
    </message>
    <message>
        <source>拟提醒</source>
        <translation>Write notice</translation>
    </message>
    <message>
        <source>看提醒</source>
        <translation>See notice</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>ui/crowd/delegates.py</name>
    <message>
        <source>答：{0}</source>
        <translation>Answer: {0}</translation>
    </message>
    <message>
        <source>{0} 位</source>
        <translation>{0} {0:person|people}</translation>
    </message>
</context>
<context>
    <name>ui/crowd/interview_banner.py</name>
    <message>
        <source>先停一停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>轮流回答</source>
        <translation>Answer in turn</translation>
    </message>
    <message>
        <source>看问题</source>
        <translation>See questions</translation>
    </message>
</context>
<context>
    <name>ui/crowd/interview_dialog.py</name>
    <message>
        <source>这条微博下面的提问都归这一场，早来的也算</source>
        <translation>All questions under this post, earlier ones too</translation>
    </message>
    <message>
        <source>没看懂这个时间，可以写“今天 19:30”或“11-25 20:00”</source>
        <translation>This time is not understood; write "today 19:30" or "11-25 20:00"</translation>
    </message>
    <message>
        <source>开一场问答</source>
        <translation>Begin a Q&amp;A session</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>在哪条微博下面问答</source>
        <translation>Under which post</translation>
    </message>
    <message>
        <source>我们自己发的那条微博的链接，https://weibo.com/……</source>
        <translation>Link to our own post, https://weibo.com/…</translation>
    </message>
    <message>
        <source>例如：产品总监王敏</source>
        <translation>For example: Wang Min, product director</translation>
    </message>
    <message>
        <source>预定几点</source>
        <translation>Planned for</translation>
    </message>
    <message>
        <source>今天 19:30、明天下午、11-25 20:00；不填就是现在</source>
        <translation>today 19:30, tomorrow 3pm, 11-25 20:00; empty means now</translation>
    </message>
    <message>
        <source>{0}的问答场开始了</source>
        <translation>The Q&amp;A session with {0} has begun</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>ui/crowd/interview_sheet.py</name>
    <message>
        <source>导入、粘贴或同步这条微博的评论，提问就到这里</source>
        <translation>Import, paste or sync this post's comments, and the questions come here</translation>
    </message>
    <message>
        <source>表格 (*.xlsx);;文本 (*.txt)</source>
        <translation>Table (*.xlsx);;Text (*.txt)</translation>
    </message>
    <message>
        <source>提问</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>纪要写出昵称</source>
        <translation>Nicknames in minutes</translation>
    </message>
    <message>
        <source>原帖</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>导出纪要</source>
        <translation>Export minutes</translation>
    </message>
    <message>
        <source>结束这一场</source>
        <translation>End this session</translation>
    </message>
    <message>
        <source>导出问答纪要</source>
        <translation>Export the minutes</translation>
    </message>
    <message>
        <source>问答纪要存好了：{0}</source>
        <translation>Minutes saved: {0}</translation>
    </message>
    <message>
        <source>浏览器没有打开。请在微博上自己找这一条。</source>
        <translation>The browser did not open. Please find this post on Weibo yourself.</translation>
    </message>
    <message>
        <source>还没有人提问</source>
        <translation>No questions yet</translation>
    </message>
    <message>
        <source>不勾时昵称只留第一个字，文中的 @ 和长号码隐去</source>
        <translation>Unticked, nicknames keep their first character only; @ and long numbers in the text are hidden</translation>
    </message>
</context>
<context>
    <name>ui/crowd/interview_words.py</name>
    <message>
        <source>提问人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>问题和回答</source>
        <translation>Question and answer</translation>
    </message>
    <message>
        <source>在等回答</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已回答</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>已私信回答</source>
        <translation>Answered by DM</translation>
    </message>
    <message>
        <source>不用回答</source>
        <translation>None needed</translation>
    </message>
    <message>
        <source>问答场：{0}</source>
        <translation>Q&amp;A session: {0}</translation>
    </message>
    <message>
        <source>预定 {0}</source>
        <translation>Planned {0}</translation>
    </message>
    <message>
        <source>{0} 结束</source>
        <translation>Ended {0}</translation>
    </message>
    <message>
        <source>{0} 个已回答</source>
        <translation>{0} answered</translation>
    </message>
    <message>
        <source>{0} 个在等</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>已回答 {0} 个，{1} 个在等</source>
        <translation>{0} answered, {1} waiting</translation>
    </message>
    <message>
        <source>正在轮流回答：{0}的问答场</source>
        <translation>Answering in turn: Q&amp;A session with {0}</translation>
    </message>
    <message>
        <source>{0}，下一位只在这一场里选</source>
        <translation>{0}, Next chooses from this session only</translation>
    </message>
    <message>
        <source>预定 {0}，{1}</source>
        <translation>Planned {0}, {1}</translation>
    </message>
    <message>
        <source>，回答：{0}</source>
        <translation>, answer: {0}</translation>
    </message>
    <message>
        <source>{0}，{1}，{2}，{3}{4}</source>
        <translation>{0}, {1}, {2}, {3}{4}</translation>
    </message>
</context>
<context>
    <name>ui/crowd/notice_dialog.py</name>
    <message>
        <source>复制后自己发到微博，再把那条微博的链接贴到这里</source>
        <translation>Copy it, post it on Weibo yourself, then paste the post's link here</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>提醒内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>不再提供</source>
        <translation>Stop offering</translation>
    </message>
    <message>
        <source>微博链接</source>
        <translation>Weibo link</translation>
    </message>
    <message>
        <source>{0} 位收到链接</source>
        <translation>{0} {0:person|people} got the link</translation>
    </message>
    <message>
        <source>先把 {{{0}}} 换成要说的话，再复制</source>
        <translation>Put your own words for {{{0}}}, then copy</translation>
    </message>
    <message>
        <source>已复制，自己发到微博以后把链接贴到下面</source>
        <translation>Copied; post it yourself and paste the link below</translation>
    </message>
    <message>
        <source>先把 {{{0}}} 换成要说的话</source>
        <translation>Put your own words for {{{0}}} first</translation>
    </message>
    <message>
        <source>提醒存成了草稿</source>
        <translation>Notice saved as a draft</translation>
    </message>
    <message>
        <source>提醒已发布，同类客户的回复框里会提供链接</source>
        <translation>Notice posted, replies to the same matter are offered its link</translation>
    </message>
    <message>
        <source>草稿丢掉了</source>
        <translation>Draft thrown away</translation>
    </message>
    <message>
        <source>这条提醒不再提供</source>
        <translation>This notice is no longer offered</translation>
    </message>
    <message>
        <source>，超过 140 字的部分会折叠</source>
        <translation>, folded beyond 140 characters</translation>
    </message>
    <message>
        <source>{0} / {1} 字{2}</source>
        <translation>{0} / {1}{2}</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>重新提供</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>“{0}”改成{1}</source>
        <translation>"{0}" → {1}</translation>
    </message>
    <message>
        <source>“{0}”{1}</source>
        <translation>"{0}": {1}</translation>
    </message>
    <message>
        <source>，另有 {0} 处</source>
        <translation>, {0} more</translation>
    </message>
    <message>
        <source>未发现错字和不妥的话</source>
        <translation>No typos, nothing out of place</translation>
    </message>
    <message>
        <source>丢掉草稿</source>
        <translation>Discard draft</translation>
    </message>
    <message>
        <source>发出以后的微博链接</source>
        <translation>Link to the post once it is out</translation>
    </message>
</context>
<context>
    <name>ui/crowd/notices_sheet.py</name>
    <message>
        <source>提醒由你自己发到微博，程序只提供链接</source>
        <translation>You post it on Weibo, the program offers its link</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{0}。{1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>有好几位客户说同一件事时，按 {0} 看这一类，
再按 P 拟一条公开提醒</source>
        <translation>When several customers say the same, {0} shows them,
then P writes a public notice</translation>
    </message>
    <message>
        <source>还没有公开提醒</source>
        <translation>No public notices yet</translation>
    </message>
</context>
<context>
    <name>ui/crowd/sheet.py</name>
    <message>
        <source>同类</source>
        <translation>Same matter</translation>
    </message>
    <message>
        <source>同类客户</source>
        <translation>Customers with the same matter</translation>
    </message>
    <message>
        <source>拟公开提醒</source>
        <translation>Write notice</translation>
    </message>
    <message>
        <source>轮流回答这些人</source>
        <translation>Answer in turn</translation>
    </message>
    <message>
        <source>这一类已经没有工单了。</source>
        <translation>No tickets of this matter are left</translation>
    </message>
    <message>
        <source>第 {0} / {1} 类，← → 换一类</source>
        <translation>Matter {0} / {1}, ← → for another</translation>
    </message>
    <message>
        <source>↵ 打开工单</source>
        <translation>↵ open ticket</translation>
    </message>
    <message>
        <source>看公开提醒</source>
        <translation>See notice</translation>
    </message>
</context>
<context>
    <name>ui/crowd/words.py</name>
    <message>
        <source>说了什么</source>
        <translation>What they said</translation>
    </message>
    <message>
        <source>发给了</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>在等回复</source>
        <translation>Waiting for reply</translation>
    </message>
    <message>
        <source>等部门反馈</source>
        <translation>With department</translation>
    </message>
    <message>
        <source>已经回过</source>
        <translation>Replied before</translation>
    </message>
    <message>
        <source>没有回复</source>
        <translation>No reply</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>同类 {0} 人：{1}</source>
        <translation>Same matter, {0} {0:person|people}: {1}</translation>
    </message>
    <message>
        <source>{0} 张在等</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>{0} 张已回复</source>
        <translation>{0} answered</translation>
    </message>
    <message>
        <source>{0} 开始</source>
        <translation>since {0}</translation>
    </message>
    <message>
        <source>只列出最近 {0} 张</source>
        <translation>only the latest {0} are listed</translation>
    </message>
    <message>
        <source>{0} 小时内 {1} 位客户在说同一件事</source>
        <translation>{1} {1:customer|customers} said the same within {0} h</translation>
    </message>
    <message>
        <source>正在轮流回答：{0}</source>
        <translation>Answering in turn: {0}</translation>
    </message>
    <message>
        <source>还有 {0} 张在等，下一位只在这一类里选</source>
        <translation>{0} still waiting, Next chooses from this matter only</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>{0}，{1}，{2}，{3}</source>
        <translation>{0}, {1}, {2}, {3}</translation>
    </message>
    <message>
        <source>{0}发布</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}写的</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}，{1}，{2}，{3} 位收到链接，{4}</source>
        <translation>{0}, {1}, {2}, {3} {3:person|people} got the link, {4}</translation>
    </message>
    <message>
        <source>{0} 月 {1} 日</source>
        <translation>{0:0&gt;2}-{1:0&gt;2}</translation>
    </message>
    <message>
        <source>群发的条数用完了，{0}起可以再群发；现在仍可发成普通微博</source>
        <translation>No group messages until {0}, ordinary posts still work</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>{0} {1} 条</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>还能群发：{0}</source>
        <translation>Group messages left: {0}</translation>
    </message>
</context>
<context>
    <name>ui/followup/card_dialog.py</name>
    <message>
        <source>每周</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>每两周</source>
        <translation>Fortnightly</translation>
    </message>
    <message>
        <source>每月</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>每季度</source>
        <translation>Quarterly</translation>
    </message>
    <message>
        <source>没有说</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>客户卡</source>
        <translation>Customer card</translation>
    </message>
    <message>
        <source>放进 VIP 名单</source>
        <translation>On the VIP list</translation>
    </message>
    <message>
        <source>偏好渠道</source>
        <translation>Prefers</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>客户经理</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>谁负责和 TA 联系</source>
        <translation>Who keeps in touch</translation>
    </message>
    <message>
        <source>身份说明</source>
        <translation>Who they are</translation>
    </message>
    <message>
        <source>店主的朋友、测评博主</source>
        <translation>A friend of the shop, a reviewer</translation>
    </message>
    <message>
        <source>私聊方式</source>
        <translation>Private contact</translation>
    </message>
    <message>
        <source>私信链接、微信或电话</source>
        <translation>Message link, WeChat or phone</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>几天联系一次</source>
        <translation>Days between contacts</translation>
    </message>
    <message>
        <source>天</source>
        <translation>days</translation>
    </message>
    <message>
        <source>下次联系</source>
        <translation>Next contact</translation>
    </message>
    <message>
        <source>没有安排；写了联系周期就会自己排上</source>
        <translation>Not planned; with a cadence it plans itself</translation>
    </message>
    <message>
        <source>重要客户：{0}</source>
        <translation>Important: {0}</translation>
    </message>
    <message>
        <source>按来往：{0}</source>
        <translation>By history: {0}</translation>
    </message>
    <message>
        <source>下次联系要写今天或以后的一天</source>
        <translation>Next contact: write today or a later day</translation>
    </message>
    <message>
        <source>已改 @{0} 的客户卡</source>
        <translation>Customer card of @{0} saved</translation>
    </message>
</context>
<context>
    <name>ui/followup/care_list.py</name>
    <message>
        <source>这位客户没有主页地址，打不开</source>
        <translation>No profile address is known for this customer</translation>
    </message>
    <message>
        <source>这位还没有给我们留过言，没有客户资料</source>
        <translation>They have never written to us: no customer data</translation>
    </message>
</context>
<context>
    <name>ui/followup/contact_delegate.py</name>
    <message>
        <source>没有写说了什么</source>
        <translation>Nothing noted</translation>
    </message>
</context>
<context>
    <name>ui/followup/contact_dialog.py</name>
    <message>
        <source>1 周后</source>
        <translation>In 1 week</translation>
    </message>
    <message>
        <source>2 周后</source>
        <translation>In 2 weeks</translation>
    </message>
    <message>
        <source>30 天后</source>
        <translation>In 30 days</translation>
    </message>
    <message>
        <source>90 天后</source>
        <translation>In 90 days</translation>
    </message>
    <message>
        <source>不再安排</source>
        <translation>None</translation>
    </message>
    <message>
        <source>记一次联系</source>
        <translation>Log contact</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>例如：寄了新品，下周听反馈（可以不填）</source>
        <translation>E.g. sent the new model, ask next week (optional)</translation>
    </message>
    <message>
        <source>前天</source>
        <translation>2 days ago</translation>
    </message>
    <message>
        <source>哪天联系的</source>
        <translation>When</translation>
    </message>
    <message>
        <source>不再安排下次</source>
        <translation>No next contact</translation>
    </message>
    <message>
        <source>{0} 天后</source>
        <translation>In {0} {0:day|days}</translation>
    </message>
    <message>
        <source>下次联系要写以后的一天</source>
        <translation>Next contact: write a later day</translation>
    </message>
    <message>
        <source>已记下和 @{0} 的联系</source>
        <translation>Contact with @{0} logged</translation>
    </message>
</context>
<context>
    <name>ui/followup/contact_panel.py</name>
    <message>
        <source>为什么重要</source>
        <translation>Why important</translation>
    </message>
    <message>
        <source>这位重要客户</source>
        <translation>This important customer</translation>
    </message>
    <message>
        <source>打开私信</source>
        <translation>Open chat</translation>
    </message>
    <message>
        <source>联系记录</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>看工单</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>安排过联系</source>
        <translation>Contact planned</translation>
    </message>
</context>
<context>
    <name>ui/followup/contact_rows.py</name>
    <message>
        <source>上次联系</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今天要联系</source>
        <translation>To contact today</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>没有安排联系</source>
        <translation>No contact planned</translation>
    </message>
    <message>
        <source>客户经理 {0}</source>
        <translation>Manager {0}</translation>
    </message>
    <message>
        <source>{0} 张未完成</source>
        <translation>{0} open</translation>
    </message>
    <message>
        <source>没有未完成的工单</source>
        <translation>No open tickets</translation>
    </message>
    <message>
        <source>超时 {0}</source>
        <translation>Late {0}</translation>
    </message>
    <message>
        <source>下次联系 {0}</source>
        <translation>Next contact {0:low}</translation>
    </message>
    <message>
        <source>上次联系 {0}</source>
        <translation>Last contact {0:low}</translation>
    </message>
</context>
<context>
    <name>ui/followup/controller.py</name>
    <message>
        <source>重要客户要联系 {0} 位</source>
        <translation>{0} important to contact</translation>
    </message>
    <message>
        <source>等线上反馈 {0} 张</source>
        <translation>{0} without public result</translation>
    </message>
    <message>
        <source>本周应回访 {0} 位</source>
        <translation>{0} due this week</translation>
    </message>
    <message>
        <source>已回访 {0} 位</source>
        <translation>{0} followed up</translation>
    </message>
    <message>
        <source>已记下对 @{0} 的回访：{1}</source>
        <translation>Follow-up with @{0} recorded: {1}</translation>
    </message>
</context>
<context>
    <name>ui/followup/customer_head.py</name>
    <message>
        <source>主页</source>
        <translation>Profile</translation>
    </message>
</context>
<context>
    <name>ui/followup/helpful_delegate.py</name>
    <message>
        <source>{0} 次</source>
        <translation>{0} {0:time|times}</translation>
    </message>
</context>
<context>
    <name>ui/followup/helpful_page.py</name>
    <message>
        <source>热心博友列表</source>
        <translation>Helpful followers</translation>
    </message>
    <message>
        <source>别的博友替我们回答了客户，在工单上按 {0} 记下
谁答了几次、道过谢没有，都在这里</source>
        <translation>When a follower answers a customer for us, press {0} on the ticket
Who answered how often, and whether we said thanks, is kept here</translation>
    </message>
    <message>
        <source>还没有博友解答过</source>
        <translation>No follower has answered yet</translation>
    </message>
    <message>
        <source>记下了：在别处向 @{0} 道过谢</source>
        <translation>Noted: @{0} was thanked elsewhere</translation>
    </message>
    <message>
        <source>没有记下 TA 那条回答的链接</source>
        <translation>No link to their answer was noted</translation>
    </message>
</context>
<context>
    <name>ui/followup/helpful_panel.py</name>
    <message>
        <source>这位博友</source>
        <translation>This follower</translation>
    </message>
    <message>
        <source>TA 的回答</source>
        <translation>Their answer</translation>
    </message>
    <message>
        <source>看回答</source>
        <translation>See answer</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>在别处道过谢</source>
        <translation>Thanked elsewhere</translation>
    </message>
    <message>
        <source>解答和道谢</source>
        <translation>Answers and thanks</translation>
    </message>
    <message>
        <source>写一句道谢</source>
        <translation>Write thanks</translation>
    </message>
    <message>
        <source>{0} 次解答</source>
        <translation>{0} {0:answer|answers}</translation>
    </message>
    <message>
        <source>答 @{0}（#{1}）</source>
        <translation>to @{0} (#{1})</translation>
    </message>
</context>
<context>
    <name>ui/followup/helpful_rows.py</name>
    <message>
        <source>最近</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>博友</source>
        <translation>Followers</translation>
    </message>
    <message>
        <source>最近一次解答</source>
        <translation>Latest answer</translation>
    </message>
    <message>
        <source>解答</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>道谢</source>
        <translation>Thanks</translation>
    </message>
    <message>
        <source>没有记下原话</source>
        <translation>Words not noted</translation>
    </message>
    <message>
        <source>还没道谢</source>
        <translation>Not thanked yet</translation>
    </message>
    <message>
        <source>都道过谢了</source>
        <translation>All thanked</translation>
    </message>
    <message>
        <source>热心博友 {0} 位</source>
        <translation>{0} helpful {0:follower|followers}</translation>
    </message>
    <message>
        <source>解答 {0} 次</source>
        <translation>{0} {0:answer|answers}</translation>
    </message>
    <message>
        <source>还没道谢 {0} 次</source>
        <translation>{0} not thanked yet</translation>
    </message>
    <message>
        <source>没给我们留过言</source>
        <translation>never wrote to us</translation>
    </message>
    <message>
        <source>{0}道过谢</source>
        <translation>thanked {0:low}</translation>
    </message>
    <message>
        <source>还欠 {0} 次</source>
        <translation>{0} not thanked yet</translation>
    </message>
    <message>
        <source>#{0} 答 @{1}，{2}</source>
        <translation>#{0} to @{1}, {2:low}</translation>
    </message>
    <message>
        <source>{0}；还没道谢</source>
        <translation>{0}; not thanked yet</translation>
    </message>
    <message>
        <source>：{0}</source>
        <translation>: {0}</translation>
    </message>
    <message>
        <source>（在别处）</source>
        <translation> (elsewhere)</translation>
    </message>
    <message>
        <source>{0}；{1} 道谢{2}</source>
        <translation>{0}; thanked {1:low}{2}</translation>
    </message>
</context>
<context>
    <name>ui/followup/important_page.py</name>
    <message>
        <source>重要客户列表</source>
        <translation>Important customers</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>只看一种关系的客户，再按换下一种</source>
        <translation>Show one relation only; press again for the next</translation>
    </message>
    <message>
        <source>前 {0} 位</source>
        <translation>first {0}</translation>
    </message>
    <message>
        <source>逾期 {0} 位</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>今天要联系 {0} 位</source>
        <translation>{0} to contact today</translation>
    </message>
    <message>
        <source>本周投诉 {0} 件</source>
        <translation>{0} {0:complaint|complaints} this week</translation>
    </message>
    <message>
        <source>私聊方式不是网址，打不开</source>
        <translation>The private way is no web address</translation>
    </message>
    <message>
        <source>只看{0}</source>
        <translation>Only {0}</translation>
    </message>
    <message>
        <source>全部关系</source>
        <translation>All relations</translation>
    </message>
    <message>
        <source>重要客户里没有{0}</source>
        <translation>No important customers: {0}</translation>
    </message>
    <message>
        <source>按空格换一种关系看</source>
        <translation>Press Space for another relation</translation>
    </message>
    <message>
        <source>粉丝到 {0} 的客户、媒体和名人会自动出现在这里
别的客户：打开工单按 {1}，放进 VIP 名单或安排联系</source>
        <translation>Customers with {0} followers, media and celebrities appear here by themselves
Others: open the ticket, press {1}, put them on the VIP list or plan a contact</translation>
    </message>
    <message>
        <source>媒体和名人会自动出现在这里
别的客户：打开工单按 {0}，放进 VIP 名单或安排联系</source>
        <translation>Media and celebrities appear here by themselves
Others: open the ticket, press {0}, put them on the VIP list or plan a contact</translation>
    </message>
    <message>
        <source>还没有重要客户</source>
        <translation>No important customers yet</translation>
    </message>
</context>
<context>
    <name>ui/followup/lists.py</name>
    <message>
        <source>已回访</source>
        <translation>Followed up</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>好评</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>哪些客户</source>
        <translation>Which customers</translation>
    </message>
</context>
<context>
    <name>ui/followup/offline_dialog.py</name>
    <message>
        <source>没有链接就排进回访，提醒你请 TA 说一句</source>
        <translation>No link: follow up to ask for one</translation>
    </message>
    <message>
        <source>线下已解决</source>
        <translation>Solved offline</translation>
    </message>
    <message>
        <source>例如：电话里讲好，门店换了新的</source>
        <translation>E.g. agreed on the phone, replaced in the shop</translation>
    </message>
    <message>
        <source>线上反馈的链接</source>
        <translation>Link to the public result</translation>
    </message>
    <message>
        <source>客户在微博上说结果的那一条，https://weibo.com/……</source>
        <translation>Their post about the result, https://weibo.com/…</translation>
    </message>
    <message>
        <source>记下并请 TA 说一句</source>
        <translation>Save and ask</translation>
    </message>
    <message>
        <source>打开链接</source>
        <translation>Open link</translation>
    </message>
    <message>
        <source>不算</source>
        <translation>Not so</translation>
    </message>
    <message>
        <source>{0} 记下</source>
        <translation>Noted {0:low}</translation>
    </message>
    <message>
        <source>{0}，{1} 有了线上反馈</source>
        <translation>{0}, public result {1:low}</translation>
    </message>
    <message>
        <source>这里还没有能打开的链接</source>
        <translation>There is no link to open yet</translation>
    </message>
    <message>
        <source>线下已解决，线上反馈记下了</source>
        <translation>Solved offline, public result noted</translation>
    </message>
    <message>
        <source>线下已解决，还等线上反馈</source>
        <translation>Solved offline, public result still missing</translation>
    </message>
    <message>
        <source>不算线下解决</source>
        <translation>Not solved offline</translation>
    </message>
    <message>
        <source>线上反馈的链接（还没有就空着）</source>
        <translation>Link to the public result (empty if none yet)</translation>
    </message>
</context>
<context>
    <name>ui/followup/page.py</name>
    <message>
        <source>回访列表</source>
        <translation>Follow-ups</translation>
    </message>
    <message>
        <source>还没有回访过</source>
        <translation>No follow-ups made yet</translation>
    </message>
    <message>
        <source>回访以后记下结果，就会出现在这里</source>
        <translation>Follow-ups whose result you record appear here</translation>
    </message>
    <message>
        <source>没有要回访的客户</source>
        <translation>Nobody to follow up</translation>
    </message>
    <message>
        <source>发送回复时选“3 天后回访”，到期会自动排到这里</source>
        <translation>Choose a follow-up when you send a reply; it comes here when due</translation>
    </message>
</context>
<context>
    <name>ui/followup/panel.py</name>
    <message>
        <source>这位客户的回访</source>
        <translation>This follow-up</translation>
    </message>
    <message>
        <source>TA 最近的微博</source>
        <translation>Their latest posts</translation>
    </message>
    <message>
        <source>答复以后还没有收到 TA 的新内容</source>
        <translation>Nothing new from them since our reply</translation>
    </message>
    <message>
        <source>新问题、不满会放回“处理中”</source>
        <translation>New problems reopen it</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>当初的问题</source>
        <translation>Their problem</translation>
    </message>
    <message>
        <source>我们的处理</source>
        <translation>What we did</translation>
    </message>
    <message>
        <source>回访备注</source>
        <translation>Follow-up note</translation>
    </message>
    <message>
        <source>备注（可以不填）</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>写回访消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>在微博打开 TA 的主页，看看有没有新问题或好评</source>
        <translation>Open their profile on Weibo: any new problem or praise?</translation>
    </message>
    <message>
        <source>第 {0} 轮</source>
        <translation>Turn {0}</translation>
    </message>
    <message>
        <source>没有记录</source>
        <translation>Nothing recorded</translation>
    </message>
    <message>
        <source>还没有回复过</source>
        <translation>Not replied yet</translation>
    </message>
    <message>
        <source>建议“{0}”：TA 说“{1}”</source>
        <translation>Suggested: {0} (They said "{1}")</translation>
    </message>
    <message>
        <source>。{0}</source>
        <translation>. {0}</translation>
    </message>
    <message>
        <source>这次要问</source>
        <translation>To ask</translation>
    </message>
    <message>
        <source>回访结果</source>
        <translation>Result</translation>
    </message>
</context>
<context>
    <name>ui/followup/peer_dialog.py</name>
    <message>
        <source>记下并完成</source>
        <translation>Save and finish</translation>
    </message>
    <message>
        <source>博友的昵称</source>
        <translation>Follower's name</translation>
    </message>
    <message>
        <source>TA 那条回答的链接</source>
        <translation>Link to their answer</translation>
    </message>
    <message>
        <source>https://weibo.com/……（可以不填）</source>
        <translation>https://weibo.com/… (optional)</translation>
    </message>
    <message>
        <source>记下并道谢</source>
        <translation>Save and thank</translation>
    </message>
    <message>
        <source>不算博友解答</source>
        <translation>Not so</translation>
    </message>
    <message>
        <source>完成的原因写“由博友解答”，周报另外数</source>
        <translation>Counted apart in the weekly summary</translation>
    </message>
    <message>
        <source>由博友解答，已完成</source>
        <translation>Finished: answered by a follower</translation>
    </message>
    <message>
        <source>记下了由博友解答</source>
        <translation>Noted: answered by a follower</translation>
    </message>
    <message>
        <source>TA 的回答（可以不填）</source>
        <translation>Their answer (optional)</translation>
    </message>
</context>
<context>
    <name>ui/followup/plan_dialog.py</name>
    <message>
        <source>1 小时后</source>
        <translation>In 1 hour</translation>
    </message>
    <message>
        <source>今天 18:00</source>
        <translation>Today 18:00</translation>
    </message>
    <message>
        <source>明早 9 点</source>
        <translation>Tomorrow 9:00</translation>
    </message>
    <message>
        <source>明天下午</source>
        <translation>Tomorrow afternoon</translation>
    </message>
    <message>
        <source>下周一</source>
        <translation>Next Monday</translation>
    </message>
    <message>
        <source>明天上午</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>3 天后</source>
        <translation>In 3 days</translation>
    </message>
    <message>
        <source>到时间前不排队；客户再说话会马上回来</source>
        <translation>Out of the queue until then; back at once if they write</translation>
    </message>
    <message>
        <source>到期会排到“待回访”</source>
        <translation>When due it comes to "Follow-up"</translation>
    </message>
    <message>
        <source>安排回访</source>
        <translation>Plan follow-up</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>什么时候</source>
        <translation>When</translation>
    </message>
    <message>
        <source>例如：新机用得怎么样，有没有坏点</source>
        <translation>E.g. how is the new phone, any dead pixels?</translation>
    </message>
    <message>
        <source>稍后处理</source>
        <translation>Snooze</translation>
    </message>
    <message>
        <source>延期回访</source>
        <translation>Put off follow-up</translation>
    </message>
    <message>
        <source>没看懂这个时间，试试“明天下午”“3天后”“下周一”“11-25 9:00”</source>
        <translation>Time not understood, try "tomorrow afternoon", "in 3 days", "next Monday" or "11-25 9:00"</translation>
    </message>
    <message>
        <source>{0} 已经过了</source>
        <translation>{0} is past</translation>
    </message>
    <message>
        <source>{0}，还有 {1}</source>
        <translation>{0}, in {1}</translation>
    </message>
    <message>
        <source>先写清楚什么时候</source>
        <translation>Write when first</translation>
    </message>
    <message>
        <source>{0} 前不再排队</source>
        <translation>Out of the queue until {0:low}</translation>
    </message>
    <message>
        <source>已安排 {0} 回访</source>
        <translation>Follow-up planned for {0:low}</translation>
    </message>
    <message>
        <source>直接写，或按 Alt 加数字选</source>
        <translation>Type it, or Alt and a digit</translation>
    </message>
</context>
<context>
    <name>ui/followup/praise_dialog.py</name>
    <message>
        <source>收下好评</source>
        <translation>Keep praise</translation>
    </message>
    <message>
        <source>收下</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>能不能引用</source>
        <translation>May we quote</translation>
    </message>
    <message>
        <source>收下并道谢</source>
        <translation>Keep and thank</translation>
    </message>
    <message>
        <source>不收了</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>没征得同意的不要拿去宣传</source>
        <translation>Quote only with consent</translation>
    </message>
    <message>
        <source>{0}。没征得同意的不要拿去宣传</source>
        <translation>{0}. Quote only with consent</translation>
    </message>
    <message>
        <source>收下了这条好评，{0}</source>
        <translation>Praise kept: {0}</translation>
    </message>
    <message>
        <source>不再收着这条好评</source>
        <translation>Praise removed</translation>
    </message>
    <message>
        <source>按 Alt 加数字选</source>
        <translation>Alt and a digit chooses</translation>
    </message>
</context>
<context>
    <name>ui/followup/praise_page.py</name>
    <message>
        <source>好评列表</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>客户夸我们的时候，在工单上按 {0} 收下
道谢，问过能不能引用，都记在这里</source>
        <translation>When a customer praises us, press {0} on the ticket
Thanks and the permission to quote are kept here</translation>
    </message>
    <message>
        <source>还没有收下过好评</source>
        <translation>No praise kept yet</translation>
    </message>
    <message>
        <source>@{0} 的好评：{1}</source>
        <translation>Praise of @{0}: {1}</translation>
    </message>
    <message>
        <source>。{0}，不要拿去宣传</source>
        <translation>. {0}: do not quote</translation>
    </message>
    <message>
        <source>已复制 @{0} 的原话{1}</source>
        <translation>Words of @{0} copied{1}</translation>
    </message>
</context>
<context>
    <name>ui/followup/praise_panel.py</name>
    <message>
        <source>这条好评</source>
        <translation>This praise</translation>
    </message>
</context>
<context>
    <name>ui/followup/praise_rows.py</name>
    <message>
        <source>等客户回话</source>
        <translation>Asked, waiting</translation>
    </message>
    <message>
        <source>问过能不能引用，等客户回话</source>
        <translation>Asked whether we may quote, waiting</translation>
    </message>
    <message>
        <source>还没问能不能引用</source>
        <translation>Not asked whether we may quote</translation>
    </message>
    <message>
        <source>可以引用</source>
        <translation>May be quoted</translation>
    </message>
    <message>
        <source>客户不同意引用</source>
        <translation>Quoting refused</translation>
    </message>
    <message>
        <source>收下 {0} 条</source>
        <translation>{0} kept</translation>
    </message>
    <message>
        <source>可以引用 {0} 条</source>
        <translation>{0} may be quoted</translation>
    </message>
    <message>
        <source>等客户回话 {0} 条</source>
        <translation>{0} asked, waiting</translation>
    </message>
    <message>
        <source>还没道谢 {0} 条</source>
        <translation>{0} not thanked yet</translation>
    </message>
    <message>
        <source>{0}问过</source>
        <translation>asked {0:low}</translation>
    </message>
    <message>
        <source>{0} 道过谢</source>
        <translation>{0} thanked</translation>
    </message>
    <message>
        <source>{0} 问过能不能引用</source>
        <translation>{0} asked whether we may quote</translation>
    </message>
    <message>
        <source>还没记下 TA 的答复</source>
        <translation>Their answer is not noted yet</translation>
    </message>
    <message>
        <source>{0} 收下</source>
        <translation>{0} kept</translation>
    </message>
</context>
<context>
    <name>ui/followup/praise_words.py</name>
    <message>
        <source>道谢，问能不能引用</source>
        <translation>Thank and ask to quote</translation>
    </message>
    <message>
        <source>问能不能引用</source>
        <translation>Ask to quote</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
</context>
<context>
    <name>ui/followup/promise_dialog.py</name>
    <message>
        <source>明天 18:00</source>
        <translation>Tomorrow 18:00</translation>
    </message>
    <message>
        <source>回复里的承诺会自动记，这里记电话里的</source>
        <translation>For promises by phone; replies note theirs</translation>
    </message>
    <message>
        <source>放进回复框，发出后自动记下新时间</source>
        <translation>Goes into the reply; noted once sent</translation>
    </message>
    <message>
        <source>告诉客户新时间</source>
        <translation>Tell new time</translation>
    </message>
    <message>
        <source>例如：给他补寄一个杯盖</source>
        <translation>E.g. send them a new lid</translation>
    </message>
    <message>
        <source>写给客户的话</source>
        <translation>Words to the customer</translation>
    </message>
    <message>
        <source>只改记录的时间</source>
        <translation>Only the record</translation>
    </message>
    <message>
        <source>记下了，{0} 前兑现</source>
        <translation>Noted, to be kept by {0:low}</translation>
    </message>
    <message>
        <source>没看懂这个时间，试试“明天 18:00”“3 个工作日后”“节后第一天”</source>
        <translation>Time not understood, try "tomorrow 18:00", "in 3 days" or "next Monday"</translation>
    </message>
    <message>
        <source>承诺的时间改为 {0}</source>
        <translation>Promise moved to {0:low}</translation>
    </message>
    <message>
        <source>记一条承诺</source>
        <translation>Note a promise</translation>
    </message>
    <message>
        <source>承诺：{0}</source>
        <translation>Promise: {0:low}</translation>
    </message>
    <message>
        <source>这张工单还有 {0} 条承诺，在“回访”的“承诺”里</source>
        <translation>{0} more {0:promise|promises} on this ticket, see Follow-up › Promises</translation>
    </message>
</context>
<context>
    <name>ui/followup/promise_page.py</name>
    <message>
        <source>承诺列表</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>没有要兑现的承诺</source>
        <translation>No promises to keep</translation>
    </message>
    <message>
        <source>回复里说“明天 18:00 前给您答复”，发出后会自动记在这里</source>
        <translation>A time promised in a reply is noted here once it is sent</translation>
    </message>
</context>
<context>
    <name>ui/followup/promise_panel.py</name>
    <message>
        <source>再回复这位客户，就自动算兑现</source>
        <translation>Kept with the next reply</translation>
    </message>
    <message>
        <source>回复里说已经办好，或客户说收到了，就自动算兑现</source>
        <translation>Kept once we say done or they say it came</translation>
    </message>
    <message>
        <source>这条承诺</source>
        <translation>This promise</translation>
    </message>
    <message>
        <source>我们的原话</source>
        <translation>Our words</translation>
    </message>
    <message>
        <source>改时间</source>
        <translation>Change time</translation>
    </message>
    <message>
        <source>告诉客户会晚</source>
        <translation>Tell customer of delay</translation>
    </message>
    <message>
        <source>{0}
{1} 说的</source>
        <translation>{0}
said {1:low}</translation>
    </message>
</context>
<context>
    <name>ui/followup/promise_rows.py</name>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>最近了结的</source>
        <translation>Recently settled</translation>
    </message>
    <message>
        <source>逾期 {0}</source>
        <translation>Overdue {0}</translation>
    </message>
    <message>
        <source>还有 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>（{0:.0%}）</source>
        <translation> ({0:.0%})</translation>
    </message>
    <message>
        <source>本周到期 {0} 条</source>
        <translation>{0} due this week</translation>
    </message>
    <message>
        <source>按时兑现 {0} 条{1}</source>
        <translation>{0} kept in time{1}</translation>
    </message>
    <message>
        <source>晚了 {0} 条</source>
        <translation>{0} late</translation>
    </message>
    <message>
        <source>提前改期 {0} 条</source>
        <translation>{0} moved ahead</translation>
    </message>
</context>
<context>
    <name>ui/followup/promise_settling.py</name>
    <message>
        <source>给 @{0} 的承诺已兑现{1}</source>
        <translation>Promise to @{0} kept{1}</translation>
    </message>
    <message>
        <source>，晚了</source>
        <translation>, late</translation>
    </message>
    <message>
        <source>已从承诺里去掉</source>
        <translation>Taken off the promises</translation>
    </message>
</context>
<context>
    <name>ui/followup/remedy_dialog.py</name>
    <message>
        <source>补救</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>给了什么</source>
        <translation>What was given</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (yuan)</translation>
    </message>
    <message>
        <source>多少元，例如 29.9</source>
        <translation>How many yuan, e.g. 29.9</translation>
    </message>
    <message>
        <source>例如：原路退回，杯盖另寄（可以不填）</source>
        <translation>E.g. refunded as paid, lid sent apart (optional)</translation>
    </message>
    <message>
        <source>谁同意的</source>
        <translation>Agreed by</translation>
    </message>
    <message>
        <source>负责人的名字</source>
        <translation>Name of the person in charge</translation>
    </message>
    <message>
        <source>请负责人确认</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>{0} {1} 元</source>
        <translation>{0} {1} yuan</translation>
    </message>
    <message>
        <source>已给过：{0}</source>
        <translation>Given before: {0}</translation>
    </message>
    <message>
        <source>{0}超过 {1} 元，需负责人确认：写上谁同意的，或请 TA 确认。</source>
        <translation>{0} over {1} yuan needs consent: write who agreed, or ask the person in charge.</translation>
    </message>
    <message>
        <source>{0} 元以内可以自己决定</source>
        <translation>Up to {0} yuan you decide yourself</translation>
    </message>
    <message>
        <source>金额写成 29.9 这样，最多到分</source>
        <translation>Write the amount like 29.9, at most two decimals</translation>
    </message>
    <message>
        <source>记下补救：{0}{1}</source>
        <translation>Remedy noted: {0}{1}</translation>
    </message>
    <message>
        <source> {0} 元</source>
        <translation> {0} yuan</translation>
    </message>
</context>
<context>
    <name>ui/followup/rows.py</name>
    <message>
        <source>当初的问题与处理</source>
        <translation>Problem and answer</translation>
    </message>
    <message>
        <source>回访时间</source>
        <translation>Followed up</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>问问解决得怎么样</source>
        <translation>Ask how it turned out</translation>
    </message>
    <message>
        <source>最近回访过的</source>
        <translation>Followed up lately</translation>
    </message>
    <message>
        <source>可能有新问题，</source>
        <translation>Maybe a new problem, </translation>
    </message>
    <message>
        <source>可能是好评，</source>
        <translation>Maybe praise, </translation>
    </message>
    <message>
        <source>{0} {1} 月 {2} 日 周{3}</source>
        <translation>{0} {3} {1:0&gt;2}-{2:0&gt;2}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/answer_dialog.py</name>
    <message>
        <source>粘贴的内容里有编号（像 F-208）会自动认出是哪一张</source>
        <translation>A code like F-208 finds its handoff</translation>
    </message>
    <message>
        <source>录入部门反馈</source>
        <translation>Record answer</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>谁答的</source>
        <translation>Who answered</translation>
    </message>
    <message>
        <source>谁答的（可以不填）</source>
        <translation>Who answered (optional)</translation>
    </message>
    <message>
        <source>只是一部分，剩下的还等部门</source>
        <translation>Only a part, the rest is still to come</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>负责人的意见</source>
        <translation>Answer of the person in charge</translation>
    </message>
    <message>
        <source>不是反馈，按微博消息粘贴</source>
        <translation>Not an answer: paste as messages</translation>
    </message>
    <message>
        <source>还不知道是哪一张转交：内容里没有编号</source>
        <translation>Which handoff is it? The text holds no code</translation>
    </message>
    <message>
        <source>第 {0} 张，共 {1} 张</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>还不知道是哪一张转交</source>
        <translation>Handoff not known yet</translation>
    </message>
    <message>
        <source>按编号认出</source>
        <translation>found by its code</translation>
    </message>
    <message>
        <source>没有编号是 {0} 的转交，这部分没有录入，请和部门核对编号。</source>
        <translation>There is no handoff {0}; this part was not recorded. Check the code with the department.</translation>
    </message>
    <message>
        <source>{0} 已经结束，这部分没有录入。要接着处理，请在工单上再转交一次。</source>
        <translation>{0} is closed already; this part was not recorded. To go on, hand the ticket off again.</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>已录入{0}的部分答复，还在等剩下的</source>
        <translation>Partial answer from {0} recorded, the rest is still to come</translation>
    </message>
    <message>
        <source>{0}不同意，客户排回到等你回复</source>
        <translation>{0} declined, the customer waits for your reply again</translation>
    </message>
    <message>
        <source>{0}已确认，客户排回到等你回复</source>
        <translation>{0} agreed, the customer waits for your reply again</translation>
    </message>
    <message>
        <source>已录入{0}的反馈，客户排回到等你回复</source>
        <translation>Answer from {0} recorded, the customer waits for your reply again</translation>
    </message>
</context>
<context>
    <name>ui/handoff/answer_text.py</name>
    <message>
        <source>部门的反馈</source>
        <translation>Answer of the department</translation>
    </message>
    <message>
        <source>把部门回的话贴在这里，引用和编号会自动去掉</source>
        <translation>Paste what the department replied; quotes and codes are taken out</translation>
    </message>
</context>
<context>
    <name>ui/handoff/department_tiles.py</name>
    <message>
        <source>转给哪个部门</source>
        <translation>Hand off to which department</translation>
    </message>
</context>
<context>
    <name>ui/handoff/due_field.py</name>
    <message>
        <source>明天 12:00</source>
        <translation>Tomorrow 12:00</translation>
    </message>
    <message>
        <source>希望几点前答复</source>
        <translation>Answer wanted by</translation>
    </message>
    <message>
        <source>没看懂这个时间，试试“明天下午”“3天后”“11-25 9:00”</source>
        <translation>Time not understood, try "tomorrow afternoon", "in 3 days" or "11-25 9:00"</translation>
    </message>
</context>
<context>
    <name>ui/handoff/expert_line.py</name>
    <message>
        <source>请 TA</source>
        <translation>Ask them</translation>
    </message>
    <message>
        <source>请{0}</source>
        <translation>Ask {0}</translation>
    </message>
    <message>
        <source>{0}的{1}：懂 {2}</source>
        <translation>{1} ({0}) knows {2}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/export_dialog.py</name>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印、导出转交单</source>
        <translation>Print or export handoff</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>导出为</source>
        <translation>Export as</translation>
    </message>
    <message>
        <source>隐去客户的昵称、电话和单号</source>
        <translation>Hide the customer's name, phone and order numbers</translation>
    </message>
    <message>
        <source>转交单已导出：{0}</source>
        <translation>Handoff exported: {0}</translation>
    </message>
    <message>
        <source>导出转交单</source>
        <translation>Export handoff</translation>
    </message>
    <message>
        <source>转交单 (*{0})</source>
        <translation>Handoff (*{0})</translation>
    </message>
</context>
<context>
    <name>ui/handoff/fields.py</name>
    <message>
        <source>网站</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>转给部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>还没有设负责人：在设置的“部门”里把一位联系人设为负责人</source>
        <translation>Nobody is in charge yet: make a contact the person in charge under Settings › Departments</translation>
    </message>
    <message>
        <source>问题类型</source>
        <translation>Kind of problem</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>请谁处理</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>请谁确认</source>
        <translation>Who is to agree</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>对话原文</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>客户资料（粉丝数、认证）</source>
        <translation>Customer data</translation>
    </message>
    <message>
        <source>对话原文（{0} 条）</source>
        <translation>Conversation ({0} {0:message|messages})</translation>
    </message>
    <message>
        <source>请 TA 回“确认”或“不同意”加原因</source>
        <translation>They answer yes or no, with the reason</translation>
    </message>
    <message>
        <source>按{0}推荐{1}</source>
        <translation>{1} for {0}</translation>
    </message>
    <message>
        <source>这个部门是你选的</source>
        <translation>You chose this department</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
    <message>
        <source>已从对话自动整理，可以改</source>
        <translation>Drawn from the conversation, can be changed</translation>
    </message>
    <message>
        <source>打字时按 Alt 加数字</source>
        <translation>Alt + digit</translation>
    </message>
    <message>
        <source>附上</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>，过去 {0} 张同类工单都转给了{1}</source>
        <translation>, all {0} similar went to {1}</translation>
    </message>
    <message>
        <source>，过去 {0} 张同类工单有 {1} 张转给了{2}</source>
        <translation>, {1} of {0} similar went to {2}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/form.py</name>
    <message>
        <source>转交后工单进入“处理中”，部门超期没有答复会在“转交”里标红</source>
        <translation>The ticket goes to "In progress"; a late department turns red under "Handoff"</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>还有字在输入法里没选完，选好再按 Ctrl+Enter</source>
        <translation>The input method is still composing; finish, then press Ctrl+Enter</translation>
    </message>
    <message>
        <source>已复制，去企业微信粘贴</source>
        <translation>Copied, paste it into WeCom</translation>
    </message>
    <message>
        <source>已复制。编号要转交后才有</source>
        <translation>Copied. The code comes with the handoff</translation>
    </message>
    <message>
        <source>请求确认并安抚客户</source>
        <translation>Ask and reassure</translation>
    </message>
    <message>
        <source>转交并安抚客户</source>
        <translation>Hand off and reassure</translation>
    </message>
    <message>
        <source>请求确认</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>安抚客户的话还没有写。不想现在说，就关掉“先安抚客户”</source>
        <translation>The words to the customer are missing. To say nothing now, switch off "Reassure first"</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>贴好了，去安抚客户</source>
        <translation>Pasted, reassure now</translation>
    </message>
    <message>
        <source>贴好了</source>
        <translation>Pasted</translation>
    </message>
    <message>
        <source>这是第 {0} 次转交，别让客户被踢皮球，先问清卡在哪里。</source>
        <translation>This is handoff number {0}. Don't pass the customer around: ask first where it is stuck.</translation>
    </message>
    <message>
        <source>之前：{0}</source>
        <translation>Before: {0}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/form_controller.py</name>
    <message>
        <source>还没有写内容</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>{0} / {1} 字</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} 处疑似错字，按 {1} 改</source>
        <translation>{0} possible {0:typo|typos}, {1} mends</translation>
    </message>
    <message>
        <source>未发现错字</source>
        <translation>No typos</translation>
    </message>
    <message>
        <source>{0} 字</source>
        <translation>{0} {0:character|characters}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/handed_over.py</name>
    <message>
        <source>发给部门的内容</source>
        <translation>Department text</translation>
    </message>
    <message>
        <source>再复制一次</source>
        <translation>Copy again</translation>
    </message>
    <message>
        <source>已复制给{0}的内容，去企业微信粘贴</source>
        <translation>Text for {0} copied, paste it into WeCom</translation>
    </message>
    <message>
        <source>编号 {0}。回复里带着编号，粘贴回来时会自动认出来</source>
        <translation>Code {0}. An answer that carries it is recognized when you paste it here</translation>
    </message>
    <message>
        <source>贴好以后回到这里，接着安抚客户</source>
        <translation>When it is pasted, come back here to reassure the customer</translation>
    </message>
    <message>
        <source>贴好以后就可以关掉，等部门的反馈</source>
        <translation>When it is pasted, close this and wait for the answer</translation>
    </message>
</context>
<context>
    <name>ui/handoff/package_pane.py</name>
    <message>
        <source>先安抚客户</source>
        <translation>Reassure first</translation>
    </message>
    <message>
        <source>安抚客户的话</source>
        <translation>Words to the customer</translation>
    </message>
    <message>
        <source>发给{0}的内容</source>
        <translation>Text for {0}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/page.py</name>
    <message>
        <source>转交列表</source>
        <translation>Handoffs</translation>
    </message>
    <message>
        <source>已结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>哪些转交</source>
        <translation>Which handoffs</translation>
    </message>
    <message>
        <source>最近 {0} 张</source>
        <translation>latest {0}</translation>
    </message>
    <message>
        <source>这张转交已经结束，不用再录入反馈</source>
        <translation>This handoff is closed and needs no answer</translation>
    </message>
    <message>
        <source>剪贴板里没有认出转交的编号（像 F-208）。可以选中一张再按 {0} 录入</source>
        <translation>No handoff code (like F-208) in the clipboard. Choose one and press {0} instead</translation>
    </message>
    <message>
        <source>这张不用催：部门已经反馈，或者已经结束</source>
        <translation>No need to nudge: it is answered or closed</translation>
    </message>
    <message>
        <source>这张不用先告诉客户进展：部门已经反馈，或者已经结束</source>
        <translation>No need for news to the customer: it is answered or closed</translation>
    </message>
    <message>
        <source>客户得到回复以后，部门的反馈才能存为知识卡</source>
        <translation>An answer can become a knowledge card once the customer has been told</translation>
    </message>
    <message>
        <source>还没有已结束的转交</source>
        <translation>No closed handoffs yet</translation>
    </message>
    <message>
        <source>部门反馈、客户得到回复以后，转交会移到这里</source>
        <translation>Handoffs move here once the department has answered and the customer was told</translation>
    </message>
    <message>
        <source>遇到要别的部门查的问题，在工单上按 {0} 转交
期限、催办和反馈都会在这里</source>
        <translation>When another department has to look into it, press {0} on the ticket
Due times, nudges and answers are kept here</translation>
    </message>
    <message>
        <source>没有等反馈的转交</source>
        <translation>No handoffs wait for an answer</translation>
    </message>
</context>
<context>
    <name>ui/handoff/page_controller.py</name>
    <message>
        <source>已存为知识卡，以后回复同类问题会推荐</source>
        <translation>Kept as a knowledge card, it will be suggested for similar questions</translation>
    </message>
    <message>
        <source>已复制给{0}的内容</source>
        <translation>Text for {0} copied</translation>
    </message>
    <message>
        <source>催{0}的话已复制，去企业微信粘贴</source>
        <translation>Nudge for {0} copied, paste it into WeCom</translation>
    </message>
</context>
<context>
    <name>ui/handoff/panel.py</name>
    <message>
        <source>这张转交的经过</source>
        <translation>This handoff</translation>
    </message>
    <message>
        <source>按反馈回复客户</source>
        <translation>Reply with it</translation>
    </message>
    <message>
        <source>催一下</source>
        <translation>Nudge</translation>
    </message>
    <message>
        <source>告诉客户进展</source>
        <translation>Send news</translation>
    </message>
    <message>
        <source>存为知识卡</source>
        <translation>Keep as card</translation>
    </message>
    <message>
        <source>部分答复</source>
        <translation>Part answer</translation>
    </message>
    <message>
        <source>{0} 答</source>
        <translation>Answered by {0}</translation>
    </message>
</context>
<context>
    <name>ui/handoff/rows.py</name>
    <message>
        <source>编号</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>答复期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已反馈，等你回复客户</source>
        <translation>Answered, reply to the customer</translation>
    </message>
    <message>
        <source>{0}超期</source>
        <translation>{0}: overdue</translation>
    </message>
    <message>
        <source>待负责人确认</source>
        <translation>Waiting for consent</translation>
    </message>
    <message>
        <source>等待反馈</source>
        <translation>Waiting for answer</translation>
    </message>
    <message>
        <source>超期 {0}</source>
        <translation>Late {0}</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>催过 {0} 次</source>
        <translation>Nudged {0}×</translation>
    </message>
    <message>
        <source>等待中</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>去回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>再催一次</source>
        <translation>Nudge</translation>
    </message>
    <message>
        <source>{0} 张已反馈待回复</source>
        <translation>{0} answered</translation>
    </message>
    <message>
        <source>{0} 张等反馈</source>
        <translation>{0} waiting</translation>
    </message>
    <message>
        <source>，其中 {0} 张超期</source>
        <translation>, {0} of them overdue</translation>
    </message>
    <message>
        <source>{0} {1}答“{2}”</source>
        <translation>{0} {1}: "{2}"</translation>
    </message>
    <message>
        <source>{0} {1}还没有答复</source>
        <translation>{0} {1}: no answer yet</translation>
    </message>
</context>
<context>
    <name>ui/handoff/steps.py</name>
    <message>
        <source>收集问题</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>问题分类</source>
        <translation>Classify</translation>
    </message>
</context>
<context>
    <name>ui/handoff/timeline.py</name>
    <message>
        <source>从对话整理</source>
        <translation>collected</translation>
    </message>
    <message>
        <source>，联系人 {0}</source>
        <translation>, contact {0}</translation>
    </message>
    <message>
        <source>第 {0} 次转交</source>
        <translation>Handoff no. {0}</translation>
    </message>
    <message>
        <source>负责人意见</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>部门反馈</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>{0} 不同意</source>
        <translation>{0} declined</translation>
    </message>
    <message>
        <source>{0} 确认</source>
        <translation>{0} agreed</translation>
    </message>
    <message>
        <source>{0} 录入</source>
        <translation>{0} recorded</translation>
    </message>
    <message>
        <source>没有等到反馈就结束了</source>
        <translation>Closed without an answer</translation>
    </message>
    <message>
        <source>{0} 催过</source>
        <translation>{0} nudged</translation>
    </message>
    <message>
        <source>{0} 答了一部分</source>
        <translation>{0} partly answered</translation>
    </message>
    <message>
        <source>期限 {0}</source>
        <translation>Due {0:low}</translation>
    </message>
    <message>
        <source>答复客户</source>
        <translation>Customer told</translation>
    </message>
    <message>
        <source>没有按这份反馈答复客户</source>
        <translation>The customer was not told this</translation>
    </message>
    <message>
        <source>没有用这份反馈，又转交了</source>
        <translation>Not used, handed off again</translation>
    </message>
    <message>
        <source>等你回复</source>
        <translation>Waiting for your reply</translation>
    </message>
    <message>
        <source>已答复</source>
        <translation>replied</translation>
    </message>
</context>
<context>
    <name>ui/inbox/board.py</name>
    <message>
        <source>都回复完了</source>
        <translation>All answered</translation>
    </message>
    <message>
        <source>新消息进来会自动出现在这里</source>
        <translation>New messages show up here by themselves</translation>
    </message>
    <message>
        <source>最近互动</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>处理中的客户</source>
        <translation>Customers in progress</translation>
    </message>
    <message>
        <source>回复过、还没结束的客户会在这里，
转交部门后也在这里等反馈</source>
        <translation>Customers you answered stay here until they are done,
also while a department works on it</translation>
    </message>
    <message>
        <source>到期时间</source>
        <translation>Due time</translation>
    </message>
    <message>
        <source>发送回复时选“3 天后回访”，
到期会自动排到这里</source>
        <translation>Choose "Follow up in 3 days" when you send a reply;
it comes up here when due</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>By urgency</translation>
    </message>
    <message>
        <source>闲聊与广告 {0}</source>
        <translation>Chat &amp; ads {0}</translation>
    </message>
</context>
<context>
    <name>ui/inbox/card_words.py</name>
    <message>
        <source>@我</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>搜索到</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>手工录入</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>缓冲中</source>
        <translation>Cooling down</translation>
    </message>
    <message>
        <source>待发</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>待核实</source>
        <translation>Unconfirmed</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>{0}天{1}时</source>
        <translation>{0}d {1}h</translation>
    </message>
    <message>
        <source>{0}时{1}分</source>
        <translation>{0}h {1}m</translation>
    </message>
    <message>
        <source>{0}时</source>
        <translation>{0}h</translation>
    </message>
    <message>
        <source>{0}分</source>
        <translation>{0}m</translation>
    </message>
    <message>
        <source>回访：{0}</source>
        <translation>Follow-up: {0}</translation>
    </message>
    <message>
        <source>{0}已反馈，等你回复</source>
        <translation>{0} answered, reply now</translation>
    </message>
    <message>
        <source>已转{0}</source>
        <translation>With {0}</translation>
    </message>
    <message>
        <source>客户追问了 {0} 次</source>
        <translation>Asked again {0} {0:time|times}</translation>
    </message>
    <message>
        <source>@负责人</source>
        <translation>@ in charge</translation>
    </message>
</context>
<context>
    <name>ui/inbox/gathered_page.py</name>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>回收件箱</source>
        <translation>Back to Inbox</translation>
    </message>
    <message>
        <source>闲聊与广告</source>
        <translation>Chat &amp; ads</translation>
    </message>
    <message>
        <source>没有要看的闲聊与广告</source>
        <translation>No chat or ads to look at</translation>
    </message>
    <message>
        <source>程序认为不用回的新消息会集中到这里
客户还有别的事没完，就不放进来</source>
        <translation>New messages that seem to need no reply gather here,
unless the customer still waits for something else</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>{0} {0:item|items}</translation>
    </message>
    <message>
        <source>{0} 条，先看前 {1} 条</source>
        <translation>{0} items, first {1} shown</translation>
    </message>
    <message>
        <source>看过再关，轮流时不会轮到它们</source>
        <translation>Look, then close them; the rotation leaves them out</translation>
    </message>
    <message>
        <source>；{0} 条客户又说了话，留着</source>
        <translation>; {0} kept, their customers wrote again</translation>
    </message>
    <message>
        <source>{0} 条记为无需回复</source>
        <translation>{0} marked no reply needed</translation>
    </message>
    <message>
        <source>选中的客户又说了话，一条也没关</source>
        <translation>The chosen customers wrote again; nothing was closed</translation>
    </message>
    <message>
        <source>@{0} 放回轮流，按咨询处理</source>
        <translation>@{0} is back in the rotation, as a question</translation>
    </message>
</context>
<context>
    <name>ui/inbox/gathered_panel.py</name>
    <message>
        <source>这一条</source>
        <translation>This message</translation>
    </message>
    <message>
        <source>原话</source>
        <translation>Original words</translation>
    </message>
    <message>
        <source>其实要回</source>
        <translation>Needs a reply</translation>
    </message>
    <message>
        <source>无需回复</source>
        <translation>No reply needed</translation>
    </message>
    <message>
        <source>{0} 条无需回复</source>
        <translation>{0}: no reply needed</translation>
    </message>
    <message>
        <source>空格选一条，{0} 全选，{1} 一次关掉</source>
        <translation>Space selects, {0} all; {1} closes them</translation>
    </message>
    <message>
        <source>{0} 放回轮流，按咨询处理，程序会记住</source>
        <translation>{0}: back in the rotation, as a question</translation>
    </message>
    <message>
        <source>是投诉、表扬或别的，按 {0} 改</source>
        <translation>{0}: it is a complaint, praise, …</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>ui/inbox/gathered_rows.py</name>
    <message>
        <source>为什么不用回</source>
        <translation>Why no reply</translation>
    </message>
    <message>
        <source>很确定不用回</source>
        <translation>Surely no reply needed</translation>
    </message>
    <message>
        <source>多半不用回</source>
        <translation>Probably no reply needed</translation>
    </message>
    <message>
        <source>拿不准，看一眼</source>
        <translation>Not sure, have a look</translation>
    </message>
    <message>
        <source>没有说明</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Selected</translation>
    </message>
    <message>
        <source>选了 {0} 条</source>
        <translation>{0} selected</translation>
    </message>
    <message>
        <source>没有选，按键只管这一条</source>
        <translation>None selected; keys act on this one only</translation>
    </message>
</context>
<context>
    <name>ui/intake/capture_dialog.py</name>
    <message>
        <source>手工录入一位客户</source>
        <translation>Add a customer by hand</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
    <message>
        <source>来自（Alt+1–{0}）</source>
        <translation>From (Alt+1–{0})</translation>
    </message>
    <message>
        <source>客户说了什么</source>
        <translation>What the customer said</translation>
    </message>
    <message>
        <source>什么时候说的</source>
        <translation>When it was said</translation>
    </message>
    <message>
        <source>链接或账号（可以不填）</source>
        <translation>Link or account (optional)</translation>
    </message>
    <message>
        <source>粉丝数（可以不填）</source>
        <translation>Followers (optional)</translation>
    </message>
    <message>
        <source>建好再录一位</source>
        <translation>Make, add another</translation>
    </message>
    <message>
        <source>建工单</source>
        <translation>Make ticket</translation>
    </message>
    <message>
        <source>写下客户的话，这里会说它看起来是什么</source>
        <translation>Write what the customer said; what it looks like is shown here</translation>
    </message>
    <message>
        <source>看起来是{0}</source>
        <translation>Looks like: {0}</translation>
    </message>
    <message>
        <source>不一定要回</source>
        <translation>may need no reply</translation>
    </message>
    <message>
        <source>看不懂，可以写 14:10、昨天下午、2小时前</source>
        <translation>Can't read this; try 14:10, yesterday 3pm, 2 hours ago</translation>
    </message>
    <message>
        <source>这个时间还没到</source>
        <translation>This time is still to come</translation>
    </message>
    <message>
        <source>已录入 @{0}</source>
        <translation>Added @{0}</translation>
    </message>
    <message>
        <source>看不懂，可以写 342 或 12.6万</source>
        <translation>Can't read this; try 342 or 126,000</translation>
    </message>
    <message>
        <source>https://weibo.com/u/…、手机号、微信号</source>
        <translation>https://weibo.com/u/…, phone, WeChat ID</translation>
    </message>
    <message>
        <source>12.6万</source>
        <translation>126,000</translation>
    </message>
</context>
<context>
    <name>ui/intake/capture_words.py</name>
    <message>
        <source>微博评论</source>
        <translation>Comment</translation>
    </message>
</context>
<context>
    <name>ui/intake/count_tile.py</name>
    <message>
        <source>约 {0:,}</source>
        <translation>about {0:,}</translation>
    </message>
</context>
<context>
    <name>ui/intake/drop_frame.py</name>
    <message>
        <source>{0} 等 {1} 个文件</source>
        <translation>{0}… ({1} files)</translation>
    </message>
    <message>
        <source>松开就看看里面有什么</source>
        <translation>Drop to see what is inside</translation>
    </message>
    <message>
        <source>练习数据里不能导入真的文件</source>
        <translation>Practice data takes no real files</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_banner.py</name>
    <message>
        <source>导入完成，新消息 {0}，新工单 {1}。</source>
        <translation>Import finished: {0} new {0:message|messages}, {1} new {1:ticket|tickets}.</translation>
    </message>
    <message>
        <source>有 {0} 行没有导入。</source>
        <translation>{0} {0:row was|rows were} left out.</translation>
    </message>
    <message>
        <source>看是哪些</source>
        <translation>Show them</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>文件夹里有 {0} 个新文件</source>
        <translation>{0} new {0:file|files} in the folder</translation>
    </message>
    <message>
        <source>{0} 等</source>
        <translation>{0} and more</translation>
    </message>
    <message>
        <source>看看里面</source>
        <translation>Look inside</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>已导入 {0:,} / {1:,} 行</source>
        <translation>{0:,} / {1:,} rows imported</translation>
    </message>
    <message>
        <source>正在读</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在导入 {0}</source>
        <translation>Importing {0}</translation>
    </message>
    <message>
        <source>看进度</source>
        <translation>Show progress</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{0} 读好了</source>
        <translation>{0} is ready</translation>
    </message>
    <message>
        <source>看一眼再导入。</source>
        <translation>Look it over, then import.</translation>
    </message>
    <message>
        <source>不导了</source>
        <translation>Don't import</translation>
    </message>
    <message>
        <source>正在读 {0}</source>
        <translation>Reading {0}</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_controller.py</name>
    <message>
        <source>导入停下了，什么都没有进来。</source>
        <translation>Import stopped; nothing came in.</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_dialog.py</name>
    <message>
        <source>导出的文件 (*.csv *.tsv *.txt *.json *.jsonl *.xlsx *.xls *.db *.sqlite *.sqlite3);;全部文件 (*)</source>
        <translation>Exported files (*.csv *.tsv *.txt *.json *.jsonl *.xlsx *.xls *.db *.sqlite *.sqlite3);;All files (*)</translation>
    </message>
    <message>
        <source>保存没有导入的行</source>
        <translation>Save the rows left out</translation>
    </message>
    <message>
        <source>表格 (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>改对应关系</source>
        <translation>Change columns</translation>
    </message>
    <message>
        <source>跳过这个文件</source>
        <translation>Skip this file</translation>
    </message>
    <message>
        <source>存成表格</source>
        <translation>Save as table</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>导入完成</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>放到后台</source>
        <translation>Run in background</translation>
    </message>
    <message>
        <source>没有导入的 {0} 行存在 {1} 里了。</source>
        <translation>{0} {0:row|rows} left out, saved in {1}.</translation>
    </message>
    <message>
        <source>新消息按轮流顺序排进“新”</source>
        <translation>New messages join "New" in rotation order</translation>
    </message>
    <message>
        <source>里面没有新消息</source>
        <translation>No new messages in it</translation>
    </message>
    <message>
        <source>导入 {0} 条</source>
        <translation>Import {0}</translation>
    </message>
    <message>
        <source>说明每一列</source>
        <translation>Name the columns</translation>
    </message>
    <message>
        <source>↑↓ 选列，←→ 换含义，空格列出全部</source>
        <translation>↑↓ column, ←→ meaning, Space lists all</translation>
    </message>
    <message>
        <source>看看结果</source>
        <translation>See result</translation>
    </message>
    <message>
        <source>看下一个文件</source>
        <translation>Next file</translation>
    </message>
    <message>
        <source>第 {0} 个，共 {1} 个文件</source>
        <translation>File {0} of {1}</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_page.py</name>
    <message>
        <source>读到的行</source>
        <translation>Rows read</translation>
    </message>
    <message>
        <source>新消息</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>已经有了，跳过</source>
        <translation>Known, skipped</translation>
    </message>
    <message>
        <source>像闲聊或广告</source>
        <translation>Like chat or ads</translation>
    </message>
    <message>
        <source>读不懂，见下方</source>
        <translation>Unreadable, below</translation>
    </message>
    <message>
        <source>正在读 {0}……</source>
        <translation>Reading {0}…</translation>
    </message>
    <message>
        <source>已核对 {0:,} / {1:,} 行</source>
        <translation>{0:,} / {1:,} rows compared</translation>
    </message>
    <message>
        <source>已读 {0:,} 行</source>
        <translation>{0:,} {0:row|rows} read</translation>
    </message>
    <message>
        <source>这个文件导不进来</source>
        <translation>This file can't be imported</translation>
    </message>
    <message>
        <source>导入进度</source>
        <translation>Import progress</translation>
    </message>
    <message>
        <source>已导入 {0} / {1} 行</source>
        <translation>{0} / {1} rows imported</translation>
    </message>
    <message>
        <source>正在停下，已经进来的会留着……</source>
        <translation>Stopping; what came in stays…</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_result.py</name>
    <message>
        <source>没有导入的原因</source>
        <translation>Why it was left out</translation>
    </message>
    <message>
        <source>新工单</source>
        <translation>New tickets</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>没有导入的行</source>
        <translation>Rows left out</translation>
    </message>
</context>
<context>
    <name>ui/intake/import_words.py</name>
    <message>
        <source>weibo-search 的搜索结果</source>
        <translation>weibo-search results</translation>
    </message>
    <message>
        <source>weibo-crawler 的评论</source>
        <translation>weibo-crawler comments</translation>
    </message>
    <message>
        <source>weibo-crawler 的帖子</source>
        <translation>weibo-crawler posts</translation>
    </message>
    <message>
        <source>weibo-crawler 的 JSON</source>
        <translation>weibo-crawler JSON</translation>
    </message>
    <message>
        <source>weibo-crawler 的数据库</source>
        <translation>weibo-crawler database</translation>
    </message>
    <message>
        <source>weiboSpider 的帖子</source>
        <translation>weiboSpider posts</translation>
    </message>
    <message>
        <source>weiboSpider 的 JSON</source>
        <translation>weiboSpider JSON</translation>
    </message>
    <message>
        <source>weiboSpider 的数据库</source>
        <translation>weiboSpider database</translation>
    </message>
    <message>
        <source>crawl4weibo 的 JSON</source>
        <translation>crawl4weibo JSON</translation>
    </message>
    <message>
        <source>MediaCrawler 的帖子</source>
        <translation>MediaCrawler posts</translation>
    </message>
    <message>
        <source>MediaCrawler 的评论</source>
        <translation>MediaCrawler comments</translation>
    </message>
    <message>
        <source>自己做的帖子表</source>
        <translation>table of posts</translation>
    </message>
    <message>
        <source>自己做的评论表</source>
        <translation>table of comments</translation>
    </message>
    <message>
        <source>微博网页的 JSON</source>
        <translation>JSON from Weibo's pages</translation>
    </message>
    <message>
        <source>自己的表，按你指定的对应关系读</source>
        <translation>your own table, read as you said</translation>
    </message>
    <message>
        <source>；另有 {0} 条是内部人员或自己账号发的，不导入</source>
        <translation>; {0} more by our own people or accounts are not imported</translation>
    </message>
    <message>
        <source>{0} 编码</source>
        <translation>{0} encoding</translation>
    </message>
    <message>
        <source>，共 {0} 列</source>
        <translation>, {0} {0:column|columns}</translation>
    </message>
    <message>
        <source>认出来的格式：{0}{1}{2}</source>
        <translation>Format: {0}{1}{2}</translation>
    </message>
    <message>
        <source>新消息 {0}，新工单 {1}，{2} 行没有导入，原因和下一步见下方</source>
        <translation>{0} new {0:message|messages}, {1} new {1:ticket|tickets}; {2} {2:row|rows} left out, reasons and next steps below</translation>
    </message>
    <message>
        <source>新消息 {0}，新工单 {1}</source>
        <translation>{0} new {0:message|messages}, {1} new {1:ticket|tickets}</translation>
    </message>
    <message>
        <source>，没导入内部人员 {0}</source>
        <translation>, {0} from insiders left out</translation>
    </message>
    <message>
        <source>导入停下了，已经进来的留着：{0}</source>
        <translation>Import stopped, what came in stays: {0}</translation>
    </message>
    <message>
        <source>{0} 导入完成：{1}</source>
        <translation>{0} imported: {1}</translation>
    </message>
    <message>
        <source>导入完成：{0}</source>
        <translation>Imported: {0}</translation>
    </message>
</context>
<context>
    <name>ui/intake/mapping_page.py</name>
    <message>
        <source>没写渠道的行算作</source>
        <translation>Rows without channel</translation>
    </message>
    <message>
        <source>日期写法</source>
        <translation>Date order</translation>
    </message>
    <message>
        <source>没写作者的行算作</source>
        <translation>Rows without author</translation>
    </message>
    <message>
        <source>采集时间</source>
        <translation>Collected at</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>看不懂，可以写 昨天下午、11-18 9:00</source>
        <translation>Can't read this; try yesterday 3pm, 11-18 9:00</translation>
    </message>
    <message>
        <source>例如 来电客户</source>
        <translation>e.g. Caller</translation>
    </message>
    <message>
        <source>文件的时间</source>
        <translation>the file's time</translation>
    </message>
</context>
<context>
    <name>ui/intake/mapping_table.py</name>
    <message>
        <source>表头</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>前几格</source>
        <translation>First cells</translation>
    </message>
    <message>
        <source>当作</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>{0}，当作{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>文件的每一列当作什么</source>
        <translation>What each column of the file is</translation>
    </message>
</context>
<context>
    <name>ui/intake/mapping_words.py</name>
    <message>
        <source>作者</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>几点几分</source>
        <translation>Time of day</translation>
    </message>
    <message>
        <source>类型（评论、私信、电话…）</source>
        <translation>Type (comment, DM, phone…)</translation>
    </message>
    <message>
        <source>短编号（bid）</source>
        <translation>Short ID (bid)</translation>
    </message>
    <message>
        <source>作者编号（UID）</source>
        <translation>Author's ID (UID)</translation>
    </message>
    <message>
        <source>所在微博的编号</source>
        <translation>Post's ID</translation>
    </message>
    <message>
        <source>上一条的编号</source>
        <translation>Parent's ID</translation>
    </message>
    <message>
        <source>上一条的作者</source>
        <translation>Parent's author</translation>
    </message>
    <message>
        <source>上一条的正文</source>
        <translation>Parent's text</translation>
    </message>
    <message>
        <source>@到的人</source>
        <translation>Mentioned people</translation>
    </message>
    <message>
        <source>转发数</source>
        <translation>Reposts</translation>
    </message>
    <message>
        <source>评论数</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>点赞数</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>认证</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>属地</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>发布位置</source>
        <translation>Posted from</translation>
    </message>
    <message>
        <source>发布工具</source>
        <translation>Posted with</translation>
    </message>
    <message>
        <source>年在前（2026-3-4）</source>
        <translation>Year first (2026-3-4)</translation>
    </message>
    <message>
        <source>日在前（4/3/2026）</source>
        <translation>Day first (4/3/2026)</translation>
    </message>
    <message>
        <source>月在前（3/4/2026）</source>
        <translation>Month first (3/4/2026)</translation>
    </message>
    <message>
        <source>第 {0} 列</source>
        <translation>Column {0}</translation>
    </message>
    <message>
        <source>还要指明哪一列是正文</source>
        <translation>Say which column is the text</translation>
    </message>
    <message>
        <source>还要指明哪一列是作者，或在下面填一个</source>
        <translation>Say which column is the author, or fill one in below</translation>
    </message>
    <message>
        <source>，没有时间列，都按采集时间算</source>
        <translation>, no time column: all get the collection time</translation>
    </message>
    <message>
        <source>表头下面没有内容</source>
        <translation>Nothing below the header</translation>
    </message>
    <message>
        <source>前 {0} 行都读得懂{1}</source>
        <translation>The first {0} {0:row|rows} can be read{1}</translation>
    </message>
    <message>
        <source>前 {0} 行里读得懂 {1} 行，读不懂 {2} 行{3}</source>
        <translation>Of the first {0} {0:row|rows} {1} can be read, {2} can't{3}</translation>
    </message>
</context>
<context>
    <name>ui/intake/paste_dialog.py</name>
    <message>
        <source>空格勾选，Ctrl+A 全选，E 改这一条</source>
        <translation>Space checks, Ctrl+A all, E edits this one</translation>
    </message>
    <message>
        <source>{0}。这是练习数据，不会进正式数据</source>
        <translation>{0}. Practice data: nothing goes into the real data</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>{0} 条都改成了{1}</source>
        <translation>All {0} set to {1}</translation>
    </message>
    <message>
        <source>这些都已经有了，没有新消息。</source>
        <translation>All of these are there already; nothing new.</translation>
    </message>
    <message>
        <source>加入 {0} 条</source>
        <translation>Add {0}</translation>
    </message>
    <message>
        <source>没有要加入的</source>
        <translation>Nothing to add</translation>
    </message>
    <message>
        <source>没有认出消息</source>
        <translation>No messages found</translation>
    </message>
    <message>
        <source>整条复制最好认：昵称、时间和内容都选上
也可以在右边选中要用的几行，按 C 手工录入</source>
        <translation>Copy whole entries: nickname, time and words
Or select lines at the right and press C to add them by hand</translation>
    </message>
</context>
<context>
    <name>ui/intake/paste_edit.py</name>
    <message>
        <source>全部都是评论</source>
        <translation>All: Comment</translation>
    </message>
    <message>
        <source>来自（Alt+1–4）</source>
        <translation>From (Alt+1–4)</translation>
    </message>
    <message>
        <source>看不懂，可以写 14:10、昨天下午</source>
        <translation>Can't read this; try 14:10, yesterday 3pm</translation>
    </message>
    <message>
        <source>全部都是{0}</source>
        <translation>All: {0}</translation>
    </message>
</context>
<context>
    <name>ui/intake/paste_rest.py</name>
    <message>
        <source>全部手工录入</source>
        <translation>All by hand</translation>
    </message>
    <message>
        <source>手工录入选中的</source>
        <translation>Selected by hand</translation>
    </message>
    <message>
        <source>没认出来的内容</source>
        <translation>Lines left over</translation>
    </message>
    <message>
        <source>没认出来的 {0} 行</source>
        <translation>{0} {0:line|lines} left over</translation>
    </message>
    <message>
        <source>每一行都认出来了</source>
        <translation>Every line was understood</translation>
    </message>
    <message>
        <source>另有 {0} 行是页面上的按钮和标题，不用管</source>
        <translation>{0} more {0:line is a button or heading|lines are buttons and headings} of the page</translation>
    </message>
</context>
<context>
    <name>ui/intake/paste_table.py</name>
    <message>
        <source>认出来的结果</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>不加入</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>认出来的消息</source>
        <translation>Messages found</translation>
    </message>
</context>
<context>
    <name>ui/intake/paste_words.py</name>
    <message>
        <source>剪贴板里没有文字。先在微博上选中评论、@ 或私信，复制，再回来按 {0}。</source>
        <translation>No text in the clipboard. Select comments, mentions or DMs on Weibo, copy, then come back and press {0}.</translation>
    </message>
    <message>
        <source>一次最多粘贴 {0} 条，这里有 {1} 条。请存成文件，再按 {2} 导入。</source>
        <translation>At most {0} messages at once; here are {1}. Save them as a file, then press {2} to import.</translation>
    </message>
    <message>
        <source>认出 {0} 条</source>
        <translation>{0} found</translation>
    </message>
    <message>
        <source>新的 {0} 条</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>已经有了 {0} 条</source>
        <translation>{0} already there</translation>
    </message>
    <message>
        <source>拿不准 {0} 条</source>
        <translation>{0} unsure</translation>
    </message>
    <message>
        <source>内部人员说的 {0} 条</source>
        <translation>{0} from insiders</translation>
    </message>
    <message>
        <source>没认出 {0} 行</source>
        <translation>{0} {0:line|lines} left over</translation>
    </message>
    <message>
        <source>没写时间</source>
        <translation>no time given</translation>
    </message>
    <message>
        <source>约 {0}</source>
        <translation>about {0}</translation>
    </message>
    <message>
        <source>已经有了</source>
        <translation>Already there</translation>
    </message>
    <message>
        <source>本店自己说的</source>
        <translation>Said by us</translation>
    </message>
    <message>
        <source>内部人员说的</source>
        <translation>Said by insiders</translation>
    </message>
    <message>
        <source>昵称拿不准，请看一眼</source>
        <translation>Name unsure, check</translation>
    </message>
    <message>
        <source>粘贴进来 {0} 条，新工单 {1} 张</source>
        <translation>Pasted {0} {0:message|messages}, {1} new {1:ticket|tickets}</translation>
    </message>
    <message>
        <source>，{0} 条接在原来的工单里</source>
        <translation>, {0} joined to older tickets</translation>
    </message>
    <message>
        <source>，{0} 条已经有了</source>
        <translation>, {0} already there</translation>
    </message>
</context>
<context>
    <name>ui/intake/preview_table.py</name>
    <message>
        <source>发布时间</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>文件里的前几行</source>
        <translation>The file's first rows</translation>
    </message>
</context>
<context>
    <name>ui/leads/commands.py</name>
    <message>
        <source>@{0} 已经在线索里了。</source>
        <translation>@{0} is a lead already</translation>
    </message>
    <message>
        <source>@{0} 记为线索，先观察</source>
        <translation>@{0} is a lead now, watch first</translation>
    </message>
    <message>
        <source>{0} 条标为看过</source>
        <translation>{0} marked as seen</translation>
    </message>
    <message>
        <source>这个搜索里的都标为看过</source>
        <translation>All of this search marked as seen</translation>
    </message>
    <message>
        <source>删除了搜索“{0}”，找到的消息都还在</source>
        <translation>Search "{0}" deleted, the messages found are still there</translation>
    </message>
    <message>
        <source>@{0} 改为{1}</source>
        <translation>@{0} is now {1}</translation>
    </message>
    <message>
        <source>@{0}：{1}。天数和人数在设置里改。</source>
        <translation>@{0}: {1}. Days and numbers are in the settings.</translation>
    </message>
</context>
<context>
    <name>ui/leads/delegates.py</name>
    <message>
        <source>还没有备注</source>
        <translation>No note yet</translation>
    </message>
</context>
<context>
    <name>ui/leads/lead_dialog.py</name>
    <message>
        <source>不安排</source>
        <translation>None</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>例如：在比较我们和别家，下周定（可以不填）</source>
        <translation>For example: comparing us with others, decides next week (optional)</translation>
    </message>
    <message>
        <source>我在别处和 TA 联系过了</source>
        <translation>I contacted them elsewhere</translation>
    </message>
    <message>
        <source>在别处联系过</source>
        <translation>Contacted elsewhere</translation>
    </message>
    <message>
        <source>走到哪一步</source>
        <translation>How far it is</translation>
    </message>
    <message>
        <source>不安排下次</source>
        <translation>No next contact</translation>
    </message>
    <message>
        <source>记下了 @{0}</source>
        <translation>Logged for @{0}</translation>
    </message>
</context>
<context>
    <name>ui/leads/lead_panel.py</name>
    <message>
        <source>先帮忙，不推销：第一句不发链接、不报价、不提“买”</source>
        <translation>Help first: no link, no price, no "buy" in the first words</translation>
    </message>
    <message>
        <source>这条线索</source>
        <translation>This lead</translation>
    </message>
    <message>
        <source>TA 说了什么</source>
        <translation>What they said</translation>
    </message>
    <message>
        <source>下次联系：{0}</source>
        <translation>Next contact: {0}</translation>
    </message>
    <message>
        <source>已经了结，不再联系</source>
        <translation>Settled, no more contact</translation>
    </message>
    <message>
        <source>走到哪一步（1 到 4，0 放弃）</source>
        <translation>How far (1 to 4, 0: lost)</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>ui/leads/leads_page.py</name>
    <message>
        <source>线索列表</source>
        <translation>List of leads</translation>
    </message>
    <message>
        <source>在搜索结果或工单里按 {0}，把可能成为客户的人记下来
先观察，再互动；多久联系一次有上限，不打扰</source>
        <translation>{0} on a search result or a ticket notes somebody who may become a customer
Watch first, then speak; how often is limited, so nobody is bothered</translation>
    </message>
    <message>
        <source>还没有线索</source>
        <translation>No leads yet</translation>
    </message>
    <message>
        <source>去搜索</source>
        <translation>Go to searches</translation>
    </message>
    <message>
        <source>这条线索没有链接。</source>
        <translation>This lead has no link</translation>
    </message>
</context>
<context>
    <name>ui/leads/lists.py</name>
    <message>
        <source>搜索还是线索</source>
        <translation>Searches or leads</translation>
    </message>
</context>
<context>
    <name>ui/leads/search_dialog.py</name>
    <message>
        <source>投诉类</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>求推荐类</source>
        <translation>Seeking advice</translation>
    </message>
    <message>
        <source>夸奖类</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>新建搜索</source>
        <translation>New search</translation>
    </message>
    <message>
        <source>这些词都要有</source>
        <translation>All of these words</translation>
    </message>
    <message>
        <source>品牌或产品，例如：橙果家居</source>
        <translation>Brand or product</translation>
    </message>
    <message>
        <source>这些词有一个就行</source>
        <translation>Any of these words</translation>
    </message>
    <message>
        <source>用空格隔开，例如：投诉 退款 骗</source>
        <translation>Separated by spaces, as customers write them</translation>
    </message>
    <message>
        <source>有这些词的不要</source>
        <translation>None of these words</translation>
    </message>
    <message>
        <source>例如：抽奖 转发（可以不填）</source>
        <translation>For example: 抽奖 转发 (optional)</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>不填就用上面的词</source>
        <translation>Left empty: the words above</translation>
    </message>
    <message>
        <source>改这个搜索</source>
        <translation>Change this search</translation>
    </message>
    <message>
        <source>搜索已保存，以后每次导入都会自动找</source>
        <translation>Search saved, every import is searched from now on</translation>
    </message>
    <message>
        <source>在已经收到的和以后导入的消息里找</source>
        <translation>Searches messages received and to be imported</translation>
    </message>
    <message>
        <source>还没有要找的词</source>
        <translation>No words to search for yet</translation>
    </message>
</context>
<context>
    <name>ui/leads/searches_page.py</name>
    <message>
        <source>找到的消息</source>
        <translation>Messages found</translation>
    </message>
    <message>
        <source>没看过</source>
        <translation>Unseen</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>看哪些</source>
        <translation>Which ones</translation>
    </message>
    <message>
        <source>在微博上搜</source>
        <translation>Search Weibo</translation>
    </message>
    <message>
        <source>全部看过</source>
        <translation>Mark all seen</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>删除这个搜索</source>
        <translation>Delete this search</translation>
    </message>
    <message>
        <source>{0} 个搜索</source>
        <translation>{0} {0:search|searches}</translation>
    </message>
    <message>
        <source>{0} 条没看过</source>
        <translation>{0} unseen</translation>
    </message>
    <message>
        <source>这一条没有原帖链接。</source>
        <translation>This one has no link to its post</translation>
    </message>
    <message>
        <source>浏览器没有打开。请在微博上自己搜这些词。</source>
        <translation>The browser did not open. Please search Weibo for these words yourself.</translation>
    </message>
    <message>
        <source>（{0}/{1}，再按一次搜下一个）</source>
        <translation> ({0}/{1}, press again for the next)</translation>
    </message>
    <message>
        <source>正在微博上搜“{0}”{1}。结果复制后粘贴，或导入文件，都会自动找一遍</source>
        <translation>Searching Weibo for "{0}"{1}. Copy and paste the results or import a file, both are searched</translation>
    </message>
    <message>
        <source>导入或粘贴新消息时会再找
按 {0} 在微博上搜</source>
        <translation>New messages are searched as they come
{0} searches Weibo</translation>
    </message>
    <message>
        <source>收到的消息里没有</source>
        <translation>Nothing among the messages received</translation>
    </message>
    <message>
        <source>以前找到的在“全部”里</source>
        <translation>Earlier ones are under "All"</translation>
    </message>
    <message>
        <source>都看过了</source>
        <translation>All seen</translation>
    </message>
    <message>
        <source>还没有保存的搜索</source>
        <translation>No saved searches yet</translation>
    </message>
    <message>
        <source>品牌加“投诉”“退款”“骗”，或者“求推荐”“值得买吗”
保存一次，以后每次导入和粘贴都会自动找</source>
        <translation>Your brand with words of complaint, or words of people seeking advice
Save it once, every import and paste is searched</translation>
    </message>
</context>
<context>
    <name>ui/leads/words.py</name>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>从哪来，说了什么</source>
        <translation>From, and what they said</translation>
    </message>
    <message>
        <source>观察</source>
        <translation>Watching</translation>
    </message>
    <message>
        <source>已互动</source>
        <translation>In touch</translation>
    </message>
    <message>
        <source>有意向</source>
        <translation>Interested</translation>
    </message>
    <message>
        <source>成交</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>还没处理</source>
        <translation>Not handled</translation>
    </message>
    <message>
        <source>有“{0}”</source>
        <translation>with "{0}"</translation>
    </message>
    <message>
        <source>”或“</source>
        <translation>" or "</translation>
    </message>
    <message>
        <source>没有“{0}”</source>
        <translation>without "{0}"</translation>
    </message>
    <message>
        <source>{0}，{1} 条没看过，一共 {2} 条</source>
        <translation>{0}, {1} unseen, {2} in all</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>已记为线索</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>搜索“{0}”</source>
        <translation>Search "{0}"</translation>
    </message>
    <message>
        <source>从工单记下</source>
        <translation>From a ticket</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>今天还能新联系 {0} 位</source>
        <translation>room for {0} new today</translation>
    </message>
    <message>
        <source>本周新增 {0} 位</source>
        <translation>{0} new this week</translation>
    </message>
    <message>
        <source>第一次联系 {0} 位</source>
        <translation>{0} first {0:contact|contacts}</translation>
    </message>
    <message>
        <source>成交 {0} 位</source>
        <translation>{0} won</translation>
    </message>
    <message>
        <source>联系过</source>
        <translation>Contacted</translation>
    </message>
</context>
<context>
    <name>ui/main.py</name>
    <message>
        <source>没有恢复，数据和刚才一样。{0}</source>
        <translation>Not restored; your data is as before. {0}</translation>
    </message>
    <message>
        <source>已恢复，原来的数据留着。授权不在备份里：换了电脑，按 {0} 重新授权。</source>
        <translation>Restored; the former data is kept. Permissions are not in a backup: on another computer press {0} to authorize again.</translation>
    </message>
    <message>
        <source>已恢复。原来的数据留着，要换回去：设置，数据，从备份恢复。</source>
        <translation>Restored. The former data is kept; to switch back: Settings, Data, Restore a backup.</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>打开练习数据</source>
        <translation>Open practice data</translation>
    </message>
    <message>
        <source>练习用的微博，只在本机</source>
        <translation>Practice Weibo, on this computer only</translation>
    </message>
    <message>
        <source>--practice-weibo 只能和 --demo 一起用：练习用的微博只给练习数据。</source>
        <translation>--practice-weibo works only with --demo: the practice Weibo is for practice data.</translation>
    </message>
    <message>
        <source>--practice-weibo 只接受本机地址，例如 http://127.0.0.1:8765。</source>
        <translation>--practice-weibo takes only a local address, such as http://127.0.0.1:8765.</translation>
    </message>
</context>
<context>
    <name>ui/outbox/head.py</name>
    <message>
        <source>全部发出</source>
        <translation>Send all</translation>
    </message>
    <message>
        <source>待发箱</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>发出选中的 {0} 条</source>
        <translation>Send {0} selected</translation>
    </message>
</context>
<context>
    <name>ui/outbox/page.py</name>
    <message>
        <source>没有待发的回复</source>
        <translation>No replies waiting to be sent</translation>
    </message>
    <message>
        <source>按下发送的回复先在这里停几秒，可以撤回
没有网络、授权过期或结果不明时，也在这里等你决定</source>
        <translation>Replies you send wait here a few seconds and can be recalled
Without network or permission, or with the result unknown, they wait here for you too</translation>
    </message>
    <message>
        <source>等你确认</source>
        <translation>Waiting for you</translation>
    </message>
    <message>
        <source>{0} 条记为已经发出</source>
        <translation>{0} {0:reply|replies} marked as sent</translation>
    </message>
    <message>
        <source>{0} 条回复正在发出</source>
        <translation>Sending {0} {0:reply|replies}</translation>
    </message>
    <message>
        <source>{0} 条重新发送，几秒内还可以撤回</source>
        <translation>Sending {0} {0:reply|replies} again; can be recalled for a few seconds</translation>
    </message>
    <message>
        <source>{0} 条撤回了，内容放回了草稿</source>
        <translation>Recalled {0} {0:reply|replies}; the words are drafts again</translation>
    </message>
    <message>
        <source>{0} 条不发了，内容放回了草稿</source>
        <translation>{0} {0:reply|replies} given up; the words are drafts again</translation>
    </message>
    <message>
        <source>没有可以一起发出的回复。</source>
        <translation>No replies that can go together.</translation>
    </message>
</context>
<context>
    <name>ui/outbox/panel.py</name>
    <message>
        <source>公开回复发两遍会很难看，所以没有自动重发。先去微博看一眼，再说结果。</source>
        <translation>A public reply sent twice looks bad, so it is not sent again by itself. Look on Weibo first, then say what happened.</translation>
    </message>
    <message>
        <source>回复的内容</source>
        <translation>The reply's words</translation>
    </message>
    <message>
        <source>去微博看看</source>
        <translation>Look on Weibo</translation>
    </message>
    <message>
        <source>再查一次</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>不发了，回去改</source>
        <translation>Don't send, edit</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>现在发出</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>{0} 按下发送</source>
        <translation>sent off {0}</translation>
    </message>
    <message>
        <source>。
</source>
        <translation>.
</translation>
    </message>
    <message>
        <source>已经发出了</source>
        <translation>It was sent</translation>
    </message>
    <message>
        <source>没发出，重新发送</source>
        <translation>Not sent, resend</translation>
    </message>
    <message>
        <source>照发</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>为什么还没发</source>
        <translation>Why it waits</translation>
    </message>
</context>
<context>
    <name>ui/outbox/rows.py</name>
    <message>
        <source>发送时间</source>
        <translation>Send pressed</translation>
    </message>
    <message>
        <source>当时没有网络</source>
        <translation>There was no network</translation>
    </message>
    <message>
        <source>上次退出前没来得及发</source>
        <translation>The program was closed before it went</translation>
    </message>
    <message>
        <source>微博授权过期了</source>
        <translation>Weibo authorization expired</translation>
    </message>
    <message>
        <source>客户又说了话，或已经有人回了</source>
        <translation>The customer wrote again, or somebody answered</translation>
    </message>
    <message>
        <source>工单换了客户，为了不发错人没有发</source>
        <translation>The ticket has another customer now; held back</translation>
    </message>
    <message>
        <source>微博说同样的内容已经有了，很可能已经发出</source>
        <translation>Weibo has the same words already; most likely sent</translation>
    </message>
    <message>
        <source>微博的答复读不懂</source>
        <translation>Weibo's answer can't be read</translation>
    </message>
    <message>
        <source>微博没有返回结果</source>
        <translation>Weibo gave no result</translation>
    </message>
    <message>
        <source>正在发……</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>{0} 再发</source>
        <translation>goes {0}</translation>
    </message>
    <message>
        <source>{0} 秒后发出</source>
        <translation>goes in {0} s</translation>
    </message>
    <message>
        <source>轮到就发</source>
        <translation>goes when its turn comes</translation>
    </message>
    <message>
        <source>{0} 看过我们最近的评论，没有找到这条</source>
        <translation>Not among our latest comments, looked {0}</translation>
    </message>
    <message>
        <source>@{0}：</source>
        <translation>@{0}: </translation>
    </message>
    <message>
        <source>今天已用 {0} / {1} 次</source>
        <translation>{0} / {1} requests today</translation>
    </message>
    <message>
        <source>本小时已发 {0} / {1} 条</source>
        <translation>{0} / {1} replies this hour</translation>
    </message>
    <message>
        <source>，{0:%H:%M} 恢复</source>
        <translation>, again from {0:%H:%M}</translation>
    </message>
    <message>
        <source>{0}{1}，{2}{3}</source>
        <translation>{0}{1}, {2}{3}</translation>
    </message>
</context>
<context>
    <name>ui/reply/account_choice.py</name>
    <message>
        <source>&amp;{0}  @{1}（{2}）</source>
        <translation>&amp;{0}  @{1} ({2})</translation>
    </message>
    <message>
        <source>以 @{0} 回复</source>
        <translation>Reply as @{0}</translation>
    </message>
    <message>
        <source>用 @{0} 回复，按 {1} 换一个账号</source>
        <translation>Reply as @{0}; press {1} to choose another account</translation>
    </message>
    <message>
        <source>用 @{0} 回复，可以换一个账号</source>
        <translation>Replying as @{0}, another account can be chosen</translation>
    </message>
</context>
<context>
    <name>ui/reply/after_send.py</name>
    <message>
        <source>待回访，{0} 天后</source>
        <translation>Follow-up in {0} d</translation>
    </message>
    <message>
        <source>{0}，{1} 天后回访</source>
        <translation>{0}, again in {1} d</translation>
    </message>
    <message>
        <source>发送后</source>
        <translation>After sending</translation>
    </message>
</context>
<context>
    <name>ui/reply/answered_section.py</name>
    <message>
        <source>插入链接</source>
        <translation>Insert link</translation>
    </message>
    <message>
        <source>在微博看那条答复</source>
        <translation>See that answer on Weibo</translation>
    </message>
    <message>
        <source>同类问题已有公开答复</source>
        <translation>Answered in public before</translation>
    </message>
    <message>
        <source>同一类问题</source>
        <translation>same matter</translation>
    </message>
    <message>
        <source>问得很像</source>
        <translation>much alike</translation>
    </message>
    <message>
        <source>{0}回复 @{1}（{2}）：{3}</source>
        <translation>{0}, reply to @{1} ({2}): {3}</translation>
    </message>
    <message>
        <source>问：{0}
答：{1}
{2}</source>
        <translation>Asked: {0}
Answered: {1}
{2}</translation>
    </message>
</context>
<context>
    <name>ui/reply/apology.py</name>
    <message>
        <source>私信说明已备好：这条公开的发出后，接着就是它</source>
        <translation>The private explanation is ready: it comes next once this public reply is sent</translation>
    </message>
    <message>
        <source>公开致歉已发</source>
        <translation>Public apology sent</translation>
    </message>
    <message>
        <source>这是备好的私信说明，填好时间、看过再发</source>
        <translation>Here is the private explanation: fill in the time and read it before you send it</translation>
    </message>
    <message>
        <source>还缺“{0}”开头的模板：按 {1} 找“起始模板里没有的”加进来，或自己写一条</source>
        <translation>No template whose title begins with "{0}": press {1} and add it from the starter templates, or write one</translation>
    </message>
</context>
<context>
    <name>ui/reply/asked_list.py</name>
    <message>
        <source>只答这一件</source>
        <translation>Answer this alone</translation>
    </message>
    <message>
        <source>还问了 {0} 件</source>
        <translation>{0} more {0:question|questions}</translation>
    </message>
    <message>
        <source>已答</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>客户问了：{0}</source>
        <translation>The customer asked: {0}</translation>
    </message>
    <message>
        <source>客户问到的每一件事，回复里说到了就打勾（{0} 看漏答）；在右边点“只答这一件”，这一条只发给那一件事</source>
        <translation>Everything the customer asked, ticked once the reply speaks of it ({0} shows what is missing); "Answer this alone" at the right sends this reply for that one question</translation>
    </message>
    <message>
        <source>已单独答复</source>
        <translation>Answered alone</translation>
    </message>
    <message>
        <source>还没答</source>
        <translation>Not answered</translation>
    </message>
</context>
<context>
    <name>ui/reply/before.py</name>
    <message>
        <source>以前没有答复过这位客户。</source>
        <translation>This customer was never answered before</translation>
    </message>
    <message>
        <source>这位客户没有别的工单。</source>
        <translation>This customer has no other ticket</translation>
    </message>
</context>
<context>
    <name>ui/reply/behalf_dialog.py</name>
    <message>
        <source>家人</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>朋友</source>
        <translation>Friend</translation>
    </message>
    <message>
        <source>TA 自己</source>
        <translation>Themselves</translation>
    </message>
    <message>
        <source>这是替谁问的</source>
        <translation>Who is this asked for</translation>
    </message>
    <message>
        <source>替谁问的</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>@昵称，或者写妈妈、朋友；空着就是 TA 自己</source>
        <translation>@nickname, or mother, friend…; empty means themselves</translation>
    </message>
    <message>
        <source>真正遇到问题的是谁</source>
        <translation>Who really has the problem</translation>
    </message>
    <message>
        <source>写 @昵称 会连到那位客户的工单，两边都看得到。直接写，或按 Alt 加数字选。</source>
        <translation>An @nickname links to that customer's ticket, seen from both sides. Type it, or choose with Alt and a digit.</translation>
    </message>
    <message>
        <source>记下了：TA 替自己问</source>
        <translation>Noted: they ask for themselves</translation>
    </message>
</context>
<context>
    <name>ui/reply/behalf_section.py</name>
    <message>
        <source>替谁问</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>你写的</source>
        <translation>Written by you</translation>
    </message>
    <message>
        <source>程序从原文认出，不对就改</source>
        <translation>Read from the words; change it if wrong</translation>
    </message>
    <message>
        <source>#{0} {1} 自己的工单</source>
        <translation>#{0} {1}'s own ticket</translation>
    </message>
    <message>
        <source>#{0} @{1} 在替 TA 问</source>
        <translation>#{0} @{1} asks for them</translation>
    </message>
    <message>
        <source>打开工单 {0}</source>
        <translation>Open ticket {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/behalf_words.py</name>
    <message>
        <source>代 {0} 问</source>
        <translation>for {0}</translation>
    </message>
    <message>
        <source>代{0}问</source>
        <translation>for {0}</translation>
    </message>
    <message>
        <source>记下了：{0}</source>
        <translation>Noted: they ask {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/by_program.py</name>
    <message>
        <source>没有原帖链接，请自己打开微博</source>
        <translation>No link to the post, please open Weibo yourself</translation>
    </message>
    <message>
        <source>正在看我们最近的评论……</source>
        <translation>Looking at our latest comments…</translation>
    </message>
</context>
<context>
    <name>ui/reply/card_section.py</name>
    <message>
        <source>写客户卡</source>
        <translation>Fill in customer card</translation>
    </message>
    <message>
        <source>{0}联系过{1}</source>
        <translation>Contacted {0}{1}</translation>
    </message>
</context>
<context>
    <name>ui/reply/confirm_strip.py</name>
    <message>
        <source>已发出，下一位</source>
        <translation>Sent, next</translation>
    </message>
    <message>
        <source>已发出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已发出，完成</source>
        <translation>Sent, done</translation>
    </message>
    <message>
        <source>公开回复</source>
        <translation>Public reply</translation>
    </message>
    <message>
        <source>再打开一次</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>没发，回去改</source>
        <translation>Not sent, go back</translation>
    </message>
    <message>
        <source>私信页面</source>
        <translation>the message page</translation>
    </message>
    <message>
        <source>微博页面</source>
        <translation>the Weibo page</translation>
    </message>
    <message>
        <source>这条复制过，还没说发出去没有</source>
        <translation>Copied, but not said whether it was sent</translation>
    </message>
    <message>
        <source>去微博看一眼：发出了按 1，没发按 2。</source>
        <translation>Look on Weibo: 1 if it was sent, 2 if not.</translation>
    </message>
    <message>
        <source>已复制，{0}也打开了</source>
        <translation>Copied, and {0} is open</translation>
    </message>
    <message>
        <source>在微博里按 Ctrl+V 粘贴并发送，再切回这里按 1。</source>
        <translation>Paste it on Weibo with Ctrl+V and send it, then come back and press 1.</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>没有私信链接</source>
        <translation>No link to the messages</translation>
    </message>
    <message>
        <source>没有原帖链接</source>
        <translation>No link to the post</translation>
    </message>
    <message>
        <source>{0}，请自己打开微博，粘贴并发送，再切回这里按 1。</source>
        <translation>{0}: open Weibo yourself, paste and send, then come back and press 1.</translation>
    </message>
    <message>
        <source>发给 {0}</source>
        <translation>To {0}</translation>
    </message>
    <message>
        <source>到{0}的评论</source>
        <translation>To {0}'s comment</translation>
    </message>
</context>
<context>
    <name>ui/reply/controller.py</name>
    <message>
        <source>只剩这一件没答，按 {0} 直接发送</source>
        <translation>Only this one is left; press {0} to send</translation>
    </message>
    <message>
        <source>客户只问了一件事，按 {0} 直接发送</source>
        <translation>The customer asked one thing only; press {0} to send</translation>
    </message>
    <message>
        <source>没有发出</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>这个链接打不开</source>
        <translation>This link can't be opened</translation>
    </message>
    <message>
        <source>已改备注</source>
        <translation>Note changed</translation>
    </message>
    <message>
        <source>改好了 {0} 处错字，按 Ctrl+Z 可以改回去</source>
        <translation>{0} {0:typo|typos} corrected, Ctrl+Z changes back</translation>
    </message>
    <message>
        <source>没有一定的错字</source>
        <translation>No certain typos</translation>
    </message>
    <message>
        <source>“{0}”单独答了，其余的还等着回答</source>
        <translation>"{0}" answered alone, the rest still waits for an answer</translation>
    </message>
</context>
<context>
    <name>ui/reply/conversation.py</name>
    <message>
        <source>复制这条消息</source>
        <translation>Copy this message</translation>
    </message>
    <message>
        <source>打开链接 {0}</source>
        <translation>Open link {0}</translation>
    </message>
    <message>
        <source>这是替谁问的……	{0}</source>
        <translation>Asked on behalf of…	{0}</translation>
    </message>
    <message>
        <source>对话</source>
        <translation>Conversation</translation>
    </message>
</context>
<context>
    <name>ui/reply/conversation_paint.py</name>
    <message>
        <source>转发自……</source>
        <translation>Reposted from…</translation>
    </message>
    <message>
        <source>转发自 @{0}……</source>
        <translation>Reposted from @{0}…</translation>
    </message>
</context>
<context>
    <name>ui/reply/crisis_section.py</name>
    <message>
        <source>清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>危机待确认</source>
        <translation>Crisis?</translation>
    </message>
    <message>
        <source>危机 {0} / {1}</source>
        <translation>Crisis {0} / {1}</translation>
    </message>
    <message>
        <source>清单都做完了</source>
        <translation>The checklist is done</translation>
    </message>
    <message>
        <source>{0}，下一步：{1}</source>
        <translation>{0}, next: {1}</translation>
    </message>
</context>
<context>
    <name>ui/reply/crowd_section.py</name>
    <message>
        <source>都在说：{0}</source>
        <translation>All say: {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/customer_panel.py</name>
    <message>
        <source>建议与理由</source>
        <translation>Advice and reasons</translation>
    </message>
    <message>
        <source>打开 TA 的微博</source>
        <translation>Open on Weibo</translation>
    </message>
    <message>
        <source>所在地</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>以往工单</source>
        <translation>Tickets before</translation>
    </message>
    <message>
        <source>身份</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>只知道昵称，可能不止一位</source>
        <translation>Only a nickname, maybe several people</translation>
    </message>
    <message>
        <source>建议无需回复</source>
        <translation>No reply needed, it seems</translation>
    </message>
    <message>
        <source>建议{0}回复</source>
        <translation>Advice: {0} reply</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{0} 张，{1}</source>
        <translation>{0} {0:ticket|tickets}, {1}</translation>
    </message>
    <message>
        <source>均已完成</source>
        <translation>all done</translation>
    </message>
</context>
<context>
    <name>ui/reply/earlier.py</name>
    <message>
        <source>打开上一张</source>
        <translation>Open the last one</translation>
    </message>
    <message>
        <source>插入上次答复</source>
        <translation>Insert last answer</translation>
    </message>
    <message>
        <source>TA 以前问过</source>
        <translation>Asked before</translation>
    </message>
    <message>
        <source>（未完成）</source>
        <translation> (open)</translation>
    </message>
    <message>
        <source>打开 #{0}：{1}{2}</source>
        <translation>Open #{0}: {1}{2}</translation>
    </message>
    <message>
        <source>以往工单 #{0}，{1}，{2}，{3}</source>
        <translation>Earlier ticket #{0}, {1}, {2}, {3}</translation>
    </message>
    <message>
        <source>上次答复：{0}</source>
        <translation>Last answer: {0}</translation>
    </message>
    <message>
        <source>上次答复（{0}）：{1}</source>
        <translation>Last answer ({0}): {1}</translation>
    </message>
</context>
<context>
    <name>ui/reply/editor.py</name>
    <message>
        <source>直接打字，或按 / 选模板</source>
        <translation>Type, or press / for a template</translation>
    </message>
    <message>
        <source>回复内容</source>
        <translation>Reply</translation>
    </message>
</context>
<context>
    <name>ui/reply/finding_marks.py</name>
    <message>
        <source>{0} 处疑似错字：{1}</source>
        <translation>{0} possible {0:typo|typos}: {1}</translation>
    </message>
    <message>
        <source>{0} 处提醒</source>
        <translation>{0} {0:remark|remarks}</translation>
    </message>
    <message>
        <source>{0}，按 {1} 查看</source>
        <translation>{0}, {1} shows them</translation>
    </message>
</context>
<context>
    <name>ui/reply/foot.py</name>
    <message>
        <source>{0} 处疑似错字，{1} 处提醒</source>
        <translation>{0} possible {0:typo|typos}, {1} {1:remark|remarks}</translation>
    </message>
    <message>
        <source>{0} 处疑似错字</source>
        <translation>{0} possible {0:typo|typos}</translation>
    </message>
</context>
<context>
    <name>ui/reply/head.py</name>
    <message>
        <source>刚公开回复过这位客户：还没过设置里的间隔，轮流时先让别的客户</source>
        <translation>This customer just had a public reply: within the interval set in the settings the rotation takes others first</translation>
    </message>
    <message>
        <source>稍后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>客户资料</source>
        <translation>Customer</translation>
    </message>
</context>
<context>
    <name>ui/reply/learning.py</name>
    <message>
        <source>错字检查没有准备好：{0}</source>
        <translation>The typo check is not ready: {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/level_chip.py</name>
    <message>
        <source>按 {0} 改，{1} 交还程序</source>
        <translation>{0} change it, {1} leaves it to the program</translation>
    </message>
    <message>
        <source>自动	0</source>
        <translation>Automatic	0</translation>
    </message>
    <message>
        <source>自动（程序会给 P{0}）	0</source>
        <translation>Automatic (the program says P{0})	0</translation>
    </message>
    <message>
        <source>级别 {0}</source>
        <translation>Level {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/lines.py</name>
    <message>
        <source>建议公开回复这位客户{0}</source>
        <translation>A public reply suits this customer{0}</translation>
    </message>
    <message>
        <source>建议用私信回复这位客户{0}</source>
        <translation>A direct message suits this customer{0}</translation>
    </message>
    <message>
        <source>改成公开回复</source>
        <translation>Make it public</translation>
    </message>
    <message>
        <source>改成私信</source>
        <translation>Make it private</translation>
    </message>
    <message>
        <source>建议无需回复：{0}</source>
        <translation>No reply needed, it seems: {0}</translation>
    </message>
    <message>
        <source>这张工单刚刚有人回复过</source>
        <translation>Somebody has just replied to this ticket</translation>
    </message>
    <message>
        <source>{0} 刚刚又说了一句：“{1}”</source>
        <translation>{0} has just written again: "{1}"</translation>
    </message>
</context>
<context>
    <name>ui/reply/note_field.py</name>
    <message>
        <source>改备注</source>
        <translation>Change note</translation>
    </message>
</context>
<context>
    <name>ui/reply/notice_offer.py</name>
    <message>
        <source>已有公开提醒：{0}</source>
        <translation>There is a public notice: {0}</translation>
    </message>
    <message>
        <source>同类问题已公开答复过 @{0}</source>
        <translation>The same question was answered in public, to @{0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/order_section.py</name>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>查订单</source>
        <translation>Look up order</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>TA 说的 {0}，导入的订单里没有</source>
        <translation>They say {0}, which the imported orders don't have</translation>
    </message>
    <message>
        <source>按昵称找到的，先和 TA 核对</source>
        <translation>Found by nickname, check with the customer first</translation>
    </message>
    <message>
        <source>订单上的名字是{0}，先核对是不是本人</source>
        <translation>The order is in the name of {0}, check that it is theirs</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>订单尾号 {0}（{1}）</source>
        <translation>Order ending in {0} ({1})</translation>
    </message>
    <message>
        <source>订单尾号 {0}</source>
        <translation>Order ending in {0}</translation>
    </message>
    <message>
        <source>订单号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>物流单号</source>
        <translation>Waybill no.</translation>
    </message>
    <message>
        <source>手机尾号</source>
        <translation>Phone ends in</translation>
    </message>
</context>
<context>
    <name>ui/reply/outgoing_words.py</name>
    <message>
        <source>没有网络，待发</source>
        <translation>No network, waiting</translation>
    </message>
    <message>
        <source>授权过期，待发</source>
        <translation>Sign-in expired, waiting</translation>
    </message>
    <message>
        <source>上次退出前没发出</source>
        <translation>Not sent before the last exit</translation>
    </message>
    <message>
        <source>客户又说了话，待发</source>
        <translation>Customer wrote again, waiting</translation>
    </message>
    <message>
        <source>工单换了客户，待发</source>
        <translation>Other customer, waiting</translation>
    </message>
    <message>
        <source>没有网络，这条回复还没发</source>
        <translation>No network, this reply is not sent yet</translation>
    </message>
    <message>
        <source>它存在待发箱里，联网后也不会自己发：由你按 1 发出，或者按 2 撤回来改。</source>
        <translation>It is kept in the outbox and won't leave by itself once online: press 1 to send it, or 2 to take it back.</translation>
    </message>
    <message>
        <source>授权过期，这条回复还没发</source>
        <translation>Sign-in expired, this reply is not sent yet</translation>
    </message>
    <message>
        <source>它存在待发箱里。重新授权以后由你按 1 发出，或者按 2 撤回来改。</source>
        <translation>It is kept in the outbox. Sign in again, then press 1 to send it, or 2 to take it back.</translation>
    </message>
    <message>
        <source>上次退出前，这条回复没来得及发出</source>
        <translation>This reply was not sent before the last exit</translation>
    </message>
    <message>
        <source>看一眼还合不合适：按 1 发出，或者按 2 撤回来改。</source>
        <translation>See whether it still fits: press 1 to send it, or 2 to take it back.</translation>
    </message>
    <message>
        <source>结果未知</source>
        <translation>Outcome unknown</translation>
    </message>
    <message>
        <source>{0} 秒后</source>
        <translation>in {0} s</translation>
    </message>
    <message>
        <source>正在发给 @{0}……</source>
        <translation>Sending to @{0}…</translation>
    </message>
    <message>
        <source>等微博答复，一般几秒钟。</source>
        <translation>Waiting for Weibo's answer, usually a few seconds.</translation>
    </message>
    <message>
        <source>回去改</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>这张工单有了新的内容。</source>
        <translation>There is something new on this ticket.</translation>
    </message>
    <message>
        <source>{0} 又说了一句，先没有发</source>
        <translation>{0} wrote again, so it is not sent yet</translation>
    </message>
    <message>
        <source>为了不发错人，没有发出。按 2 拿回这段话。</source>
        <translation>Not sent, so that it can't reach the wrong person. 2 takes the text back.</translation>
    </message>
    <message>
        <source>这张工单换了客户，没有发</source>
        <translation>The ticket has another customer now, not sent</translation>
    </message>
    <message>
        <source>{0} 秒后发给 @{1}</source>
        <translation>To @{1} in {0} s</translation>
    </message>
    <message>
        <source>马上发给 @{0}</source>
        <translation>To @{0} right now</translation>
    </message>
    <message>
        <source>到时间自动发出。想改就按 2 撤回。</source>
        <translation>It leaves by itself. Press 2 to take it back and change it.</translation>
    </message>
    <message>
        <source>微博说同样的内容已经有了，这条很可能已经发出。</source>
        <translation>Weibo says the same text is there already, so it was very likely sent.</translation>
    </message>
    <message>
        <source>微博的答复读不懂。</source>
        <translation>Weibo's answer could not be read.</translation>
    </message>
    <message>
        <source>微博没有返回结果。</source>
        <translation>Weibo did not answer.</translation>
    </message>
    <message>
        <source>{0}公开回复发两遍会很难看，所以没有自动重发。先去微博看一眼，再选结果：</source>
        <translation>{0} A public reply sent twice looks bad, so it was not sent again. Look on Weibo first, then choose what happened:</translation>
    </message>
    <message>
        <source>{0}{1} 看过我们最近的评论，没有找到这条。先去微博看一眼，再选结果：</source>
        <translation>{0} Our latest comments were looked at {1}, it is not among them. Look on Weibo first, then choose what happened:</translation>
    </message>
    <message>
        <source>{0:%H:%M:%S} 发送</source>
        <translation>Sent at {0:%H:%M:%S}</translation>
    </message>
    <message>
        <source>不确定这条回复发出去没有</source>
        <translation>It is not certain that this reply was sent</translation>
    </message>
</context>
<context>
    <name>ui/reply/owed_section.py</name>
    <message>
        <source>承诺：已兑现、改时间、去掉</source>
        <translation>Promise: kept, another time, remove</translation>
    </message>
    <message>
        <source>承诺与补救</source>
        <translation>Promises and remedies</translation>
    </message>
    <message>
        <source>承诺过时了：{0}</source>
        <translation>Promise overdue: {0:low}</translation>
    </message>
    <message>
        <source>承诺（{0}）</source>
        <translation>Promise ({0})</translation>
    </message>
    <message>
        <source>，第 {0} 次</source>
        <translation>, time {0}</translation>
    </message>
    <message>
        <source>复发：{0}完成的 #{1} 是同样的问题{2}</source>
        <translation>Again: #{1}, done {0}, was the same problem{2}</translation>
    </message>
    <message>
        <source>，{0}同意</source>
        <translation>, agreed by {0}</translation>
    </message>
    <message>
        <source>补救：{0}{1}{2}</source>
        <translation>Remedy: {0}{1}{2}</translation>
    </message>
    <message>
        <source>好评已收下，{0}</source>
        <translation>Praise kept, {0}</translation>
    </message>
    <message>
        <source>由博友 @{0} 解答，{1}</source>
        <translation>Answered by follower @{0}, {1}</translation>
    </message>
    <message>
        <source>有线上反馈</source>
        <translation>told online</translation>
    </message>
    <message>
        <source>还没有线上反馈的链接</source>
        <translation>no link to the answer online yet</translation>
    </message>
    <message>
        <source>线下已解决：{0}，{1}</source>
        <translation>Solved offline: {0}, {1}</translation>
    </message>
</context>
<context>
    <name>ui/reply/people.py</name>
    <message>
        <source>机构认证</source>
        <translation>Verified company</translation>
    </message>
    <message>
        <source>个人认证</source>
        <translation>Verified person</translation>
    </message>
    <message>
        <source>未认证</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>{0}于</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>第 {0} 轮互动</source>
        <translation>Turn {0}</translation>
    </message>
    <message>
        <source>提到负责人 {0}</source>
        <translation>Mentions {0}</translation>
    </message>
</context>
<context>
    <name>ui/reply/picker_rows.py</name>
    <message>
        <source>，适合另一种回复</source>
        <translation>, meant for the other kind of reply</translation>
    </message>
    <message>
        <source>{0}，{1}{2}</source>
        <translation>{0}, {1}{2}</translation>
    </message>
</context>
<context>
    <name>ui/reply/points_row.py</name>
    <message>
        <source>分享</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>给点用得上的：步骤、链接、单号、电话</source>
        <translation>Give something useful: steps, a link, a number, a phone</translation>
    </message>
    <message>
        <source>信任</source>
        <translation>Trust</translation>
    </message>
    <message>
        <source>认错、体谅，或说清什么时候做到</source>
        <translation>Admit, sympathise, or say by when it will be done</translation>
    </message>
    <message>
        <source>给两种办法，让客户自己挑</source>
        <translation>Offer two ways and let the customer choose</translation>
    </message>
    <message>
        <source>回应</source>
        <translation>Response</translation>
    </message>
    <message>
        <source>客户问的事，正面答到了</source>
        <translation>What the customer asked is answered outright</translation>
    </message>
    <message>
        <source>融入</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>像朋友聊天，请 TA 接着说</source>
        <translation>Talk like a friend, ask them to tell more</translation>
    </message>
    <message>
        <source>五点都有了</source>
        <translation>All five are there</translation>
    </message>
</context>
<context>
    <name>ui/reply/recall_toast.py</name>
    <message>
        <source>已撤回，内容放回了编辑框</source>
        <translation>Recalled, the text is back in the editor</translation>
    </message>
    <message>
        <source>没有网络</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>授权过期</source>
        <translation>Sign-in expired</translation>
    </message>
    <message>
        <source>没有可以撤回的回复</source>
        <translation>No reply to recall</translation>
    </message>
    <message>
        <source>“信息已收到”撤回了，没有发给 @{0}</source>
        <translation>The notice of receipt was recalled, not sent to @{0}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>没有要看的提示</source>
        <translation>Nothing to look at</translation>
    </message>
    <message>
        <source>，还有 {0} 条</source>
        <translation>, {0} more</translation>
    </message>
    <message>
        <source>{0} 秒后发给 @{1}{2}</source>
        <translation>To @{1} in {0} s{2}</translation>
    </message>
    <message>
        <source>已发给 @{0}</source>
        <translation>Sent to @{0}</translation>
    </message>
    <message>
        <source>发给 @{0} 的回复没有发出：{1}</source>
        <translation>Not sent to @{0}: {1}</translation>
    </message>
    <message>
        <source>{0}，发给 @{1} 的回复存进了待发箱</source>
        <translation>{0}, the reply to @{1} is kept in the outbox</translation>
    </message>
    <message>
        <source>{0}，按 {1} 可以撤回</source>
        <translation>{0}; press {1} to recall it</translation>
    </message>
    <message>
        <source>@{0} 又说了一句，给 TA 的回复先没有发</source>
        <translation>@{0} wrote again, the reply to them is not sent yet</translation>
    </message>
    <message>
        <source>（还有 {0} 条）</source>
        <translation> ({0} more)</translation>
    </message>
</context>
<context>
    <name>ui/reply/road.py</name>
    <message>
        <source>微博不让程序发私信：复制以后在微博里粘贴。</source>
        <translation>Weibo lets no program send direct messages: copy it and paste it on Weibo.</translation>
    </message>
    <message>
        <source>不知道客户那条微博的编号：复制以后在微博里粘贴。</source>
        <translation>The number of the customer's post is unknown: copy it and paste it on Weibo.</translation>
    </message>
    <message>
        <source>微博没有给这个应用评论的权限：复制以后在微博里粘贴。</source>
        <translation>Weibo does not let this app comment: copy it and paste it on Weibo.</translation>
    </message>
    <message>
        <source>发送并下一位</source>
        <translation>Send and next</translation>
    </message>
    <message>
        <source>存为待发</source>
        <translation>Keep for later</translation>
    </message>
    <message>
        <source>复制并打开微博</source>
        <translation>Copy, open Weibo</translation>
    </message>
    <message>
        <source>复制并打开私信</source>
        <translation>Copy, open DM</translation>
    </message>
    <message>
        <source>{0}：先存进待发箱，恢复以后由你确认再发。</source>
        <translation>{0}: it is kept in the outbox, and sent when you say so.</translation>
    </message>
    <message>
        <source>这件事该由 @{0} 回答</source>
        <translation>@{0} should answer this</translation>
    </message>
    <message>
        <source>换成它</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>这一小时已发 {0} / {1} 条</source>
        <translation>{0} / {1} replies sent this hour</translation>
    </message>
    <message>
        <source>{0}，先发紧急的</source>
        <translation>{0}, urgent ones first</translation>
    </message>
    <message>
        <source>{0}，再发的会在待发箱里等一会儿</source>
        <translation>{0}, further ones wait a while in the outbox</translation>
    </message>
</context>
<context>
    <name>ui/reply/rows.py</name>
    <message>
        <source>其他渠道</source>
        <translation>Other channel</translation>
    </message>
    <message>
        <source>更早的消息（这里是最近 {0} 条）</source>
        <translation>Older messages (these are the latest {0})</translation>
    </message>
    <message>
        <source>，{0} 个链接</source>
        <translation>, {0} {0:link|links}</translation>
    </message>
    <message>
        <source>{0}：{1}{2}</source>
        <translation>{0}: {1}{2}</translation>
    </message>
    <message>
        <source>原帖，{0}：{1}</source>
        <translation>Post, {0}: {1}</translation>
    </message>
    <message>
        <source>约 </source>
        <translation>about </translation>
    </message>
    <message>
        <source>我</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>{0}，信息已收到</source>
        <translation>{0}, receipt</translation>
    </message>
    <message>
        <source>已有 {0} 人赞</source>
        <translation>{0} {0:like|likes}</translation>
    </message>
    <message>
        <source>回复 @{0}</source>
        <translation>Reply to @{0}</translation>
    </message>
    <message>
        <source>，共 {0} 次</source>
        <translation>, {0} times in all</translation>
    </message>
    <message>
        <source>{0} 催过{1}{2}</source>
        <translation>{0} {1} nudged{2}</translation>
    </message>
    <message>
        <source>{0} 已按 {1} 的反馈答复客户</source>
        <translation>{0} customer answered as {1} says</translation>
    </message>
    <message>
        <source>没有按 {0} 的反馈答复客户就结束了</source>
        <translation>Ended without answering the customer as {0} says</translation>
    </message>
    <message>
        <source>不再等{0}答复（{1}）</source>
        <translation>No longer waiting for {0} ({1})</translation>
    </message>
    <message>
        <source>分类（{0}）</source>
        <translation>classified ({0})</translation>
    </message>
    <message>
        <source>收集问题，{0}</source>
        <translation>problem taken down, {0}</translation>
    </message>
    <message>
        <source>{0} 收集问题</source>
        <translation>{0} problem taken down</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>due</translation>
    </message>
    <message>
        <source>，第 {0} 次转交</source>
        <translation>, handoff no. {0}</translation>
    </message>
    <message>
        <source>{0} {1}，{2}（{3}），{4}{5}</source>
        <translation>{0} {1}, {2} ({3}), {4}{5}</translation>
    </message>
    <message>
        <source>{0} {1}答了一部分{2}：{3}</source>
        <translation>{0} {1} answered in part{2}: {3}</translation>
    </message>
    <message>
        <source>{0} {1}{2}{3}{4}</source>
        <translation>{0} {1} {2}{3}{4}</translation>
    </message>
</context>
<context>
    <name>ui/reply/sending.py</name>
    <message>
        <source>输入法里还有没选好的字，先选好再按一次</source>
        <translation>The input method still holds unfinished letters: choose the word, then press again</translation>
    </message>
    <message>
        <source>页面打不开，请自己打开微博</source>
        <translation>The page can't be opened, please open Weibo yourself</translation>
    </message>
    <message>
        <source>已再次复制</source>
        <translation>Copied again</translation>
    </message>
</context>
<context>
    <name>ui/reply/stops.py</name>
    <message>
        <source>标点</source>
        <translation>Punctuation</translation>
    </message>
    <message>
        <source>语气</source>
        <translation>Tone</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>极限用语</source>
        <translation>Superlative</translation>
    </message>
    <message>
        <source>自夸</source>
        <translation>Self-praise</translation>
    </message>
    <message>
        <source>行话</source>
        <translation>Jargon</translation>
    </message>
    <message>
        <source>漏答</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Form of address</translation>
    </message>
    <message>
        <source>还有 {0} 处疑似错字。改好再发，{1}</source>
        <translation>{0} possible {0:typo|typos} left. Mend them, {1}</translation>
    </message>
    <message>
        <source>逐个改</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>还有 {0} 个变量没填：{1}</source>
        <translation>{0} {0:variable|variables} not filled in: {1}</translation>
    </message>
    <message>
        <source>去填</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>超出 {0} 字，微博不收。删短一点再发</source>
        <translation>{0} {0:character|characters} too long for Weibo. Shorten it first</translation>
    </message>
    <message>
        <source>“{0}”{1}，公开回复所有人都能看到。要改成私信吗？</source>
        <translation>"{0}": {1}; everybody can see a public reply. Make it private?</translation>
    </message>
    <message>
        <source>和上一条公开回复一模一样，微博会拒收。换一种说法？</source>
        <translation>Word for word your last public reply, Weibo would refuse it. Another wording?</translation>
    </message>
    <message>
        <source>换一种说法</source>
        <translation>Other wording</translation>
    </message>
    <message>
        <source>{0}：“{1}”，{2}。改好再发，{3}</source>
        <translation>{0}: "{1}", {2}. Mend it, {3}</translation>
    </message>
    <message>
        <source>或再按一次 {0} 直接发送</source>
        <translation>or press {0} again to send it as it is</translation>
    </message>
    <message>
        <source>另有 {0} 处提醒，和上一条公开回复一模一样，按 {1} 换一种说法</source>
        <translation>{0} more {0:remark|remarks}, and word for word your last public reply: {1} takes another wording</translation>
    </message>
    <message>
        <source>另有 {0} 处提醒</source>
        <translation>{0} more {0:remark|remarks}</translation>
    </message>
</context>
<context>
    <name>ui/reply/strip.py</name>
    <message>
        <source>谁能看到这条回复（{0}）</source>
        <translation>Who can see this reply ({0})</translation>
    </message>
    <message>
        <source>回复 @{0} 的评论</source>
        <translation>Reply to @{0}'s comment</translation>
    </message>
    <message>
        <source>所有人可见</source>
        <translation>Everybody sees it</translation>
    </message>
    <message>
        <source>只有 @{0} 能看到</source>
        <translation>Only @{0} sees it</translation>
    </message>
</context>
<context>
    <name>ui/reply/template_files.py</name>
    <message>
        <source>这条回复没有带着图片、视频的模板</source>
        <translation>No template with pictures or videos in this reply</translation>
    </message>
    <message>
        <source>发出文字后按 {0}，再到网页上粘贴</source>
        <translation>Send the text, then {0}, and paste them on the web page</translation>
    </message>
    <message>
        <source>接口只收文字，发出后自己到网页上补</source>
        <translation>Only text can be sent from here, add them on the web page afterwards</translation>
    </message>
    <message>
        <source>模板带着{0}</source>
        <translation>The template has {0}</translation>
    </message>
    <message>
        <source>复制文件</source>
        <translation>Copy files</translation>
    </message>
    <message>
        <source>已复制 {0} 个文件，到微博的回复框里粘贴</source>
        <translation>{0} {0:file|files} copied, paste into the reply on Weibo</translation>
    </message>
    <message>
        <source>已打开它原来的文件夹</source>
        <translation>the folder it was in is open</translation>
    </message>
    <message>
        <source>它原来的文件夹也不在</source>
        <translation>the folder it was in is gone too</translation>
    </message>
    <message>
        <source>找不到 {0}，{1}；可以在模板里重新选</source>
        <translation>{0} not found, {1}; choose it again in the template</translation>
    </message>
</context>
<context>
    <name>ui/reply/template_picker.py</name>
    <message>
        <source>适合公开回复</source>
        <translation>For public replies</translation>
    </message>
    <message>
        <source>适合私信</source>
        <translation>For direct messages</translation>
    </message>
    <message>
        <source>公开、私信都适合</source>
        <translation>For both kinds of reply</translation>
    </message>
    <message>
        <source>变量按 Tab 逐个填写，客户昵称会自动带入</source>
        <translation>Tab goes through the variables, the nickname fills itself in</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>插入并发送</source>
        <translation>Insert and send</translation>
    </message>
    <message>
        <source>搜模板和知识卡</source>
        <translation>Search templates and cards</translation>
    </message>
    <message>
        <source>搜模板和知识卡，拼音首字母、汉字、分类都可以</source>
        <translation>Search templates and knowledge cards: initials of pinyin, words, categories</translation>
    </message>
    <message>
        <source>只看一种语气的模板</source>
        <translation>Show one tone only</translation>
    </message>
    <message>
        <source>没找到。试试拼音首字母，或只输一部分</source>
        <translation>Nothing found. Try initials of pinyin, or a part of it</translation>
    </message>
    <message>
        <source>建议：按 TA 的话和以往的用法</source>
        <translation>Suggested: by their words and past use</translation>
    </message>
    <message>
        <source>用得最多</source>
        <translation>Most used</translation>
    </message>
    <message>
        <source>全部语气</source>
        <translation>All tones</translation>
    </message>
    <message>
        <source>用过 {0} 次</source>
        <translation>Used {0} {0:time|times}</translation>
    </message>
    <message>
        <source>还没用过</source>
        <translation>Never used</translation>
    </message>
    <message>
        <source>约 {0} 字</source>
        <translation>About {0} chars</translation>
    </message>
    <message>
        <source>{0}，发之前先确认还对不对</source>
        <translation>{0}, check it first</translation>
    </message>
    <message>
        <source>模板和知识卡</source>
        <translation>Templates and knowledge cards</translation>
    </message>
    <message>
        <source>拼音首字母、汉字、分类都可以搜</source>
        <translation>By initials of pinyin, words or category</translation>
    </message>
</context>
<context>
    <name>ui/reply/template_use.py</name>
    <message>
        <source>{0}：其他说法和刚发过的一样，改几个字再发</source>
        <translation>{0}: its other wordings equal what was just sent, change a few words first</translation>
    </message>
    <message>
        <source>{0}：说法 {1} / {2}</source>
        <translation>{0}: wording {1} / {2}</translation>
    </message>
    <message>
        <source>先插入一条模板，再换语气</source>
        <translation>Insert a template first, then change its tone</translation>
    </message>
    <message>
        <source>“{0}”只有一种语气，另一种可以在模板页写</source>
        <translation>"{0}" has one tone only, write the other on the page of templates</translation>
    </message>
    <message>
        <source>{0}：换成{1}的说法</source>
        <translation>{0}, tone: {1}</translation>
    </message>
</context>
<context>
    <name>ui/settings/about.py</name>
    <message>
        <source>程序不上传任何内容，不自动回复，也不替你点发送；只有收发微博和你打开的“检查新版本”才会联网</source>
        <translation>Nothing is uploaded, answered or sent for you; it goes online only for Weibo and, if you switch it on, to look for new versions</translation>
    </message>
    <message>
        <source>没有安装的开发版</source>
        <translation>Development version, not installed</translation>
    </message>
    <message>
        <source>一个人回复微博客户用的工作台</source>
        <translation>A desk for one person answering customers on Weibo</translation>
    </message>
    <message>
        <source>数据只在这台电脑上</source>
        <translation>Data stays on this computer</translation>
    </message>
    <message>
        <source>打开向导</source>
        <translation>Open wizard</translation>
    </message>
    <message>
        <source>店铺、部门，还有三位示例客户的练一练</source>
        <translation>Shop, departments, and a practice round with three sample customers</translation>
    </message>
    <message>
        <source>第一次使用的向导</source>
        <translation>First-use wizard</translation>
    </message>
    <message>
        <source>用到的软件与许可</source>
        <translation>Software and licenses</translation>
    </message>
    <message>
        <source>本程序</source>
        <translation>This program</translation>
    </message>
    <message>
        <source>开源许可</source>
        <translation>Open-source licenses</translation>
    </message>
    <message>
        <source>全部组件和许可全文</source>
        <translation>All components and license texts</translation>
    </message>
    <message>
        <source>共 {0} 个组件</source>
        <translation>{0} {0:component|components}</translation>
    </message>
    <message>
        <source>“微博”是其所有者的商标，本程序与其没有关系。</source>
        <translation>"Weibo" is a trademark of its owner; this program has no connection with it.</translation>
    </message>
    <message>
        <source>新版本</source>
        <translation>New versions</translation>
    </message>
    <message>
        <source>现在检查</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>还没有填地址，程序不会去问。</source>
        <translation>No address is filled in; the program does not ask.</translation>
    </message>
    <message>
        <source>上次检查：{0:%Y-%m-%d %H:%M}。</source>
        <translation>Last checked: {0:%Y-%m-%d %H:%M}.</translation>
    </message>
    <message>
        <source>还没有检查过。</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>有新版本 {0}（{1}）。{2}</source>
        <translation>New version {0} ({1}). {2}</translation>
    </message>
</context>
<context>
    <name>ui/settings/account_card.py</name>
    <message>
        <source>退出后不再收 @{name} 的消息，也不能用它发送，授权会从微博和这台电脑上去掉。工单、草稿和待发的回复都留着，重新授权就接上。</source>
        <translation>After signing out, no messages for @{name} come in and nothing can be sent with it; its permission is removed from Weibo and from this computer. Tickets, drafts and waiting replies stay; authorize again to go on.</translation>
    </message>
    <message>
        <source>微博要求每条回复带上电脑的公网地址时才填，例如 203.0.113.7；不填就不带</source>
        <translation>Fill in only if Weibo wants the computer's public address with each reply, e.g. 203.0.113.7; left out when empty</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>重新授权</source>
        <translation>Authorize again</translation>
    </message>
    <message>
        <source>设为默认</source>
        <translation>Make default</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>@{0} 的公网 IP</source>
        <translation>Public IP of @{0}</translation>
    </message>
    <message>
        <source>不退出</source>
        <translation>Stay signed in</translation>
    </message>
    <message>
        <source>@{0} 用来做什么</source>
        <translation>What @{0} is for</translation>
    </message>
    <message>
        <source>正在退出……</source>
        <translation>Signing out…</translation>
    </message>
    <message>
        <source>公网 IP</source>
        <translation>Public IP</translation>
    </message>
</context>
<context>
    <name>ui/settings/account_notes.py</name>
    <message>
        <source>{0}：微博没有给这项权限（代码 {1}），{2} 起停用</source>
        <translation>{0}: Weibo refused this permission (code {1}); off since {2}</translation>
    </message>
    <message>
        <source>{0}：微博没有给这项权限，{1} 起停用</source>
        <translation>{0}: Weibo refused this permission; off since {1}</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>今天请求微博的次数用完了，{0} 恢复。可以在下面调高</source>
        <translation>Today's requests to Weibo are used up until {0}. Raise the limit below if you like</translation>
    </message>
    <message>
        <source>这一小时的回复用完了，{0} 恢复。要发的先放在待发箱里</source>
        <translation>This hour's replies are used up until {0}. What you send waits in the Outbox</translation>
    </message>
    <message>
        <source>发回复</source>
        <translation>replies</translation>
    </message>
    <message>
        <source>请求微博</source>
        <translation>requests</translation>
    </message>
    <message>
        <source>微博限制了频率，{0} 前暂停{1}</source>
        <translation>Weibo limits the rate: no {1} before {0}</translation>
    </message>
    <message>
        <source>现在再试</source>
        <translation>Try now</translation>
    </message>
</context>
<context>
    <name>ui/settings/accounts.py</name>
    <message>
        <source>还没有连接账号</source>
        <translation>No account connected</translation>
    </message>
    <message>
        <source>不连接也能用：粘贴、导入、复制并打开微博。连接之后自动收评论和 @，能直接发评论</source>
        <translation>Works without one too: paste, import, copy and open Weibo. Once connected, comments and mentions come in by themselves and comments can be posted</translation>
    </message>
    <message>
        <source>一个人管几个账号时用；每个账号各自授权，各自计数</source>
        <translation>For one person with several accounts; each has its own permission and its own counts</translation>
    </message>
    <message>
        <source>连接</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>添加账号</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>再连一个账号</source>
        <translation>Connect another account</translation>
    </message>
    <message>
        <source>@{0} 已退出登录，工单和草稿都在。</source>
        <translation>@{0} signed out; tickets and drafts are still there.</translation>
    </message>
    <message>
        <source>下次同步或发送时会再试一次。</source>
        <translation>It will be tried again at the next sync or reply.</translation>
    </message>
    <message>
        <source>今天请求 {0} / {1} 次，这一小时回复 {2} / {3} 条；本周来了 {4} 张工单，用它回复了 {5} 条</source>
        <translation>Today {0} / {1} requests, this hour {2} / {3} replies; this week {4} {4:ticket|tickets} came in, {5} {5:reply|replies} went out</translation>
    </message>
    <message>
        <source>收和发</source>
        <translation>Receiving and sending</translation>
    </message>
    <message>
        <source>密钥和授权只放在系统的凭据管理器里，不写进数据文件，也不随备份走。</source>
        <translation>Keys and permissions are kept in the system's credential manager only, not in the data file and not in backups.</translation>
    </message>
    <message>
        <source>工单、草稿和待发的回复都在，重新授权就接上</source>
        <translation>Tickets, drafts and waiting replies are still there; authorize again to go on</translation>
    </message>
    <message>
        <source>{0} 起收不到新消息，也不能发送。重新授权就接上</source>
        <translation>Nothing comes in or goes out since {0}. Authorize again to go on</translation>
    </message>
    <message>
        <source>授权到 {0}，{1}</source>
        <translation>Authorized until {0}, {1}</translation>
    </message>
</context>
<context>
    <name>ui/settings/appearance.py</name>
    <message>
        <source>下次打开程序时换成这种语言。The language changes at the next start.</source>
        <translation>The language changes at the next start.</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Huge</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>减少动画</source>
        <translation>Reduce motion</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>字和边线更分明，浅色深色都行；系统要求时自动打开</source>
        <translation>Clearer text and edges, light or dark; on by itself when the system asks for it</translation>
    </message>
    <message>
        <source>文字和按钮一起变</source>
        <translation>Text and buttons together</translation>
    </message>
    <message>
        <source>展开、提示都不再移动</source>
        <translation>Folding and messages no longer move</translation>
    </message>
    <message>
        <source>窗口里的文字；客户的话、模板和导出的文件不变</source>
        <translation>Of the window; customers' words, templates and exported files stay as they are</translation>
    </message>
    <message>
        <source>外观只影响这台电脑，不随数据文件走。</source>
        <translation>Appearance belongs to this computer, not to the data file.</translation>
    </message>
</context>
<context>
    <name>ui/settings/checks.py</name>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>错别字</source>
        <translation>Typos</translation>
    </message>
    <message>
        <source>有把握的画红线，其余按 {0} 才看</source>
        <translation>Sure ones are underlined in red, others shown by {0}</translation>
    </message>
    <message>
        <source>半角、重复和不成对的标点</source>
        <translation>Half-width, repeated and unpaired signs</translation>
    </message>
    <message>
        <source>反问、推责、不耐烦、嘲讽、命令、威胁、卑微、感叹号连用</source>
        <translation>Rhetorical questions, blame, impatience, mockery, orders, threats, servility, rows of exclamation marks</translation>
    </message>
    <message>
        <source>广告法极限词</source>
        <translation>Superlatives</translation>
    </message>
    <message>
        <source>最、第一、国家级、全网最低</source>
        <translation>Forbidden by the Advertising Law: best, first, national-level, lowest price</translation>
    </message>
    <message>
        <source>自己夸自己，看的人不信</source>
        <translation>Readers don't believe self-praise</translation>
    </message>
    <message>
        <source>换成客户听得懂的说法，按 {0} 才看；词在“词典”里改</source>
        <translation>Plain words customers understand, shown by {0}; the words are under "Dictionary"</translation>
    </message>
    <message>
        <source>第一次和线索说话</source>
        <translation>First words to a lead</translation>
    </message>
    <message>
        <source>不发链接、不报价、不提“买”；不连着打扰</source>
        <translation>No links, prices or "buy"; don't bother them twice in a row</translation>
    </message>
    <message>
        <source>说了时间就要做到，提醒记下来</source>
        <translation>A time once said must be kept; offers to note it down</translation>
    </message>
    <message>
        <source>会出错的地方</source>
        <translation>Where mistakes happen</translation>
    </message>
    <message>
        <source>公开回复里的隐私</source>
        <translation>Privacy in public replies</translation>
    </message>
    <message>
        <source>手机号、证件号、银行卡、地址、订单号、邮箱</source>
        <translation>Phone, ID and card numbers, addresses, order numbers, email</translation>
    </message>
    <message>
        <source>没填的变量</source>
        <translation>Unfilled variables</translation>
    </message>
    <message>
        <source>模板里留下的 {…}</source>
        <translation>A {…} left over from a template</translation>
    </message>
    <message>
        <source>和上一条一模一样</source>
        <translation>Same as the last reply</translation>
    </message>
    <message>
        <source>微博会拒收</source>
        <translation>Weibo would refuse it</translation>
    </message>
    <message>
        <source>客户问了几件事，有一件没说到</source>
        <translation>The customer asked several things, one is not answered</translation>
    </message>
    <message>
        <source>叫错名字</source>
        <translation>Wrong name</translation>
    </message>
    <message>
        <source>写了别的客户的昵称</source>
        <translation>Another customer's nickname</translation>
    </message>
    <message>
        <source>超过字数不能关：微博不收。</source>
        <translation>The length check can't be switched off: Weibo takes no more.</translation>
    </message>
</context>
<context>
    <name>ui/settings/data.py</name>
    <message>
        <source>复制一份完整的数据文件，复制完会核对；定期存到别的盘或 U 盘上</source>
        <translation>Makes a whole copy and verifies it; now and then keep one on another disk or a USB stick</translation>
    </message>
    <message>
        <source>数据文件完整</source>
        <translation>The data file is sound</translation>
    </message>
    <message>
        <source>文件有损坏，请用最近的备份打开</source>
        <translation>The file is damaged; open the latest backup</translation>
    </message>
    <message>
        <source>各条记录互相对得上</source>
        <translation>All records fit together</translation>
    </message>
    <message>
        <source>有记录指向不存在的内容</source>
        <translation>Some records point to nothing</translation>
    </message>
    <message>
        <source>数据格式是最新的</source>
        <translation>The data format is current</translation>
    </message>
    <message>
        <source>数据格式没有升级完</source>
        <translation>The data format was not fully upgraded</translation>
    </message>
    <message>
        <source>搜索能找到全部消息和客户</source>
        <translation>Search finds all messages and customers</translation>
    </message>
    <message>
        <source>搜索里少了一些消息或客户</source>
        <translation>Search misses some messages or customers</translation>
    </message>
    <message>
        <source>系统凭据管理器可用</source>
        <translation>Credential manager available</translation>
    </message>
    <message>
        <source>系统凭据管理器不可用</source>
        <translation>Credential manager not available</translation>
    </message>
    <message>
        <source>有合适的中文字体</source>
        <translation>A suitable Chinese font is there</translation>
    </message>
    <message>
        <source>没有找到合适的中文字体</source>
        <translation>No suitable Chinese font found</translation>
    </message>
    <message>
        <source>备份数据文件</source>
        <translation>Back up data file</translation>
    </message>
    <message>
        <source>数据文件 (*.db)</source>
        <translation>Data file (*.db)</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打开备份文件夹</source>
        <translation>Open backups</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>每天一份，关窗口时再存一份；留 7 天、4 周、12 个月的。授权不在备份里</source>
        <translation>One a day and one at closing; kept for 7 days, 4 weeks, 12 months. Permissions are not in them</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>换回以前的数据；现在的会留在旁边，随时能换回来</source>
        <translation>Go back to earlier data; today's is kept beside it and can be brought back at any time</translation>
    </message>
    <message>
        <source>看看文件是否完好，不改动任何内容</source>
        <translation>Looks whether the file is sound; changes nothing</translation>
    </message>
    <message>
        <source>这是练习数据</source>
        <translation>This is practice data</translation>
    </message>
    <message>
        <source>随便试，不影响真正的客户数据，也不备份。</source>
        <translation>Real data is untouched; nothing is backed up.</translation>
    </message>
    <message>
        <source>正在备份，别的读写文件的事做完了就轮到它…</source>
        <translation>Backing up, after any other work on files that is under way…</translation>
    </message>
    <message>
        <source>练习数据不备份</source>
        <translation>Practice data is not backed up</translation>
    </message>
    <message>
        <source>还没有备份；有了第一张工单以后，当天就会备份</source>
        <translation>No backup yet; the first one is made on the day of the first ticket</translation>
    </message>
    <message>
        <source>最近一份核对无误：{0}</source>
        <translation>Last verified backup: {0}</translation>
    </message>
    <message>
        <source>{0}。刚才没有备份成：{1}</source>
        <translation>{0}. The latest attempt failed: {1}</translation>
    </message>
    <message>
        <source>已备份并核对：{0}</source>
        <translation>Backed up and verified: {0}</translation>
    </message>
</context>
<context>
    <name>ui/settings/department_row.py</name>
    <message>
        <source>姓名或称呼</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话、微信或邮箱</source>
        <translation>Phone, WeChat…</translation>
    </message>
    <message>
        <source>懂什么，如 物流、退款</source>
        <translation>Knows, e.g. 物流</translation>
    </message>
    <message>
        <source>怎么联系</source>
        <translation>How to reach them</translation>
    </message>
    <message>
        <source>{0}懂什么</source>
        <translation>What {0} knows</translation>
    </message>
    <message>
        <source>写问题或产品，用顿号隔开；转交时客户说到了，就推荐 TA</source>
        <translation>Problems or products, separated by commas; whoever knows what the customer mentions is proposed</translation>
    </message>
    <message>
        <source>去掉联系人{0}</source>
        <translation>Remove contact {0}</translation>
    </message>
    <message>
        <source>部门名称</source>
        <translation>Department name</translation>
    </message>
    <message>
        <source>{0}的工作时间</source>
        <translation>Working time of {0}</translation>
    </message>
    <message>
        <source>周末节假日也上班</source>
        <translation>Weekends and holidays too</translation>
    </message>
    <message>
        <source>{0}几个工作小时答复</source>
        <translation>Working hours {0} has to answer</translation>
    </message>
    <message>
        <source>把{0}往上移</source>
        <translation>Move {0} up</translation>
    </message>
    <message>
        <source>把{0}往下移</source>
        <translation>Move {0} down</translation>
    </message>
    <message>
        <source>去掉{0}</source>
        <translation>Remove {0}</translation>
    </message>
    <message>
        <source>加一位联系人</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>工作时间</source>
        <translation>Working time</translation>
    </message>
    <message>
        <source>工作小时</source>
        <translation>work hours</translation>
    </message>
</context>
<context>
    <name>ui/settings/departments.py</name>
    <message>
        <source>转交时按这个顺序选，1 到 9 是它们的数字键。负责人可以在转交时请 TA 确认；写了懂什么的，客户说到就推荐 TA。答复期限按工作时间算。{0}</source>
        <translation>Handing off lists them in this order; 1 to 9 are their keys. An owner can be asked to confirm; whoever knows what the customer mentions is proposed. Answer limits count working time. {0}</translation>
    </message>
    <message>
        <source>添加部门</source>
        <translation>Add department</translation>
    </message>
</context>
<context>
    <name>ui/settings/dictionary.py</name>
    <message>
        <source>加到{0}</source>
        <translation>Add to {0}</translation>
    </message>
    <message>
        <source>输一个词，按 Enter</source>
        <translation>Type a word, press Enter</translation>
    </message>
    <message>
        <source>去掉“{0}”</source>
        <translation>Remove "{0}"</translation>
    </message>
    <message>
        <source>从“{0}”里去掉“{1}”</source>
        <translation>Remove "{1}" from "{0}"</translation>
    </message>
    <message>
        <source>写错的词</source>
        <translation>Wrong word</translation>
    </message>
    <message>
        <source>总是改成</source>
        <translation>Always becomes</translation>
    </message>
    <message>
        <source>大白话</source>
        <translation>Plain words</translation>
    </message>
    <message>
        <source>我的词</source>
        <translation>My words</translation>
    </message>
    <message>
        <source>还没有自己的词。型号、人名、活动名加进来，就不会被当成错字。</source>
        <translation>No words of your own yet. Add models, people's and campaign names so that they are never taken for typos.</translation>
    </message>
    <message>
        <source>总是这样改</source>
        <translation>Always change</translation>
    </message>
    <message>
        <source>还没有总是这样改的词。写回复时在错字框里按 Shift+Enter，就会记到这里。</source>
        <translation>Nothing here yet. Press Shift+Enter in the typo box while replying to add a word.</translation>
    </message>
    <message>
        <source>总是忽略</source>
        <translation>Always ignore</translation>
    </message>
    <message>
        <source>还没有总是忽略的提醒。写回复时在提醒框里按 Shift+I，或同一处改法忽略 3 次，就会记到这里。</source>
        <translation>Nothing here yet. Press Shift+I in the reminder's box while replying, or ignore the same change 3 times, to add it.</translation>
    </message>
    <message>
        <source>行话换大白话</source>
        <translation>Jargon to plain words</translation>
    </message>
    <message>
        <source>没有要换的行话。写上行业里的说法和客户听得懂的说法。</source>
        <translation>No jargon to replace. Write the trade's word and the one customers understand.</translation>
    </message>
    <message>
        <source>我的词（不算错字）</source>
        <translation>My words (never typos)</translation>
    </message>
    <message>
        <source>总是这样改（一定算错字）</source>
        <translation>Always change (always a typo)</translation>
    </message>
    <message>
        <source>总是忽略的提醒</source>
        <translation>Reminders always ignored</translation>
    </message>
    <message>
        <source>行话换大白话（写回复时按 {0} 看到，按 Enter 换掉）</source>
        <translation>Jargon to plain words ({0} shows it while replying, Enter replaces it)</translation>
    </message>
</context>
<context>
    <name>ui/settings/fields.py</name>
    <message>
        <source>改动立即生效，不需要保存。</source>
        <translation>Changes count at once, no need to save.</translation>
    </message>
</context>
<context>
    <name>ui/settings/full_export.py</name>
    <message>
        <source>每张表一份 CSV（表格软件能打开）和一份 JSON，外加全部对话。客户信息不打码，请放在自己信得过的地方</source>
        <translation>Each table as CSV (for spreadsheets) and as JSON, and all conversations. Customers' details are not masked: keep it in a place you trust</translation>
    </message>
    <message>
        <source>全部数据导出到哪个文件夹里</source>
        <translation>Folder to export all data into</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>导出全部数据</source>
        <translation>Export all data</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>没有打开。文件夹在 {0}</source>
        <translation>Could not be opened. The folder is {0}</translation>
    </message>
    <message>
        <source>练习数据</source>
        <translation>practice data</translation>
    </message>
    <message>
        <source>全部数据</source>
        <translation>all data</translation>
    </message>
    <message>
        <source>微博客服台_{0}_{1:%Y-%m-%d_%H%M%S}</source>
        <translation>Weibo Operator_{0}_{1:%Y-%m-%d_%H%M%S}</translation>
    </message>
    <message>
        <source>正在导出，{0}%</source>
        <translation>Exporting, {0}%</translation>
    </message>
    <message>
        <source>导出好了：{0}，{1:,} 行</source>
        <translation>Exported: {0}, {1:,} {1:row|rows}</translation>
    </message>
    <message>
        <source>全部数据导出好了：{0}</source>
        <translation>All data exported: {0}</translation>
    </message>
    <message>
        <source>停下了，什么也没有导出</source>
        <translation>Stopped; nothing was exported</translation>
    </message>
</context>
<context>
    <name>ui/settings/holidays.py</name>
    <message>
        <source>按国务院公布的 {0} 年安排算</source>
        <translation>{0} as arranged by the State Council</translation>
    </message>
    <message>
        <source>{0} 年只算法定的那几天</source>
        <translation>{0} statutory days only</translation>
    </message>
    <message>
        <source>别的年份只算周末</source>
        <translation>other years weekends only</translation>
    </message>
    <message>
        <source>节假日{0}。</source>
        <translation>Holidays: {0}.</translation>
    </message>
    <message>
        <source>不知道哪几天放节假日，只算周末。</source>
        <translation>Holidays are not known; only weekends count.</translation>
    </message>
</context>
<context>
    <name>ui/settings/intake.py</name>
    <message>
        <source>现在没有留意哪个文件夹</source>
        <translation>No folder is watched</translation>
    </message>
    <message>
        <source>往里面放了新的导出文件，上方就提示一句；不会自己打开，也不会自己导入，同一个文件只提示一次</source>
        <translation>New export files there are announced at the top; nothing is opened or imported by itself, and each file is named only once</translation>
    </message>
    <message>
        <source>留意哪个文件夹</source>
        <translation>Which folder to watch</translation>
    </message>
    <message>
        <source>选文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>不再留意</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>留意一个文件夹</source>
        <translation>Watch a folder</translation>
    </message>
    <message>
        <source>文件夹里的新文件</source>
        <translation>New files in a folder</translation>
    </message>
    <message>
        <source>换一个</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>这个文件夹现在不在了</source>
        <translation>This folder is not there now</translation>
    </message>
</context>
<context>
    <name>ui/settings/key_rows.py</name>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>在列表里</source>
        <translation>In lists</translation>
    </message>
    <message>
        <source>随时，打字时也行</source>
        <translation>Anywhere, typing too</translation>
    </message>
    <message>
        <source>改过</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>{0}，{1}：{2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
</context>
<context>
    <name>ui/settings/key_table.py</name>
    <message>
        <source>按下新的键……</source>
        <translation>Press a key…</translation>
    </message>
    <message>
        <source>全部动作和它们的键</source>
        <translation>All actions and their keys</translation>
    </message>
</context>
<context>
    <name>ui/settings/keys.py</name>
    <message>
        <source>随时可用</source>
        <translation>anywhere</translation>
    </message>
    <message>
        <source>点一个键，或选中按 Enter，再按新的键；Backspace 去掉，R 恢复这一行</source>
        <translation>Click a key, or select it and press Enter, then press the new key; Backspace removes it, R restores the row</translation>
    </message>
    <message>
        <source>按下新的键。G I 这样的，接着按第二下；只要一下的，等一等或按 Enter。Esc 放弃，Backspace 去掉这个键。</source>
        <translation>Press the new key. For two presses like G I go on with the second; for one alone wait a moment or press Enter. Esc gives up, Backspace removes the key.</translation>
    </message>
    <message>
        <source>搜动作，或写一个键：Alt+F</source>
        <translation>Search actions, or type a key: Alt+F</translation>
    </message>
    <message>
        <source>搜动作或键</source>
        <translation>Search actions or keys</translation>
    </message>
    <message>
        <source>全部恢复默认</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>换过来</source>
        <translation>Take it over</translation>
    </message>
    <message>
        <source>没找到“{0}”。试试拼音首字母，或写一个键</source>
        <translation>Nothing found for "{0}". Try other words, or type a key</translation>
    </message>
    <message>
        <source>“{0}”没有键了（{1}）</source>
        <translation>"{0}" has no key now ({1})</translation>
    </message>
    <message>
        <source>这个动作已经用 {0} 了（{1}）。</source>
        <translation>This action has {0} already ({1}).</translation>
    </message>
    <message>
        <source>{0} 会挡住 {1} 个动作的键，{2} 都在里面，换一个。</source>
        <translation>{0} would block the keys of {1} actions, among them {2}. Choose another.</translation>
    </message>
    <message>
        <source>“{0}”改用 {1}（{2}）</source>
        <translation>"{0}" now has {1} ({2})</translation>
    </message>
    <message>
        <source>“{0}”用的就是默认的键。</source>
        <translation>"{0}" has its default keys.</translation>
    </message>
    <message>
        <source>“{0}”恢复了默认的键</source>
        <translation>"{0}" has its default keys again</translation>
    </message>
    <message>
        <source>{0}，从{1}那里换回来</source>
        <translation>{0}, taken back from {1}</translation>
    </message>
    <message>
        <source>全部快捷键恢复了默认</source>
        <translation>All shortcuts restored</translation>
    </message>
    <message>
        <source>{0} 现在是“{1}”的键（{2}）。换过来，它就没有这个键了。</source>
        <translation>{0} is the key of "{1}" ({2}). If you take it over, that action loses it.</translation>
    </message>
    <message>
        <source>只影响这台电脑，不随数据文件走。改了马上能用，按钮、帮助和快捷键表上写的也跟着变。</source>
        <translation>Only for this computer, not part of the data file. Changes work at once; buttons, help and the list of shortcuts follow.</translation>
    </message>
</context>
<context>
    <name>ui/settings/lessons.py</name>
    <message>
        <source>你改过的类型、性质、部门、级别和公开或私信，会用在以后相近的话上，理由里写“按你改过的…”；只存在这台电脑上。</source>
        <translation>What you changed (kind, nature, department, level, public or private) is used for similar messages later and named in the reason; it stays on this computer.</translation>
    </message>
    <message>
        <source>清除已学的改法</source>
        <translation>Forget what was learned</translation>
    </message>
    <message>
        <source>从你的改动里学</source>
        <translation>Learn from my changes</translation>
    </message>
    <message>
        <source>清除已学的 {0} 处改法</source>
        <translation>Forget {0} learned {0:change|changes}</translation>
    </message>
    <message>
        <source>还没有学到改法</source>
        <translation>Nothing learned yet</translation>
    </message>
    <message>
        <source>已学的 {0} 处改法清除了</source>
        <translation>Forgot {0} learned {0:change|changes}</translation>
    </message>
</context>
<context>
    <name>ui/settings/licence_words.py</name>
    <message>
        <source>Qt 与 PySide6</source>
        <translation>Qt and PySide6</translation>
    </message>
    <message>
        <source>PyInstaller 的启动程序</source>
        <translation>PyInstaller's bootloader</translation>
    </message>
    <message>
        <source>libime 的词语模型</source>
        <translation>libime's word model</translation>
    </message>
    <message>
        <source>jionlp 的字表和词频</source>
        <translation>jionlp's characters and word counts</translation>
    </message>
    <message>
        <source>RFC 6234（SHA）</source>
        <translation>RFC 6234 (SHA)</translation>
    </message>
    <message>
        <source>Keccak、BLAKE2、SipHash</source>
        <translation>Keccak, BLAKE2, SipHash</translation>
    </message>
    <message>
        <source>Unicode 字符数据和 CLDR</source>
        <translation>Unicode character data and CLDR</translation>
    </message>
    <message>
        <source>Apache Tika 的文件类型表</source>
        <translation>Apache Tika's file types</translation>
    </message>
    <message>
        <source>公共后缀列表</source>
        <translation>Public Suffix List</translation>
    </message>
    <message>
        <source>sRGB2014 色彩特性</source>
        <translation>sRGB2014 color profile</translation>
    </message>
    <message>
        <source>Imlib2 的平滑缩放</source>
        <translation>Imlib2's smooth scaling</translation>
    </message>
    <message>
        <source>X 服务器的区域运算</source>
        <translation>X server's region code</translation>
    </message>
    <message>
        <source>OpenGL 头文件</source>
        <translation>OpenGL headers</translation>
    </message>
    <message>
        <source>Vulkan 内存分配器</source>
        <translation>Vulkan Memory Allocator</translation>
    </message>
    <message>
        <source>XCB 的输入扩展</source>
        <translation>XCB's input extension</translation>
    </message>
    <message>
        <source>Wayland 协议</source>
        <translation>Wayland protocols</translation>
    </message>
    <message>
        <source>Apache-2.0 或 BSD-3-Clause</source>
        <translation>Apache-2.0 or BSD-3-Clause</translation>
    </message>
    <message>
        <source>GPL-2.0，带允许随任何程序分发的例外</source>
        <translation>GPL-2.0 with an exception for shipping with any program</translation>
    </message>
    <message>
        <source>公有领域</source>
        <translation>Public domain</translation>
    </message>
    <message>
        <source>BSD-3-Clause 和 BSD-2-Clause</source>
        <translation>BSD-3-Clause and BSD-2-Clause</translation>
    </message>
    <message>
        <source>CC0-1.0，另有 brg_endian 的许可</source>
        <translation>CC0-1.0, and brg_endian's license</translation>
    </message>
    <message>
        <source>IJG 和 BSD-3-Clause 和 Zlib</source>
        <translation>IJG and BSD-3-Clause and Zlib</translation>
    </message>
    <message>
        <source>Imlib2 和 BSD-2-Clause</source>
        <translation>Imlib2 and BSD-2-Clause</translation>
    </message>
    <message>
        <source>X11 和 HPND</source>
        <translation>X11 and HPND</translation>
    </message>
    <message>
        <source>MIT 和 HPND</source>
        <translation>MIT and HPND</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>Qt 与 Python 之间</source>
        <translation>Between Qt and Python</translation>
    </message>
    <message>
        <source>连接微博</source>
        <translation>Connecting to Weibo</translation>
    </message>
    <message>
        <source>根证书</source>
        <translation>Root certificates</translation>
    </message>
    <message>
        <source>钥匙串（Linux）</source>
        <translation>Keyring (Linux)</translation>
    </message>
    <message>
        <source>数据库升级</source>
        <translation>Database upgrades</translation>
    </message>
    <message>
        <source>钥匙串（Windows）</source>
        <translation>Keyring (Windows)</translation>
    </message>
    <message>
        <source>读 Excel</source>
        <translation>Reading Excel</translation>
    </message>
    <message>
        <source>Python 的补充</source>
        <translation>Additions to Python</translation>
    </message>
    <message>
        <source>时区</source>
        <translation>Time zones</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export Excel</translation>
    </message>
    <message>
        <source>启动程序</source>
        <translation>Starting the program</translation>
    </message>
    <message>
        <source>运行程序</source>
        <translation>Running the program</translation>
    </message>
    <message>
        <source>文字处理（随 Qt）</source>
        <translation>Text handling (with Qt)</translation>
    </message>
    <message>
        <source>随 Python</source>
        <translation>With Python</translation>
    </message>
    <message>
        <source>随 Python 和 Qt</source>
        <translation>With Python and Qt</translation>
    </message>
    <message>
        <source>随 Qt</source>
        <translation>With Qt</translation>
    </message>
    <message>
        <source>随 Python（Linux）</source>
        <translation>With Python (Linux)</translation>
    </message>
    <message>
        <source>错字和分类（数据）</source>
        <translation>Typos and sorting (data)</translation>
    </message>
    <message>
        <source>繁体和错字（数据）</source>
        <translation>Traditional script and typos (data)</translation>
    </message>
    <message>
        <source>随 Qt：数字</source>
        <translation>With Qt: numbers</translation>
    </message>
    <message>
        <source>随 Qt：动画</source>
        <translation>With Qt: animation</translation>
    </message>
    <message>
        <source>随 Qt：启动程序</source>
        <translation>With Qt: starting programs</translation>
    </message>
    <message>
        <source>随 Qt：正则表达式</source>
        <translation>With Qt: regular expressions</translation>
    </message>
    <message>
        <source>随 Qt：校验</source>
        <translation>With Qt: checksums</translation>
    </message>
    <message>
        <source>随 Qt：数据格式</source>
        <translation>With Qt: data formats</translation>
    </message>
    <message>
        <source>随 Qt：文字和日期</source>
        <translation>With Qt: text and dates</translation>
    </message>
    <message>
        <source>随 Qt：文件类型</source>
        <translation>With Qt: file types</translation>
    </message>
    <message>
        <source>随 Qt：网络</source>
        <translation>With Qt: network</translation>
    </message>
    <message>
        <source>随 Qt：字体</source>
        <translation>With Qt: fonts</translation>
    </message>
    <message>
        <source>随 Qt：排字</source>
        <translation>With Qt: typesetting</translation>
    </message>
    <message>
        <source>随 Qt：表情符号</source>
        <translation>With Qt: emoji</translation>
    </message>
    <message>
        <source>随 Qt：图片</source>
        <translation>With Qt: pictures</translation>
    </message>
    <message>
        <source>随 Qt：导出 PDF</source>
        <translation>With Qt: exporting PDF</translation>
    </message>
    <message>
        <source>随 Qt：文字格式</source>
        <translation>With Qt: text formats</translation>
    </message>
    <message>
        <source>随 Qt：绘图</source>
        <translation>With Qt: drawing</translation>
    </message>
    <message>
        <source>随 Qt：窗口（Linux）</source>
        <translation>With Qt: windows (Linux)</translation>
    </message>
    <message>
        <source>随 Qt：图标</source>
        <translation>With Qt: icons</translation>
    </message>
</context>
<context>
    <name>ui/settings/licences_dialog.py</name>
    <message>
        <source>Qt 和 PySide6 按 LGPL-3.0 使用：它们在程序的文件夹里是单独的文件，可以换成你自己编译的版本。</source>
        <translation>Qt and PySide6 are used under LGPL-3.0: they are separate files in the program's folder and can be replaced by a version you built.</translation>
    </message>
    <message>
        <source>组件</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>许可全文</source>
        <translation>License text</translation>
    </message>
    <message>
        <source>{0}。源代码：{1}</source>
        <translation>{0}. Source code: {1}</translation>
    </message>
    <message>
        <source>{0} 个组件</source>
        <translation>{0} {0:component|components}</translation>
    </message>
</context>
<context>
    <name>ui/settings/move_dialog.py</name>
    <message>
        <source>没有结束的转交移到哪里</source>
        <translation>Where do open handoffs go?</translation>
    </message>
    <message>
        <source>移过去并保存</source>
        <translation>Move and save</translation>
    </message>
    <message>
        <source>移到哪个部门</source>
        <translation>To which department</translation>
    </message>
    <message>
        <source>{0}还有 {1} 张没有结束的转交，一张也不会丢。选一个部门接着等答复：</source>
        <translation>{0} still has {1} open {1:handoff|handoffs}; none gets lost. Choose the department that takes over:</translation>
    </message>
    <message>
        <source>取消就什么都不改</source>
        <translation>Cancel changes nothing</translation>
    </message>
</context>
<context>
    <name>ui/settings/nav.py</name>
    <message>
        <source>设置的分类</source>
        <translation>Settings categories</translation>
    </message>
</context>
<context>
    <name>ui/settings/people.py</name>
    <message>
        <source>名单还是空的。</source>
        <translation>The list is empty.</translation>
    </message>
    <message>
        <source>要加进名单的人，每行一位</source>
        <translation>People to add, one per line</translation>
    </message>
    <message>
        <source>每行一位：@昵称、uid 或主页地址，后面可以写角色
例如：@小橙店长 负责人</source>
        <translation>One per line: @nickname, uid or profile address, then a role if you like (员工, 负责人, 合作方)
e.g. @小橙店长 负责人</translation>
    </message>
    <message>
        <source>{0}的角色</source>
        <translation>Role of {0}</translation>
    </message>
    <message>
        <source>从名单里去掉{0}</source>
        <translation>Remove {0} from the list</translation>
    </message>
    <message>
        <source>没写角色的算作</source>
        <translation>Without a role</translation>
    </message>
    <message>
        <source>加进名单</source>
        <translation>Add to list</translation>
    </message>
    <message>
        <source>用到未完成的工单</source>
        <translation>Use on open tickets</translation>
    </message>
    <message>
        <source>未完成的工单</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>内部人员发来的记为无需回复，提到负责人的加上标记；可以撤销</source>
        <translation>Messages from insiders become no reply needed, mentions of owners are marked; can be undone</translation>
    </message>
    <message>
        <source>用到 {0} 张未完成的工单</source>
        <translation>Use on {0} open {0:ticket|tickets}</translation>
    </message>
    <message>
        <source>没有要改的工单</source>
        <translation>No ticket to change</translation>
    </message>
    <message>
        <source>改了 {0} 张未完成的工单</source>
        <translation>Changed {0} open {0:ticket|tickets}</translation>
    </message>
    <message>
        <source>{0} 改为{1}</source>
        <translation>{0} is now {1}</translation>
    </message>
    <message>
        <source>名单里去掉了 {0}</source>
        <translation>Removed {0} from the list</translation>
    </message>
    <message>
        <source>名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>名单上的人以后发来的消息不算客户：导入时跳过并数出条数；手工录入的照样成为工单。客户 @ 了负责人，工单上会标出来。</source>
        <translation>New messages from people on the list are no customers': imports skip and count them; entered by hand they still become tickets. A ticket is marked when the customer mentions an owner.</translation>
    </message>
    <message>
        <source>加了 {0} 位</source>
        <translation>{0} added</translation>
    </message>
    <message>
        <source>改了 {0} 位</source>
        <translation>{0} changed</translation>
    </message>
    <message>
        <source>名单上已经有了</source>
        <translation>Already on the list</translation>
    </message>
    <message>
        <source>{0}；还有 {1} 行没读懂，留在上面</source>
        <translation>{0}; {1} {1:line|lines} not understood, left above</translation>
    </message>
</context>
<context>
    <name>ui/settings/restore_dialog.py</name>
    <message>
        <source>数据文件 (*.db);;所有文件 (*)</source>
        <translation>Data file (*.db);;All files (*)</translation>
    </message>
    <message>
        <source>换回所选时刻的数据。现在的数据会留在旁边，随时能再换回来。账号的授权不在备份里，只在这台电脑的系统里；换了电脑要重新授权。备份以后发出的回复，恢复后看不到，也不会自动重发。</source>
        <translation>Goes back to the data of that moment. Today's data is kept beside it and can be brought back at any time. Permissions are not in backups, only in this computer's system; authorize again on another computer. Replies sent after the backup are not shown then, and never sent again by themselves.</translation>
    </message>
    <message>
        <source>正在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>选一个备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>换成这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <source>能恢复的备份</source>
        <translation>Backups to restore</translation>
    </message>
    <message>
        <source>还没有备份。可以选别处的备份文件。</source>
        <translation>No backups yet. You can choose a file from elsewhere.</translation>
    </message>
    <message>
        <source>选别的文件…</source>
        <translation>Other file…</translation>
    </message>
    <message>
        <source>不能用</source>
        <translation>Unusable</translation>
    </message>
    <message>
        <source>这是练习数据，不能换掉正式数据。</source>
        <translation>This is practice data and can't replace the real data.</translation>
    </message>
</context>
<context>
    <name>ui/settings/rules.py</name>
    <message>
        <source>还没有自己的紧急词。加上“婚礼”“开业”这样的词，以后收到的消息里有它，就按紧急处理，理由里会写明是哪个词。</source>
        <translation>No urgent words of your own yet. Add words like "婚礼" (wedding) or "开业" (opening): messages with them become urgent, and the reason names the word.</translation>
    </message>
    <message>
        <source>还没有自己的危机词。加上“过敏”“鼓包”这样的词，以后收到的消息里有它，就当作危机信号，理由里会写明是哪个词。</source>
        <translation>No crisis words of your own yet. Add words like "过敏" (allergy) or "鼓包" (swollen): messages with them count as crisis signals, and the reason names the word.</translation>
    </message>
    <message>
        <source>紧急词</source>
        <translation>Urgent words</translation>
    </message>
    <message>
        <source>危机词</source>
        <translation>Crisis words</translation>
    </message>
    <message>
        <source>本店的紧急词（从下一条消息起算）</source>
        <translation>The shop's urgent words (from the next message on)</translation>
    </message>
    <message>
        <source>本店的危机词（从下一条消息起算）</source>
        <translation>The shop's crisis words (from the next message on)</translation>
    </message>
</context>
<context>
    <name>ui/settings/specs.py</name>
    <message>
        <source>回复时限</source>
        <translation>Response targets</translation>
    </message>
    <message>
        <source>普通客户</source>
        <translation>Ordinary customers</translation>
    </message>
    <message>
        <source>客户等得比这久就显示“超时”，级别也会提高一点</source>
        <translation>Whoever waits longer is shown as late, and the level rises a little</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>20 分钟</source>
        <translation>20 min</translation>
    </message>
    <message>
        <source>81 分钟</source>
        <translation>81 min</translation>
    </message>
    <message>
        <source>2 小时</source>
        <translation>2 h</translation>
    </message>
    <message>
        <source>4 小时</source>
        <translation>4 h</translation>
    </message>
    <message>
        <source>24 小时</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>重要客户和 VIP</source>
        <translation>Important customers and VIPs</translation>
    </message>
    <message>
        <source>重要客户等得比这久就显示“超时”</source>
        <translation>Important customers who wait longer are shown as late</translation>
    </message>
    <message>
        <source>10 分钟</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>1 小时</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>影响力与重要客户</source>
        <translation>Influence and important customers</translation>
    </message>
    <message>
        <source>粉丝达到这么多就算重要客户；0 表示不按粉丝数算</source>
        <translation>With at least this many followers a customer is important; 0: followers don't count</translation>
    </message>
    <message>
        <source>粉丝</source>
        <translation>followers</translation>
    </message>
    <message>
        <source>影响力起点</source>
        <translation>Influence from</translation>
    </message>
    <message>
        <source>粉丝达到这么多加 1 分，以后每多一位数再加 1 分</source>
        <translation>At least this many followers add 1 point, each further digit 1 more</translation>
    </message>
    <message>
        <source>影响力上限</source>
        <translation>Influence at most</translation>
    </message>
    <message>
        <source>粉丝和名气最多加这么多分，免得普通客户一直排不上；0 表示不加</source>
        <translation>Followers and fame add no more points than this, so that ordinary customers get their turn; 0: none</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>轮流</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>开启门槛</source>
        <translation>Starts from</translation>
    </message>
    <message>
        <source>在等的客户少于这么多位时不轮流，按紧急程度依次回</source>
        <translation>With fewer customers waiting there is no rotation, only the order of urgency</translation>
    </message>
    <message>
        <source>位</source>
        <translation>people</translation>
    </message>
    <message>
        <source>每回这么多位，就有一位是等得最久的，不看级别</source>
        <translation>One in this many is the one who waited longest, whatever the level</translation>
    </message>
    <message>
        <source>最小间隔</source>
        <translation>Shortest gap</translation>
    </message>
    <message>
        <source>公开回复过的客户，这么久之内先让给别人；只剩 TA 在等时照样轮到；0 表示不用</source>
        <translation>After a public reply others go first for so long, unless nobody else waits; 0: off</translation>
    </message>
    <message>
        <source>公开提醒的群发</source>
        <translation>Public notices</translation>
    </message>
    <message>
        <source>每天最多</source>
        <translation>A day at most</translation>
    </message>
    <message>
        <source>账号一天能群发几条，写提醒时会说还剩几条；0 表示不限</source>
        <translation>How many notices an account may send a day; what is left is shown while writing; 0: no limit</translation>
    </message>
    <message>
        <source>条</source>
        <translation>messages</translation>
    </message>
    <message>
        <source>每月最多</source>
        <translation>A month at most</translation>
    </message>
    <message>
        <source>按月计算的账号一个月能群发几条；0 表示不限</source>
        <translation>For accounts counted by the month; 0: no limit</translation>
    </message>
    <message>
        <source>同类问题</source>
        <translation>Same matter</translation>
    </message>
    <message>
        <source>开始提示</source>
        <translation>Shown from</translation>
    </message>
    <message>
        <source>说同一件事的客户达到这么多位，卡片上写“同类 n 人”</source>
        <translation>From at least this many customers cards say how many have the same matter</translation>
    </message>
    <message>
        <source>间隔</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>隔了这么久又有人说，就算另一批</source>
        <translation>After so long without one, the next begins a new group</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>提醒人数</source>
        <translation>Alert from</translation>
    </message>
    <message>
        <source>说同一件事的客户达到这么多位就在上方提醒</source>
        <translation>At least this many customers with the same matter raise an alert at the top</translation>
    </message>
    <message>
        <source>提醒时段</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>上面的人数只算这么久之内的</source>
        <translation>Only customers within this many hours count for the alert</translation>
    </message>
    <message>
        <source>大号不满</source>
        <translation>Large account upset</translation>
    </message>
    <message>
        <source>粉丝达到这么多的客户来投诉就算信号；0 表示不算</source>
        <translation>A complaint by a customer with at least this many followers is a signal; 0: never</translation>
    </message>
    <message>
        <source>扩散速度</source>
        <translation>Spreading speed</translation>
    </message>
    <message>
        <source>一小时里转、评、赞多出这么多就算信号；0 表示不算</source>
        <translation>At least this many more reposts, comments and likes in an hour are a signal; 0: never</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>再次投诉</source>
        <translation>Complains again</translation>
    </message>
    <message>
        <source>同一位客户在这么多天内又来投诉就算信号；0 表示不算</source>
        <translation>The same customer complaining again within this many days is a signal; 0: never</translation>
    </message>
    <message>
        <source>反复追问</source>
        <translation>Asks again and again</translation>
    </message>
    <message>
        <source>不满的客户没等到回复，追问到这么多次就算信号；0 表示不算</source>
        <translation>An upset customer asking at least this many times without a reply is a signal; 0: never</translation>
    </message>
    <message>
        <source>完成前先回访</source>
        <translation>Follow up before finishing</translation>
    </message>
    <message>
        <source>{0}处理完，先隔这么多天回访再完成；0 表示直接完成</source>
        <translation>{0}: follow up after this many days, then finish; 0: finish at once</translation>
    </message>
    <message>
        <source>补救额度</source>
        <translation>Remedy limits</translation>
    </message>
    <message>
        <source>超过这么多要写上谁同意的，或请负责人确认；0 表示每次都要</source>
        <translation>Above this say who agreed, or ask the owner; 0: always</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>发送后可撤回</source>
        <translation>Recall after sending</translation>
    </message>
    <message>
        <source>这么久之内还没有发到微博，可以撤回；0 表示马上发</source>
        <translation>A reply can be recalled for so long before it goes to Weibo; 0: goes at once</translation>
    </message>
    <message>
        <source>秒</source>
        <translation>seconds</translation>
    </message>
    <message>
        <source>自动同步</source>
        <translation>Automatic sync</translation>
    </message>
    <message>
        <source>隔这么久看有没有新消息，最少 3 分钟；0 表示只按 {0} 看</source>
        <translation>How often to look for new messages, at least 3 minutes apart; 0: only by {0}</translation>
    </message>
    <message>
        <source>每天的请求</source>
        <translation>Requests a day</translation>
    </message>
    <message>
        <source>一个账号一天最多请求微博这么多次；微博举的例子是 100</source>
        <translation>At most this many requests to Weibo a day for one account; Weibo's own example is 100</translation>
    </message>
    <message>
        <source>每小时的回复</source>
        <translation>Replies an hour</translation>
    </message>
    <message>
        <source>一个账号一小时最多发这么多条；普通应用是 60 条</source>
        <translation>At most this many replies an hour for one account; ordinary apps may send 60</translation>
    </message>
    <message>
        <source>窗口在后台时提醒</source>
        <translation>Alerts while in the background</translation>
    </message>
    <message>
        <source>系统通知</source>
        <translation>System notifications</translation>
    </message>
    <message>
        <source>有紧急的、部门答复了、承诺或回访到点时，合成一条提醒</source>
        <translation>One joint alert for urgent tickets, departments' answers, promises and follow-ups due</translation>
    </message>
    <message>
        <source>免打扰开始</source>
        <translation>Do not disturb from</translation>
    </message>
    <message>
        <source>从几点起不打扰，北京时间</source>
        <translation>No alerts from this hour on, Beijing time</translation>
    </message>
    <message>
        <source>点</source>
        <translation>o'clock</translation>
    </message>
    <message>
        <source>免打扰结束</source>
        <translation>Do not disturb until</translation>
    </message>
    <message>
        <source>到几点，之后合成一条补上；和上面一样就是不设免打扰</source>
        <translation>One joint alert follows then; the same hour as above: off</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>回复五点</source>
        <translation>Five points of a reply</translation>
    </message>
    <message>
        <source>写回复时在下面勾出分享、信任、可选、回应、融入说到了哪几点，从不拦发送</source>
        <translation>Ticks below the reply which of the five it has: share, trust, options, respond, blend in; never stops sending</translation>
    </message>
    <message>
        <source>检查新版本</source>
        <translation>Check for new versions</translation>
    </message>
    <message>
        <source>每天向下面的地址问一次有没有新版本，不附带任何信息，也不自动下载</source>
        <translation>Asks the address below once a day; sends nothing about you, downloads nothing</translation>
    </message>
    <message>
        <source>更新地址</source>
        <translation>Update address</translation>
    </message>
    <message>
        <source>发布程序的人给的地址，以 https:// 开头；没有就空着，程序不会去问</source>
        <translation>Address given by whoever publishes the program, begins with https://; empty: never asks</translation>
    </message>
    <message>
        <source>模板里的 {店铺} 填它</source>
        <translation>Fills {店铺} in templates</translation>
    </message>
    <message>
        <source>微博昵称</source>
        <translation>Weibo nickname</translation>
    </message>
    <message>
        <source>导入时用它认出你自己发的话</source>
        <translation>Imports know your own words by it</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>模板里的 {热线}，例如 400-000-0000</source>
        <translation>{热线} in templates, e.g. 400-000-0000</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>模板里的 {署名}，例如 ——小橙</source>
        <translation>{署名} in templates, e.g. ——小橙</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>模板里的 {地址}，多用于退换货</source>
        <translation>{地址} in templates, mostly for returns</translation>
    </message>
    <message>
        <source>知识卡多久核对</source>
        <translation>Knowledge cards</translation>
    </message>
    <message>
        <source>这么多天没核对过的知识卡会标出来</source>
        <translation>Cards not checked for this many days are marked</translation>
    </message>
    <message>
        <source>轮流与优先级</source>
        <translation>Rotation &amp; levels</translation>
    </message>
    <message>
        <source>收消息</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>完成之后这么多天内客户又来，接着用原来的工单</source>
        <translation>A customer who comes back within this many days after finishing goes on in the old ticket</translation>
    </message>
    <message>
        <source>同一位客户在这么久之内的话并进同一张工单</source>
        <translation>What one customer says within so long goes into one ticket</translation>
    </message>
    <message>
        <source>转交与回访</source>
        <translation>Handoffs &amp; follow-ups</translation>
    </message>
    <message>
        <source>营业时间和用时（写进周报）</source>
        <translation>Opening hours and time spent (for the weekly summary)</translation>
    </message>
    <message>
        <source>开门</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>每天从几点起有人答复，北京时间</source>
        <translation>Replies are given every day from this hour, Beijing time</translation>
    </message>
    <message>
        <source>关门</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>到几点；不晚于开门就是全天</source>
        <translation>Until this hour; not later than opening: all day</translation>
    </message>
    <message>
        <source>周末和节假日照常</source>
        <translation>Open on weekends and holidays</translation>
    </message>
    <message>
        <source>关掉就是休息；调休上班的周末总算上班，节假日按国务院的安排</source>
        <translation>Off: closed then, except weekends worked in exchange; holidays as the State Council arranges</translation>
    </message>
    <message>
        <source>记处理用时</source>
        <translation>Measure time spent</translation>
    </message>
    <message>
        <source>每张工单打字、点按的时间（停顿超过 3 分钟不算），写进周报</source>
        <translation>Typing and clicking on each ticket (pauses over 3 minutes don't count), for the weekly summary</translation>
    </message>
    <message>
        <source>转交期限</source>
        <translation>Answer limit</translation>
    </message>
    <message>
        <source>没有单独定期限的部门，按它的工作时间算</source>
        <translation>For departments without a limit of their own, in their working time</translation>
    </message>
    <message>
        <source>几天没回音就回访</source>
        <translation>Follow up after silence</translation>
    </message>
    <message>
        <source>答复后客户没再说话，就自动安排回访；0 表示不用</source>
        <translation>If the customer says nothing after an answer, a follow-up is planned; 0: off</translation>
    </message>
    <message>
        <source>复发</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>完成以后这么多天内同一位客户又来同样的问题，就标“复发”；0 表示不标</source>
        <translation>The same problem from the same customer within this many days after finishing is marked; 0: off</translation>
    </message>
    <message>
        <source>线索间隔</source>
        <translation>Lead gap</translation>
    </message>
    <message>
        <source>联系过线索、还没有回音，这么多天内不再打扰</source>
        <translation>A lead that was contacted and hasn't answered is left alone for this many days</translation>
    </message>
    <message>
        <source>每天新联系</source>
        <translation>New leads a day</translation>
    </message>
    <message>
        <source>一天里最多第一次联系这么多位线索；0 表示不限</source>
        <translation>At most this many leads are contacted for the first time a day; 0: no limit</translation>
    </message>
    <message>
        <source>部门与联系人</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>发送前检查</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>要填 {0} 到 {1} 之间的整数，没有改动</source>
        <translation>A whole number from {0} to {1}, please; nothing was changed</translation>
    </message>
</context>
<context>
    <name>ui/shell/account_button.py</name>
    <message>
        <source>没有连接</source>
        <translation>Not connected</translation>
    </message>
</context>
<context>
    <name>ui/shell/after_desk.py</name>
    <message>
        <source>先选一张工单。</source>
        <translation>Select a ticket first.</translation>
    </message>
    <message>
        <source>上一条还没确认是否发出，先按 1 或 2。</source>
        <translation>The last reply is not confirmed yet; press 1 or 2 first.</translation>
    </message>
</context>
<context>
    <name>ui/shell/alert_desk.py</name>
    <message>
        <source>打开窗口</source>
        <translation>Open the window</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>ui/shell/alert_words.py</name>
    <message>
        <source>{n} 位紧急在等</source>
        <translation>{n} urgent {n:customer|customers} waiting</translation>
    </message>
    <message>
        <source>{n} 张转交有答复或超期</source>
        <translation>{n} {n:handoff|handoffs} answered or overdue</translation>
    </message>
    <message>
        <source>{n} 个承诺到点</source>
        <translation>{n} {n:promise|promises} due</translation>
    </message>
    <message>
        <source>{n} 个回访到点</source>
        <translation>{n} {n:follow-up|follow-ups} due</translation>
    </message>
    <message>
        <source>紧急：@{name} 在等</source>
        <translation>Urgent: @{name} is waiting</translation>
    </message>
    <message>
        <source>@{name} 的转交有答复或超期</source>
        <translation>Handoff for @{name} answered or overdue</translation>
    </message>
    <message>
        <source>答应 @{name} 的事到点了</source>
        <translation>The promise to @{name} is due</translation>
    </message>
    <message>
        <source>该回访 @{name} 了</source>
        <translation>Follow-up with @{name} is due</translation>
    </message>
</context>
<context>
    <name>ui/shell/backup_desk.py</name>
    <message>
        <source>这是练习数据，不备份也不恢复。按 {0} 打开正式数据再恢复。</source>
        <translation>This is practice data, never backed up or restored. Press {0} to open the real data, then restore.</translation>
    </message>
    <message>
        <source>自动备份没有做成，其他照常。{0}</source>
        <translation>The automatic backup failed; all else goes on. {0}</translation>
    </message>
</context>
<context>
    <name>ui/shell/cheatsheet.py</name>
    <message>
        <source>存成文字文件</source>
        <translation>Save as text file</translation>
    </message>
    <message>
        <source>微博客服台快捷键.txt</source>
        <translation>Weibo Operator shortcuts.txt</translation>
    </message>
    <message>
        <source>文字文件 (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
    <message>
        <source>全部快捷键</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>复制全部</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>全部快捷键已复制，可以粘贴到文档里打印</source>
        <translation>All shortcuts copied; paste them into a document to print</translation>
    </message>
    <message>
        <source>存好了：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
</context>
<context>
    <name>ui/shell/coach.py</name>
    <message>
        <source>按 {0}，叫出下一位客户。</source>
        <translation>Press {0} to call up the next customer.</translation>
    </message>
    <message>
        <source>按 {0} 打开模板，↑↓ 选一条，Enter 插入。</source>
        <translation>Press {0} to open the templates, ↑↓ to choose, Enter to insert.</translation>
    </message>
    <message>
        <source>看一眼，按 {0} 发送，再按 1 说已经发出。还有 {{变量}} 没填就先填上。</source>
        <translation>Look it over, press {0} to send, then 1 to say it was posted. Fill in any {{变量}} left first.</translation>
    </message>
    <message>
        <source>第二位，回复已经替你写好，里面有个错字：按 {0}，再按 1 改成“{1}”。</source>
        <translation>The second: the reply is written for you, with a typo in it. Press {0}, then 1 to change it to "{1}".</translation>
    </message>
    <message>
        <source>改好了。再按 {0} 发送，然后按 1。</source>
        <translation>Corrected. Press {0} again to send, then 1.</translation>
    </message>
    <message>
        <source>第三位，按 {0} 转交给部门，Ctrl+Enter 交出去。</source>
        <translation>The third: press {0} to hand off to a department, Ctrl+Enter to pass it on.</translation>
    </message>
    <message>
        <source>练完了。</source>
        <translation>Practice done.</translation>
    </message>
    <message>
        <source>三位客户，用了 {0}。记不住时按 {1} 看全部快捷键，{2} 搜命令。</source>
        <translation>Three customers in {0}. Forgot a key? Press {1} for all shortcuts, {2} to search commands.</translation>
    </message>
    <message>
        <source>练一练 {0} / {1}</source>
        <translation>Practice {0} / {1}</translation>
    </message>
    <message>
        <source>不练了</source>
        <translation>Stop practice</translation>
    </message>
    <message>
        <source>{0} 分 {1} 秒</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} 秒</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>ui/shell/crisis_desk.py</name>
    <message>
        <source>误会，已经说清</source>
        <translation>Misunderstanding, cleared up</translation>
    </message>
    <message>
        <source>只是情绪，没有扩散</source>
        <translation>Only upset, not spreading</translation>
    </message>
    <message>
        <source>和我们无关</source>
        <translation>Nothing to do with us</translation>
    </message>
    <message>
        <source>旧事，已经处理过</source>
        <translation>Old matter, already handled</translation>
    </message>
    <message>
        <source>词说中了，事不严重</source>
        <translation>The words fit, but not serious</translation>
    </message>
    <message>
        <source>现在没有危机信号。</source>
        <translation>No crisis signals now.</translation>
    </message>
    <message>
        <source>先确认上一条发出去没有，再用这段话。</source>
        <translation>First confirm whether the last reply went out, then use this text.</translation>
    </message>
    <message>
        <source>这段话是按{0}写的，已换成{0}；按 {1} 换回来。</source>
        <translation>Text for: {0}. Switched there; press {1} to switch back.</translation>
    </message>
</context>
<context>
    <name>ui/shell/crowd_desk.py</name>
    <message>
        <source>现在没有几位客户在说同一件事。</source>
        <translation>No customers are raising the same matter now.</translation>
    </message>
</context>
<context>
    <name>ui/shell/damage.py</name>
    <message>
        <source>用 {0} 的备份打开</source>
        <translation>Open backup of {0}</translation>
    </message>
    <message>
        <source>换一个文件</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>从空的开始</source>
        <translation>Start empty</translation>
    </message>
    <message>
        <source>先不处理</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>ui/shell/damage_dialog.py</name>
    <message>
        <source>原来的文件不会改动，会留在旁边。</source>
        <translation>The original file stays unchanged beside the new one.</translation>
    </message>
</context>
<context>
    <name>ui/shell/desk.py</name>
    <message>
        <source>前面没有看过别的工单。</source>
        <translation>No other ticket was open before this one.</translation>
    </message>
    <message>
        <source>工单 #{0} 完成了</source>
        <translation>Ticket #{0} is done</translation>
    </message>
    <message>
        <source>{0}要先回访：已安排 {1} 回访，再按一次 {2} 就直接完成</source>
        <translation>{0}: follow-up comes first, planned for {1}. Press {2} again to finish now</translation>
    </message>
    <message>
        <source>工单 #{0} </source>
        <translation>Ticket #{0}</translation>
    </message>
    <message>
        <source>{0}记为无需回复：{1}</source>
        <translation>{0}: no reply needed ({1})</translation>
    </message>
    <message>
        <source>改为 P{0} {1}</source>
        <translation>set to P{0} {1}</translation>
    </message>
    <message>
        <source>，现在是 P{0}</source>
        <translation>, now P{0}</translation>
    </message>
    <message>
        <source>交还程序判断{0}</source>
        <translation>set automatically{0}</translation>
    </message>
    <message>
        <source>{0}的级别{1}</source>
        <translation>{0}: level {1}</translation>
    </message>
    <message>
        <source>已撤销：{0}</source>
        <translation>Undone: "{0}"</translation>
    </message>
    <message>
        <source>已重做：{0}</source>
        <translation>Redone: "{0}"</translation>
    </message>
    <message>
        <source>没有别的客户在等，就是这一位。</source>
        <translation>No other customer is waiting; this is the one.</translation>
    </message>
    <message>
        <source>还有 {0} 条闲聊与广告，按 {1} 看一眼。</source>
        <translation>{0} {0:message|messages} of chat &amp; ads left; press {1} to look.</translation>
    </message>
    <message>
        <source>都回复完了，没有客户在等。{0}</source>
        <translation>All answered, no customer is waiting. {0}</translation>
    </message>
</context>
<context>
    <name>ui/shell/desk_words.py</name>
    <message>
        <source>今天已回 {0} 位，还有 {1} 位在等</source>
        <translation>{0} answered today, {1} waiting</translation>
    </message>
    <message>
        <source>今天新进 {0} 条</source>
        <translation>{0} new today</translation>
    </message>
    <message>
        <source>已回复 {0} 位</source>
        <translation>{0} answered</translation>
    </message>
    <message>
        <source>今天{0}</source>
        <translation>Today: {0}</translation>
    </message>
    <message>
        <source>今天回复了 {0} 位。
新消息进来会自动出现在这里</source>
        <translation>{0} {0:customer|customers} answered today.
New messages show up here by themselves</translation>
    </message>
    <message>
        <source>还有 {0} 位在等，在“处理中”里。
按 {1} 轮流回复</source>
        <translation>{0} still waiting, in "In progress".
Press {1} for the next</translation>
    </message>
    <message>
        <source>没有新客户</source>
        <translation>No new customers</translation>
    </message>
    <message>
        <source>这一位</source>
        <translation>This one</translation>
    </message>
</context>
<context>
    <name>ui/shell/dialogs.py</name>
    <message>
        <source>等资料</source>
        <translation>Awaiting details</translation>
    </message>
    <message>
        <source>不好回答</source>
        <translation>Hard to answer</translation>
    </message>
    <message>
        <source>需要请示</source>
        <translation>Need to ask</translation>
    </message>
    <message>
        <source>跳过的原因</source>
        <translation>Why skip</translation>
    </message>
    <message>
        <source>微博客服台备份_{0:%Y-%m-%d}.db</source>
        <translation>weibo-operator-backup_{0:%Y-%m-%d}.db</translation>
    </message>
</context>
<context>
    <name>ui/shell/fetcher.py</name>
    <message>
        <source>还没有连接微博。现在可以按 {0} 导入文件、{1} 粘贴、{2} 手工录入，或在“设置，账号”里连接微博。</source>
        <translation>Weibo is not connected yet. For now import a file with {0}, paste with {1}, enter by hand with {2}, or connect Weibo under Settings, Accounts.</translation>
    </message>
    <message>
        <source>新进 {0} 条</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>没有新消息</source>
        <translation>No new messages</translation>
    </message>
    <message>
        <source>，还有更多，稍后接着收</source>
        <translation>, more to follow shortly</translation>
    </message>
    <message>
        <source>，{0} 条读不懂，跳过了</source>
        <translation>, {0} unreadable skipped</translation>
    </message>
    <message>
        <source>。微博上还有 {0} 条未读私信，只能在微博网页上看</source>
        <translation>. {0} unread {0:DM|DMs} on Weibo, readable only on its website</translation>
    </message>
    <message>
        <source>。有一个账号没有收完：{0}</source>
        <translation>. One account was not fully fetched: {0}</translation>
    </message>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
</context>
<context>
    <name>ui/shell/first_start.py</name>
    <message>
        <source>可以只选一种，也可以都用。想先看看怎么用，就打开练习数据，随便试都不要紧。</source>
        <translation>Choose one or several. To try it first, open the practice data: nothing there matters.</translation>
    </message>
</context>
<context>
    <name>ui/shell/help_desk.py</name>
    <message>
        <source>先关掉这个对话框，再打开。</source>
        <translation>Close this dialog first, then open it.</translation>
    </message>
</context>
<context>
    <name>ui/shell/help_dialog.py</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>↑↓ 换一页，Tab 到文字里的链接，翻页键上下翻</source>
        <translation>↑↓ another page, Tab to the links in the text, Page keys scroll</translation>
    </message>
    <message>
        <source>搜帮助</source>
        <translation>Search help</translation>
    </message>
    <message>
        <source>搜帮助，汉字和拼音首字母都可以</source>
        <translation>Search help</translation>
    </message>
    <message>
        <source>帮助的各页</source>
        <translation>Help pages</translation>
    </message>
    <message>
        <source>没找到“{0}”。试试拼音首字母，或只输一部分</source>
        <translation>"{0}" not found. Try only part of it, or pinyin initials of a name</translation>
    </message>
</context>
<context>
    <name>ui/shell/hint_bar.py</name>
    <message>
        <source>选卡片</source>
        <translation>Move</translation>
    </message>
</context>
<context>
    <name>ui/shell/intake_desk.py</name>
    <message>
        <source>分类没有准备好：{0}</source>
        <translation>Triage is not ready: {0}</translation>
    </message>
</context>
<context>
    <name>ui/shell/interview_desk.py</name>
    <message>
        <source>{0}的问答场还在进行，先结束那一场。</source>
        <translation>{0}'s Q&amp;A session is still running; end it first.</translation>
    </message>
    <message>
        <source>，{0} 个没回答的留在收件箱</source>
        <translation>, {0} unanswered {0:stays|stay} in the Inbox</translation>
    </message>
    <message>
        <source>{0}的问答场结束了{1}</source>
        <translation>{0}'s Q&amp;A session has ended{1}</translation>
    </message>
    <message>
        <source>没有在进行的问答场。按 {0} 找“开一场问答”。</source>
        <translation>No Q&amp;A session is running. Press {0} and find "Begin a Q&amp;A session".</translation>
    </message>
</context>
<context>
    <name>ui/shell/key_sheet.py</name>
    <message>
        <source>在列表里直接按字母；正在打字时加 Alt。</source>
        <translation>In lists press the letter alone; while typing add Alt.</translation>
    </message>
    <message>
        <source>插入常用模板 1 到 9</source>
        <translation>Insert favorite template 1 to 9</translation>
    </message>
    <message>
        <source>写回复</source>
        <translation>Replying</translation>
    </message>
    <message>
        <source>{0} 里找</source>
        <translation>in {0}</translation>
    </message>
    <message>
        <source>搜索里找</source>
        <translation>in the search</translation>
    </message>
    <message>
        <source>在“{0}”里</source>
        <translation>In {0}</translation>
    </message>
    <message>
        <source>微博客服台 快捷键</source>
        <translation>Weibo Operator shortcuts</translation>
    </message>
    <message>
        <source>  {0}：{1}</source>
        <translation>  {0}: {1}</translation>
    </message>
</context>
<context>
    <name>ui/shell/labels_dialog.py</name>
    <message>
        <source>性质</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>属性</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>改标签</source>
        <translation>Change labels</translation>
    </message>
    <message>
        <source>数字选择，↑↓ 换一组</source>
        <translation>Digits choose, ↑↓ another group</translation>
    </message>
    <message>
        <source>你改过</source>
        <translation>Changed by you</translation>
    </message>
    <message>
        <source>程序建议</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>没有找到决定性的词</source>
        <translation>No deciding words found</translation>
    </message>
    <message>
        <source>标签改成了{0}</source>
        <translation>Labels changed to {0}</translation>
    </message>
</context>
<context>
    <name>ui/shell/leaving.py</name>
    <message>
        <source>还有回复没发出</source>
        <translation>Replies have not gone out yet</translation>
    </message>
    <message>
        <source>留到下次</source>
        <translation>Leave for later</translation>
    </message>
    <message>
        <source>发完再退出</source>
        <translation>Send, then quit</translation>
    </message>
    <message>
        <source>还有 {0} 条回复没发出</source>
        <translation>{0} {0:reply has|replies have} not gone out yet</translation>
    </message>
    <message>
        <source>正在停下</source>
        <translation>Stopping</translation>
    </message>
    <message>
        <source>发完再退出大约要几秒。留到下次的，启动时会先问你，不会自己发出去。</source>
        <translation>Sending takes a few seconds. What is left for next time is asked about at the start and never goes by itself.</translation>
    </message>
    <message>
        <source>正在发，还剩 {0} 条。发完就退出。</source>
        <translation>Sending, {0} left. Quits when done.</translation>
    </message>
    <message>
        <source>正在等微博对最后一次请求的答复，结果记下来就退出，最多一分钟。</source>
        <translation>Waiting for Weibo's answer to the last request, a minute at most; then it quits.</translation>
    </message>
</context>
<context>
    <name>ui/shell/link_question.py</name>
    <message>
        <source>这是短链接，打开以前看不出会到哪里。</source>
        <translation>This is a short link: where it leads cannot be seen before it is opened.</translation>
    </message>
    <message>
        <source>这个网站不是微博的。链接可能是别人写的，确认认得它再打开。</source>
        <translation>This site is not Weibo's. Someone else may have written the link; open it only if you know it.</translation>
    </message>
    <message>
        <source>要打开这个链接吗</source>
        <translation>Open this link?</translation>
    </message>
</context>
<context>
    <name>ui/shell/net_banner.py</name>
    <message>
        <source>和微博的联系没有要处理的事。</source>
        <translation>Nothing to settle with Weibo.</translation>
    </message>
</context>
<context>
    <name>ui/shell/net_words.py</name>
    <message>
        <source>看待发箱</source>
        <translation>See Outbox</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>先看看</source>
        <translation>Look first</translation>
    </message>
    <message>
        <source>微博没有给这个应用“{0}”的权限</source>
        <translation>Weibo has not allowed this app to {0}</translation>
    </message>
    <message>
        <source>{0}这项功能停用了，可以导入、粘贴或用复制的办法。</source>
        <translation>{0}This function is off; import, paste or copy instead.</translation>
    </message>
    <message>
        <source>{0} 条回复不确定发出去没有</source>
        <translation>{0} {0:reply|replies} may or may not have gone out</translation>
    </message>
    <message>
        <source>为了不发两遍，没有自动重发。看一眼再告诉客服台。</source>
        <translation>Not sent again, so that nothing goes out twice. Check, then say what happened.</translation>
    </message>
    <message>
        <source>@{0} 的</source>
        <translation>@{0}: </translation>
    </message>
    <message>
        <source>{0}微博授权已过期</source>
        <translation>{0}Weibo permission has expired</translation>
    </message>
    <message>
        <source>{0} 起收不到新消息，也不能发送。已有工单和草稿都在，重新授权约 20 秒。</source>
        <translation>No messages in or out since {0}. Tickets and drafts are kept; this takes about 20 s.</translation>
    </message>
    <message>
        <source>可以继续看、继续写。{0} 条回复在待发箱，联网后先让你确认再发。</source>
        <translation>You can go on reading and writing. {0} {0:reply is|replies are} in the Outbox; once online you confirm before anything is sent.</translation>
    </message>
    <message>
        <source>可以继续看、继续写。回复会存进待发箱，联网后先让你确认再发。</source>
        <translation>You can go on reading and writing. Replies go to the Outbox; once online you confirm before anything is sent.</translation>
    </message>
    <message>
        <source>{0} 条回复先没有发</source>
        <translation>{0} {0:reply was|replies were} held back</translation>
    </message>
    <message>
        <source>客户又说了话，或者工单换了客户。看一眼再决定。</source>
        <translation>The customer wrote again, or the ticket has another customer. Check, then decide.</translation>
    </message>
    <message>
        <source>逐条看</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>又有网络了</source>
        <translation>Back online</translation>
    </message>
    <message>
        <source>上次退出前有回复没发出</source>
        <translation>Replies were left unsent at the last exit</translation>
    </message>
    <message>
        <source>有回复等你确认</source>
        <translation>Replies wait for your word</translation>
    </message>
    <message>
        <source>{0} 条回复等你确认。</source>
        <translation>{0} {0:reply waits|replies wait} for your word.</translation>
    </message>
    <message>
        <source>{0} 条回复在待发箱。</source>
        <translation>{0} {0:reply is|replies are} in the Outbox.</translation>
    </message>
    <message>
        <source>已有的工单都能看、能写。</source>
        <translation>All tickets can still be read and answered.</translation>
    </message>
    <message>
        <source>发送频率</source>
        <translation>sending rate</translation>
    </message>
    <message>
        <source>访问频率</source>
        <translation>request rate</translation>
    </message>
    <message>
        <source>微博限制了{0}</source>
        <translation>Weibo limits the {0}</translation>
    </message>
    <message>
        <source>这一小时的回复发满了</source>
        <translation>This hour's replies are used up</translation>
    </message>
    <message>
        <source>今天请求微博的次数用完了</source>
        <translation>Today's requests to Weibo are used up</translation>
    </message>
    <message>
        <source>{0} 后可以继续，还有 {1}。{2}</source>
        <translation>Goes on after {0}, {1} left. {2}</translation>
    </message>
    <message>
        <source>{0}微博授权还剩 {1}</source>
        <translation>{0}Weibo permission: {1} left</translation>
    </message>
    <message>
        <source>{0}到期。现在重新授权，收发就不会中断。</source>
        <translation>Expires {0}. Authorize again now and nothing is interrupted.</translation>
    </message>
</context>
<context>
    <name>ui/shell/notices.py</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>写原因</source>
        <translation>Give a reason</translation>
    </message>
</context>
<context>
    <name>ui/shell/palette.py</name>
    <message>
        <source>&gt; 只搜命令，@ 只搜客户，# 只搜工单号</source>
        <translation>&gt; commands, @ customers, # tickets</translation>
    </message>
    <message>
        <source>搜索命令、客户和内容</source>
        <translation>Search commands, customers and content</translation>
    </message>
    <message>
        <source>找到的命令、客户和模板</source>
        <translation>Commands, customers and templates found</translation>
    </message>
</context>
<context>
    <name>ui/shell/palette_entries.py</name>
    <message>
        <source>最近用过</source>
        <translation>Recently used</translation>
    </message>
    <message>
        <source>常用命令</source>
        <translation>Common commands</translation>
    </message>
    <message>
        <source>客户和工单</source>
        <translation>Customers and tickets</translation>
    </message>
</context>
<context>
    <name>ui/shell/palette_field.py</name>
    <message>
        <source>搜命令、客户、内容和模板</source>
        <translation>Search commands, customers, content and templates</translation>
    </message>
    <message>
        <source>搜命令、客户、内容和模板，汉字和拼音首字母都可以</source>
        <translation>Search commands, customers, content and templates; Chinese names by pinyin initials too</translation>
    </message>
</context>
<context>
    <name>ui/shell/postman.py</name>
    <message>
        <source>正在和微博联系，稍等几秒再查。</source>
        <translation>Talking to Weibo; try again in a few seconds.</translation>
    </message>
    <message>
        <source>看过我们最近的评论，还没有找到。去微博看一眼最稳妥。</source>
        <translation>Not found in our latest comments. A look on Weibo itself is safest.</translation>
    </message>
</context>
<context>
    <name>ui/shell/rail.py</name>
    <message>
        <source>收件箱</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>周报</source>
        <translation>Weekly</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>ui/shell/reason_dialog.py</name>
    <message>
        <source>闲聊、打招呼</source>
        <translation>Chat, greetings</translation>
    </message>
    <message>
        <source>广告、刷屏</source>
        <translation>Ads, flooding</translation>
    </message>
    <message>
        <source>转发无内容</source>
        <translation>Repost without words</translation>
    </message>
    <message>
        <source>已在别处答复</source>
        <translation>Answered elsewhere</translation>
    </message>
    <message>
        <source>谩骂无具体问题</source>
        <translation>Abuse without a question</translation>
    </message>
    <message>
        <source>其他……</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>写一句原因，以后查得到</source>
        <translation>Write a short reason to find it by later</translation>
    </message>
    <message>
        <source>其他原因</source>
        <translation>Other reason</translation>
    </message>
    <message>
        <source>就这样</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>按数字直接选</source>
        <translation>Press a digit to choose</translation>
    </message>
    <message>
        <source>这位客户</source>
        <translation>This customer</translation>
    </message>
    <message>
        <source>{0} 张工单一起</source>
        <translation>{0} tickets at once</translation>
    </message>
    <message>
        <source>可以撤销</source>
        <translation>Can be undone</translation>
    </message>
    <message>
        <source>“原因”还没有填。</source>
        <translation>"Reason" is still empty.</translation>
    </message>
</context>
<context>
    <name>ui/shell/rush_desk.py</name>
    <message>
        <source>结束，看成绩</source>
        <translation>End, see result</translation>
    </message>
</context>
<context>
    <name>ui/shell/rush_dialog.py</name>
    <message>
        <source>{0} 位客户在 {1} 分钟里陆续来，有急的，有闲聊的。用平时的看板、模板和检查去回，都回完了出一张成绩单。数据单独放，用完就删，什么也不会发到微博；正式数据一个字也不动。</source>
        <translation>{0} customers come in over {1} minutes, some urgent, some just chatting. Answer them with the usual board, templates and checks; when all are answered you get a score sheet. The data is kept apart and deleted afterwards, nothing goes to Weibo, and your real data is not touched.</translation>
    </message>
    <message>
        <source>{0} 倍</source>
        <translation>{0}×</translation>
    </message>
    <message>
        <source>时钟快几倍</source>
        <translation>Clock speed</translation>
    </message>
    <message>
        <source>时钟</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>4 倍时 1 分多钟就来齐</source>
        <translation>At 4× all have come within little more than a minute</translation>
    </message>
</context>
<context>
    <name>ui/shell/rush_sheet.py</name>
    <message>
        <source>这场高峰</source>
        <translation>This rush</translation>
    </message>
    <message>
        <source>成绩</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>回到工作</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>再来一场</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>下次试试</source>
        <translation>Next time try</translation>
    </message>
    <message>
        <source>时钟 {0} 倍</source>
        <translation>Clock {0}×</translation>
    </message>
</context>
<context>
    <name>ui/shell/rush_words.py</name>
    <message>
        <source>紧急的没都赶上：别从列表里挑，按 {} 让程序把急的排前面。</source>
        <translation>Some urgent ones were late: press {} rather than pick from the list.</translation>
    </message>
    <message>
        <source>有人一直没等到：来不及细答时，按 {} 先回一句“信息已收到”。</source>
        <translation>Someone waited in vain: short of time, press {} to say "received".</translation>
    </message>
    <message>
        <source>有错字发出去了：发送前按 {} 看一遍，{} 把有把握的一次改好。</source>
        <translation>Typos went out: press {} before sending; {} fixes the sure ones.</translation>
    </message>
    <message>
        <source>键按得多：按 {} 用模板，输拼音首字母，{} 就到下一位。</source>
        <translation>Many keys: {} for a template, type its initials, {} for the next.</translation>
    </message>
    <message>
        <source>跳过的多：难答的按 {} 转交，不用回的按 {}，都比跳过省事。</source>
        <translation>Many skips: {} hands hard ones off, {} closes what needs no reply.</translation>
    </message>
    <message>
        <source>都做到了。再来一场，试试 4 倍的时钟。</source>
        <translation>All done well. Once more, with the clock at 4×.</translation>
    </message>
    <message>
        <source>，还会来 {0} 位</source>
        <translation>, {0} more to come</translation>
    </message>
    <message>
        <source>，都到齐了</source>
        <translation>, all have come</translation>
    </message>
    <message>
        <source>高峰 {0}</source>
        <translation>Rush {0}</translation>
    </message>
    <message>
        <source>到了 {0} 位，{1} 位在等{2}。最多 {3}。</source>
        <translation>{0} came, {1} waiting{2}. At most {3}.</translation>
    </message>
    <message>
        <source>回复了</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>{0} / {1} 位</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>首次响应，一半的人不超过</source>
        <translation>First response, half within</translation>
    </message>
    <message>
        <source>首次响应，十个里九个不超过</source>
        <translation>First response, nine in ten within</translation>
    </message>
    <message>
        <source>紧急的，{0} 分钟内</source>
        <translation>Urgent, within {0} min</translation>
    </message>
    <message>
        <source>错字</source>
        <translation>Typos</translation>
    </message>
    <message>
        <source>发现 {0}，改好 {1}</source>
        <translation>{0} found, {1} fixed</translation>
    </message>
    <message>
        <source>{0} 处发出去了</source>
        <translation>{0} went out</translation>
    </message>
    <message>
        <source>听了提醒</source>
        <translation>Heeded hints</translation>
    </message>
    <message>
        <source>隐私、语气、重复发送</source>
        <translation>privacy, tone, sent twice</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>每条回复按键</source>
        <translation>Keys per reply</translation>
    </message>
    <message>
        <source>用模板的一条是 {0} 下</source>
        <translation>{0} keys with a template</translation>
    </message>
    <message>
        <source>没顾上 {0} 位</source>
        <translation>{0} not reached</translation>
    </message>
    <message>
        <source>{0:.1f} 下</source>
        <translation>{0:.1f} keys</translation>
    </message>
</context>
<context>
    <name>ui/shell/sent_voice.py</name>
    <message>
        <source>，现在是 @{0}</source>
        <translation>, now @{0}</translation>
    </message>
    <message>
        <source>已回复 @{0}{1}</source>
        <translation>Replied to @{0}{1}</translation>
    </message>
</context>
<context>
    <name>ui/shell/serving.py</name>
    <message>
        <source>这一类没有客户在等。</source>
        <translation>No customer of this kind is waiting.</translation>
    </message>
    <message>
        <source>这一类只剩这一位在等。</source>
        <translation>Only this customer of this kind is waiting.</translation>
    </message>
    <message>
        <source>“{0}”都回复完了，接着轮流回复别的客户。</source>
        <translation>"{0}" is all answered; other customers come next.</translation>
    </message>
    <message>
        <source>这一场还没有问题在等。收到新的评论后再轮流回答。</source>
        <translation>No questions wait in this session yet. Answer in turn once new comments have come in.</translation>
    </message>
    <message>
        <source>这一场只剩这一位在等。</source>
        <translation>Only this one is waiting in this session.</translation>
    </message>
    <message>
        <source>{0}这一场的问题都回复完了，接着轮流回复别的客户。</source>
        <translation>The questions of {0}'s session are all answered; other customers come next.</translation>
    </message>
</context>
<context>
    <name>ui/shell/setup_desk.py</name>
    <message>
        <source>现在打开的就是正式数据。</source>
        <translation>Real data is already open.</translation>
    </message>
</context>
<context>
    <name>ui/shell/sync_words.py</name>
    <message>
        <source>{0} 起离线</source>
        <translation>Offline since {0}</translation>
    </message>
    <message>
        <source>已取到 {0} 条</source>
        <translation>{0} fetched</translation>
    </message>
    <message>
        <source>正在同步……</source>
        <translation>Syncing…</translation>
    </message>
    <message>
        <source>{0} 起未同步</source>
        <translation>Not synced since {0}</translation>
    </message>
    <message>
        <source>还没有同步</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>还没有同步，按 {0} 收消息</source>
        <translation>Not synced yet; press {0}</translation>
    </message>
    <message>
        <source>刚刚已同步</source>
        <translation>Synced just now</translation>
    </message>
    <message>
        <source>{0} 分钟前已同步</source>
        <translation>Synced {0} min ago</translation>
    </message>
    <message>
        <source>{0} 前已同步</source>
        <translation>Synced {0} ago</translation>
    </message>
    <message>
        <source>没有连接微博，手动收消息</source>
        <translation>Weibo not connected, fetch by hand</translation>
    </message>
    <message>
        <source>{0:%H:%M} 导入过，共 {1} 条</source>
        <translation>Imported {0:%H:%M}, {1} in all</translation>
    </message>
    <message>
        <source>昨天 {0:%H:%M} 导入过</source>
        <translation>Imported yesterday {0:%H:%M}</translation>
    </message>
    <message>
        <source>{0:%m-%d} 导入过</source>
        <translation>Imported {0:%m-%d}</translation>
    </message>
</context>
<context>
    <name>ui/shell/top_bar.py</name>
    <message>
        <source>搜索客户、内容或命令</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>下一位客户</source>
        <translation>Next customer</translation>
    </message>
    <message>
        <source>轮流回复</source>
        <translation>Answering in turn</translation>
    </message>
    <message>
        <source>跳过，下一位</source>
        <translation>Skip to next</translation>
    </message>
    <message>
        <source>待发 {0}</source>
        <translation>To send {0}</translation>
    </message>
    <message>
        <source>待发箱，{0} 条</source>
        <translation>Outbox, {0} {0:item|items}</translation>
    </message>
    <message>
        <source>待发箱（{0}）</source>
        <translation>Outbox ({0})</translation>
    </message>
</context>
<context>
    <name>ui/shell/turns.py</name>
    <message>
        <source>已跳过 @{0}，排到本轮最后</source>
        <translation>@{0} skipped, last in this turn</translation>
    </message>
    <message>
        <source>这位客户没有在等回复，不用跳过。</source>
        <translation>This customer is not waiting for a reply; no need to skip.</translation>
    </message>
    <message>
        <source>跳过 @{0}，排到本轮最后</source>
        <translation>Skip @{0} to the end</translation>
    </message>
    <message>
        <source>刚才没有跳过谁，不用写原因。</source>
        <translation>Nobody was skipped just now; no reason needed.</translation>
    </message>
    <message>
        <source>刚才跳过 @{0}</source>
        <translation>Skipped @{0}</translation>
    </message>
    <message>
        <source>记下了，跳过 @{0} 的原因：{1}</source>
        <translation>Noted why @{0} was skipped: {1}</translation>
    </message>
    <message>
        <source>先选一位客户，再找同一话题的下一位。</source>
        <translation>Select a customer first, then find the next of the same topic.</translation>
    </message>
    <message>
        <source>没有别的客户在公开问“{0}”。</source>
        <translation>No other customer publicly asks about "{0}".</translation>
    </message>
    <message>
        <source>没有别的重要客户在等。</source>
        <translation>No other important customer is waiting.</translation>
    </message>
    <message>
        <source>没有重要客户在等。</source>
        <translation>No important customer is waiting.</translation>
    </message>
</context>
<context>
    <name>ui/shell/version_desk.py</name>
    <message>
        <source>不再检查</source>
        <translation>Stop checking</translation>
    </message>
    <message>
        <source>有新版本 {0}</source>
        <translation>New version {0}</translation>
    </message>
    <message>
        <source>看看有什么变化</source>
        <translation>See what's new</translation>
    </message>
    <message>
        <source>跳过这个版本</source>
        <translation>Skip this version</translation>
    </message>
    <message>
        <source>正在检查新版本。</source>
        <translation>Checking for a new version.</translation>
    </message>
    <message>
        <source>没有新版本可看。按 {0} 找“检查新版本”可以现在问一次。</source>
        <translation>No new version to see. Press {0} and find "Check for new versions" to ask now.</translation>
    </message>
    <message>
        <source>新版本的网页打不开，请稍后再试</source>
        <translation>The new version's page does not open; please try later</translation>
    </message>
    <message>
        <source>没有新版本要跳过。</source>
        <translation>No new version to skip.</translation>
    </message>
    <message>
        <source>跳过了 {0}，有更新的再告诉你。</source>
        <translation>{0} skipped; you are told when there is a newer one.</translation>
    </message>
    <message>
        <source>不再检查新版本。要再打开：设置，关于。</source>
        <translation>New versions are no longer checked for. To switch it on again: Settings, About.</translation>
    </message>
    <message>
        <source>现在用的 {0} 就是最新的。</source>
        <translation>{0}, the version in use, is the latest.</translation>
    </message>
</context>
<context>
    <name>ui/shell/window.py</name>
    <message>
        <source>@{0}，#{1}</source>
        <translation>@{0}, #{1}</translation>
    </message>
    <message>
        <source>（练习）微博客服台</source>
        <translation>(Practice) Weibo Operator</translation>
    </message>
    <message>
        <source>这是练习数据。</source>
        <translation>This is practice data.</translation>
    </message>
    <message>
        <source>随便试，不会发到微博，也不会混进正式数据。</source>
        <translation>Try whatever you like: nothing goes to Weibo or into your real data.</translation>
    </message>
</context>
<context>
    <name>ui/support/account_words.py</name>
    <message>
        <source>看有没有新消息</source>
        <translation>check for new messages</translation>
    </message>
    <message>
        <source>收 @ 我们的微博</source>
        <translation>fetch posts that @ us</translation>
    </message>
    <message>
        <source>收评论</source>
        <translation>fetch comments</translation>
    </message>
    <message>
        <source>收 @ 我们的评论</source>
        <translation>fetch comments that @ us</translation>
    </message>
    <message>
        <source>看自己发过的评论</source>
        <translation>read our own comments</translation>
    </message>
    <message>
        <source>发评论</source>
        <translation>post comments</translation>
    </message>
    <message>
        <source>回复评论</source>
        <translation>reply to comments</translation>
    </message>
    <message>
        <source>看账号资料</source>
        <translation>read account profiles</translation>
    </message>
    <message>
        <source>看还能请求几次</source>
        <translation>read the remaining request quota</translation>
    </message>
    <message>
        <source>已退出登录</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>{0} 已退出登录</source>
        <translation>{0} is signed out</translation>
    </message>
    <message>
        <source>授权已失效</source>
        <translation>Permission expired</translation>
    </message>
    <message>
        <source>{0} 的授权已失效（{1} 起），需要重新授权</source>
        <translation>{0}'s permission has expired (since {1}); authorize again</translation>
    </message>
    <message>
        <source>授权{0}</source>
        <translation>Permission: {0}</translation>
    </message>
    <message>
        <source>{0} 的授权{1}，到期前重新授权</source>
        <translation>{0}'s permission: {1}; authorize again before it ends</translation>
    </message>
    <message>
        <source>连不上微博</source>
        <translation>Weibo unreachable</translation>
    </message>
    <message>
        <source>{0} 起连不上微博，{1} 的授权还有效</source>
        <translation>Weibo unreachable since {0}; {1}'s permission is still valid</translation>
    </message>
    <message>
        <source>已连接</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>{0} 已连接</source>
        <translation>{0} is connected</translation>
    </message>
    <message>
        <source>没有连接微博，按这里连接微博开放平台</source>
        <translation>Weibo is not connected; press to connect the Weibo Open Platform</translation>
    </message>
    <message>
        <source>已经到期</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>{0} 年 {1} 月 {2} 日</source>
        <translation>{0}-{1:0&gt;2}-{2:0&gt;2}</translation>
    </message>
</context>
<context>
    <name>ui/support/actions.py</name>
    <message>
        <source>同类客户：看全部、轮流回答</source>
        <translation>Same matter: see all, answer in turn</translation>
    </message>
    <message>
        <source>问答场：看提问、导出纪要</source>
        <translation>Q&amp;A session: questions, export minutes</translation>
    </message>
    <message>
        <source>轮流回答这一场问答</source>
        <translation>Answer this Q&amp;A session in turn</translation>
    </message>
    <message>
        <source>结束问答场</source>
        <translation>End Q&amp;A session</translation>
    </message>
    <message>
        <source>下一位：同一话题</source>
        <translation>Next: same topic</translation>
    </message>
    <message>
        <source>下一位：重要客户</source>
        <translation>Next: important customer</translation>
    </message>
    <message>
        <source>跳过并写原因</source>
        <translation>Skip with a reason</translation>
    </message>
    <message>
        <source>给刚才的跳过写原因</source>
        <translation>Add a reason to the last skip</translation>
    </message>
    <message>
        <source>回到上一位（草稿保留）</source>
        <translation>Back to the previous one (draft kept)</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>开始写回复</source>
        <translation>Start the reply</translation>
    </message>
    <message>
        <source>发送并完成，然后下一位</source>
        <translation>Send, finish, then next</translation>
    </message>
    <message>
        <source>只发送，留在这张工单</source>
        <translation>Send only, stay on this ticket</translation>
    </message>
    <message>
        <source>只答客户问的这一件，其余的继续等</source>
        <translation>Answer this part only, the rest still waits</translation>
    </message>
    <message>
        <source>公开致歉 + 私信说明，一次备好</source>
        <translation>Public apology + DM with details</translation>
    </message>
    <message>
        <source>撤回刚发的回复</source>
        <translation>Recall the reply just sent</translation>
    </message>
    <message>
        <source>去看没发成、撤回来的回复</source>
        <translation>See replies that failed or were recalled</translation>
    </message>
    <message>
        <source>换一个账号回复</source>
        <translation>Reply from another account</translation>
    </message>
    <message>
        <source>回一句“信息已收到”</source>
        <translation>Reply "received"</translation>
    </message>
    <message>
        <source>插入提醒或已有答复的链接</source>
        <translation>Insert a link to a notice or an earlier answer</translation>
    </message>
    <message>
        <source>插入上次给此人的答复</source>
        <translation>Insert the last answer to this person</translation>
    </message>
    <message>
        <source>换另一种语气：正式、亲切</source>
        <translation>Other tone: formal, friendly</translation>
    </message>
    <message>
        <source>复制模板带着的图片、视频</source>
        <translation>Copy the template's pictures and videos</translation>
    </message>
    <message>
        <source>公开回复和私信互换</source>
        <translation>Switch public reply / DM</translation>
    </message>
    <message>
        <source>下一处错字或提醒</source>
        <translation>Next typo or hint</translation>
    </message>
    <message>
        <source>上一处错字或提醒</source>
        <translation>Previous typo or hint</translation>
    </message>
    <message>
        <source>一定的错字全部改好</source>
        <translation>Fix all sure typos</translation>
    </message>
    <message>
        <source>处理工单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>稍后、安排回访</source>
        <translation>Later, plan a follow-up</translation>
    </message>
    <message>
        <source>级别 P1 紧急</source>
        <translation>Level P1 Urgent</translation>
    </message>
    <message>
        <source>级别 P2 较急</source>
        <translation>Level P2 Soon</translation>
    </message>
    <message>
        <source>级别 P3 普通</source>
        <translation>Level P3 Normal</translation>
    </message>
    <message>
        <source>级别 P4 不急</source>
        <translation>Level P4 Low</translation>
    </message>
    <message>
        <source>级别交还程序自动判断</source>
        <translation>Let the program decide the level</translation>
    </message>
    <message>
        <source>改类型、性质、部门</source>
        <translation>Change kind, nature, department</translation>
    </message>
    <message>
        <source>在微博打开原帖</source>
        <translation>Open the post on Weibo</translation>
    </message>
    <message>
        <source>打开此人上一张工单</source>
        <translation>Open this person's previous ticket</translation>
    </message>
    <message>
        <source>客户卡、VIP 名单</source>
        <translation>Customer card, VIP list</translation>
    </message>
    <message>
        <source>记补救：退款、补发、优惠券</source>
        <translation>Record a remedy: refund, resend, coupon</translation>
    </message>
    <message>
        <source>收下好评、道谢</source>
        <translation>Keep praise, say thanks</translation>
    </message>
    <message>
        <source>博友解答：记下是谁、道谢</source>
        <translation>Answered by a follower: note who, thank them</translation>
    </message>
    <message>
        <source>线下已解决、线上反馈的链接</source>
        <translation>Solved offline, link to the public answer</translation>
    </message>
    <message>
        <source>导出这张工单的证据包</source>
        <translation>Export this ticket's evidence bundle</translation>
    </message>
    <message>
        <source>写危机复盘</source>
        <translation>Write a crisis review</translation>
    </message>
    <message>
        <source>把这位客户记为线索</source>
        <translation>Record this customer as a lead</translation>
    </message>
    <message>
        <source>搜索与线索</source>
        <translation>Searches &amp; leads</translation>
    </message>
    <message>
        <source>新建保存的搜索</source>
        <translation>New saved search</translation>
    </message>
    <message>
        <source>改保存的搜索</source>
        <translation>Edit saved search</translation>
    </message>
    <message>
        <source>删除保存的搜索</source>
        <translation>Delete saved search</translation>
    </message>
    <message>
        <source>多选这一张</source>
        <translation>Select this card</translation>
    </message>
    <message>
        <source>多选到下一张</source>
        <translation>Select down</translation>
    </message>
    <message>
        <source>多选到上一张</source>
        <translation>Select up</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous card</translation>
    </message>
    <message>
        <source>粘贴微博上复制的消息</source>
        <translation>Paste messages copied from Weibo</translation>
    </message>
    <message>
        <source>消息从哪里来</source>
        <translation>Where messages come from</translation>
    </message>
    <message>
        <source>立即同步，收新消息</source>
        <translation>Sync now, fetch new messages</translation>
    </message>
    <message>
        <source>微博连接提示的按钮</source>
        <translation>Button of the Weibo connection line</translation>
    </message>
    <message>
        <source>微博连接提示的第二个按钮</source>
        <translation>Second button of the Weibo connection line</translation>
    </message>
    <message>
        <source>看导入进度、文件夹里的新文件</source>
        <translation>See import progress, new files in the folder</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>帮助：这里怎么用</source>
        <translation>Help: how this works</translation>
    </message>
    <message>
        <source>返回上一层</source>
        <translation>Back one level</translation>
    </message>
    <message>
        <source>热心博友</source>
        <translation>Helpful followers</translation>
    </message>
    <message>
        <source>闲聊与广告，一起看</source>
        <translation>Chat &amp; ads, look at all</translation>
    </message>
    <message>
        <source>导出周报到上次的地方</source>
        <translation>Export the weekly summary to the last place</translation>
    </message>
    <message>
        <source>导出周报为……（选格式）</source>
        <translation>Export the weekly summary as… (choose a format)</translation>
    </message>
    <message>
        <source>新建模板</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>导入模板</source>
        <translation>Import templates</translation>
    </message>
    <message>
        <source>导出模板</source>
        <translation>Export templates</translation>
    </message>
    <message>
        <source>起始模板里没有的</source>
        <translation>Starter templates not yet here</translation>
    </message>
    <message>
        <source>新建知识卡</source>
        <translation>New knowledge card</translation>
    </message>
    <message>
        <source>从表格导入知识卡</source>
        <translation>Import knowledge cards from a table</translation>
    </message>
    <message>
        <source>导出知识卡：表格、网页、自动回复的关键词</source>
        <translation>Export knowledge cards: table, web page, auto-reply keywords</translation>
    </message>
    <message>
        <source>导入订单表</source>
        <translation>Import an order table</translation>
    </message>
    <message>
        <source>练一练：三位示例客户</source>
        <translation>Practice round: three sample customers</translation>
    </message>
    <message>
        <source>练一场高峰；进行中就结束，看成绩</source>
        <translation>Practice a rush; while one runs: end it, see the result</translation>
    </message>
    <message>
        <source>打开正式数据（离开练习）</source>
        <translation>Open real data (leave practice)</translation>
    </message>
    <message>
        <source>看看新版本有什么变化</source>
        <translation>See what's new in the new version</translation>
    </message>
    <message>
        <source>跳过这个新版本</source>
        <translation>Skip this new version</translation>
    </message>
    <message>
        <source>不再检查新版本</source>
        <translation>Stop checking for new versions</translation>
    </message>
    <message>
        <source>深色和浅色互换</source>
        <translation>Switch dark / light</translation>
    </message>
    <message>
        <source>改快捷键</source>
        <translation>Change shortcuts</translation>
    </message>
</context>
<context>
    <name>ui/support/crash.py</name>
    <message>
        <source>程序遇到了没有料到的问题。工单和草稿都已保存，可以继续使用。</source>
        <translation>The program met an unexpected problem. Tickets and drafts are saved; you can go on.</translation>
    </message>
    <message>
        <source>如果又出现，请把诊断信息发给开发者。</source>
        <translation>If it happens again, please send the diagnostics to the developers.</translation>
    </message>
    <message>
        <source>复制诊断信息</source>
        <translation>Copy diagnostics</translation>
    </message>
</context>
<context>
    <name>ui/support/file_dialogs.py</name>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>{0} 文件</source>
        <translation>{0} file</translation>
    </message>
</context>
<context>
    <name>ui/support/handoff_words.py</name>
    <message>
        <source>{0}改过</source>
        <translation>Changed by {0}</translation>
    </message>
    <message>
        <source>已请{0}确认</source>
        <translation>{0} asked to confirm</translation>
    </message>
    <message>
        <source>已转交{0}</source>
        <translation>Handed to {0}</translation>
    </message>
</context>
<context>
    <name>ui/support/help_keys.py</name>
    <message>
        <source>{0} 到 {1}</source>
        <translation>{0} to {1}</translation>
    </message>
    <message>
        <source>{0}（打字时 {1}）</source>
        <translation>{0} ({1} while typing)</translation>
    </message>
    <message>
        <source>{0} 里的“{1}”</source>
        <translation>"{1}" in {0}</translation>
    </message>
    <message>
        <source>搜索里的“{0}”</source>
        <translation>"{0}" in the search</translation>
    </message>
</context>
<context>
    <name>ui/support/key_map.py</name>
    <message>
        <source>窗口顶部的搜索</source>
        <translation>the search at the top</translation>
    </message>
</context>
<context>
    <name>ui/support/key_rules.py</name>
    <message>
        <source>“{0}”的键不能改：每一处都靠它。</source>
        <translation>The key of "{0}" can't be changed: it is needed everywhere.</translation>
    </message>
    <message>
        <source>认不出这个键，换一个。</source>
        <translation>This key is not known. Choose another.</translation>
    </message>
    <message>
        <source>Esc、Enter、Tab、空格和方向键这些，每一处都要用，换一个。</source>
        <translation>Esc, Enter, Tab, Space, the arrows and the like are needed everywhere. Choose another.</translation>
    </message>
    <message>
        <source>{0} 是输入法、微信或系统的键，换一个。</source>
        <translation>{0} belongs to the input method, WeChat or the system. Choose another.</translation>
    </message>
    <message>
        <source>{0} 常被系统、QQ 占用，换一个。</source>
        <translation>{0} is often taken by the system or QQ. Choose another.</translation>
    </message>
    <message>
        <source>Ctrl+Shift 加别的键常被输入法占用，换一个。</source>
        <translation>Ctrl+Shift and another key is often taken by the input method. Choose another.</translation>
    </message>
    <message>
        <source>Alt+1 到 Alt+9 是插入常用模板的键，换一个。</source>
        <translation>Alt+1 to Alt+9 insert favorite templates. Choose another.</translation>
    </message>
    <message>
        <source>打字时 {0} 是全选、复制、粘贴、撤销这些，换一个。</source>
        <translation>While typing, {0} selects, copies, pastes or undoes. Choose another.</translation>
    </message>
    <message>
        <source>正在打字时 {0} 会写进文字里：这里的键要带 Ctrl 或 Alt，或者是 F1 到 F12。</source>
        <translation>While typing, {0} would be written into the text: a key here needs Ctrl or Alt, or is one of F1 to F12.</translation>
    </message>
    <message>
        <source>在“{0}”里 {1} 是“{2}”，换一个。</source>
        <translation>On "{0}", {1} means "{2}". Choose another.</translation>
    </message>
</context>
<context>
    <name>ui/support/page_keys.py</name>
    <message>
        <source>回访结果：{0}</source>
        <translation>Follow-up result: {0}</translation>
    </message>
    <message>
        <source>采纳建议的结果</source>
        <translation>Take the suggested result</translation>
    </message>
    <message>
        <source>打开客户的主页</source>
        <translation>Open the customer's page</translation>
    </message>
    <message>
        <source>改下次联系的日子</source>
        <translation>Change the day of the next contact</translation>
    </message>
    <message>
        <source>回复等得最久的工单</source>
        <translation>Answer the ticket waiting longest</translation>
    </message>
    <message>
        <source>只看一种关系的客户</source>
        <translation>Only customers of one relation</translation>
    </message>
    <message>
        <source>复制客户的原话</source>
        <translation>Copy the customer's words</translation>
    </message>
    <message>
        <source>看 TA 的回答</source>
        <translation>See their answer</translation>
    </message>
    <message>
        <source>打开 TA 的主页</source>
        <translation>Open their page</translation>
    </message>
    <message>
        <source>粘贴部门的反馈</source>
        <translation>Paste the department's answer</translation>
    </message>
    <message>
        <source>打印或导出转交单</source>
        <translation>Print or export the handoff sheet</translation>
    </message>
    <message>
        <source>现在发出，或记为已发出</source>
        <translation>Send now, or mark as sent</translation>
    </message>
    <message>
        <source>撤回，或重新发送</source>
        <translation>Recall, or send again</translation>
    </message>
    <message>
        <source>勾选这一条</source>
        <translation>Tick this one</translation>
    </message>
    <message>
        <source>状态：观察</source>
        <translation>State: watching</translation>
    </message>
    <message>
        <source>状态：已互动</source>
        <translation>State: in touch</translation>
    </message>
    <message>
        <source>状态：有意向</source>
        <translation>State: interested</translation>
    </message>
    <message>
        <source>状态：成交</source>
        <translation>State: won</translation>
    </message>
    <message>
        <source>状态：放弃</source>
        <translation>State: dropped</translation>
    </message>
    <message>
        <source>标为看过</source>
        <translation>Mark as seen</translation>
    </message>
    <message>
        <source>到找到的消息</source>
        <translation>To the messages found</translation>
    </message>
    <message>
        <source>回到搜索</source>
        <translation>Back to the searches</translation>
    </message>
    <message>
        <source>核对过</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>常用键换次序</source>
        <translation>Reorder favorites</translation>
    </message>
    <message>
        <source>上一周、下一周</source>
        <translation>Previous week, next week</translation>
    </message>
</context>
<context>
    <name>ui/support/teaching.py</name>
    <message>
        <source>忽略了 3 次，以后不再提示把“{0}”改成“{1}”</source>
        <translation>Ignored 3 times: changing "{0}" to "{1}" is no longer suggested</translation>
    </message>
    <message>
        <source>以后总是忽略“{0}”</source>
        <translation>"{0}" is always ignored from now on</translation>
    </message>
    <message>
        <source>“{0}”已加入词典</source>
        <translation>"{0}" added to the dictionary</translation>
    </message>
    <message>
        <source>以后“{0}”总是改成“{1}”</source>
        <translation>"{0}" is always changed to "{1}" from now on</translation>
    </message>
</context>
<context>
    <name>ui/support/template_words.py</name>
    <message>
        <source>图片</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>视频</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>ui/support/texts.py</name>
    <message>
        <source>导入 {file}</source>
        <translation>import {file}</translation>
    </message>
    <message>
        <source>手工录入 {customer}</source>
        <translation>{customer} entered by hand</translation>
    </message>
    <message>
        <source>粘贴进来的 {count} 条消息</source>
        <translation>{count} pasted {count:message|messages}</translation>
    </message>
    <message>
        <source>从 @{account} 同步进来</source>
        <translation>fetched by @{account}</translation>
    </message>
    <message>
        <source>给 @{customer} 的回复</source>
        <translation>reply to @{customer}</translation>
    </message>
    <message>
        <source>给 @{customer} 的“信息已收到”</source>
        <translation>"received" to @{customer}</translation>
    </message>
    <message>
        <source>无需回复（{reason}）</source>
        <translation>no reply needed ({reason})</translation>
    </message>
    <message>
        <source>到时间了，自动放回来</source>
        <translation>time is up, back by itself</translation>
    </message>
    <message>
        <source>级别改为 {level}</source>
        <translation>level set to {level}</translation>
    </message>
    <message>
        <source>修改标签</source>
        <translation>labels changed</translation>
    </message>
    <message>
        <source>清除已学的改法（{count} 处）</source>
        <translation>learned corrections cleared ({count})</translation>
    </message>
    <message>
        <source>转交{department}</source>
        <translation>handed to {department}</translation>
    </message>
    <message>
        <source>录入{department}的反馈</source>
        <translation>{department}'s answer recorded</translation>
    </message>
    <message>
        <source>录入{department}的部分答复</source>
        <translation>{department}'s partial answer recorded</translation>
    </message>
    <message>
        <source>催{department}</source>
        <translation>nudge to {department}</translation>
    </message>
    <message>
        <source>请{department}确认</source>
        <translation>{department} asked to confirm</translation>
    </message>
    <message>
        <source>修改部门列表</source>
        <translation>departments edited</translation>
    </message>
    <message>
        <source>回访：{outcome}</source>
        <translation>follow-up: {outcome}</translation>
    </message>
    <message>
        <source>客户没有再说话，自动安排回访</source>
        <translation>customer silent, follow-up planned by itself</translation>
    </message>
    <message>
        <source>记下承诺：{what}</source>
        <translation>promise noted: {what}</translation>
    </message>
    <message>
        <source>承诺已兑现：{what}</source>
        <translation>promise kept: {what}</translation>
    </message>
    <message>
        <source>不算承诺：{what}</source>
        <translation>not a promise: {what}</translation>
    </message>
    <message>
        <source>承诺改时间：{what}</source>
        <translation>promise moved: {what}</translation>
    </message>
    <message>
        <source>补救：{what}</source>
        <translation>remedy: {what}</translation>
    </message>
    <message>
        <source>收下 @{customer} 的好评</source>
        <translation>@{customer}'s praise kept</translation>
    </message>
    <message>
        <source>不再收着 @{customer} 的好评</source>
        <translation>@{customer}'s praise no longer kept</translation>
    </message>
    <message>
        <source>由博友 @{name} 解答</source>
        <translation>answered by follower @{name}</translation>
    </message>
    <message>
        <source>不算博友 @{name} 解答</source>
        <translation>not answered by follower @{name}</translation>
    </message>
    <message>
        <source>记下向 @{name} 道过谢</source>
        <translation>thanks to @{name} noted</translation>
    </message>
    <message>
        <source>线下已解决：{how}</source>
        <translation>solved offline: {how}</translation>
    </message>
    <message>
        <source>记下线上反馈的链接</source>
        <translation>link to the public answer noted</translation>
    </message>
    <message>
        <source>修改客户资料</source>
        <translation>customer details edited</translation>
    </message>
    <message>
        <source>记下和 @{customer} 的联系</source>
        <translation>contact with @{customer} noted</translation>
    </message>
    <message>
        <source>不是危机（{reason}）</source>
        <translation>not a crisis ({reason})</translation>
    </message>
    <message>
        <source>危机清单做完：{step}</source>
        <translation>crisis step done: {step}</translation>
    </message>
    <message>
        <source>危机清单改回没做：{step}</source>
        <translation>crisis step not done again: {step}</translation>
    </message>
    <message>
        <source>写提醒：{matter}</source>
        <translation>notice written: {matter}</translation>
    </message>
    <message>
        <source>提醒已发布：{matter}</source>
        <translation>notice posted: {matter}</translation>
    </message>
    <message>
        <source>不再提供提醒：{matter}</source>
        <translation>notice ended: {matter}</translation>
    </message>
    <message>
        <source>开始问答场：{who}</source>
        <translation>Q&amp;A session begun: {who}</translation>
    </message>
    <message>
        <source>结束问答场：{who}</source>
        <translation>Q&amp;A session ended: {who}</translation>
    </message>
    <message>
        <source>保存搜索“{name}”</source>
        <translation>search "{name}" saved</translation>
    </message>
    <message>
        <source>删除搜索“{name}”</source>
        <translation>search "{name}" deleted</translation>
    </message>
    <message>
        <source>标记看过 {count} 条</source>
        <translation>{count} marked as seen</translation>
    </message>
    <message>
        <source>把 @{customer} 记为线索</source>
        <translation>@{customer} recorded as a lead</translation>
    </message>
    <message>
        <source>修改线索 @{customer}</source>
        <translation>lead @{customer} edited</translation>
    </message>
    <message>
        <source>替谁问的：{name}</source>
        <translation>asked on behalf of {name}</translation>
    </message>
    <message>
        <source>修改内部人员名单</source>
        <translation>insiders list edited</translation>
    </message>
    <message>
        <source>内部人员名单用到未完成的工单</source>
        <translation>insiders list applied to open tickets</translation>
    </message>
    <message>
        <source>修改模板“{title}”</source>
        <translation>template "{title}" edited</translation>
    </message>
    <message>
        <source>删除模板“{title}”</source>
        <translation>template "{title}" deleted</translation>
    </message>
    <message>
        <source>模板分类“{title}”改成“{name}”</source>
        <translation>template category "{title}" renamed "{name}"</translation>
    </message>
    <message>
        <source>从 {file} 导入 {count} 条模板</source>
        <translation>{count} {count:template|templates} imported from {file}</translation>
    </message>
    <message>
        <source>修改知识卡“{title}”</source>
        <translation>knowledge card "{title}" edited</translation>
    </message>
    <message>
        <source>核对过“{title}”</source>
        <translation>"{title}" checked</translation>
    </message>
    <message>
        <source>删除知识卡“{title}”</source>
        <translation>knowledge card "{title}" deleted</translation>
    </message>
    <message>
        <source>从 {file} 导入 {count} 张知识卡</source>
        <translation>{count} knowledge {count:card|cards} imported from {file}</translation>
    </message>
    <message>
        <source>修改设置</source>
        <translation>settings changed</translation>
    </message>
    <message>
        <source>修改 {week} 的结论</source>
        <translation>conclusion of {week} edited</translation>
    </message>
    <message>
        <source>改进计划：{action}</source>
        <translation>plan: {action}</translation>
    </message>
    <message>
        <source>改进计划打勾：{action}</source>
        <translation>plan ticked off: {action}</translation>
    </message>
    <message>
        <source>删除改进计划：{action}</source>
        <translation>plan deleted: {action}</translation>
    </message>
</context>
<context>
    <name>ui/templates/category_dialog.py</name>
    <message>
        <source>分类改名</source>
        <translation>Rename category</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>新的名字</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>新的名字，或者并入哪个分类</source>
        <translation>New name, or the category to merge into</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>合起来 {0} 条，可以撤销</source>
        <translation>{0} together, undoable</translation>
    </message>
    <message>
        <source>还没有写名字</source>
        <translation>No name yet</translation>
    </message>
</context>
<context>
    <name>ui/templates/check_words.py</name>
    <message>
        <source>{0}超出 {1} 字</source>
        <translation>{0}: {1} {1:character|characters} too long</translation>
    </message>
    <message>
        <source>公开发得下</source>
        <translation>fits a public reply</translation>
    </message>
    <message>
        <source>私信发得下</source>
        <translation>fits a direct message</translation>
    </message>
    <message>
        <source>公开和私信都发得下</source>
        <translation>fits both kinds of reply</translation>
    </message>
    <message>
        <source>不认识 {0}：照样存着，发送前要自己填。认识的有 {1}</source>
        <translation>{0} unknown: kept all the same, fill it in before sending. Known are {1}</translation>
    </message>
    <message>
        <source>；另有 {0} 处</source>
        <translation>; {0} more</translation>
    </message>
    <message>
        <source>“{0}”是不是“{1}”</source>
        <translation>"{0}", perhaps "{1}"</translation>
    </message>
</context>
<context>
    <name>ui/templates/checked_text.py</name>
    <message>
        <source>改好</source>
        <translation>Mend</translation>
    </message>
</context>
<context>
    <name>ui/templates/commands.py</name>
    <message>
        <source>从 {0} 导入了 {1} 条模板</source>
        <translation>{1} {1:template|templates} imported from {0}</translation>
    </message>
    <message>
        <source>分类“{0}”改成“{1}”，{2} 条</source>
        <translation>Category "{0}" is now "{1}", {2} {2:template|templates}</translation>
    </message>
    <message>
        <source>加入了 {0} 条起始模板</source>
        <translation>{0} starter {0:template|templates} added</translation>
    </message>
</context>
<context>
    <name>ui/templates/controller.py</name>
    <message>
        <source>写上标题和一种说法，就会自动保存</source>
        <translation>Give it a title and a wording, it saves itself</translation>
    </message>
    <message>
        <source>{0} 条，用过 {1} 条</source>
        <translation>{0} {0:template|templates}, {1} used</translation>
    </message>
    <message>
        <source>没有常用键</source>
        <translation>No favorites yet</translation>
    </message>
    <message>
        <source>打开一条模板，选 Alt+1 到 Alt+9，写回复时一按就插入</source>
        <translation>Open a template and choose Alt+1 to Alt+9; that key then inserts it in a reply</translation>
    </message>
    <message>
        <source>这里没有{0}的模板</source>
        <translation>No templates here in the tone "{0}"</translation>
    </message>
    <message>
        <source>换一个分类，或看全部语气</source>
        <translation>Try another category, or see all tones</translation>
    </message>
    <message>
        <source>还没有模板</source>
        <translation>No templates yet</translation>
    </message>
    <message>
        <source>“{0}”里还没有模板</source>
        <translation>No templates in "{0}" yet</translation>
    </message>
    <message>
        <source>把常说的话写成模板，回复时按 / 就能用</source>
        <translation>Write down what you often say, / finds it in a reply</translation>
    </message>
    <message>
        <source>要有标题</source>
        <translation>a title is missing</translation>
    </message>
    <message>
        <source>要有至少一种说法</source>
        <translation>a wording is missing</translation>
    </message>
</context>
<context>
    <name>ui/templates/edit_session.py</name>
    <message>
        <source>这次的修改</source>
        <translation>This change</translation>
    </message>
    <message>
        <source>{0}没有保存：{1}</source>
        <translation>{0} was not saved: {1}</translation>
    </message>
    <message>
        <source>还没保存：{0}</source>
        <translation>Not saved yet: {0}</translation>
    </message>
</context>
<context>
    <name>ui/templates/facet_table.py</name>
    <message>
        <source>别家</source>
        <translation>Theirs</translation>
    </message>
</context>
<context>
    <name>ui/templates/file_rows.py</name>
    <message>
        <source>图片和视频 (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.mp4 *.mov *.m4v *.avi *.mkv *.webm);;所有文件 (*)</source>
        <translation>Pictures and videos (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.mp4 *.mov *.m4v *.avi *.mkv *.webm);;All files (*)</translation>
    </message>
    <message>
        <source>选这条模板的图片、视频</source>
        <translation>Choose pictures or videos for this template</translation>
    </message>
    <message>
        <source>{0}，现在找不到</source>
        <translation>{0}, not found now</translation>
    </message>
    <message>
        <source>{0} 是什么</source>
        <translation>What {0} is</translation>
    </message>
    <message>
        <source>写一句它是什么，例如：怎么洗</source>
        <translation>Say what it is, for example: how to wash it</translation>
    </message>
    <message>
        <source>去掉{0} {1}</source>
        <translation>Remove {0} {1}</translation>
    </message>
    <message>
        <source>加图片、视频</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>最多 {0} 个；只记住放在哪里，文件不会复制</source>
        <translation>At most {0}; only the place is remembered, no file is copied</translation>
    </message>
</context>
<context>
    <name>ui/templates/file_words.py</name>
    <message>
        <source>没有说法</source>
        <translation>no wording</translation>
    </message>
    <message>
        <source>语气只能是正式或亲切</source>
        <translation>the tone must be 正式 or 亲切</translation>
    </message>
    <message>
        <source>适用只能是公开、私信或都可以</source>
        <translation>the audience must be 公开, 私信 or 都可以</translation>
    </message>
    <message>
        <source>“收藏”一列要写 1 到 9，或者空着</source>
        <translation>the favorite must be 1 to 9, or empty</translation>
    </message>
    <message>
        <source>“收藏”一列的数字前面的行已经用了</source>
        <translation>the favorite's number is taken by a row above</translation>
    </message>
    <message>
        <source>标题、分类和语气与前面的行一样，只收前面那行</source>
        <translation>title, category and tone as in a row above, only that one is taken</translation>
    </message>
    <message>
        <source>{0} 条新的</source>
        <translation>{0} new</translation>
    </message>
    <message>
        <source>{0} 条和现有的同名、内容不同</source>
        <translation>{0} with the same name and other words</translation>
    </message>
    <message>
        <source>{0} 条没有变</source>
        <translation>{0} unchanged</translation>
    </message>
    <message>
        <source>{0} 行读不进来</source>
        <translation>{0} {0:row|rows} not readable</translation>
    </message>
    <message>
        <source>文件里只有表头，没有模板</source>
        <translation>The file has a head only, no templates</translation>
    </message>
    <message>
        <source>读不进来，其余的不受影响</source>
        <translation>Not readable, the rest is not affected</translation>
    </message>
    <message>
        <source>变量程序不认识，照样导入，发送前要自己填</source>
        <translation>Variables the program does not know; imported all the same, fill them in before sending</translation>
    </message>
    <message>
        <source>{0}：{{{1}}}</source>
        <translation>{0}: {{{1}}}</translation>
    </message>
    <message>
        <source>内容不同</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>第 {0} 行{1}</source>
        <translation>Row {0}{1}</translation>
    </message>
    <message>
        <source>{0}（{1}）{2}</source>
        <translation>{0} ({1}) {2}</translation>
    </message>
    <message>
        <source>“{0}”，{1}</source>
        <translation> "{0}", {1}</translation>
    </message>
    <message>
        <source>，{0}</source>
        <translation>, {0}</translation>
    </message>
</context>
<context>
    <name>ui/templates/form.py</name>
    <message>
        <source>都可以</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>物流延迟 致歉</source>
        <translation>Late delivery, apology</translation>
    </message>
    <message>
        <source>适合</source>
        <translation>For</translation>
    </message>
    <message>
        <source>再加一种说法</source>
        <translation>Add a wording</translation>
    </message>
    <message>
        <source>看{0}的说法</source>
        <translation>See: {0}</translation>
    </message>
    <message>
        <source>写一条{0}的</source>
        <translation>Write: {0}</translation>
    </message>
    <message>
        <source>常用键</source>
        <translation>Favorites</translation>
    </message>
    <message>
        <source>写回复时按这个键直接插入；选别的模板占着的键会换过来</source>
        <translation>Inserts the template in a reply; a key another template holds changes over</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>变量（点一下插入）</source>
        <translation>Variables (click to insert)</translation>
    </message>
    <message>
        <source>图片、视频（写回复时按 {0} 复制）</source>
        <translation>Pictures, videos ({0} copies them in a reply)</translation>
    </message>
    <message>
        <source>同一个标题和分类，两种语气各一条：写回复时按 {0} 互换</source>
        <translation>Same title and category, one template for each tone: {0} swaps them in a reply</translation>
    </message>
</context>
<context>
    <name>ui/templates/import_dialog.py</name>
    <message>
        <source>改成文件里的</source>
        <translation>Take the file's</translation>
    </message>
    <message>
        <source>保留现在的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>同名的模板</source>
        <translation>Templates with the same name</translation>
    </message>
    <message>
        <source>同名、内容不同的</source>
        <translation>Same name, other words</translation>
    </message>
    <message>
        <source>文件里的模板</source>
        <translation>Templates in the file</translation>
    </message>
    <message>
        <source>没有要导入的</source>
        <translation>Nothing to import</translation>
    </message>
    <message>
        <source>导入后可以一次撤销</source>
        <translation>One undo takes the import back</translation>
    </message>
</context>
<context>
    <name>ui/templates/knowledge_form.py</name>
    <message>
        <source>退换货规则</source>
        <translation>Rules for returns</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Common</translation>
    </message>
    <message>
        <source>常用，排在前面</source>
        <translation>Common, stands first</translation>
    </message>
    <message>
        <source>关心要素</source>
        <translation>Aspects</translation>
    </message>
    <message>
        <source>自助</source>
        <translation>Self-service</translation>
    </message>
    <message>
        <source>客户照着就能自己办，周报另外数</source>
        <translation>The customer can do it alone; the weekly summary counts these</translation>
    </message>
    <message>
        <source>客户问哪一项，放进回复时哪一项在最前；来源空着的用卡片的来源</source>
        <translation>What the customer asks about comes first in the reply; without a source of its own it has the card's</translation>
    </message>
    <message>
        <source>和别家的对比要写明来源，否则不保存</source>
        <translation>A comparison with others needs a source, else it is not saved</translation>
    </message>
    <message>
        <source>放进回复里的话；要填的地方写成 {退货天数} 这样</source>
        <translation>Words for the reply; write blanks like {退货天数}</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>客户会怎么说，用顿号分开：七天无理由、能不能退</source>
        <translation>As customers say it, separated by commas</translation>
    </message>
    <message>
        <source>链接、说明书第几页、谁定的</source>
        <translation>A link, the manual's page, who decided it</translation>
    </message>
    <message>
        <source>菜单</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>微博自定义菜单里的位置：售后服务/退换货（可以不填）</source>
        <translation>Place in Weibo's own menu: after-sales/returns (optional)</translation>
    </message>
    <message>
        <source>内容没有问题，从今天起重新计算（列表里按 {0}，写字时按 {1}）</source>
        <translation>The content is right, count anew from today ({0} in the list, {1} while writing)</translation>
    </message>
</context>
<context>
    <name>ui/templates/knowledge_page.py</name>
    <message>
        <source>写上标题和内容，就会自动保存</source>
        <translation>Give it a title and content, it saves itself</translation>
    </message>
    <message>
        <source>已核对“{0}”</source>
        <translation>"{0}" checked</translation>
    </message>
    <message>
        <source>{0} 张，{1} 张要核对</source>
        <translation>{0} {0:card|cards}, {1} to check</translation>
    </message>
    <message>
        <source>{0} 张</source>
        <translation>{0} {0:card|cards}</translation>
    </message>
    <message>
        <source>都核对过了</source>
        <translation>All checked</translation>
    </message>
    <message>
        <source>过期的会自动排到这里，天数在设置里改</source>
        <translation>Overdue cards appear here; set the days in the settings</translation>
    </message>
    <message>
        <source>还没有知识卡</source>
        <translation>No knowledge cards yet</translation>
    </message>
    <message>
        <source>“{0}”里还没有知识卡</source>
        <translation>No knowledge cards in "{0}" yet</translation>
    </message>
    <message>
        <source>把客户常问的写成知识卡
回复时按 / 就能找到、放进去</source>
        <translation>Write down what customers often ask
/ finds it in a reply</translation>
    </message>
</context>
<context>
    <name>ui/templates/knowledge_rows.py</name>
    <message>
        <source>{0}，{1}，用过 {2} 次，{3}</source>
        <translation>{0}, {1}, used {2} {2:time|times}, {3}</translation>
    </message>
</context>
<context>
    <name>ui/templates/library_form.py</name>
    <message>
        <source>例如：{0}</source>
        <translation>For example: {0}</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>Pinyin initials</translation>
    </message>
    <message>
        <source>打字时按 / 再输代码就能找到；留空由程序取标题的拼音首字母</source>
        <translation>/ and this code find it while writing; left empty, the program takes the initials of the title</translation>
    </message>
</context>
<context>
    <name>ui/templates/library_page.py</name>
    <message>
        <source>{0:%H:%M} 已自动保存</source>
        <translation>Saved {0:%H:%M}</translation>
    </message>
    <message>
        <source>没找到“{0}”</source>
        <translation>"{0}" not found</translation>
    </message>
    <message>
        <source>试试拼音首字母，或只输一部分</source>
        <translation>Try initials of pinyin, or a part of it</translation>
    </message>
</context>
<context>
    <name>ui/templates/library_view.py</name>
    <message>
        <source>汉字、拼音首字母或代码</source>
        <translation>Words, pinyin or code</translation>
    </message>
</context>
<context>
    <name>ui/templates/list_report.py</name>
    <message>
        <source>没有读进来的行</source>
        <translation>Rows not read</translation>
    </message>
    <message>
        <source>其余的行都读进来了。在表格里改好这几行，再导入一次就行。</source>
        <translation>All other rows were read. Mend these in the table and import it again.</translation>
    </message>
    <message>
        <source>{0} 行</source>
        <translation>{0} {0:row|rows}</translation>
    </message>
</context>
<context>
    <name>ui/templates/lists.py</name>
    <message>
        <source>网页 (*.html);;Markdown (*.md);;自动回复的关键词和菜单 (*.txt)</source>
        <translation>Web page (*.html);;Markdown (*.md);;Keywords and menu for auto-replies (*.txt)</translation>
    </message>
    <message>
        <source>搜索模板</source>
        <translation>Search templates</translation>
    </message>
    <message>
        <source>从表格导入模板</source>
        <translation>Import templates from a table</translation>
    </message>
    <message>
        <source>没有打开的模板</source>
        <translation>No template open</translation>
    </message>
    <message>
        <source>在左边选一条，或者新建一条</source>
        <translation>Choose one at the left, or write a new one</translation>
    </message>
    <message>
        <source>新的模板</source>
        <translation>The new template</translation>
    </message>
    <message>
        <source>已修改模板“{0}”</source>
        <translation>Template "{0}" changed</translation>
    </message>
    <message>
        <source>已删除模板“{0}”</source>
        <translation>Template "{0}" deleted</translation>
    </message>
    <message>
        <source>已导出 {0} 条模板：{1}</source>
        <translation>{0} {0:template|templates} exported: {1}</translation>
    </message>
    <message>
        <source>{0}，{1} 条</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>搜索知识卡</source>
        <translation>Search knowledge cards</translation>
    </message>
    <message>
        <source>导入知识卡</source>
        <translation>Import knowledge cards</translation>
    </message>
    <message>
        <source>导出知识卡</source>
        <translation>Export knowledge cards</translation>
    </message>
    <message>
        <source>没有打开的知识卡</source>
        <translation>No knowledge card open</translation>
    </message>
    <message>
        <source>在左边选一张，或者新建一张</source>
        <translation>Choose one at the left, or write a new one</translation>
    </message>
    <message>
        <source>新的知识卡</source>
        <translation>The new knowledge card</translation>
    </message>
    <message>
        <source>已修改知识卡“{0}”</source>
        <translation>Knowledge card "{0}" changed</translation>
    </message>
    <message>
        <source>已删除知识卡“{0}”</source>
        <translation>Knowledge card "{0}" deleted</translation>
    </message>
    <message>
        <source>已导出 {0} 张知识卡：{1}</source>
        <translation>{0} knowledge {0:card|cards} exported: {1}</translation>
    </message>
    <message>
        <source>{0}，{1} 张</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>模板或知识卡</source>
        <translation>Templates or knowledge cards</translation>
    </message>
</context>
<context>
    <name>ui/templates/model.py</name>
    <message>
        <source>要核对</source>
        <translation>To check</translation>
    </message>
</context>
<context>
    <name>ui/templates/orders_sheet.py</name>
    <message>
        <source>订单号、后四位、物流单号、手机尾号或客户昵称</source>
        <translation>Order no., last four, waybill no., phone or nickname</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>再按一次清空</source>
        <translation>Press again</translation>
    </message>
    <message>
        <source>订单都清掉了。需要时再导入一次订单表。</source>
        <translation>All orders cleared. Import the table of orders again when you need it.</translation>
    </message>
    <message>
        <source>还没有订单</source>
        <translation>No orders yet</translation>
    </message>
    <message>
        <source>从店铺后台导出订单表，导进来就能按订单号查
只在这台电脑上查，手机号只留后四位</source>
        <translation>Export the orders from your shop and import the table here
It stays on this computer, of phone numbers only the last four digits</translation>
    </message>
    <message>
        <source>订单号至少输后四位；订单表可能要重新导入</source>
        <translation>At least the last four digits; perhaps the orders must be imported again</translation>
    </message>
    <message>
        <source>输入订单号的后四位</source>
        <translation>Type the last four digits of an order</translation>
    </message>
    <message>
        <source>回复时客户说到订单号，右边会自动显示这一笔</source>
        <translation>When a customer names an order in a conversation, it shows at the right by itself</translation>
    </message>
    <message>
        <source>已读进 {0:,} / {1:,} 笔</source>
        <translation>{0:,} / {1:,} orders read in</translation>
    </message>
    <message>
        <source>，{0} 导入</source>
        <translation>, imported {0}</translation>
    </message>
    <message>
        <source>共 {0} 笔{1}</source>
        <translation>{0} {0:order|orders}{1}</translation>
    </message>
    <message>
        <source>找到的订单</source>
        <translation>Orders found</translation>
    </message>
    <message>
        <source>{0}：停下了，什么都没有读进来。</source>
        <translation>{0}: stopped, nothing was read in.</translation>
    </message>
    <message>
        <source>{0}：停下了，{1}。其余的没有动，再导入一次就补齐。</source>
        <translation>{0}: stopped. {1}. The rest is as it was; import it again to bring it in.</translation>
    </message>
</context>
<context>
    <name>ui/templates/starter_dialog.py</name>
    <message>
        <source>加进来的是新的一条，你写过、改过的模板都不动。加入后可以一次撤销。</source>
        <translation>They are added as new ones, those you wrote or changed stay as they are. One undo takes them back.</translation>
    </message>
    <message>
        <source>起始模板</source>
        <translation>Starter templates</translation>
    </message>
    <message>
        <source>这里没有的起始模板</source>
        <translation>Starter templates not here yet</translation>
    </message>
    <message>
        <source>这里没有的 {0} 条</source>
        <translation>{0} not here yet</translation>
    </message>
    <message>
        <source>程序自带的模板这里都有了</source>
        <translation>All the program's own templates are here</translation>
    </message>
</context>
<context>
    <name>ui/templates/table_files.py</name>
    <message>
        <source>表格 (*.csv *.xlsx *.xls *.tsv *.txt)</source>
        <translation>Table (*.csv *.xlsx *.xls *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>ui/templates/template_rows.py</name>
    <message>
        <source>没用过</source>
        <translation>Never used</translation>
    </message>
    <message>
        <source>{0} 次，{1}</source>
        <translation>{0} {0:time|times}, {1}</translation>
    </message>
    <message>
        <source>{0}，{1}，代码 {2}，{3}</source>
        <translation>{0}, {1}, code {2}, {3}</translation>
    </message>
</context>
<context>
    <name>ui/templates/variables.py</name>
    <message>
        <source>没有值时也能写替代的话：{部门|同事}，不知道部门就写“同事”</source>
        <translation>You can add a word for when there is no value: {部门|同事} becomes "同事" without a department</translation>
    </message>
    <message>
        <source>插入变量</source>
        <translation>Insert variable</translation>
    </message>
    <message>
        <source>插入模板后光标停在这里，接着写</source>
        <translation>The cursor stays here after inserting, write on</translation>
    </message>
    <message>
        <source>程序会自动填上。{0}</source>
        <translation>Filled in by the program. {0}</translation>
    </message>
    <message>
        <source>发送前由你填上</source>
        <translation>You fill it in before sending</translation>
    </message>
</context>
<context>
    <name>ui/templates/view.py</name>
    <message>
        <source>换到前一个常用键（Alt+↑）</source>
        <translation>To the favorite before (Alt+↑)</translation>
    </message>
    <message>
        <source>换到后一个常用键（Alt+↓）</source>
        <translation>To the favorite after (Alt+↓)</translation>
    </message>
    <message>
        <source>改名、合并</source>
        <translation>Rename, join</translation>
    </message>
    <message>
        <source>复制一份</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>给打开的分类改名；写成已有的名字就并进去（在分类里按 Enter）</source>
        <translation>Rename the open category; an existing name merges them (Enter in the categories)</translation>
    </message>
    <message>
        <source>程序自带、这里还没有的模板</source>
        <translation>Templates of the program that are not here yet</translation>
    </message>
    <message>
        <source>新模板 {0} 条</source>
        <translation>{0} to add</translation>
    </message>
</context>
<context>
    <name>ui/templates/wording_box.py</name>
    <message>
        <source>去掉这种说法</source>
        <translation>Remove this wording</translation>
    </message>
    <message>
        <source>说法 {0}</source>
        <translation>Wording {0}</translation>
    </message>
    <message>
        <source>写一种说法，{客户} 这样的变量发送前会填上</source>
        <translation>Write a wording; variables like {客户} are filled in before sending</translation>
    </message>
    <message>
        <source>同一个意思，换一种说法</source>
        <translation>The same meaning in other words</translation>
    </message>
    <message>
        <source>改成 {{{0}}}</source>
        <translation>Make it {{{0}}}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/body.py</name>
    <message>
        <source>上周</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>正在统计，其他数字已经齐了</source>
        <translation>Still counting; all other figures are there</translation>
    </message>
    <message>
        <source>每天新进与解决</source>
        <translation>New and solved by day</translation>
    </message>
    <message>
        <source>新进</source>
        <translation>New</translation>
    </message>
    <message>
        <source>答复用时</source>
        <translation>Time to reply</translation>
    </message>
    <message>
        <source>转交两次以上</source>
        <translation>Handed off twice or more</translation>
    </message>
    <message>
        <source>客户什么时候来</source>
        <translation>When customers come</translation>
    </message>
    <message>
        <source>每天每个钟点来了多少，方向键走格子，Enter 看工单</source>
        <translation>How many came in each hour of each day; arrows move, Enter opens the tickets</translation>
    </message>
    <message>
        <source>无需回复的原因</source>
        <translation>Why no reply was needed</translation>
    </message>
    <message>
        <source>积压多久</source>
        <translation>Age of backlog</translation>
    </message>
    <message>
        <source>各账号</source>
        <translation>By account</translation>
    </message>
    <message>
        <source>升温词</source>
        <translation>Rising words</translation>
    </message>
    <message>
        <source>本周问得最多</source>
        <translation>Most asked this week</translation>
    </message>
    <message>
        <source>重要客户的投诉</source>
        <translation>Complaints of important customers</translation>
    </message>
    <message>
        <source>起初不满的工单后来怎样</source>
        <translation>What became of negative starts</translation>
    </message>
    <message>
        <source>未回复</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>全部数字</source>
        <translation>All figures</translation>
    </message>
    <message>
        <source>{0} 条，按已等时间排</source>
        <translation>{0}, longest wait first</translation>
    </message>
    <message>
        <source>改进计划</source>
        <translation>Improvement plan</translation>
    </message>
    <message>
        <source>星期与时段</source>
        <translation>Day and hour</translation>
    </message>
    <message>
        <source>次数，框起来的格子括号里还没回复</source>
        <translation>Turns; framed with brackets: unanswered</translation>
    </message>
    <message>
        <source>引号里是决定情绪的词，没有的是整句与示例相近</source>
        <translation>In quotes: the words that decided the mood; none: the sentence resembles an example</translation>
    </message>
    <message>
        <source>问题前五</source>
        <translation>Top five problems</translation>
    </message>
    <message>
        <source>积压</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>什么时候来</source>
        <translation>When they come</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>做成模板</source>
        <translation>Make template</translation>
    </message>
</context>
<context>
    <name>ui/weekly/card.py</name>
    <message>
        <source>{0}：看工单</source>
        <translation>{0}: tickets</translation>
    </message>
</context>
<context>
    <name>ui/weekly/charts.py</name>
    <message>
        <source>{0:d} 张</source>
        <translation>{0:d} {0:ticket|tickets}</translation>
    </message>
    <message>
        <source>转出 {0}，已答 {1}</source>
        <translation>{0} out, {1} answered</translation>
    </message>
    <message>
        <source>{0} 张超期</source>
        <translation>{0} overdue</translation>
    </message>
    <message>
        <source>其中投诉</source>
        <translation>Complaints</translation>
    </message>
    <message>
        <source>目标全部回访</source>
        <translation>target: all</translation>
    </message>
    <message>
        <source>应访</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已访</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>没有写原因</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>{0} 点</source>
        <translation>{0}:00</translation>
    </message>
    <message>
        <source>{0} 点到 {1} 点最忙</source>
        <translation>Busiest from {0}:00 to {1}:00</translation>
    </message>
    <message>
        <source>还没有答复</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>中位 {0}</source>
        <translation>median {0}</translation>
    </message>
    <message>
        <source>周{0}</source>
        <translation>{0}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/compare_sheet.py</name>
    <message>
        <source>和哪一周比</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>相隔</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>去年此时</source>
        <translation>A year ago</translation>
    </message>
    <message>
        <source>前年此时</source>
        <translation>Two years ago</translation>
    </message>
    <message>
        <source>{0} 周前</source>
        <translation>{0} {0:week|weeks} ago</translation>
    </message>
    <message>
        <source>和这一周比（Enter）</source>
        <translation>Compare with this week (Enter)</translation>
    </message>
</context>
<context>
    <name>ui/weekly/controller.py</name>
    <message>
        <source>这一周没有任何消息和操作，所以数字都是“—”。“—”是没有数据，不等于 0。</source>
        <translation>Nothing came in or was done this week, so all figures are "—". "—" means no data, not 0.</translation>
    </message>
    <message>
        <source>正在统计……</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>回到本周</source>
        <translation>Back to this week</translation>
    </message>
    <message>
        <source>这一周没有数据</source>
        <translation>No data for this week</translation>
    </message>
</context>
<context>
    <name>ui/weekly/figures.py</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>样本数</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>四周均值</source>
        <translation>4-week mean</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>来信时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>已等</source>
        <translation>Waited</translation>
    </message>
    <message>
        <source>打开这张工单（Enter）</source>
        <translation>Open this ticket (Enter)</translation>
    </message>
</context>
<context>
    <name>ui/weekly/folder.py</name>
    <message>
        <source>导出周报</source>
        <translation>Export weekly summary</translation>
    </message>
</context>
<context>
    <name>ui/weekly/header.py</name>
    <message>
        <source>换一周来对比</source>
        <translation>Compare with another week</translation>
    </message>
    <message>
        <source>上一周</source>
        <translation>Previous week</translation>
    </message>
    <message>
        <source>下一周</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>复制为文字</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>导出为……（选格式、不打码）</source>
        <translation>Export as… (format, full names)</translation>
    </message>
    <message>
        <source>&amp;7  不打码：页面和导出都写完整昵称</source>
        <translation>&amp;7  Full names on the page and in exports</translation>
    </message>
    <message>
        <source>{0}，现在比的是{1}</source>
        <translation>{0}; now: {1}</translation>
    </message>
    <message>
        <source>{0}，现在比的是{1}（=）</source>
        <translation>{0}; now: {1} (=)</translation>
    </message>
    <message>
        <source>按下回到本周</source>
        <translation>press for this week</translation>
    </message>
    <message>
        <source>导出 {0}</source>
        <translation>Export {0}</translation>
    </message>
    <message>
        <source>导出，先问放在哪里（{0}）</source>
        <translation>Export, asks where first ({0})</translation>
    </message>
    <message>
        <source>导出到 {0}（{1}）</source>
        <translation>Export to {0} ({1})</translation>
    </message>
    <message>
        <source>第 {0} 周</source>
        <translation>week {0}</translation>
    </message>
    <message>
        <source>{0} 年第 {1} 周</source>
        <translation>week {1} of {0}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/heat_grid.py</name>
    <message>
        <source>，其中 {0} 次还没回复</source>
        <translation>, {0} unanswered</translation>
    </message>
    <message>
        <source>周{0} {1} 点到 {2} 点：{3} 次{4}</source>
        <translation>{0} {1}:00 to {2}:00: {3} {3:turn|turns}{4}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/lists.py</name>
    <message>
        <source>词</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>例子</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>占本周</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>占前四周</source>
        <translation>4-week share</translation>
    </message>
    <message>
        <source>开头的话</source>
        <translation>First words</translation>
    </message>
    <message>
        <source>后来</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>最后的话</source>
        <translation>Last words</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>首次答复</source>
        <translation>First reply</translation>
    </message>
    <message>
        <source>不到 1 天</source>
        <translation>Under 1 day</translation>
    </message>
    <message>
        <source>1 至 3 天</source>
        <translation>1 to 3 days</translation>
    </message>
    <message>
        <source>3 至 7 天</source>
        <translation>3 to 7 days</translation>
    </message>
    <message>
        <source>7 天以上</source>
        <translation>Over 7 days</translation>
    </message>
    <message>
        <source>新出现</source>
        <translation>New</translation>
    </message>
    <message>
        <source>看用到这个词的工单（Enter）</source>
        <translation>Open the tickets that use this word (Enter)</translation>
    </message>
    <message>
        <source>看这些工单（Enter）</source>
        <translation>Open these tickets (Enter)</translation>
    </message>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>没完成</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>等我们 {0}</source>
        <translation>{0} for us</translation>
    </message>
    <message>
        <source>等部门 {0}</source>
        <translation>{0} for departments</translation>
    </message>
    <message>
        <source>等客户 {0}</source>
        <translation>{0} for customers</translation>
    </message>
    <message>
        <source>来信 {0} 张</source>
        <translation>{0} {0:ticket|tickets} in</translation>
    </message>
    <message>
        <source>发出 {0} 条</source>
        <translation>{0} sent</translation>
    </message>
</context>
<context>
    <name>ui/weekly/names_dialog.py</name>
    <message>
        <source>导出的内容会写出客户的完整昵称、UID 和原话里的号码。发给别人、打印或放在公用电脑上，请先打码。</source>
        <translation>The export will hold customers' full names, UIDs and the numbers they wrote. Mask it before you send or print it, or leave it on a shared computer.</translation>
    </message>
    <message>
        <source>写出完整昵称？</source>
        <translation>Write full names?</translation>
    </message>
    <message>
        <source>打码后导出</source>
        <translation>Export masked</translation>
    </message>
    <message>
        <source>写出完整昵称</source>
        <translation>Write full names</translation>
    </message>
</context>
<context>
    <name>ui/weekly/notes.py</name>
    <message>
        <source>打勾了</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>改回没做完</source>
        <translation>Not done again</translation>
    </message>
    <message>
        <source>从改进计划里删掉了</source>
        <translation>Taken off the plan</translation>
    </message>
    <message>
        <source>已经有“{0}”这个模板了，在“模板”里改</source>
        <translation>There is a template "{0}" already; edit it under Templates</translation>
    </message>
    <message>
        <source>做成了模板“{0}”，用的是最近一次答复，请到“模板”里改一改</source>
        <translation>Template "{0}" made from the latest reply; polish it under Templates</translation>
    </message>
</context>
<context>
    <name>ui/weekly/parts.py</name>
    <message>
        <source>{0}新建</source>
        <translation>New on {0}</translation>
    </message>
    <message>
        <source>{0} 点到 {1} 点</source>
        <translation>{0}:00 to {1}:00</translation>
    </message>
    <message>
        <source>周{0} {1} 点到 {2} 点</source>
        <translation>{0} {1}:00 to {2}:00</translation>
    </message>
</context>
<context>
    <name>ui/weekly/plan_list.py</name>
    <message>
        <source>还没有写。写上要做的事、负责人和日期，下周打勾。</source>
        <translation>Nothing yet. Write what, who and by when; tick it next week.</translation>
    </message>
    <message>
        <source>上周定的</source>
        <translation>From last week</translation>
    </message>
    <message>
        <source>本周定的</source>
        <translation>From this week</translation>
    </message>
    <message>
        <source>做完了：{0}</source>
        <translation>Done: {0}</translation>
    </message>
    <message>
        <source>{0:%m-%d} 前</source>
        <translation>by {0:%m-%d}</translation>
    </message>
    <message>
        <source>修改：{0}</source>
        <translation>Edit: {0}</translation>
    </message>
    <message>
        <source>删除：{0}</source>
        <translation>Delete: {0}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/problems.py</name>
    <message>
        <source>四周没有数据</source>
        <translation>No data for 4 weeks</translation>
    </message>
    <message>
        <source>四周均值 {0}</source>
        <translation>4-week mean {0}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/sharing.py</name>
    <message>
        <source>打不开文件夹。文件在 {0}</source>
        <translation>The folder can't be opened. The file is at {0}</translation>
    </message>
    <message>
        <source>正在导出…… {0}%</source>
        <translation>Exporting… {0}%</translation>
    </message>
    <message>
        <source>可以继续做别的。</source>
        <translation>You can go on working.</translation>
    </message>
    <message>
        <source>已导出：{0}</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>含客户完整昵称，请勿外传。</source>
        <translation>Holds customers' full names, don't pass it on.</translation>
    </message>
    <message>
        <source>在 {0}，客户昵称已打码。</source>
        <translation>In {0}, names are masked.</translation>
    </message>
    <message>
        <source>已取消导出</source>
        <translation>Export canceled</translation>
    </message>
    <message>
        <source>没有写出任何文件。</source>
        <translation>No file was written.</translation>
    </message>
    <message>
        <source>没有导出</source>
        <translation>Not exported</translation>
    </message>
    <message>
        <source>数字还没统计好，稍等一下再复制</source>
        <translation>Still counting, copy in a moment</translation>
    </message>
    <message>
        <source>已复制{0}的周报，可以粘贴到微信里</source>
        <translation>Weekly summary copied ({0}), paste it into WeChat</translation>
    </message>
</context>
<context>
    <name>ui/weekly/tickets.py</name>
    <message>
        <source>没有工单。</source>
        <translation>No tickets.</translation>
    </message>
    <message>
        <source>正在找……</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>这个数字背后的工单</source>
        <translation>Tickets behind this figure</translation>
    </message>
</context>
<context>
    <name>ui/weekly/tile.py</name>
    <message>
        <source>看这个数字背后的工单（Enter）</source>
        <translation>Open the tickets behind this figure (Enter)</translation>
    </message>
    <message>
        <source>{0}：</source>
        <translation>{0}: </translation>
    </message>
</context>
<context>
    <name>ui/weekly/tiles.py</name>
    <message>
        <source>新进客户</source>
        <translation>New customers</translation>
    </message>
    <message>
        <source>首次答复中位数</source>
        <translation>Median first reply</translation>
    </message>
    <message>
        <source>回复率</source>
        <translation>Reply rate</translation>
    </message>
    <message>
        <source>本周解决</source>
        <translation>Solved this week</translation>
    </message>
    <message>
        <source>转交后按时答复</source>
        <translation>Handoffs in time</translation>
    </message>
    <message>
        <source>表扬 : 投诉</source>
        <translation>Praise ratio</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>样本 {0}</source>
        <translation>Sample {0}</translation>
    </message>
    <message>
        <source>{0}没有数据可比</source>
        <translation>No data for {0}</translation>
    </message>
    <message>
        <source>与{0}持平</source>
        <translation>Same as {0}</translation>
    </message>
    <message>
        <source>比{0}慢 {1}</source>
        <translation>+{1} vs {0}</translation>
    </message>
    <message>
        <source>比{0}快 {1}</source>
        <translation>−{1} vs {0}</translation>
    </message>
    <message>
        <source>升 {0} 个百分点</source>
        <translation>Up {0} points</translation>
    </message>
    <message>
        <source>降 {0} 个百分点</source>
        <translation>Down {0} points</translation>
    </message>
    <message>
        <source>比{0}升 {1}</source>
        <translation>+{1} vs {0}</translation>
    </message>
    <message>
        <source>比{0}降 {1}</source>
        <translation>−{1} vs {0}</translation>
    </message>
    <message>
        <source>比{0}多 {1}</source>
        <translation>+{1} vs {0}</translation>
    </message>
    <message>
        <source>比{0}少 {1}</source>
        <translation>−{1} vs {0}</translation>
    </message>
    <message>
        <source>{0:d} 位</source>
        <translation>{0:d} {0:customer|customers}</translation>
    </message>
    <message>
        <source>{0} / {1} 张</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} / {1} 次</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>互动 {0} 次</source>
        <translation>{0} {0:turn|turns}</translation>
    </message>
    <message>
        <source>目标 100%，未回复 {0}</source>
        <translation>Target 100%, {0} open</translation>
    </message>
    <message>
        <source>目标 100%，全部答复</source>
        <translation>Target 100%, all answered</translation>
    </message>
    <message>
        <source>积压 {0} 张</source>
        <translation>{0} open</translation>
    </message>
    <message>
        <source>{0:.0f} 张超期</source>
        <translation>{0:.0f} overdue</translation>
    </message>
    <message>
        <source>没有超期</source>
        <translation>None overdue</translation>
    </message>
    <message>
        <source>还剩 {0:.0f} 次</source>
        <translation>{0:.0f} left</translation>
    </message>
    <message>
        <source>都回访了</source>
        <translation>All followed up</translation>
    </message>
    <message>
        <source>表扬 {0}，投诉 {1}</source>
        <translation>Praise {0}, compl. {1}</translation>
    </message>
    <message>
        <source>样本 {0}，偏少</source>
        <translation>Sample {0}, small</translation>
    </message>
</context>
<context>
    <name>ui/weekly/words.py</name>
    <message>
        <source>Excel 工作簿，带图表和明细</source>
        <translation>Excel workbook with charts and details</translation>
    </message>
    <message>
        <source>PDF，A4 打印和发给老板</source>
        <translation>PDF, A4, to print or send</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>网页，一个文件，手机也能看</source>
        <translation>Web page, one file, fit for phones</translation>
    </message>
    <message>
        <source>CSV，一张工单一行</source>
        <translation>CSV, one ticket a line</translation>
    </message>
    <message>
        <source>文字，发微信用</source>
        <translation>Text, for WeChat</translation>
    </message>
    <message>
        <source>JSON，给别的程序用</source>
        <translation>JSON, for other programs</translation>
    </message>
    <message>
        <source>全部统计只在本机计算，不上传。</source>
        <translation>Counted on this computer only, nothing is uploaded.</translation>
    </message>
    <message>
        <source>{0} 日</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 年第 {1} 周，{2} 月 {3} 日至 {4}</source>
        <translation>Week {1}, {0}: {2:0&gt;2}-{3:0&gt;2} to {4}</translation>
    </message>
    <message>
        <source>本周已定稿（周日 24:00 结束），数据截至{0}。{1}</source>
        <translation>Week closed (Sunday 24:00), figures as of {0:low}. {1}</translation>
    </message>
    <message>
        <source>数据截至{0}，周日 24:00 后自动定稿；{1}与四周均值只取同一时段。{2}</source>
        <translation>Figures as of {0:low}, closed on Sunday 24:00; {1} and the 4-week mean cover the same span. {2}</translation>
    </message>
</context>
<context>
    <name>ui/weekly/writing.py</name>
    <message>
        <source>修改结论</source>
        <translation>Edit conclusions</translation>
    </message>
    <message>
        <source>结论，一行一句</source>
        <translation>Conclusions, one a line</translation>
    </message>
    <message>
        <source>一行一句；全部删掉就恢复自动写的结论</source>
        <translation>One a line; delete all to get the automatic ones back</translation>
    </message>
    <message>
        <source>结论保存了</source>
        <translation>Conclusions saved</translation>
    </message>
    <message>
        <source>例如：发货前再核对一遍型号</source>
        <translation>E.g. check the model again before shipping</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>先写清楚完成日期，或者留空</source>
        <translation>Write the due date clearly, or leave it empty</translation>
    </message>
    <message>
        <source>写进改进计划了</source>
        <translation>Added to the plan</translation>
    </message>
    <message>
        <source>改进计划改好了</source>
        <translation>Plan changed</translation>
    </message>
</context>
<context>
    <name>ui/widgets/columns.py</name>
    <message>
        <source>{0}：还没到</source>
        <translation>{0}: not yet</translation>
    </message>
    <message>
        <source>{0}：{1} {2}，{3} {4}</source>
        <translation>{0}: {1} {2}, {3} {4}</translation>
    </message>
</context>
<context>
    <name>ui/widgets/day_field.py</name>
    <message>
        <source>没看懂这一天，试试“30 天后”“下周一”“12-1”</source>
        <translation>Day not understood; try "in 30 days", "next monday" or "12-1"</translation>
    </message>
    <message>
        <source>还有 {0} 天</source>
        <translation>in {0} {0:day|days}</translation>
    </message>
    <message>
        <source>就是今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{0}，已经过去了，请选今天或以后</source>
        <translation>{0} is past, choose today or later</translation>
    </message>
</context>
<context>
    <name>ui/widgets/form_dialog.py</name>
    <message>
        <source>还有字在输入法里没选完</source>
        <translation>The input method still has unfinished text</translation>
    </message>
</context>
<context>
    <name>ui/widgets/kbd.py</name>
    <message>
        <source>上</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>左</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>右</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>退格</source>
        <translation>Backspace</translation>
    </message>
</context>
<context>
    <name>ui/widgets/marked_list.py</name>
    <message>
        <source>这一条没有原帖链接，请自己打开微博。</source>
        <translation>This one has no link to its post; please open Weibo yourself.</translation>
    </message>
</context>
<context>
    <name>ui/widgets/typo_foot.py</name>
    <message>
        <source>忽略这次</source>
        <translation>Ignore once</translation>
    </message>
    <message>
        <source>加入词典</source>
        <translation>Add word</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ui/widgets/typo_popup.py</name>
    <message>
        <source>Enter 替换</source>
        <translation>↵ Replace</translation>
    </message>
    <message>
        <source>第 {0} 处，共 {1} 处</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>是不是想写：</source>
        <translation>Did you mean:</translation>
    </message>
</context>
<context>
    <name>weibo_operator/channels/weibo_api/loopback.py</name>
    <message>
        <source>微博客服台</source>
        <translation>Weibo Operator</translation>
    </message>
    <message>
        <source>已经授权</source>
        <translation>Authorized</translation>
    </message>
    <message>
        <source>可以关上这一页，回到微博客服台了。</source>
        <translation>You can close this page and go back to Weibo Operator.</translation>
    </message>
    <message>
        <source>没有授权</source>
        <translation>Not authorized</translation>
    </message>
    <message>
        <source>不是这一次的授权</source>
        <translation>This is another authorization</translation>
    </message>
    <message>
        <source>请回到微博客服台，从那里重新打开授权页。</source>
        <translation>Please go back to Weibo Operator and open the authorization page again from there.</translation>
    </message>
    <message>
        <source>这里没有内容</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>请回到微博客服台。</source>
        <translation>Please go back to Weibo Operator.</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/arguments.py</name>
    <message>
        <source>显示这份说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <source>数据文件（默认在本机的数据文件夹里）</source>
        <translation>the data file (by default in this computer's data folder)</translation>
    </message>
    <message>
        <source>输出 JSON，给脚本用</source>
        <translation>print JSON, for scripts</translation>
    </message>
    <message>
        <source>微博客服台：不带子命令时打开窗口。</source>
        <translation>Weibo Operator: without a command it opens the window.</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>导入爬虫或表格导出的文件</source>
        <translation>import what a crawler or a spreadsheet exported</translation>
    </message>
    <message>
        <source>文件格式，默认自动识别</source>
        <translation>the file's format, found out by itself unless given</translation>
    </message>
    <message>
        <source>本店的微博昵称，用来认出 @ 我们的微博</source>
        <translation>the shop's Weibo nickname, to know posts that mention us</translation>
    </message>
    <message>
        <source>抓取时间，用来换算“5分钟前”（ISO 8601）</source>
        <translation>when it was collected, to work out "5分钟前" (ISO 8601)</translation>
    </message>
    <message>
        <source>只报告会发生什么，不写入</source>
        <translation>only say what would happen, write nothing</translation>
    </message>
    <message>
        <source>从标准输入读在微博页面上复制的文字（或 JSON），认出消息，新的加进来</source>
        <translation>read text copied from Weibo's pages (or JSON) from stdin, find the messages, add the new ones</translation>
    </message>
    <message>
        <source>什么时候复制的，用来换算“5分钟前”（ISO 8601，默认现在）</source>
        <translation>when it was copied, to work out "5分钟前" (ISO 8601, now unless given)</translation>
    </message>
    <message>
        <source>按顺序列出一栏里的工单</source>
        <translation>list a pane's tickets in their order</translation>
    </message>
    <message>
        <source>下一位是谁（不改变任何东西）</source>
        <translation>who is next (changes nothing)</translation>
    </message>
    <message>
        <source>同时说明为什么</source>
        <translation>also say why</translation>
    </message>
    <message>
        <source>从标准输入逐行读客户的话，给出分类</source>
        <translation>read customers' words from stdin line by line and label them</translation>
    </message>
    <message>
        <source>从标准输入逐行读回复，检查错字、语气、隐私等</source>
        <translation>read replies from stdin line by line; check typos, tone, privacy and more</translation>
    </message>
    <message>
        <source>从标准输入逐行读文字，按微博的规则数字数</source>
        <translation>read texts from stdin line by line and count characters as Weibo does</translation>
    </message>
    <message>
        <source>客服周报（PDF 要用带窗口的 weibo-operator 命令）</source>
        <translation>the weekly summary (a PDF needs weibo-operator with its window)</translation>
    </message>
    <message>
        <source>哪一周，如 2026-W47（默认本周）</source>
        <translation>which week, like 2026-W47 (this week unless given)</translation>
    </message>
    <message>
        <source>写到这个文件；不写则输出到屏幕</source>
        <translation>write to this file; else to the screen</translation>
    </message>
    <message>
        <source>客户昵称不打码（默认打码）</source>
        <translation>do not mask customers' nicknames (masked unless given)</translation>
    </message>
    <message>
        <source>把数据文件备份到一个新文件并校验</source>
        <translation>back the data file up into a new file and verify it</translation>
    </message>
    <message>
        <source>列出能恢复的备份：什么时候的、多大、几张工单、在哪里</source>
        <translation>list the backups: from when, how large, how many tickets, where</translation>
    </message>
    <message>
        <source>从备份恢复：换回备份的数据，现在的留在旁边；窗口开着时不做</source>
        <translation>restore a backup: its data comes back, the present one stays beside it; not while a window is open</translation>
    </message>
    <message>
        <source>把全部数据写成 CSV 和 JSON，放进一个新文件夹（客户信息不打码）</source>
        <translation>write all data as CSV and JSON into a new folder (customers' details are not masked)</translation>
    </message>
    <message>
        <source>检查数据文件和这台机器</source>
        <translation>check the data file and this computer</translation>
    </message>
    <message>
        <source>检查程序是否完整、这台机器缺什么（不打开数据文件）</source>
        <translation>check that the program is complete and what this computer lacks (opens no data file)</translation>
    </message>
    <message>
        <source>生成练习数据</source>
        <translation>make practice data</translation>
    </message>
    <message>
        <source>用编出来的日子比一比：轮流、先来先答、后来先答、只看级别</source>
        <translation>compare on invented days: rotation, first come, newest first, by level</translation>
    </message>
    <message>
        <source>种子，同一个种子总是同一张表（默认 1）</source>
        <translation>the seed; one seed always gives the same table (default 1)</translation>
    </message>
    <message>
        <source>模拟几天，每天都从空收件箱开始（默认 10）</source>
        <translation>how many days, each from an empty inbox (default 10)</translation>
    </message>
    <message>
        <source>一小时回几条，可以写几个（默认 20,30,45）</source>
        <translation>replies per hour, several if you like (default 20,30,45)</translation>
    </message>
    <message>
        <source>一天的样子，照自带的 day.tsv 改（默认就是它）</source>
        <translation>what a day looks like, written like the day.tsv that comes along (the default)</translation>
    </message>
    <message>
        <source>每几位有一位轮到等得最久的（默认 {0}）</source>
        <translation>one turn in this many goes to whoever waits longest (default {0})</translation>
    </message>
    <message>
        <source>少于几位在等就不轮流（默认 {0}）</source>
        <translation>with fewer waiting there is no rotation (default {0})</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/desk_commands.py</name>
    <message>
        <source>试读</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>读到</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>{0} {1} 行，新消息 {2}，已经有了 {3}，跳过 {4}，新工单 {5}{6}</source>
        <translation>{0} {1} {1:line|lines}: {2} new {2:message|messages}, {3} known, {4} skipped, {5} new {5:ticket|tickets}{6}</translation>
    </message>
    <message>
        <source>，内部人员 {0}</source>
        <translation>, {0} of own people</translation>
    </message>
    <message>
        <source>{0} 第 {1} 行：{2}</source>
        <translation>{0} line {1}: {2}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>#{0} P{1} @{2}（{3}）{4}</source>
        <translation>#{0} P{1} @{2} ({3}) {4}</translation>
    </message>
    <message>
        <source>没有客户在等。</source>
        <translation>No customer is waiting.</translation>
    </message>
    <message>
        <source>周报写好了：{0}</source>
        <translation>Weekly summary written: {0}</translation>
    </message>
    <message>
        <source>备份好了，已校验：{0}</source>
        <translation>Backup made and verified: {0}</translation>
    </message>
    <message>
        <source>全部数据写好了：{0}（{1} 张表，{2} 行）</source>
        <translation>All data written: {0} ({1} tables, {2} rows)</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/main.py</name>
    <message>
        <source>练习数据写好了：{0}（{1} 步）</source>
        <translation>Practice data written: {0} ({1} {1:step|steps})</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/parser.py</name>
    <message>
        <source>参数</source>
        <translation>arguments</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>options</translation>
    </message>
    <message>
        <source>没有“{value}”这一项，能写的是 {which}。写法见 {help}。</source>
        <translation>"{value}" is none of {which}. For how it is written: {help}.</translation>
    </message>
    <message>
        <source>{which} 要写整数，“{value}”不是。写法见 {help}。</source>
        <translation>{which} takes a whole number, "{value}" is none. For how it is written: {help}.</translation>
    </message>
    <message>
        <source>{which} 后面还要写内容。写法见 {help}。</source>
        <translation>{which} needs a value after it. For how it is written: {help}.</translation>
    </message>
    <message>
        <source>{which} 后面不用写“{value}”，请去掉。写法见 {help}。</source>
        <translation>{which} takes no value: please remove "{value}". For how it is written: {help}.</translation>
    </message>
    <message>
        <source>“{value}”可能是 {which}，请写全。写法见 {help}。</source>
        <translation>"{value}" could be {which}: please write it in full. For how it is written: {help}.</translation>
    </message>
    <message>
        <source>命令没有写完，还要写 {which}。写法见 {help}。</source>
        <translation>The command is not complete: {which} is still needed. For how it is written: {help}.</translation>
    </message>
    <message>
        <source>命令里的“{which}”认不得。请改正或去掉，写法见 {help}。</source>
        <translation>"{which}" is not known here. Please correct or remove it; for how it is written: {help}.</translation>
    </message>
    <message>
        <source>用法：</source>
        <translation>Usage: </translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/paste_command.py</name>
    <message>
        <source>没认出来，没有加入</source>
        <translation>not understood, not added</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>认出 {0} 条，新消息 {1}，已经有了 {2}，跳过 {3}，新工单 {4}</source>
        <translation>{0} {0:message|messages} found: {1} new, {2} known, {3} skipped, {4} new {4:ticket|tickets}</translation>
    </message>
    <message>
        <source>第 {0} 行{1}：{2}</source>
        <translation>Row {0} {1}: {2}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/restore_command.py</name>
    <message>
        <source>{0} 张工单</source>
        <translation>{0} {0:ticket|tickets}</translation>
    </message>
    <message>
        <source>{0} 还没有备份。</source>
        <translation>{0} has no backup yet.</translation>
    </message>
    <message>
        <source>已恢复：{0}（{1} 张工单）</source>
        <translation>Restored: {0} ({1} {1:ticket|tickets})</translation>
    </message>
    <message>
        <source>原来的数据留在 {0}，要换回去：weibo-operator restore {1}</source>
        <translation>The former data is kept in {0}; to go back: weibo-operator restore {1}</translation>
    </message>
    <message>
        <source>账号的授权不在备份里；换了电脑的话，打开窗口后在“设置，账号”里重新授权。</source>
        <translation>Accounts' authorizations are not in a backup; on a new computer open the window and authorize again under "Settings, Accounts".</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/self_test_command.py</name>
    <message>
        <source>程序的文件不完整，请重新安装；数据文件不受影响</source>
        <translation>The program's files are incomplete, please install it again; the data file is not affected</translation>
    </message>
    <message>
        <source>分类和错字</source>
        <translation>Labels and typos</translation>
    </message>
    <message>
        <source>分词</source>
        <translation>Word splitting</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>请看临时文件夹能不能写、磁盘满没满；都没问题就重新安装</source>
        <translation>Check that the temporary folder can be written and the disk is not full; if both are fine, install again</translation>
    </message>
    <message>
        <source>加密连接</source>
        <translation>Encrypted connection</translation>
    </message>
    <message>
        <source>没有根证书就连不上微博，请重新安装</source>
        <translation>Weibo cannot be reached without root certificates, please install again</translation>
    </message>
    <message>
        <source>钥匙串</source>
        <translation>Keyring</translation>
    </message>
    <message>
        <source>没有能用的钥匙串，授权只在本次运行有效。请打开系统的密码管理（如 gnome-keyring）再试</source>
        <translation>No usable keyring: an authorization lasts only while the program runs. Open the system's password store (such as gnome-keyring) and try again</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>写不进去，请检查这个文件夹的权限和磁盘空间</source>
        <translation>It cannot be written; check the folder's permissions and the disk space</translation>
    </message>
    <message>
        <source>许可文本</source>
        <translation>License texts</translation>
    </message>
    <message>
        <source>中文字体</source>
        <translation>Chinese font</translation>
    </message>
    <message>
        <source>找不到中文字体，字会显示成方框。请安装一种，例如 fonts-noto-cjk</source>
        <translation>No Chinese font found, characters would show as boxes. Install one, such as fonts-noto-cjk</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口打不开，请安装缺少的系统库（Debian 上用 apt 安装 .deb 会自动装好）</source>
        <translation>The window cannot open; install the missing system libraries (on Debian, apt does it when it installs the .deb)</translation>
    </message>
    <message>
        <source>显示器</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>没有连着显示器，窗口只能画在内存里。请在桌面里打开终端再试</source>
        <translation>No screen is connected, the window is drawn in memory only. Open a terminal on the desktop and try again</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>图标</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>好    {0}：{1}</source>
        <translation>good    {0}: {1}</translation>
    </message>
    <message>
        <source>{0}    {1}：{2}。（{3}）</source>
        <translation>{0}    {1}: {2}. ({3})</translation>
    </message>
    <message>
        <source>坏</source>
        <translation>fail</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>lack</translation>
    </message>
    <message>
        <source>微博客服台 {0}（{1}）</source>
        <translation>Weibo Operator {0} ({1})</translation>
    </message>
    <message>
        <source>结论：程序现在不能正常使用，请照“坏”的那一行做。</source>
        <translation>Result: the program cannot be used like this; do what the "fail" lines say.</translation>
    </message>
    <message>
        <source>结论：一切正常。</source>
        <translation>Result: all is well.</translation>
    </message>
    <message>
        <source>结论：可以使用，“缺”的那一行补上更好。</source>
        <translation>Result: it can be used; better add what the "lack" lines name.</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/simulate_command.py</name>
    <message>
        <source>轮流（下一位）</source>
        <translation>rotation (Next)</translation>
    </message>
    <message>
        <source>先来先答</source>
        <translation>first come</translation>
    </message>
    <message>
        <source>后来先答</source>
        <translation>newest first</translation>
    </message>
    <message>
        <source>只看级别</source>
        <translation>by level</translation>
    </message>
    <message>
        <source>每小时</source>
        <translation>per hour</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>order</translation>
    </message>
    <message>
        <source>最久</source>
        <translation>longest</translation>
    </message>
    <message>
        <source>单件最久</source>
        <translation>longest alone</translation>
    </message>
    <message>
        <source>{0} 分内</source>
        <translation>in {0} min</translation>
    </message>
    <message>
        <source>话题连着</source>
        <translation>topic run</translation>
    </message>
    <message>
        <source>相邻同话题</source>
        <translation>same topic</translation>
    </message>
    <message>
        <source>连着同一人</source>
        <translation>same person</translation>
    </message>
    <message>
        <source>没轮到</source>
        <translation>left</translation>
    </message>
    <message>
        <source>P1–P4：九成的客户等了不到多少分钟（按来的时候的级别；还没回的算到打烊为止）。等的时间只算营业时间。</source>
        <translation>P1–P4: nine in ten customers waited fewer minutes than this (by the level they came with; open ones count until closing). Only business hours count.</translation>
    </message>
    <message>
        <source>单件最久：当天只来问一件事的客户里等得最久的。话题连着：公开回复里同一话题最多连着几条。</source>
        <translation>longest alone: the longest wait of a customer who came with one thing that day. topic run: most public replies in a row on one topic.</translation>
    </message>
    <message>
        <source>连着同一人：别人也在等，却又回了同一位。没轮到：打烊时平均还有几条在等。</source>
        <translation>same person: answered again while others waited. left: waiting at closing time, on average.</translation>
    </message>
    <message>
        <source>{0} 天，每天从空收件箱开始，种子 {1}；每行 {2}–{3} 次回复。</source>
        <translation>{0} {0:day|days}, each from an empty inbox, seed {1}; each line {2}–{3} replies.</translation>
    </message>
    <message>
        <source>模拟中 {0}/{1}</source>
        <translation>Simulating {0}/{1}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/cli/text_commands.py</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{0} P{1} {2}（{3}）</source>
        <translation>{0} P{1} {2} ({3})</translation>
    </message>
    <message>
        <source>未发现问题</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/account.py</name>
    <message>
        <source>客服</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>技术支持</source>
        <translation>Tech support</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/community.py</name>
    <message>
        <source>由博友解答</source>
        <translation>answered by a follower</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/customer.py</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>代理商</source>
        <translation>Reseller</translation>
    </message>
    <message>
        <source>合作伙伴</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>员工</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>媒体</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>名人</source>
        <translation>Celebrity</translation>
    </message>
    <message>
        <source>微博公开</source>
        <translation>Weibo, public</translation>
    </message>
    <message>
        <source>微博私信</source>
        <translation>Weibo DM</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>到店</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>高影响力</source>
        <translation>Big reach</translation>
    </message>
    <message>
        <source>较有影响</source>
        <translation>Some reach</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>重要</source>
        <translation>Important</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/facets.py</name>
    <message>
        <source>质量</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>服务</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>性价比</source>
        <translation>Value</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/followup.py</name>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>新问题</source>
        <translation>New problem</translation>
    </message>
    <message>
        <source>好评分享</source>
        <translation>Shared praise</translation>
    </message>
    <message>
        <source>无动态</source>
        <translation>No news</translation>
    </message>
    <message>
        <source>不满</source>
        <translation>Unhappy</translation>
    </message>
    <message>
        <source>未解决但已安抚</source>
        <translation>Calmed only</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/knowledge.py</name>
    <message>
        <source>常见问题</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>产品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>门店</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Comparison</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/labels.py</name>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>售前</source>
        <translation>Pre-sales</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>闲聊</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>垃圾广告</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>谩骂</source>
        <translation>Abuse</translation>
    </message>
    <message>
        <source>产品质量</source>
        <translation>Product quality</translation>
    </message>
    <message>
        <source>服务态度</source>
        <translation>Service manner</translation>
    </message>
    <message>
        <source>物流配送</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>操作使用</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>价格销售</source>
        <translation>Price &amp; sales</translation>
    </message>
    <message>
        <source>功能建议</source>
        <translation>Feature idea</translation>
    </message>
    <message>
        <source>广告合作</source>
        <translation>Ad partnership</translation>
    </message>
    <message>
        <source>关于服务</source>
        <translation>About service</translation>
    </message>
    <message>
        <source>关于产品</source>
        <translation>About product</translation>
    </message>
    <message>
        <source>关于网站</source>
        <translation>About website</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>物流部</source>
        <translation>Logistics</translation>
    </message>
    <message>
        <source>销售部</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>广告部</source>
        <translation>Advertising</translation>
    </message>
    <message>
        <source>程序开发部</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>服务部</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>质检部</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>公关部</source>
        <translation>PR</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>私信</source>
        <translation>DM</translation>
    </message>
    <message>
        <source>评论</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>@提及</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/matters.py</name>
    <message>
        <source>迟迟没到</source>
        <translation>Running late</translation>
    </message>
    <message>
        <source>没收到货</source>
        <translation>Not received</translation>
    </message>
    <message>
        <source>送到时破损</source>
        <translation>Arrived broken</translation>
    </message>
    <message>
        <source>发错货</source>
        <translation>Wrong item</translation>
    </message>
    <message>
        <source>少发漏发</source>
        <translation>Items missing</translation>
    </message>
    <message>
        <source>送货方式</source>
        <translation>Way of delivery</translation>
    </message>
    <message>
        <source>优惠用不了</source>
        <translation>Coupon fails</translation>
    </message>
    <message>
        <source>买完降价</source>
        <translation>Price dropped</translation>
    </message>
    <message>
        <source>收费不符</source>
        <translation>Wrong charge</translation>
    </message>
    <message>
        <source>有没有货</source>
        <translation>In stock?</translation>
    </message>
    <message>
        <source>怎么选</source>
        <translation>Which to choose</translation>
    </message>
    <message>
        <source>问价格</source>
        <translation>Asking the price</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Will not open</translation>
    </message>
    <message>
        <source>登录不了</source>
        <translation>Cannot log in</translation>
    </message>
    <message>
        <source>付款出错</source>
        <translation>Payment fails</translation>
    </message>
    <message>
        <source>信息泄露</source>
        <translation>Data leak</translation>
    </message>
    <message>
        <source>退款没到</source>
        <translation>Refund missing</translation>
    </message>
    <message>
        <source>退换不成</source>
        <translation>Return refused</translation>
    </message>
    <message>
        <source>维修没结果</source>
        <translation>Repair drags on</translation>
    </message>
    <message>
        <source>停业退卡</source>
        <translation>Closed shop, card</translation>
    </message>
    <message>
        <source>没人回复</source>
        <translation>Nobody answers</translation>
    </message>
    <message>
        <source>营业时间</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>会员积分</source>
        <translation>Member points</translation>
    </message>
    <message>
        <source>乱扣费</source>
        <translation>Surprise charge</translation>
    </message>
    <message>
        <source>连不上</source>
        <translation>Cannot connect</translation>
    </message>
    <message>
        <source>清洗保养</source>
        <translation>Cleaning &amp; care</translation>
    </message>
    <message>
        <source>安装</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>怎么用</source>
        <translation>How to use it</translation>
    </message>
    <message>
        <source>漏电冒烟</source>
        <translation>Sparks, smoke</translation>
    </message>
    <message>
        <source>吃坏身体</source>
        <translation>Food made ill</translation>
    </message>
    <message>
        <source>伤到人</source>
        <translation>Injury</translation>
    </message>
    <message>
        <source>吃出异物</source>
        <translation>Foreign object</translation>
    </message>
    <message>
        <source>变质过期</source>
        <translation>Gone bad</translation>
    </message>
    <message>
        <source>坏了</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>漏水漏液</source>
        <translation>Leaking</translation>
    </message>
    <message>
        <source>掉色开裂</source>
        <translation>Fading, cracks</translation>
    </message>
    <message>
        <source>和描述不符</source>
        <translation>Not as described</translation>
    </message>
    <message>
        <source>味道</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>响声大</source>
        <translation>Noisy</translation>
    </message>
    <message>
        <source>成分</source>
        <translation>Ingredients</translation>
    </message>
    <message>
        <source>{0}，{1}</source>
        <translation>{0}, {1}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/people.py</name>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>合作方</source>
        <translation>Partner</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/praise.py</name>
    <message>
        <source>还没征得同意</source>
        <translation>not asked yet</translation>
    </message>
    <message>
        <source>已征得同意</source>
        <translation>may be quoted</translation>
    </message>
    <message>
        <source>客户不同意</source>
        <translation>must not be quoted</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/promises.py</name>
    <message>
        <source>答复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>发货</source>
        <translation>Shipping</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>退款</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>上门</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>解决</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>补偿</source>
        <translation>Compensation</translation>
    </message>
    <message>
        <source>保证</source>
        <translation>Guarantee</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/relation.py</name>
    <message>
        <source>新客户</source>
        <translation>New</translation>
    </message>
    <message>
        <source>老客户</source>
        <translation>Returning</translation>
    </message>
    <message>
        <source>忠实客户</source>
        <translation>Loyal</translation>
    </message>
    <message>
        <source>拥护者</source>
        <translation>Advocate</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/remedy.py</name>
    <message>
        <source>补发</source>
        <translation>Resend</translation>
    </message>
    <message>
        <source>优惠券</source>
        <translation>Coupon</translation>
    </message>
    <message>
        <source>换货</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>道歉</source>
        <translation>Apology</translation>
    </message>
</context>
<context>
    <name>weibo_operator/domain/template.py</name>
    <message>
        <source>正式</source>
        <translation>Formal</translation>
    </message>
    <message>
        <source>亲切</source>
        <translation>Friendly</translation>
    </message>
</context>
<context>
    <name>weibo_operator/language/spoken_reasons.py</name>
    <message>
        <source>多打了一个字</source>
        <translation>a character too many</translation>
    </message>
    <message>
        <source>多打了字</source>
        <translation>characters too many</translation>
    </message>
    <message>
        <source>漏了字</source>
        <translation>a character missing</translation>
    </message>
    <message>
        <source>字序颠倒</source>
        <translation>characters swapped</translation>
    </message>
    <message>
        <source>重复了</source>
        <translation>said twice</translation>
    </message>
    <message>
        <source>用词</source>
        <translation>wording</translation>
    </message>
    <message>
        <source>形近错字</source>
        <translation>look-alike</translation>
    </message>
    <message>
        <source>同音错字</source>
        <translation>homophone</translation>
    </message>
    <message>
        <source>你定的改法</source>
        <translation>your own correction</translation>
    </message>
    <message>
        <source>句末语气词用“吧”</source>
        <translation>sentences end with "吧"</translation>
    </message>
    <message>
        <source>问句末尾用“吗”</source>
        <translation>questions end with "吗"</translation>
    </message>
    <message>
        <source>说明程度一般用“得”</source>
        <translation>before a degree usually "得"</translation>
    </message>
    <message>
        <source>动作前面一般用“地”</source>
        <translation>before a verb usually "地"</translation>
    </message>
    <message>
        <source>中文里用全角标点</source>
        <translation>Chinese uses full-width signs</translation>
    </message>
    <message>
        <source>标点重复</source>
        <translation>punctuation repeated</translation>
    </message>
    <message>
        <source>两个标点连用</source>
        <translation>two signs in a row</translation>
    </message>
    <message>
        <source>标点前多了空格</source>
        <translation>a space before the sign</translation>
    </message>
    <message>
        <source>这一句很长，没有标点</source>
        <translation>a long sentence without any sign</translation>
    </message>
    <message>
        <source>行业里的说法，换成大白话</source>
        <translation>trade talk, say it plainly</translation>
    </message>
    <message>
        <source>和刚发过的一条一模一样，微博会拒收</source>
        <translation>the same as the one just sent, Weibo will refuse it</translation>
    </message>
    <message>
        <source>变量没填</source>
        <translation>a variable is not filled</translation>
    </message>
    <message>
        <source>像是没填的空</source>
        <translation>looks like a blank to fill</translation>
    </message>
    <message>
        <source>昵称后面要空一格</source>
        <translation>a space must follow the nickname</translation>
    </message>
    <message>
        <source>称呼的不是这位客户</source>
        <translation>addresses somebody else</translation>
    </message>
    <message>
        <source>这是另一位客户的昵称</source>
        <translation>this is another customer's nickname</translation>
    </message>
    <message>
        <source>说了时限</source>
        <translation>names a time</translation>
    </message>
    <message>
        <source>答应了去做</source>
        <translation>promises to do it</translation>
    </message>
    <message>
        <source>身份证号</source>
        <translation>an ID number</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>a mobile number</translation>
    </message>
    <message>
        <source>固定电话</source>
        <translation>a phone number</translation>
    </message>
    <message>
        <source>银行卡号</source>
        <translation>a bank card number</translation>
    </message>
    <message>
        <source>单号或账号</source>
        <translation>an order or account number</translation>
    </message>
    <message>
        <source>快递单号</source>
        <translation>a waybill number</translation>
    </message>
    <message>
        <source>订单号或单号</source>
        <translation>an order number</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>a document number</translation>
    </message>
    <message>
        <source>车牌号</source>
        <translation>a number plate</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>an email address</translation>
    </message>
    <message>
        <source>微信或 QQ 号</source>
        <translation>a WeChat or QQ number</translation>
    </message>
    <message>
        <source>详细地址</source>
        <translation>a full address</translation>
    </message>
    <message>
        <source>门牌号</source>
        <translation>a door number</translation>
    </message>
    <message>
        <source>您登记的地址</source>
        <translation>the address you gave</translation>
    </message>
    <message>
        <source>漏了“{0}”</source>
        <translation>"{0}" is missing</translation>
    </message>
    <message>
        <source>用词：这里一般写“{0}”</source>
        <translation>wording: here usually "{0}"</translation>
    </message>
    <message>
        <source>同音错字（{0}）</source>
        <translation>homophone ({0})</translation>
    </message>
    <message>
        <source>音近错字（{0}）</source>
        <translation>near homophone ({0})</translation>
    </message>
    <message>
        <source>缺少后半个“{0}”</source>
        <translation>the closing "{0}" is missing</translation>
    </message>
    <message>
        <source>缺少前半个“{0}”</source>
        <translation>the opening "{0}" is missing</translation>
    </message>
    <message>
        <source>超出 {0} 字</source>
        <translation>{0} {0:character|characters} too long</translation>
    </message>
    <message>
        <source>一条里叫了 {0} 次“亲”，像机器人</source>
        <translation>"亲" {0} {0:time|times} in one reply, like a robot</translation>
    </message>
    <message>
        <source>像是{0}，别人也看得到，可遮住或改用私信</source>
        <translation>looks like {0}, visible to others; mask it or send a DM</translation>
    </message>
    <message>
        <source>客户还问了{0}，回复里没看到</source>
        <translation>the customer also asked {0}, not answered here</translation>
    </message>
    <message>
        <source>{0}月{1}日（周{2}）</source>
        <translation>{2} {0:0&gt;2}-{1:0&gt;2}</translation>
    </message>
    <message>
        <source>{0}，{1} {2} 前</source>
        <translation>{0}, by {1} {2}</translation>
    </message>
    <message>
        <source>{0}，{1}前</source>
        <translation>{0}, by {1}</translation>
    </message>
    <message>
        <source>{0}，{1}内</source>
        <translation>{0}, on {1}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/backup_words.py</name>
    <message>
        <source>自动备份</source>
        <translation>Automatic backup</translation>
    </message>
    <message>
        <source>恢复之前留下的</source>
        <translation>Left before a restore</translation>
    </message>
    <message>
        <source>程序升级之前留下的</source>
        <translation>Left before an upgrade</translation>
    </message>
    <message>
        <source>{0}月{1}日 {2:%H:%M}</source>
        <translation>{0:0&gt;2}-{1:0&gt;2} {2:%H:%M}</translation>
    </message>
    <message>
        <source>{0}年{1}</source>
        <translation>{0}-{1}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/crisis_words.py</name>
    <message>
        <source>由你标为危机</source>
        <translation>marked as a crisis by you</translation>
    </message>
    <message>
        <source>有危机词</source>
        <translation>crisis words</translation>
    </message>
    <message>
        <source>转评赞每小时 +{0}</source>
        <translation>spread +{0} an hour</translation>
    </message>
    <message>
        <source>同类 {0} 人</source>
        <translation>{0} alike</translation>
    </message>
    <message>
        <source>{0}账号</source>
        <translation>{0} account</translation>
    </message>
    <message>
        <source>粉丝 {0}</source>
        <translation>{0} {0:follower|followers}</translation>
    </message>
    <message>
        <source>{0} 天内第 {1} 次投诉</source>
        <translation>complaint no. {1} in {0} {0:day|days}</translation>
    </message>
    <message>
        <source>追问 {0} 次还没回</source>
        <translation>asked {0} {0:time|times}, no answer yet</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>转评赞没有新增记录</source>
        <translation>no growth recorded</translation>
    </message>
    <message>
        <source>转评赞未知</source>
        <translation>reposts, comments, likes unknown</translation>
    </message>
    <message>
        <source>转评赞 {0}</source>
        <translation>{0} {0:repost, comment or like|reposts, comments, likes}</translation>
    </message>
    <message>
        <source>{0} 人在说，{1}</source>
        <translation>{0} {0:person|people} talking, {1}</translation>
    </message>
    <message>
        <source>公开可见</source>
        <translation>visible to everybody</translation>
    </message>
    <message>
        <source>私信里说的</source>
        <translation>said in a DM</translation>
    </message>
    <message>
        <source>粉丝未知</source>
        <translation>followers unknown</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/full_export.py</name>
    <message>
        <source>全部对话.csv</source>
        <translation>all conversations.csv</translation>
    </message>
    <message>
        <source>说明.txt</source>
        <translation>read me.txt</translation>
    </message>
    <message>
        <source>我们</source>
        <translation>Ours</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/full_export_words.py</name>
    <message>
        <source>轮流顺序</source>
        <translation>By rotation</translation>
    </message>
    <message>
        <source>同一件事</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>危机</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>线索</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>读过的文件</source>
        <translation>Files that were read</translation>
    </message>
    <message>
        <source>程序自己的记录</source>
        <translation>The program's own records</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>客户说的话和我们的回复</source>
        <translation>What customers said and our replies</translation>
    </message>
    <message>
        <source>客户的每一轮提问</source>
        <translation>Each turn of a customer</translation>
    </message>
    <message>
        <source>写过的每一条回复：发了没有、什么时候</source>
        <translation>Every reply written: whether it was sent, and when</translation>
    </message>
    <message>
        <source>没写完的回复</source>
        <translation>Unfinished replies</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Handoff</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>答应过客户的事</source>
        <translation>What was promised to customers</translation>
    </message>
    <message>
        <source>补救：退款、补发、优惠券</source>
        <translation>Remedies: refunds, resends, coupons</translation>
    </message>
    <message>
        <source>收下的好评</source>
        <translation>Kept praise</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>模板的各种说法</source>
        <translation>The wordings of templates</translation>
    </message>
    <message>
        <source>模板的附件</source>
        <translation>Files attached to templates</translation>
    </message>
    <message>
        <source>知识卡</source>
        <translation>Knowledge cards</translation>
    </message>
    <message>
        <source>知识卡用在哪里</source>
        <translation>Where knowledge cards are used</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>部门的联系人</source>
        <translation>Contacts in departments</translation>
    </message>
    <message>
        <source>导入的订单</source>
        <translation>Imported orders</translation>
    </message>
    <message>
        <source>记下的联系</source>
        <translation>Contacts that were noted</translation>
    </message>
    <message>
        <source>内部人员</source>
        <translation>Own people</translation>
    </message>
    <message>
        <source>替别人问的</source>
        <translation>Asked for somebody else</translation>
    </message>
    <message>
        <source>博友解答</source>
        <translation>Answered by a follower</translation>
    </message>
    <message>
        <source>线下已解决的</source>
        <translation>Solved offline</translation>
    </message>
    <message>
        <source>问答场</source>
        <translation>Q&amp;A session</translation>
    </message>
    <message>
        <source>公开提醒</source>
        <translation>Public notice</translation>
    </message>
    <message>
        <source>保存的搜索</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>周报里写的话</source>
        <translation>Notes in the weekly summary</translation>
    </message>
    <message>
        <source>下周的安排</source>
        <translation>Plans for the next week</translation>
    </message>
    <message>
        <source>用在每张工单上的时间</source>
        <translation>Time spent on each ticket</translation>
    </message>
    <message>
        <source>工单什么时候开、解决、重开</source>
        <translation>When tickets were opened, solved, reopened</translation>
    </message>
    <message>
        <source>微博的转发、评论、赞</source>
        <translation>Reposts, comments and likes of posts</translation>
    </message>
    <message>
        <source>发送前拦下的错</source>
        <translation>Mistakes caught before sending</translation>
    </message>
    <message>
        <source>改过的分类，程序照着学</source>
        <translation>Corrected labels, which the program learns from</translation>
    </message>
    <message>
        <source>词典</source>
        <translation>Dictionary</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>做过的每一步，撤销用</source>
        <translation>Every step taken, for undo</translation>
    </message>
    <message>
        <source>每一步改了什么，撤销用</source>
        <translation>What each step changed, for undo</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>微博 UID</source>
        <translation>Weibo UID</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Said by</translation>
    </message>
    <message>
        <source>谁能看到</source>
        <translation>Who can see it</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>链接</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>微博客服台的全部数据</source>
        <translation>All data of Weibo Operator</translation>
    </message>
    <message>
        <source>从 {0} 导出，{1:%Y-%m-%d %H:%M}。</source>
        <translation>Exported from {0}, {1:%Y-%m-%d %H:%M}.</translation>
    </message>
    <message>
        <source>程序版本：{0}</source>
        <translation>Version of the program: {0}</translation>
    </message>
    <message>
        <source>里面有客户的昵称、电话、私信，都没有打码，请只放在自己信得过的地方。账号的授权不在里面。</source>
        <translation>It holds customers' names, phone numbers and private messages, none of them masked: keep it only in a place you trust. The accounts' authorizations are not in it.</translation>
    </message>
    <message>
        <source>“全部对话”一行是一句话，按来的先后，直接用表格软件打开。</source>
        <translation>In "all conversations" each row is one message, in the order they came; open it with a spreadsheet program.</translation>
    </message>
    <message>
        <source>csv 文件夹：每张表一个文件，表格软件能打开；开头像公式的格子前面多一个 '，不会被当成公式。</source>
        <translation>Folder csv: one file for each table, for spreadsheet programs; a cell that begins like a formula has a ' in front, so that it is not taken for one.</translation>
    </message>
    <message>
        <source>json 文件夹：同样的表，一字不改，给别的程序读。时间都是北京时间。</source>
        <translation>Folder json: the same tables, nothing changed, for other programs. All times are Beijing time.</translation>
    </message>
    <message>
        <source>想换一台电脑接着用，请用“备份”和“从备份恢复”；这里的文件读不回来。</source>
        <translation>To go on with another computer, use "Back up" and "Restore from a backup"; these files can't be read back.</translation>
    </message>
    <message>
        <source>各张表：</source>
        <translation>The tables:</translation>
    </message>
    <message>
        <source>{0}：{1}，{2:,} 行</source>
        <translation>{0}: {1}, {2:,} {2:row|rows}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/gathered.py</name>
    <message>
        <source>闲聊或广告</source>
        <translation>chat or ads</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/important_words.py</name>
    <message>
        <source>重要客户</source>
        <translation>Important</translation>
    </message>
    <message>
        <source>在 VIP 名单上</source>
        <translation>on the VIP list</translation>
    </message>
    <message>
        <source>角色是{0}</source>
        <translation>role: {0}</translation>
    </message>
    <message>
        <source>没有安排</source>
        <translation>Not planned</translation>
    </message>
    <message>
        <source>逾期 {0} 天</source>
        <translation>{0} {0:day|days} overdue</translation>
    </message>
    <message>
        <source>还没有联系过</source>
        <translation>Not contacted yet</translation>
    </message>
    <message>
        <source>每 {0} 天</source>
        <translation>every {0} {0:day|days}</translation>
    </message>
    <message>
        <source>不定期</source>
        <translation>No fixed rhythm</translation>
    </message>
    <message>
        <source>（{0} 个月）</source>
        <translation> ({0} {0:month|months})</translation>
    </message>
    <message>
        <source>来过 {0} 天{1}</source>
        <translation>here on {0} {0:day|days}{1}</translation>
    </message>
    <message>
        <source>表扬 {0} 次</source>
        <translation>praised {0} {0:time|times}</translation>
    </message>
    <message>
        <source>替博友解答 {0} 次</source>
        <translation>helped followers {0} {0:time|times}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>还没有来往</source>
        <translation>no contact yet</translation>
    </message>
    <message>
        <source>手工设的；{0}</source>
        <translation>set by hand; {0}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/knowledge_words.py</name>
    <message>
        <source>没有标题</source>
        <translation>no title</translation>
    </message>
    <message>
        <source>没有内容</source>
        <translation>no text</translation>
    </message>
    <message>
        <source>对比要写明来源</source>
        <translation>a comparison must name its source</translation>
    </message>
    <message>
        <source>对比的一项要写我们和别家两边</source>
        <translation>a point of comparison needs both sides, ours and theirs</translation>
    </message>
    <message>
        <source>菜单最多两级</source>
        <translation>a menu has two levels at most</translation>
    </message>
    <message>
        <source>类型只能是常见问题、产品、门店或对比</source>
        <translation>the kind can only be 常见问题, 产品, 门店 or 对比</translation>
    </message>
    <message>
        <source>核对日期认不出来，请写成 2026-11-19</source>
        <translation>the day of checking is not understood, write it like 2026-11-19</translation>
    </message>
    <message>
        <source>格子比表头多，可能少了引号</source>
        <translation>more cells than heads, perhaps a quote is missing</translation>
    </message>
    <message>
        <source>引号没有配对</source>
        <translation>a quote without its partner</translation>
    </message>
    <message>
        <source>没有订单号</source>
        <translation>no order number</translation>
    </message>
    <message>
        <source>订单号被表格软件改成了科学计数，后几位丢了；请把那一列设成文本再导出</source>
        <translation>the spreadsheet turned the order number into a power of ten and lost its last digits; format the column as text and export again</translation>
    </message>
    <message>
        <source>还没核对过</source>
        <translation>not checked yet</translation>
    </message>
    <message>
        <source>{0}核对过</source>
        <translation>checked {0:low}</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>{0} 核对过</source>
        <translation>checked {0:low}</translation>
    </message>
    <message>
        <source>{0} 天没核对</source>
        <translation>not checked for {0} {0:day|days}</translation>
    </message>
    <message>
        <source>第 {0} 行“{1}”</source>
        <translation>Row {0} "{1}"</translation>
    </message>
    <message>
        <source>第 {0} 行</source>
        <translation>Row {0}</translation>
    </message>
    <message>
        <source>{0} {1}{2}</source>
        <translation>{0} {2}</translation>
    </message>
    <message>
        <source>新的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>没有变</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>{0} 行没有读进来</source>
        <translation>{0} {0:line|lines} left out</translation>
    </message>
    <message>
        <source>文件里只有表头，没有读到内容</source>
        <translation>The file has only a header, nothing else was read</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/leads.py</name>
    <message>
        <source>{0} 天前</source>
        <translation>{0} {0:day|days} ago</translation>
    </message>
    <message>
        <source>{0}联系过，还没有回音，{1} 天内先不再打扰</source>
        <translation>Contacted {0:low} without an answer yet, leave them alone for {1} {1:day|days}</translation>
    </message>
    <message>
        <source>今天已经第一次联系了 {0} 位线索，明天再说</source>
        <translation>{0} {0:lead|leads} contacted for the first time today already, wait until tomorrow</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/left_out.py</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>不用管，这一行只是表头</source>
        <translation>Nothing to do, this line is only a header</translation>
    </message>
    <message>
        <source>在原文件里补全这一行，或重新导出</source>
        <translation>Complete this line in the original file, or export again</translation>
    </message>
    <message>
        <source>在原文件里改好这一行的列数，再导入</source>
        <translation>Correct this line's columns in the original file, then import</translation>
    </message>
    <message>
        <source>在原文件里补上引号，再导入</source>
        <translation>Add the quote in the original file, then import</translation>
    </message>
    <message>
        <source>编号列设成文本，重新导出再导入</source>
        <translation>Format the number column as text, export and import again</translation>
    </message>
    <message>
        <source>时间写成 2026-11-18 09:30，再导入</source>
        <translation>Write the time like 2026-11-18 09:30, then import</translation>
    </message>
    <message>
        <source>补上昵称再导入，或手工录入</source>
        <translation>Add the nickname and import, or enter it by hand</translation>
    </message>
    <message>
        <source>不用管，这一项里没有消息</source>
        <translation>Nothing to do, there is no message in it</translation>
    </message>
    <message>
        <source>把文件另存为 UTF-8，再导入</source>
        <translation>Save the file as UTF-8, then import</translation>
    </message>
    <message>
        <source>从原来的网页或软件重新导出</source>
        <translation>Export again from the original page or program</translation>
    </message>
    <message>
        <source>在原文件里看这一行，或手工录入</source>
        <translation>Look at this line in the original file, or enter it by hand</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/offline.py</name>
    <message>
        <source>线下已解决，请 TA 在微博上说一句，把链接记下来</source>
        <translation>Solved offline; ask them to say so on Weibo and note the link</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/platform_sentences.py</name>
    <message>
        <source>微博没有接受这条内容：{why}。内容还在，</source>
        <translation>Weibo did not accept this: {why}. Your text is kept; </translation>
    </message>
    <message>
        <source>微博暂时没有处理，什么都没有发出去。内容还在，请过一会儿再试。</source>
        <translation>Weibo did not process this and nothing was sent. Your text is kept; try again in a while.</translation>
    </message>
    <message>
        <source>不确定这条回复发出去没有，微博没有返回结果。为了不发两遍，没有自动重发。请去微博看看，再告诉客服台。</source>
        <translation>It is not certain whether this reply was sent: Weibo gave no result. It was not sent again, so that it does not go out twice. Please look on Weibo, then say here what happened.</translation>
    </message>
    <message>
        <source>微博已经收下，可能要一两分钟才显示出来。不用重发。</source>
        <translation>Weibo has taken it; it may need a minute or two to show. No need to send it again.</translation>
    </message>
    <message>
        <source>微博说同样的内容已经有了，这条很可能已经发出。没有自动重发，请去微博看看，再告诉客服台。</source>
        <translation>Weibo says the same text is already there, so this was probably sent. It was not sent again. Please look on Weibo, then say here what happened.</translation>
    </message>
    <message>
        <source>连不上微博，什么都没有发出去。可以继续看、继续写，请检查网络，联网后再试。</source>
        <translation>Weibo cannot be reached and nothing was sent. You can go on reading and writing; check the network and try again once online.</translation>
    </message>
    <message>
        <source>连接不安全，已经断开：对面不能证明自己是微博。请检查电脑的日期和时间，关掉代理或 VPN 再试。</source>
        <translation>The connection is not safe and was cut: the other side could not prove that it is Weibo. Check the computer's date and time, turn off any proxy or VPN and try again.</translation>
    </message>
    <message>
        <source>微博返回的内容读不懂，没有采用，工单和草稿都在。请过一会儿再试；一直这样，请先用导入或粘贴。</source>
        <translation>Weibo's answer could not be read and was not used; tickets and drafts are all here. Try again in a while; if it goes on, use import or paste for now.</translation>
    </message>
    <message>
        <source>微博没有给这个应用这项权限，已经停用它，不再反复请求。可以导入文件，或者打开微博网页。</source>
        <translation>Weibo did not give this app this permission, so it is switched off and not asked for again. You can import files or open Weibo in the browser.</translation>
    </message>
    <message>
        <source>微博授权已失效，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。</source>
        <translation>Weibo's authorization is no longer valid: no new messages arrive and nothing can be sent. Tickets and drafts are all here; please authorize again.</translation>
    </message>
    <message>
        <source>应用的设置或请求不对，微博没有处理，也不会自动重试。请按开放平台控制台的内容核对设置。</source>
        <translation>The app's settings or the request are wrong; Weibo did not process it and it is not tried again. Compare the settings with the open platform's console.</translation>
    </message>
    <message>
        <source>微博限制了访问频率，{when}可以继续。要发的回复都在待发箱里。</source>
        <translation>Weibo limits how often we may ask; it goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>发得太快，微博限制了频率，{when}再发。要发的回复都在待发箱里。</source>
        <translation>Sent too fast: Weibo limits the rate, sending goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>微博不接受从现在这个网络来的访问，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。</source>
        <translation>Weibo does not accept requests from this network, so syncing has stopped. Turn off any proxy or VPN, or change the network, then press "Sync now".</translation>
    </message>
    <message>
        <source>刚刚发过相似的内容，微博没有接受。内容还在，请换一种说法再发。</source>
        <translation>Something similar was just sent and Weibo did not accept this. Your text is kept; say it another way and send again.</translation>
    </message>
    <message>
        <source>微博没有接受这条内容。内容还在，请改一改再发。</source>
        <translation>Weibo did not accept this text. Your text is kept; change it and send again.</translation>
    </message>
    <message>
        <source>这条内容超过了微博的字数限制，没有发出去。内容还在，请删短一些再发。</source>
        <translation>This is longer than Weibo allows and was not sent. Your text is kept; shorten it and send again.</translation>
    </message>
    <message>
        <source>微博要求在网页上操作一次（验证码或提示），这条没有发出去。内容还在，请打开微博网页来发。</source>
        <translation>Weibo asks for a step on its website (a captcha or a prompt); this was not sent. Your text is kept; open Weibo in the browser to send it.</translation>
    </message>
    <message>
        <source>原文已经删除或看不到了，回复发不出去。本机留有原文，内容也还在，可以改发私信。</source>
        <translation>The original post is deleted or hidden, so the reply cannot be sent. A copy is kept here and so is your text; you can send a direct message instead.</translation>
    </message>
    <message>
        <source>客户已删除这条评论，回复发不出去。内容还在，可以改为评论原博，或者改发私信。</source>
        <translation>The comment was deleted. Your text is kept: comment on the post, or send a DM.</translation>
    </message>
    <message>
        <source>对方的设置不允许我们评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。</source>
        <translation>Their settings do not let us comment; nothing was sent. Your text is kept; send a direct message or reach them another way.</translation>
    </message>
    <message>
        <source>对方已把我们拉黑，没有发出去。请不要再联系对方，可以结束这张工单。</source>
        <translation>They have blocked us; nothing was sent. Please do not contact them again; you can finish this ticket.</translation>
    </message>
    <message>
        <source>找不到这位客户，账号可能已经注销。已有的记录都在，可以结束这张工单。</source>
        <translation>This customer cannot be found; the account may be closed. All records are kept; you can finish this ticket.</translation>
    </message>
    <message>
        <source>对方没有关注我们，私信发不出去。内容还在，请改为公开回复。</source>
        <translation>They do not follow us, so a direct message cannot be sent. Your text is kept; please reply in public instead.</translation>
    </message>
    <message>
        <source>请在开放平台的“我的应用”里核对后再授权。</source>
        <translation>Check it under "My apps" on the open platform, then authorize again.</translation>
    </message>
    <message>
        <source>微博说请求的写法不对，没有处理，也不会自动重试。请检查更新，或者先用复制的办法回复。</source>
        <translation>Weibo says the request is written wrongly; it was not processed and is not tried again. Check for updates, or reply by copying for now.</translation>
    </message>
    <message>
        <source>微博的服务暂停了，什么都没有发出去。内容还在，请过一会儿再试。</source>
        <translation>Weibo's service is paused and nothing was sent. Your text is kept; try again in a while.</translation>
    </message>
    <message>
        <source>微博限制了现在这个网络地址，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。</source>
        <translation>Weibo limits this network address, so syncing has stopped. Turn off any proxy or VPN, or change the network, then press "Sync now".</translation>
    </message>
    <message>
        <source>请求里没有授权，微博没有处理。已有的工单和草稿都在，请重新授权。</source>
        <translation>The request carried no authorization and Weibo did not process it. Tickets and drafts are all here; please authorize again.</translation>
    </message>
    <message>
        <source>微博现在太忙，什么都没有发出去。内容还在，请过一会儿再试。</source>
        <translation>Weibo is too busy and nothing was sent. Your text is kept; try again in a while.</translation>
    </message>
    <message>
        <source>微博说应用的级别不够，这项功能已经停用，不再反复请求。可以导入文件，或者打开微博网页来做。</source>
        <translation>Weibo says the app's level is too low; this function is switched off and not asked for again. You can import files or do it on Weibo's website.</translation>
    </message>
    <message>
        <source>这个网络地址的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。</source>
        <translation>This network address has used up its requests; it goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>这个账号的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。</source>
        <translation>This account has used up its requests; it goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>这项功能的访问次数用完了，{when}可以继续。要发的回复都在待发箱里。</source>
        <translation>This function has used up its requests; it goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>内容是空的，没有发出去。请写好再发。</source>
        <translation>The text is empty; nothing was sent. Please write it first.</translation>
    </message>
    <message>
        <source>这条内容超过 140 字，没有发出去。内容还在，请删短一些再发。</source>
        <translation>This is longer than 140 characters and was not sent. Your text is kept; shorten it and send again.</translation>
    </message>
    <message>
        <source>这条内容超过 300 字，没有发出去。内容还在，请删短一些再发。</source>
        <translation>This is longer than 300 characters and was not sent. Your text is kept; shorten it and send again.</translation>
    </message>
    <message>
        <source>发得太多太快，微博限制了频率，{when}再发。要发的回复都在待发箱里。</source>
        <translation>Sent too much too fast: Weibo limits the rate, sending goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>刚刚已经发过相似的内容，微博没有接受。内容还在，请换一种说法再发。</source>
        <translation>Something similar has just been sent and Weibo did not accept this. Your text is kept; say it another way and send again.</translation>
    </message>
    <message>
        <source>里面有它不接受的网址</source>
        <translation>it holds a web address Weibo does not allow</translation>
    </message>
    <message>
        <source>请去掉网址再发。</source>
        <translation>take the web address out and send again.</translation>
    </message>
    <message>
        <source>像是广告</source>
        <translation>it looks like an advertisement</translation>
    </message>
    <message>
        <source>请去掉推销的话再发。</source>
        <translation>take out the sales talk and send again.</translation>
    </message>
    <message>
        <source>里面有违规的内容</source>
        <translation>it holds something against the rules</translation>
    </message>
    <message>
        <source>请改一改再发。</source>
        <translation>change it and send again.</translation>
    </message>
    <message>
        <source>微博认为现在这个网络异常，已经停止同步。请关掉代理或 VPN，或换一个网络，再点“立即同步”。</source>
        <translation>Weibo finds this network suspicious, so syncing has stopped. Turn off any proxy or VPN, or change the network, then press "Sync now".</translation>
    </message>
    <message>
        <source>微博暂停了这个账号的这项功能，已经停用它。内容还在，请联系微博客服，或者打开微博网页来做。</source>
        <translation>Weibo suspended this function for this account, so it is switched off. Your text is kept; contact Weibo's support or do it on Weibo's website.</translation>
    </message>
    <message>
        <source>微博要求填验证码，这条没有发出去。内容还在，请打开微博网页来发。</source>
        <translation>Weibo asks for a captcha; this was not sent. Your text is kept; open Weibo in the browser to send it.</translation>
    </message>
    <message>
        <source>微博说这个账号的登录状态异常。请先在微博网页上登录一次，再重新授权。工单和草稿都在。</source>
        <translation>Weibo says this account's sign-in looks unusual. Sign in once on Weibo's website, then authorize again. Tickets and drafts are all here.</translation>
    </message>
    <message>
        <source>今天发过相似的内容，微博没有接受。内容还在，请换一种说法，或者明天再发。</source>
        <translation>Something similar was sent today and Weibo did not accept this. Your text is kept; say it another way, or send it tomorrow.</translation>
    </message>
    <message>
        <source>原博已经删除，回复发不出去。本机留有原文，内容也还在，可以改发私信，或者结束这张工单。</source>
        <translation>The original post is deleted, so the reply cannot be sent. A copy is kept here and so is your text; send a direct message instead, or finish this ticket.</translation>
    </message>
    <message>
        <source>对方设置了可见范围，我们看不到原博，回复发不出去。本机留有原文，内容也还在，可以改发私信。</source>
        <translation>They limited who may see the original post, so the reply cannot be sent. A copy is kept here and so is your text; you can send a direct message instead.</translation>
    </message>
    <message>
        <source>对方设置了可见范围，不能转发。内容还在，请改为评论。</source>
        <translation>They limited who may see it, so it cannot be reposted. Your text is kept; comment instead.</translation>
    </message>
    <message>
        <source>对方的隐私设置不允许我们评论，没有发出去。内容还在，请改发私信，或者发一条微博 @ 对方。</source>
        <translation>Their privacy settings do not let us comment; nothing was sent. Your text is kept; send a direct message, or post on Weibo and mention them.</translation>
    </message>
    <message>
        <source>原博现在不能看，回复发不出去。本机留有原文，内容也还在，请过一会儿再试，或者改发私信。</source>
        <translation>The original post cannot be seen now, so the reply cannot be sent. A copy is kept here and so is your text; try again in a while or send a direct message instead.</translation>
    </message>
    <message>
        <source>被转发的原博已经删除，回复发不出去。本机留有原文，内容也还在，可以改发私信。</source>
        <translation>The reposted original is deleted, so the reply cannot be sent. A copy is kept here and so is your text; you can send a direct message instead.</translation>
    </message>
    <message>
        <source>评论不合规</source>
        <translation>the comment breaks the rules</translation>
    </message>
    <message>
        <source>对方只让自己关注的人评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。</source>
        <translation>They let only people they follow comment; nothing was sent. Your text is kept; send a direct message or reach them another way.</translation>
    </message>
    <message>
        <source>对方只让信任的用户评论，没有发出去。内容还在，请改发私信，或者换别的方式联系。</source>
        <translation>They let only trusted users comment; nothing was sent. Your text is kept; send a direct message or reach them another way.</translation>
    </message>
    <message>
        <source>对方只让粉丝评论，没有发出去。内容还在，可以先关注对方再试，或者改发私信。</source>
        <translation>They let only followers comment; nothing was sent. Your text is kept; follow them and try again, or send a direct message.</translation>
    </message>
    <message>
        <source>微博没有接受这条私信。内容还在，请改为公开回复。</source>
        <translation>Weibo did not accept this direct message. Your text is kept; please reply in public instead.</translation>
    </message>
    <message>
        <source>微博说这条私信重复了，没有再发。请去微博看看，或者改为公开回复。</source>
        <translation>Weibo says this direct message is a repeat, so it was not sent again. Please look on Weibo, or reply in public instead.</translation>
    </message>
    <message>
        <source>对方的设置不允许这样做，没有发出去。内容还在，请换别的方式联系。</source>
        <translation>Their settings do not allow this; nothing was sent. Your text is kept; reach them another way.</translation>
    </message>
    <message>
        <source>应用还没有通过审核，能授权的账号有限。请在“我的应用”的测试信息里加上这个账号再授权；如果刚在微博里取消过授权，重新授权就好。</source>
        <translation>The app is not approved yet, so only few accounts can be authorized. Add this account to the test information under "My apps" and authorize again; if you just withdrew the authorization on Weibo, authorizing again is enough.</translation>
    </message>
    <message>
        <source>回调地址和应用里填的不一样，微博没有给授权。请把“高级信息”里的授权回调页改成和这里一字不差，再授权一次。</source>
        <translation>The callback address differs from the app's, so Weibo gave no authorization. Under "Advanced information" make the callback page exactly the one shown here, then authorize again.</translation>
    </message>
    <message>
        <source>授权的请求缺了内容，微博没有处理。</source>
        <translation>The authorization request lacks something; Weibo did not process it.</translation>
    </message>
    <message>
        <source>App Key 或 App Secret 不对，微博没有给授权。</source>
        <translation>App Key or App Secret is wrong; Weibo gave no authorization.</translation>
    </message>
    <message>
        <source>授权码用过了或者过期了，它只能用一次。请重新打开授权页，取一个新的。</source>
        <translation>The code is used up or expired; it works only once. Open the authorization page again and get a new one.</translation>
    </message>
    <message>
        <source>微博授权已过期，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。</source>
        <translation>Weibo's authorization has expired: no new messages arrive and nothing can be sent. Tickets and drafts are all here; please authorize again.</translation>
    </message>
    <message>
        <source>刚才在微博页面上没有同意授权，什么都没有改变。想连接时再授权一次就好。</source>
        <translation>You did not agree on Weibo's page just now; nothing has changed. Authorize again whenever you want to connect.</translation>
    </message>
    <message>
        <source>微博的授权服务暂时不可用，什么都没有改变。请过几分钟再授权一次。</source>
        <translation>Weibo's authorization service is not available; nothing has changed. Authorize again in a few minutes.</translation>
    </message>
    <message>
        <source>里面有它禁止的词</source>
        <translation>it holds a word Weibo forbids</translation>
    </message>
    <message>
        <source>账号没有打开粉丝服务平台的开发者模式，这项功能已经停用。私信请在微博网页上回复。</source>
        <translation>The account has not turned on developer mode on the fan service platform, so this function is switched off. Please answer direct messages on Weibo's website.</translation>
    </message>
    <message>
        <source>访问得太频繁，微博要求停一停，{when}可以继续。要发的回复都在待发箱里。</source>
        <translation>Too many requests: Weibo wants a pause, it goes on {when}. Replies to be sent are all in the Outbox.</translation>
    </message>
    <message>
        <source>今天可以请求微博的次数用完了，{when}可以继续。要发的回复都在待发箱里，也可以用复制的办法回复。</source>
        <translation>Today's requests to Weibo are used up; it goes on {when}. Replies to be sent are all in the Outbox; you can also reply by copying.</translation>
    </message>
    <message>
        <source>这一小时能发的条数用完了，{when}可以继续。要发的回复都在待发箱里，可以先发紧急的。</source>
        <translation>This hour's sending limit is used up; it goes on {when}. Replies to be sent are all in the Outbox; you can send the urgent ones first.</translation>
    </message>
    <message>
        <source>这个账号的授权没有保存下来，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。</source>
        <translation>This account's authorization was not saved: no new messages arrive and nothing can be sent. Tickets and drafts are all here; please authorize again.</translation>
    </message>
    <message>
        <source>微博授权已到期，收不到新消息，也不能发送。已有的工单和草稿都在，请重新授权。</source>
        <translation>Weibo's authorization has run out: no new messages arrive and nothing can be sent. Tickets and drafts are all here; please authorize again.</translation>
    </message>
    <message>
        <source>这个账号已经退出，收不到新消息，也不能发送。已有的工单和草稿都在，想用时请重新授权。</source>
        <translation>This account is signed out: no new messages arrive and nothing can be sent. Tickets and drafts are all here; authorize again when you want it.</translation>
    </message>
    <message>
        <source>服务器地址不能用：只能是 https 开头、不带路径的地址。请改好再连接，授权信息没有发出去。</source>
        <translation>This server address cannot be used: it must start with https and have no path. Correct it and connect again; no authorization data was sent.</translation>
    </message>
    <message>
        <source>系统里设置的代理这里用不了，什么都没有发出去。请改用 HTTP 代理，或关掉代理再试。</source>
        <translation>The system's proxy cannot be used here and nothing was sent. Use an HTTP proxy, or turn the proxy off and try again.</translation>
    </message>
    <message>
        <source>等待授权的端口被别的程序占用了。请关掉那个程序，或者改用“粘贴授权码”的办法。</source>
        <translation>The port that waits for the authorization is taken by another program. Close that program, or use "Paste the code" instead.</translation>
    </message>
    <message>
        <source>浏览器带回来的内容里没有授权码，什么都没有改变。请重新打开授权页，再试一次。</source>
        <translation>What the browser brought back holds no code; nothing has changed. Open the authorization page again and retry.</translation>
    </message>
    <message>
        <source>等了很久没有等到授权，什么都没有改变。请重新打开授权页，或者改用“粘贴授权码”的办法。</source>
        <translation>No authorization came for a long time; nothing has changed. Open the authorization page again, or use "Paste the code" instead.</translation>
    </message>
    <message>
        <source>不知道要回复到哪条微博下面，没有发出去。内容还在，请用复制的办法回复。</source>
        <translation>It is unknown which post this reply belongs under; nothing was sent. Your text is kept; please reply by copying.</translation>
    </message>
    <message>
        <source>没有拿到授权，什么都没有改变。请过一会儿重新打开授权页，再试一次。</source>
        <translation>No authorization came; nothing has changed. Open the authorization page again in a while and retry.</translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>过一会儿</source>
        <translation>in a while</translation>
    </message>
    <message>
        <source>{0:%H:%M} 后</source>
        <translation>after {0:%H:%M}</translation>
    </message>
    <message>
        <source>{0} 后</source>
        <translation>after {0}</translation>
    </message>
    <message>
        <source>微博代码 {0}</source>
        <translation>Weibo code {0}</translation>
    </message>
    <message>
        <source>（{0}，{1}）</source>
        <translation> ({0}, {1})</translation>
    </message>
    <message>
        <source>（{0}）</source>
        <translation> ({0})</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/playbook.py</name>
    <message>
        <source>稳住</source>
        <translation>Steady</translation>
    </message>
    <message>
        <source>沟通</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>修复</source>
        <translation>Repair</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/promise_words.py</name>
    <message>
        <source>给您答复</source>
        <translation>reply</translation>
    </message>
    <message>
        <source>给您处理好</source>
        <translation>solve it</translation>
    </message>
    <message>
        <source>给您发货</source>
        <translation>ship it</translation>
    </message>
    <message>
        <source>给您送到</source>
        <translation>deliver it</translation>
    </message>
    <message>
        <source>给您退款</source>
        <translation>refund</translation>
    </message>
    <message>
        <source>给您补偿</source>
        <translation>compensate</translation>
    </message>
    <message>
        <source>待兑现</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已兑现</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>晚了</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>不算承诺</source>
        <translation>No promise</translation>
    </message>
    <message>
        <source>{0}前</source>
        <translation>by {0:low}</translation>
    </message>
    <message>
        <source>{0} {1:%H:%M} 前</source>
        <translation>by {0:low} {1:%H:%M}</translation>
    </message>
    <message>
        <source>{0}当天</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}内</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0:s}{1:s}</source>
        <translation>{1:cap} {0:low}</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/reason_words.py</name>
    <message>
        <source>危机信号</source>
        <translation>Crisis signals</translation>
    </message>
    <message>
        <source>急</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>要尽快答</source>
        <translation>answer soon</translation>
    </message>
    <message>
        <source>没有具体事实</source>
        <translation>no concrete facts</translation>
    </message>
    <message>
        <source>公开安抚</source>
        <translation>calm in public</translation>
    </message>
    <message>
        <source>有具体问题</source>
        <translation>a concrete problem</translation>
    </message>
    <message>
        <source>私信解决</source>
        <translation>solve by DM</translation>
    </message>
    <message>
        <source>私信来的</source>
        <translation>came by DM</translation>
    </message>
    <message>
        <source>商务报价</source>
        <translation>a business offer</translation>
    </message>
    <message>
        <source>没有找到要处理的内容</source>
        <translation>nothing to act on found</translation>
    </message>
    <message>
        <source>只有@、链接或转发</source>
        <translation>only mentions, links or reposts</translation>
    </message>
    <message>
        <source>与示例相近</source>
        <translation>like an example</translation>
    </message>
    <message>
        <source>与危机的说法相近</source>
        <translation>like words of a crisis</translation>
    </message>
    <message>
        <source>{0}涉及订单、个人信息或报价</source>
        <translation>{0} is about orders, personal data or quotes</translation>
    </message>
    <message>
        <source>与示例相近：{0}</source>
        <translation>like an example: {0}</translation>
    </message>
    <message>
        <source>按你改过的{0}</source>
        <translation>as you corrected {0}</translation>
    </message>
    <message>
        <source>{0}（本店危机词）</source>
        <translation>{0} (your crisis word)</translation>
    </message>
    <message>
        <source>{0}（本店紧急词）</source>
        <translation>{0} (your urgent word)</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/sentences.py</name>
    <message>
        <source>{name} 第 {line} 行不是认得的表头。请指明哪一列是内容、哪一列是作者，再导入。</source>
        <translation>Line {line} of {name} is not a header we know. Say which column is the text and which the author, then import.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行的文字编码认不出来。请用记事本或 Excel 另存为 UTF-8 编码的 CSV 再导入。</source>
        <translation>The text encoding at line {line} of {name} is unknown. Save it as CSV in UTF-8 with Notepad or Excel, then import.</translation>
    </message>
    <message>
        <source>{name} 缺少“{detail}”这一列，认不出是哪种导出。请检查表头那一行，补上这一列再导入。</source>
        <translation>{name} lacks the column "{detail}", so the kind of export is unknown. Check the header line, add that column, then import.</translation>
    </message>
    <message>
        <source>{name} 里没有写是谁发的。请打开“对应关系”，填上作者的昵称再导入。</source>
        <translation>{name} does not say who wrote. Open "Mapping", fill in the author's nickname, then import.</translation>
    </message>
    <message>
        <source>{name} 里没有表格（看起来是 {detail}）。请换成 Excel、CSV 或 JSON 再导入。</source>
        <translation>{name} has no table (it looks like {detail}). Use Excel, CSV or JSON and import again.</translation>
    </message>
    <message>
        <source>{name} 打不开，可能没有下载完整，或已经损坏（{detail}）。请重新导出一次。</source>
        <translation>{name} cannot be opened; the download may be incomplete or damaged ({detail}). Please export it again.</translation>
    </message>
    <message>
        <source>{name} 加了密码。请在 Excel 里去掉密码，另存一份再导入。</source>
        <translation>{name} has a password. Take it off in Excel, save a copy, then import.</translation>
    </message>
    <message>
        <source>{name} 展开后太大，没有打开。请拆成几个文件再导入。</source>
        <translation>{name} is too large when unpacked and was not opened. Split it into several files, then import.</translation>
    </message>
    <message>
        <source>{name} 太大了（{detail}），没有打开。请拆成几个小一点的文件再导入。</source>
        <translation>{name} is too large ({detail}) and was not opened. Split it into several smaller files, then import.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行有 {detail} 列，不像一张表，没有打开。请确认表头那一行，再导入。</source>
        <translation>Line {line} of {name} has {detail} columns, which does not look like a table, so it was not opened. Check the header line, then import.</translation>
    </message>
    <message>
        <source>{name} 里的 JSON 一层套一层，太深了，没有打开。请重新导出一次。</source>
        <translation>The JSON in {name} is nested too deeply and was not opened. Please export it again.</translation>
    </message>
    <message>
        <source>{name} 里的 JSON 有一个长得读不了的数字，没有打开。请重新导出一次。</source>
        <translation>The JSON in {name} has a number too long to read and was not opened. Please export it again.</translation>
    </message>
    <message>
        <source>{name} 是客服台自己的数据文件，不是导出的留言，不能导入。</source>
        <translation>{name} is a data file of Weibo Operator itself, not exported messages, and cannot be imported.</translation>
    </message>
    <message>
        <source>{name} 还有内容没写完，采集程序可能正开着。请先把它关掉，再导入。</source>
        <translation>{name} is still being written; the collecting program may be running. Close it first, then import.</translation>
    </message>
    <message>
        <source>{name} 是空的，没有可以导入的内容。请确认导出是否完成。</source>
        <translation>{name} is empty; there is nothing to import. Check that the export has finished.</translation>
    </message>
    <message>
        <source>{name} 不是能识别的导出文件（看起来是 {detail}）。请导出成 CSV 或 JSON 再导入。</source>
        <translation>{name} is not an export we know (it looks like {detail}). Export to CSV or JSON, then import.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行不是认得的表头。请让表头里有昵称、内容、时间这几列，再导入。</source>
        <translation>Line {line} of {name} is not a header we know. Let the header have nickname (昵称), text (内容) and time (时间), then import.</translation>
    </message>
    <message>
        <source>{name} 是数据库，但里面没有认得的微博或评论。请换一种导出方式。</source>
        <translation>{name} is a database, but holds no posts or comments we know. Please export it another way.</translation>
    </message>
    <message>
        <source>{name} 是 JSON，但里面没有认得的微博或评论。请换一种导出方式再导入。</source>
        <translation>{name} is JSON, but holds no posts or comments we know. Export it another way, then import.</translation>
    </message>
    <message>
        <source>找不到 {name}。请确认文件还在原来的位置。</source>
        <translation>{name} was not found. Check that the file is still in its place.</translation>
    </message>
    <message>
        <source>读不了 {name}。请检查权限，或它是否正被别的程序占用。</source>
        <translation>{name} cannot be read. Check the permissions, or whether another program is using it.</translation>
    </message>
    <message>
        <source>{name} 就是正在使用的数据文件，里面的内容都已经在这里了，不用导入。</source>
        <translation>{name} is the data file in use; everything in it is already here, no need to import it.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行不是完整的 JSON。请重新导出一次。</source>
        <translation>Line {line} of {name} is not complete JSON. Please export it again.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行读不下去（{reason} {detail}）。请重新导出，或另存为 UTF-8 编码的 CSV。</source>
        <translation>{name} cannot be read on from line {line} ({reason} {detail}). Export it again, or save it as CSV in UTF-8.</translation>
    </message>
    <message>
        <source>数据文件 {path} 是更新版本的程序写的。为了不弄坏它，这一版不打开。请安装新版程序。</source>
        <translation>The data file {path} was written by a newer version of the program. To keep it safe this version does not open it. Please install the new version.</translation>
    </message>
    <message>
        <source>数据文件 {path} 正被另一个程序占用。请关掉另一个窗口再试。</source>
        <translation>The data file {path} is in use by another program. Close the other window and try again.</translation>
    </message>
    <message>
        <source>{path} 已经在另一个窗口里打开了，请在那个窗口里接着处理。</source>
        <translation>{path} is already open in another window; please go on in that window.</translation>
    </message>
    <message>
        <source>磁盘满了，{path} 写不进去。请腾出一些空间再试，之前的内容都在。</source>
        <translation>The disk is full, {path} cannot be written. Free some space and try again; everything so far is kept.</translation>
    </message>
    <message>
        <source>数据文件 {path} 是只读的。请检查文件夹的权限。</source>
        <translation>The data file {path} is read-only. Check the permissions of its folder.</translation>
    </message>
    <message>
        <source>{path} 没有读写的权限。请检查文件夹的权限，或换一个用户登录。</source>
        <translation>{path} may not be read or written. Check the permissions of its folder, or sign in as another user.</translation>
    </message>
    <message>
        <source>{path} 在网络盘上，网络一断数据就可能损坏，所以没有打开。请复制到这台电脑的硬盘上再打开，备份可以放网络盘。</source>
        <translation>{path} is on a network drive, where a lost connection can damage it, so it was not opened. Copy it to this computer's disk and open it there; backups may stay on the network drive.</translation>
    </message>
    <message>
        <source>读写 {path} 时磁盘出错了。请检查磁盘和网络盘的连接再试。</source>
        <translation>The disk failed while reading or writing {path}. Check the disk and the network drive's connection, then try again.</translation>
    </message>
    <message>
        <source>{path} 打不开。请检查这个文件夹在不在、能不能读写。</source>
        <translation>{path} cannot be opened. Check that its folder exists and can be read and written.</translation>
    </message>
    <message>
        <source>没有找到数据文件 {path}，但有它的备份。请把它放回原处，或用最近的备份打开。</source>
        <translation>The data file {path} was not found, but there is a backup of it. Please put it back, or open the latest backup.</translation>
    </message>
    <message>
        <source>没有数据文件 {path}，没有东西可以备份或导出。请检查 --db 写的位置。</source>
        <translation>There is no data file {path}, so there is nothing to back up or export. Please check the place given with --db.</translation>
    </message>
    <message>
        <source>没有 {path} 这个文件。请核对文件名，或换一个备份。</source>
        <translation>There is no file {path}. Please check its name, or choose another backup.</translation>
    </message>
    <message>
        <source>{path} 是文件夹，不是备份。请选里面的一个备份文件。</source>
        <translation>{path} is a folder, not a backup. Please choose a backup file in it.</translation>
    </message>
    <message>
        <source>数据文件 {path} 是空的，里面的内容没有了。请用最近的备份打开。</source>
        <translation>The data file {path} is empty; what was in it is gone. Please open the latest backup.</translation>
    </message>
    <message>
        <source>数据文件 {path} 损坏了。请用最近的备份打开。</source>
        <translation>The data file {path} is damaged. Please open the latest backup.</translation>
    </message>
    <message>
        <source>备份 {path} 损坏了，没有用它，现在的数据没有动。请换一个备份。</source>
        <translation>The backup {path} is damaged. It was not used, and your present data is as it was. Choose another backup.</translation>
    </message>
    <message>
        <source>{path} 不是本程序的数据文件。请换一个文件。</source>
        <translation>{path} is not a data file of this program. Please choose another file.</translation>
    </message>
    <message>
        <source>数据文件打不开：{path}（{reason}）。请检查这个位置能不能读写。</source>
        <translation>The data file cannot be opened: {path} ({reason}). Check that this place can be read and written.</translation>
    </message>
    <message>
        <source>还没有填检查新版本的地址，所以没有去看。请在“设置 &gt; 关于”里填上。</source>
        <translation>No address for new versions is set, so nothing was checked. Set it under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>练习数据不联网，没有去看。请回到正式数据再检查新版本。</source>
        <translation>Practice data stays offline, so nothing was checked. Go back to the real data and check again.</translation>
    </message>
    <message>
        <source>检查新版本的地址要以 https:// 开头，所以没有去看。请在“设置 &gt; 关于”里改好。</source>
        <translation>The address for new versions must start with https://, so nothing was checked. Correct it under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>没有问到新版本，可能没有网络，或对方太慢。其他照常，请联网后再试。</source>
        <translation>No answer about new versions; there may be no network, or the other side is too slow. All else works; try again once online.</translation>
    </message>
    <message>
        <source>检查新版本的网站证明不了自己的身份（证书不对），没有读它的内容。请核对“设置 &gt; 关于”里的地址。</source>
        <translation>The site for new versions cannot prove who it is (wrong certificate); nothing of it was read. Check the address under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>检查新版本的地址转到了别的网站，没有跟过去。请在“设置 &gt; 关于”里填新的地址。</source>
        <translation>The address for new versions leads to another site and was not followed. Set the new address under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>检查新版本的网站没有给出结果（HTTP {status}）。请核对“设置 &gt; 关于”里的地址。</source>
        <translation>The site for new versions gave no result (HTTP {status}). Check the address under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>检查新版本的网站给的内容太大，没有读。请核对“设置 &gt; 关于”里的地址。</source>
        <translation>The site for new versions sent too much; it was not read. Check the address under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>检查新版本的网站给的内容读不懂。请核对“设置 &gt; 关于”里的地址。</source>
        <translation>The site for new versions sent something unreadable. Check the address under "Settings &gt; About".</translation>
    </message>
    <message>
        <source>地址要以 https:// 开头，不能有空格、用户名和密码，没有改动。</source>
        <translation>The address must start with https:// and have no spaces, user name or password; nothing was changed.</translation>
    </message>
    <message>
        <source>找不到要处理的内容（{what} {id}）。可能已经被撤销，请刷新后再试。</source>
        <translation>Not found ({what} {id}). It may have been undone; refresh and try again.</translation>
    </message>
    <message>
        <source>这张工单现在不能这样改状态（{from_state} → {to_state}）。</source>
        <translation>This ticket cannot change its state like this now ({from_state} → {to_state}).</translation>
    </message>
    <message>
        <source>这一步已经发到外面，撤销不了。</source>
        <translation>This step has already gone out and cannot be undone.</translation>
    </message>
    <message>
        <source>这一步之后内容又改过，撤销会盖掉新的内容，所以没有撤销。</source>
        <translation>Something changed after this step; undoing would overwrite it, so it was not undone.</translation>
    </message>
    <message>
        <source>这次导入里有 {tickets} 张工单已经处理过，不能整批撤销。请先撤销那些处理。</source>
        <translation>{tickets} tickets of this import have been worked on, so it cannot be undone as a whole. Undo that work first.</translation>
    </message>
    <message>
        <source>这一步撤销不了（{reason}）。</source>
        <translation>This step cannot be undone ({reason}).</translation>
    </message>
    <message>
        <source>没有可以撤销的操作。</source>
        <translation>Nothing to undo.</translation>
    </message>
    <message>
        <source>还没有写内容。</source>
        <translation>Nothing is written yet.</translation>
    </message>
    <message>
        <source>上一条已经复制、还没确认是否发出。请先按 1（已发出）或 2（没发）。</source>
        <translation>The last one was copied and not confirmed yet. First press 1 (sent) or 2 (not sent).</translation>
    </message>
    <message>
        <source>这条回复刚才已经在另一个窗口里确认过了。</source>
        <translation>This reply has just been confirmed in another window.</translation>
    </message>
    <message>
        <source>这位客户没有在等回复，不用回“信息已收到”。</source>
        <translation>This customer is not waiting for a reply; no need for a "received".</translation>
    </message>
    <message>
        <source>这一轮已经回过“信息已收到”，不再重复。</source>
        <translation>A "received" was already sent in this turn; it is not repeated.</translation>
    </message>
    <message>
        <source>这张工单刚刚有了新的内容，看过再发。</source>
        <translation>Something new has just come to this ticket; read it before you send.</translation>
    </message>
    <message>
        <source>这张工单有一条回复还在路上。等它发出，或者先撤回它，再发这一条。</source>
        <translation>A reply of this ticket is still on its way. Wait until it is sent, or recall it first, then send this one.</translation>
    </message>
    <message>
        <source>这条回复已经在发了，撤不回来。</source>
        <translation>This reply is already being sent and cannot be recalled.</translation>
    </message>
    <message>
        <source>这条回复现在不能发（{reason}）。</source>
        <translation>This reply cannot be sent now ({reason}).</translation>
    </message>
    <message>
        <source>“{field}”还没有填。</source>
        <translation>"{field}" is still empty.</translation>
    </message>
    <message>
        <source>{kind} 文件不能写在屏幕上。请在 --out 后面写上保存位置。</source>
        <translation>A {kind} file cannot be written to the screen. Say where to save it after --out.</translation>
    </message>
    <message>
        <source>“{field}”太长了，最多 {high} 个字。</source>
        <translation>"{field}" is too long, {high} characters at most.</translation>
    </message>
    <message>
        <source>这个时间已经过去了，请选一个以后的时间。</source>
        <translation>This time is past; please choose a later one.</translation>
    </message>
    <message>
        <source>{kind}超过 {limit} 元，需负责人确认。请写上谁同意的，或请负责人确认。</source>
        <translation>{kind} over {limit} yuan needs the owner's consent. Write down who agreed, or ask the owner.</translation>
    </message>
    <message>
        <source>“{field}”没有填对：退款这类要写多少元，道歉不用写。</source>
        <translation>"{field}" is not right: a refund and the like needs a sum in yuan, an apology none.</translation>
    </message>
    <message>
        <source>这个时间还没有到，请写已经发生的时间。</source>
        <translation>This time has not come yet; please write one that has passed.</translation>
    </message>
    <message>
        <source>“{field}”里有半个字符，多半是复制时断开的表情，存不下。请删掉它再试。</source>
        <translation>"{field}" holds half a character, most likely an emoji cut while copying, and cannot be stored. Delete it and try again.</translation>
    </message>
    <message>
        <source>“{field}”太大了，存不下。请改小再试。</source>
        <translation>"{field}" is too large to store. Make it smaller and try again.</translation>
    </message>
    <message>
        <source>“{field}”不能是负数。</source>
        <translation>"{field}" cannot be negative.</translation>
    </message>
    <message>
        <source>“{field}”里没有这一项。请从列出的里面选一个。</source>
        <translation>"{field}" has no such choice. Please choose one from the list.</translation>
    </message>
    <message>
        <source>没有这种文件格式：{value}。请写 auto，让程序自己认。</source>
        <translation>No such file format: {value}. Write auto to let the program find out.</translation>
    </message>
    <message>
        <source>这一周不能和自己对比，请另选一周。</source>
        <translation>This week cannot be compared with itself; please choose another.</translation>
    </message>
    <message>
        <source>“{value}”不是周的写法。请写成 2026-W47 这样。</source>
        <translation>"{value}" is not how a week is written. Write it like 2026-W47.</translation>
    </message>
    <message>
        <source>没有 {value} 这一周。请写成 2026-W47 这样，一年最多 53 周。</source>
        <translation>There is no week {value}. Write it like 2026-W47; a year has at most 53 weeks.</translation>
    </message>
    <message>
        <source>客户刚刚又说了话，看一眼；还要这样做就再按一次。</source>
        <translation>The customer has just written again: have a look, then press again to do it anyway.</translation>
    </message>
    <message>
        <source>客户还在等回复。请先回复，或者用“无需回复”并写明原因。</source>
        <translation>The customer still waits for a reply. Reply first, or use "No reply needed" and say why.</translation>
    </message>
    <message>
        <source>“{value}”不是网页地址。请从微博复制这条提醒的链接，以 http 开头。</source>
        <translation>"{value}" is not a web address. Copy the notice's link from Weibo; it starts with http.</translation>
    </message>
    <message>
        <source>“{value}”不是微博的链接。请从浏览器的地址栏或“分享”里复制那一条微博的链接。</source>
        <translation>"{value}" is not a Weibo link. Copy the link of that post from the browser's address bar or from "Share".</translation>
    </message>
    <message>
        <source>已经有一场问答在进行。请先结束那一场，再开新的。</source>
        <translation>A Q&amp;A session is already running. End it before you open a new one.</translation>
    </message>
    <message>
        <source>菜单最多两级，写成“售后服务/退换货”这样。</source>
        <translation>A menu has two levels at most, written like "售后服务/退换货".</translation>
    </message>
    <message>
        <source>对比的每一项要写我们和别家两边，再写来源；不比的那一项整行空着。</source>
        <translation>Each point of a comparison needs both sides, ours and theirs, and a source; leave the whole row empty otherwise.</translation>
    </message>
    <message>
        <source>@{name} 就是提问的客户。请写是哪位博友替 TA 解答的。</source>
        <translation>@{name} is the customer who asked. Write which follower answered them.</translation>
    </message>
    <message>
        <source>“{field}”太多或太长了：一共最多 {most} 个词，一个词最多 50 个字。</source>
        <translation>"{field}" has too many or too long words: {most} words at most, 50 characters each.</translation>
    </message>
    <message>
        <source>这张工单已经完成，不用再稍后处理。</source>
        <translation>This ticket is done; no need to snooze it.</translation>
    </message>
    <message>
        <source>和别家对比要写明来源（链接、检测报告或说明书），否则不保存。填上“来源”就会存好。</source>
        <translation>A comparison must name its source (a link, a test report or a manual), else it is not saved. Fill in "Source" and it is stored.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行没有“标题”和“内容”两列，没有导入。请照导出的文件写表头，再导入一次。</source>
        <translation>Line {line} of {name} lacks the columns "标题" and "内容"; nothing was imported. Write the header like an exported file, then import again.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行没有“标题”和“说法1”两列，没有导入。请照导出的文件写表头，再导入一次。</source>
        <translation>Line {line} of {name} lacks the columns "标题" and "说法1"; nothing was imported. Write the header like an exported file, then import again.</translation>
    </message>
    <message>
        <source>{name} 第 {line} 行没有“订单号”一列，没有导入。请把订单号那一列的表头写成“订单号”，再导入一次。</source>
        <translation>Line {line} of {name} lacks the column "订单号"; nothing was imported. Name the order number's column "订单号", then import again.</translation>
    </message>
    <message>
        <source>{path} 就是正在用的数据文件。请换一个文件名来备份。</source>
        <translation>{path} is the data file in use. Choose another file name for the backup.</translation>
    </message>
    <message>
        <source>{path} 就是正在用的数据文件，不用恢复。请选一个备份。</source>
        <translation>{path} is the data file in use: there is nothing to restore. Please choose a backup.</translation>
    </message>
    <message>
        <source>{path} 里已经有别的内容，不是这份数据以前的备份，没有备份，它也没有动。请换一个文件名再备份。</source>
        <translation>{path} already holds something else, not an earlier backup of this data, so no backup was made and it was left alone. Please choose another file name.</translation>
    </message>
    <message>
        <source>{path} 里已经有东西，没有导出，里面的也没有动。请换一个空文件夹，或一个还没有的名字。</source>
        <translation>There is something in {path} already; nothing was exported, and nothing in it was touched. Choose an empty folder, or a name that is not taken.</translation>
    </message>
    <message>
        <source>{path} 里的内容不是本程序上次写的周报，没有写，它也没有动。请换一个文件名，或者先把它移到别处。</source>
        <translation>What {path} holds is not the report this program wrote last, so nothing was written and it was left alone. Please choose another file name, or move it away first.</translation>
    </message>
    <message>
        <source>现在打开的是练习数据，真实的文件不能导进来。请先回到正式数据。</source>
        <translation>Practice data is open; real files cannot be imported into it. Please go back to the real data first.</translation>
    </message>
    <message>
        <source>{path} 是练习数据，不能换掉正式数据。请换一个备份。</source>
        <translation>{path} is practice data and cannot replace the real data. Please choose another backup.</translation>
    </message>
    <message>
        <source>{path} 里已经有别的内容，练习数据不会写进去。请换一个新的文件名。</source>
        <translation>{path} already holds something else; practice data is not written into it. Please choose a new file name.</translation>
    </message>
    <message>
        <source>还没有确认为危机，不用结束。</source>
        <translation>It is not confirmed as a crisis, so there is nothing to end.</translation>
    </message>
    <message>
        <source>写错的词和改成的词都要填，并且不能一样。</source>
        <translation>Fill in both the wrong and the right word; they must differ.</translation>
    </message>
    <message>
        <source>没有一行读得懂。每行写一个人：昵称、uid 或主页地址，后面可以写角色。</source>
        <translation>No line could be read. One person a line: nickname, uid or profile address, then a role if you like.</translation>
    </message>
    <message>
        <source>名字要在 1 到 30 个字之间。</source>
        <translation>The name must have 1 to 30 characters.</translation>
    </message>
    <message>
        <source>这就是 TA 自己的昵称。要改回替自己问，请清空再保存。</source>
        <translation>That is their own nickname. To go back to asking for themselves, clear it and save.</translation>
    </message>
    <message>
        <source>{department}还有 {count} 张没有结束的转交。请选好把它们移到哪个部门，再去掉或改名。</source>
        <translation>{department} still has {count} open handoffs. Choose the department they move to, then remove or rename it.</translation>
    </message>
    <message>
        <source>{department}的工作时间不对。请写成 09:00 到 18:00 这样，下班要晚于上班。</source>
        <translation>{department}'s working hours are wrong. Write them like 09:00 to 18:00; the end must be later than the start.</translation>
    </message>
    <message>
        <source>不同意要写明原因，这样回复客户时才说得清。</source>
        <translation>Say why you do not agree, so that the customer can be told.</translation>
    </message>
    <message>
        <source>还没有选好请谁确认。请在设置的“部门”里把一位联系人设为负责人。</source>
        <translation>Nobody to ask is chosen yet. In the settings under "Departments", mark a contact as person in charge.</translation>
    </message>
    <message>
        <source>部门名称不能为空，也不能重复。</source>
        <translation>Department names cannot be empty or repeated.</translation>
    </message>
    <message>
        <source>“{field}”要在 {low} 到 {high} 之间。</source>
        <translation>"{field}" must be between {low} and {high}.</translation>
    </message>
    <message>
        <source>“{value}”不是时间的写法。请写成 2026-11-22T09:30 这样。</source>
        <translation>"{value}" is not how a time is written. Write it like 2026-11-22T09:30.</translation>
    </message>
    <message>
        <source>这条命令不能导出 PDF。请用 weibo-operator 命令，或者在周报页导出。</source>
        <translation>This command cannot make a PDF. Use the command weibo-operator, or export on the Weekly page.</translation>
    </message>
    <message>
        <source>写不进 {value}。请检查文件夹是否存在，文件是否正在 Excel 里打开。</source>
        <translation>{value} cannot be written. Check that the folder exists and that the file is not open in Excel.</translation>
    </message>
    <message>
        <source>“{value}”不是回复的快慢。请写一小时回几条（1 到 1000），几个就用逗号隔开，如 20,30,45。</source>
        <translation>"{value}" is not a reply speed. Write replies per hour (1 to 1000), several with commas, like 20,30,45.</translation>
    </message>
    <message>
        <source>读不了 {path}。请确认它在那里，并且存成了 UTF-8 编码。</source>
        <translation>{path} cannot be read. Check that it is there and saved in UTF-8.</translation>
    </message>
    <message>
        <source>{path} 第 {line} 行读不懂。请照自带的 day.tsv 的写法改。</source>
        <translation>Line {line} of {path} cannot be read. Write it like the day.tsv that comes with the program.</translation>
    </message>
    <message>
        <source>{path} 里没有“{entry}”。请照自带的 day.tsv 补上。</source>
        <translation>{path} lacks "{entry}". Add it like the day.tsv that comes with the program.</translation>
    </message>
    <message>
        <source>还认不出这张表。请指明哪一列是内容，哪一列是作者（或填上作者的昵称）。</source>
        <translation>This table is not understood yet. Say which column is the text and which the author (or fill in the author's nickname).</translation>
    </message>
    <message>
        <source>同一个意思选了两列。请只留一列。</source>
        <translation>The same meaning is chosen for two columns. Please keep one.</translation>
    </message>
    <message>
        <source>这张表的列数和记下的对应关系不一样。请重新选一次。</source>
        <translation>This table has another number of columns than the mapping we remember. Please choose again.</translation>
    </message>
    <message>
        <source>这是另一次授权留下的地址。请重新打开授权页，用新的地址。</source>
        <translation>This address is from another authorization. Open the authorization page again and use the new address.</translation>
    </message>
    <message>
        <source>没有找到授权码。请把授权后那一页的地址整个复制过来，或者只复制 code= 后面的那一串。</source>
        <translation>No code was found. Copy the whole address of the page after authorizing, or only the part after code=.</translation>
    </message>
    <message>
        <source>现在打开的是练习数据，不会连接真实的微博。请先回到正式数据。</source>
        <translation>Practice data is open; the real Weibo is not connected. Please go back to the real data first.</translation>
    </message>
    <message>
        <source>这不是 IP 地址。请写成 203.0.113.7 这样，或者清空。</source>
        <translation>This is not an IP address. Write it like 203.0.113.7, or clear it.</translation>
    </message>
    <message>
        <source>“{field}”不能这样填（{reason}）。</source>
        <translation>"{field}" cannot be filled in like this ({reason}).</translation>
    </message>
    <message>
        <source>没有做成（{reason}）。</source>
        <translation>It could not be done ({reason}).</translation>
    </message>
    <message>
        <source>客户昵称</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>问题描述</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>反馈内容</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>几天没核对算过期</source>
        <translation>Days until a check is due</translation>
    </message>
    <message>
        <source>说法</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>要做的事</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>答复期限（工作小时）</source>
        <translation>Due in (work hours)</translation>
    </message>
    <message>
        <source>联系周期</source>
        <translation>Contact rhythm</translation>
    </message>
    <message>
        <source>答应了什么</source>
        <translation>What was promised</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>客户的原话</source>
        <translation>Customer's own words</translation>
    </message>
    <message>
        <source>哪位博友</source>
        <translation>Which follower</translation>
    </message>
    <message>
        <source>怎么解决的</source>
        <translation>How it was solved</translation>
    </message>
    <message>
        <source>谁来回答</source>
        <translation>Who answers</translation>
    </message>
    <message>
        <source>保存位置</source>
        <translation>Where to save</translation>
    </message>
    <message>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>要找的词</source>
        <translation>Words to find</translation>
    </message>
    <message>
        <source>授权回调页</source>
        <translation>Callback page</translation>
    </message>
    <message>
        <source>授权码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>公平轮次</source>
        <translation>Fair turn</translation>
    </message>
    <message>
        <source>同一位客户的间隔</source>
        <translation>Gap per customer</translation>
    </message>
    <message>
        <source>开始轮流的人数</source>
        <translation>Rotation from</translation>
    </message>
    <message>
        <source>账号的昵称</source>
        <translation>Account's nickname</translation>
    </message>
    <message>
        <source>微博 uid</source>
        <translation>Weibo uid</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>粉丝数</source>
        <translation>Followers</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>情绪</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>公开还是私信</source>
        <translation>Public or DM</translation>
    </message>
    <message>
        <source>话题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>表头又出现了一次，跳过</source>
        <translation>the header appears again, skipped</translation>
    </message>
    <message>
        <source>这一行不完整，可能导出时中断了，跳过</source>
        <translation>this line is incomplete, the export may have stopped, skipped</translation>
    </message>
    <message>
        <source>这一行的列数和表头对不上，跳过</source>
        <translation>this line has another number of columns than the header, skipped</translation>
    </message>
    <message>
        <source>引号没有配对，认不出这一行到哪里结束，跳过</source>
        <translation>a quote is not closed, the line's end is unknown, skipped</translation>
    </message>
    <message>
        <source>编号被 Excel 改坏，认不出原帖，跳过</source>
        <translation>the number was damaged by Excel, the post is unknown, skipped</translation>
    </message>
    <message>
        <source>时间认不出来，跳过</source>
        <translation>the time is not understood, skipped</translation>
    </message>
    <message>
        <source>没有作者，跳过</source>
        <translation>no author, skipped</translation>
    </message>
    <message>
        <source>这一项不是一条消息，跳过</source>
        <translation>this is not a message, skipped</translation>
    </message>
    <message>
        <source>这一行的文字编码坏了，跳过</source>
        <translation>this line's text encoding is damaged, skipped</translation>
    </message>
    <message>
        <source>这一行是乱码，原来的字已经找不回来，跳过</source>
        <translation>this line is garbled, its characters are lost, skipped</translation>
    </message>
    <message>
        <source>这份导出隐去了作者，只能看内容，和已有的客户对不上，也打不开他们的主页。</source>
        <translation>This export hides the authors: you can read the text only; they match no customer here and their profiles cannot be opened.</translation>
    </message>
    <message>
        <source>只读了一张工作表，表头一样的还有 {detail}，没有读；请在“对应关系”里选它，或另存成一个文件，再导入一次。</source>
        <translation>Only one sheet is read; {detail} with the same headers is not. Choose it under "Change columns", or save it as a file of its own, and import again.</translation>
    </message>
    <message>
        <source>读不懂，跳过</source>
        <translation>not readable, skipped</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/why_words.py</name>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>较急</source>
        <translation>Soon</translation>
    </message>
    <message>
        <source>不急</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>你定的 P{0}；程序会给 P{1}：{2}</source>
        <translation>You set P{0}; the program would say P{1}: {2}</translation>
    </message>
    <message>
        <source>你定的 P{0}，程序也会这样定：{1}</source>
        <translation>You set P{0}, the program agrees: {1}</translation>
    </message>
    <message>
        <source>P{0} {1}（自动）：{2}</source>
        <translation>P{0} {1} (automatic): {2}</translation>
    </message>
    <message>
        <source>下一位</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{0}；{1}</source>
        <translation>{0}; {1}</translation>
    </message>
    <message>
        <source>{0}：@{1}（{2}）</source>
        <translation>{0}: @{1} ({2})</translation>
    </message>
    <message>
        <source>公开话题：{0}，{1}</source>
        <translation>Public topics: {0}, {1}</translation>
    </message>
    <message>
        <source>公开话题：{0}</source>
        <translation>Public topics: {0}</translation>
    </message>
    <message>
        <source>按“等待时间 + 紧急程度 + 影响力”轮流排队，同一位客户不会连排两次</source>
        <translation>Ordered by waiting time + urgency + influence, in rotation; never the same customer twice in a row</translation>
    </message>
    <message>
        <source>轮流排队</source>
        <translation>in rotation</translation>
    </message>
    <message>
        <source>暂不轮流：在等的不到 {0} 位，级别高的先回，再看谁等得久</source>
        <translation>No rotation yet: fewer than {0} waiting, higher levels first, then whoever waits longest</translation>
    </message>
    <message>
        <source>暂不轮流，满 {0} 位自动轮流</source>
        <translation>No rotation until {0} wait</translation>
    </message>
    <message>
        <source>暂不轮流</source>
        <translation>No rotation yet</translation>
    </message>
    <message>
        <source>跳过 {0} 次</source>
        <translation>{0} {0:turn|turns} skipped</translation>
    </message>
    <message>
        <source>跳过 {0} 次：</source>
        <translation>{0} {0:turn|turns} skipped: </translation>
    </message>
    <message>
        <source>没写原因</source>
        <translation>no reason given</translation>
    </message>
    <message>
        <source>连着 {0} 条{1}</source>
        <translation>{0} {0:reply|replies} in a row on {1}</translation>
    </message>
    <message>
        <source>有 {0} 次连着同一话题</source>
        <translation>{0} {0:time|times} the same topic in a row</translation>
    </message>
    <message>
        <source>话题交替</source>
        <translation>topics alternate</translation>
    </message>
    <message>
        <source>你定的 P{0}</source>
        <translation>you set P{0}</translation>
    </message>
    <message>
        <source>刚来</source>
        <translation>just came</translation>
    </message>
    <message>
        <source>等待 {0}</source>
        <translation>Waiting {0}</translation>
    </message>
    <message>
        <source>{0} 已超时</source>
        <translation>{0:low}, late</translation>
    </message>
    <message>
        <source>危机信号{0}</source>
        <translation>crisis signal {0}</translation>
    </message>
    <message>
        <source>多次投诉或追问</source>
        <translation>complained or asked repeatedly</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>"{0}"</translation>
    </message>
    <message>
        <source>等</source>
        <translation> …</translation>
    </message>
    <message>
        <source>在等的人里 P{0} 最急</source>
        <translation>P{0} is the most urgent waiting</translation>
    </message>
    <message>
        <source>最急</source>
        <translation>most urgent</translation>
    </message>
    <message>
        <source>等得最久，轮到 TA</source>
        <translation>waits longest, their turn now</translation>
    </message>
    <message>
        <source>等得最久</source>
        <translation>waits longest</translation>
    </message>
    <message>
        <source>这一轮还没轮到过</source>
        <translation>not yet had a turn this round</translation>
    </message>
    <message>
        <source>轮到了</source>
        <translation>their turn</translation>
    </message>
    <message>
        <source>只有这一位在等</source>
        <translation>the only one waiting</translation>
    </message>
    <message>
        <source>只有这一位</source>
        <translation>the only one</translation>
    </message>
    <message>
        <source>只有 {0} 位在等，暂不轮流，按级别排</source>
        <translation>only {0} waiting, no rotation yet, by level</translation>
    </message>
    <message>
        <source>人少，暂不轮流</source>
        <translation>few waiting, no rotation</translation>
    </message>
    <message>
        <source>问“{0}”的人最多，先回一位</source>
        <translation>most people ask about "{0}", one of them first</translation>
    </message>
    <message>
        <source>问的人最多</source>
        <translation>most asked</translation>
    </message>
    <message>
        <source>这条是{0}</source>
        <translation>this one is {0}</translation>
    </message>
    <message>
        <source>这条是私信</source>
        <translation>this is a DM</translation>
    </message>
    <message>
        <source>上一条公开话题是{0}，{1}</source>
        <translation>the last public topic was {0}, {1}</translation>
    </message>
    <message>
        <source>换个话题</source>
        <translation>another topic</translation>
    </message>
</context>
<context>
    <name>weibo_operator/services/wording.py</name>
    <message>
        <source>一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>{0}万</source>
        <translation>{1}</translation>
    </message>
    <message>
        <source>{0} 天</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} 天 {1} 小时</source>
        <translation>{0} d {1} h</translation>
    </message>
    <message>
        <source>{0} 小时 {1} 分</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} 小时</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} 分</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>后天</source>
        <translation>In 2 days</translation>
    </message>
    <message>
        <source>{0:%m-%d} 周{1}</source>
        <translation>{1} {0:%m-%d}</translation>
    </message>
    <message>
        <source>”“</source>
        <translation>", "</translation>
    </message>
</context>
</TS>
