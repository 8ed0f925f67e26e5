"""Records, forms and schemas as text: one layout, made from the model."""
