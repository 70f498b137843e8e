"""Between what is stated and what engines take: statements in the language of the text become
statements over real numbers.
"""
