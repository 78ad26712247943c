"""Small, reusable widgets that know no screen, no session and no store."""
