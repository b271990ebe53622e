"""jwgie inside other libraries: `jwgie.integrations.spacy`, `.stanza`, `.spark`. Each is imported by itself and needs its library."""
