"""The core: people, cases and promises. It knows neither a platform nor a feature.

Read vocabulary/ first (the words everybody speaks), then ports.py and app.py; __main__.py is the composition
root and the only module that names cogs and adapters.
"""
