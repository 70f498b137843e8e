"""How functions behave near a point and far out, by theorems alone: orders, leading terms."""
