"""Between what is stated and what engines take, one theorem a file: statements in the language of
the text become statements over real numbers. Nothing is decided here.
"""
