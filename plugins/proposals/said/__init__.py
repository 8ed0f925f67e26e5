"""What a forge is told of a proposal: text of strangers that can become nothing else."""
