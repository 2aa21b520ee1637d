"""The platforms, one folder each.

An adapter implements the core's ports for one platform and offers the catalogue natively there. It knows the
core, never a feature and never another adapter.
"""
