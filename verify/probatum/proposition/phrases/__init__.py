"""What texts say in one word: a spectrum, nearness, symmetric matrices, exactly if."""
