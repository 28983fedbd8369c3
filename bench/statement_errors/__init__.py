"""Say which statements are missed or false, and of what kind each error is."""
