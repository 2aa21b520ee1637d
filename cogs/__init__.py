"""The features, one folder each.

A cog knows the core, never a platform and never another cog's store. Every folder has the same files: cog.py
(what people can do and what it reacts to), model.py (the rules, pure) and, where it owns tables, store.py.
"""
