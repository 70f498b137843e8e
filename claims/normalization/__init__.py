"""The claims of the question how normalization helps gradient descent to converge.

A claim reads as a theorem: the passage, and whether it states or implies this; what is assumed; the
sentence; the formula. The defaults of a claim's parameters are what the text asserts: `value=50` is
its number, `more=Gt` its "more than". Controls change each in turn: the claim must turn false.
Behind it stand its reasons: a step that is a plain relation is taken under the hypotheses of the
statement, one that is a proposition of its own under those that it names.
"""
