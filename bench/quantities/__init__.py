"""The gold of quantities: sentences, their annotation, and the scorer."""
