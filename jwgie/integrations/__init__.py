"""jwgie inside other libraries: `jwgie.integrations.spacy`, `.stanza`, `.spark`, `.pandas`. Each is imported by itself, and needs it."""
