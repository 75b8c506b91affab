"""The scores of the codebook as pure functions of labels and predictions."""
