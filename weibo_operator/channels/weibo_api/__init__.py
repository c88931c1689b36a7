"""Asks Weibo's open platform over HTTP.

``platform`` holds the client (httpx takes its time to load: it is imported with the first call), ``loopback`` what
takes the permission's code. Nothing is imported here, so that the second does not load the first.
"""
