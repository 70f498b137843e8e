"""SMT: what statements say in its logic, and the solvers that answer."""
