"""The documentation site: ``python -m sphinx -W docs site`` (extra ``docs``)."""

import jwgie

project = "jwgie"
author = "the jwgie contributors"
release = version = jwgie.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_mock_imports = ["pyspark"]  # its page tells the rest; a site needs no Spark
suppress_warnings = ["misc.highlighting_failure"]
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
html_theme = "furo"
html_title = "jwgie"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_copyright = False
