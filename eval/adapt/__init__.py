"""How the models are adapted to decisions: the questions, the training, the files.

``python -m eval.adapt cross INDEX`` makes ``ingest/models/cross.safetensors`` anew, in about
three minutes on a large GPU and a day on two cores; ``python -m eval.adapt query INDEX`` makes
``query.safetensors`` in about six minutes on two cores.
"""
