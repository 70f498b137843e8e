"""What can be stated: the kinds of proposition, exact values, where they are defined,
and how they read.
"""

from probatum.proposition import constant_cases as constant_cases
from probatum.proposition import digits as digits
from probatum.proposition import divisibility as divisibility
from probatum.proposition import rounding as rounding
