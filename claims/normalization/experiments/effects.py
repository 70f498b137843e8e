"""The smallest effects that count in the experiments: chosen by what they mean to a user, once for
all of them, not by any result; below each, why it and no other."""

HALF, TWICE = "0.5", 2
WHY_TWOFOLD = (
    "A factor of two: half the steps is half the cost, twice the steps twice the waiting; less "
    "would not change what one does."
)
TENTH, TENFOLD = "0.1", 10
WHY_TENFOLD = (
    "A factor of ten, an order of magnitude: the least that one would call much, and what is down "
    "to a tenth is hardly any."
)
ONE_IN_A_HUNDRED, ONE_FEWER_IN_A_HUNDRED = "0.01", "-0.01"
WHY_ONE_IN_A_HUNDRED = (
    "One case in a hundred: the last digit that accuracy is commonly printed with."
)
DEGREES, FEWER_DEGREES = 10, -10
WHY_TEN_DEGREES = (
    "Ten degrees: about the least that one sees in a drawing, and a detour of less than two in a "
    "hundred."
)
MOST = "0.5"
WHY_MOST = "Most is more than half."
