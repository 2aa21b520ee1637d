"""Stage 1: what the words of a message weigh for each label and each language, learned once, read from one small file.

A word is cut into n-grams of letters; each falls into one of a fixed number of buckets, and each bucket has a weight
for every label and every language. Read `grams` for the cutting, `table` for the adding up, `stage` for the result.
The weights are made by `training/`; nothing is learned here.
"""
