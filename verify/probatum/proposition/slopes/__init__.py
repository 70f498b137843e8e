"""Where expressions are continuous and smooth, and what their derivatives are."""
