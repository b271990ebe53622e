"""A small multilingual tagger: one encoder, with heads for what the records need. ``jwgie.load("ar", recognisers=["rules", "tagger"])``.

Its weights (``jwgie/tagger/weights``) have a licence of their own, CC BY-SA 4.0; the model card beside them tells data and figures.
"""
