"""What goes wrong with copies and stories: the worst merges and splits, named and explained."""
