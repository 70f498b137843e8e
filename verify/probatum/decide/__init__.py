"""The deciders, one file each, and who asks them.

A decider takes some kinds of proposition, restates them by theorems of `lowering`, asks `engines`
and `calculus`, and says what is proved or refuted.
"""
