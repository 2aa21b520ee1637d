"""How the detector is made: data, training, calibration, evaluation. Its own extra; nothing of it runs in the bot.

`python -m training` lists the steps; docs/detection.md tells what came out.
"""
