"""A review becomes Markdown or JSON: pure functions and Jinja2 templates."""
