"""How the cross-encoder is adapted to decisions: its questions, its training, its file.

``python -m eval.reader`` makes ``ingest/models/decisions.safetensors`` anew: about three
minutes on a large GPU, a day on two cores.
"""
