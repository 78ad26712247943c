"""Notes, chronicles and post-mortems as people write them: text becomes candidate events. Pure."""
