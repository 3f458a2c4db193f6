"""Reading a prompt: what shall be seen, how much of it, in which colours, where, and in which style."""
