"""How the encoder of stage 2 is made: from whose weights, with which word pieces, written how.

`source` reads the weights, `pieces` chooses the vocabulary, `network` is the encoder as it learns, `graph` what is
written for onnxruntime.
"""
