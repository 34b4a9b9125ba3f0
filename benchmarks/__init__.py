"""How fast Junto is, measured the same way every time: `start.py bench NAME --json`.

A benchmark is a module with `run(options) -> dict`: `options` are the words KEY=VALUE after its name, and the dictionary
holds numbers under plain names, with their unit at the end (`cpu_ms`). It brings its own data and leaves nothing behind.
"""
