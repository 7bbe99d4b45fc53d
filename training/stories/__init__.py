"""How the weights of the stories' judge are learned."""
