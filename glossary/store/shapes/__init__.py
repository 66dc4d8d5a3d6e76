"""The files of a term set: their keys and what each key holds, in the order they are written.

Reading, writing and the messages of `check` all follow these tables. Each kind of file has its
own, because a first frame reads one kind only.
"""
