"""微博客服台: the Qt-free core of a desk for one person who answers a small business's customers on Weibo."""
