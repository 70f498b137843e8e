"""The drawings of a page: figures, graph and counterexamples as coordinates."""
