"""Stage 2: what a message means as a whole, read by a small multilingual sentence encoder that was taught our labels.

`network` runs it; `weights/encoder/` holds it with its origin and licence. It needs onnxruntime and tokenizers, the
extra `encoder`; without them detection does with rules and words. It is slow beside stage 1, so a worker asks it:
`bot/understanding`.
"""
