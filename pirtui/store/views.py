"""Views of the tables, for the list of reviews and for people who read a library by hand."""

VIEWS = {
    "review_summary": """
        SELECT review.id, ref, title, kind, severity, happened_on, status, stage, met, created, archived,
            (SELECT count(*) FROM action JOIN item USING (review_id, label)
             WHERE action.review_id = review.id AND item.hidden_at IS NULL
               AND action.status NOT IN ('done', 'verified', 'not-doing')) AS open_actions,
            (SELECT min(event.start_utc) FROM event
             JOIN item USING (review_id, label) JOIN event_milestone USING (review_id, label)
             WHERE event.review_id = review.id AND item.hidden_at IS NULL
               AND milestone = 'resolved') AS resolved
        FROM review WHERE review.hidden_at IS NULL
    """,
    "timeline": """
        SELECT ref, event.label, start, end, precision, approximate, actor, text, note, source
        FROM event JOIN item USING (review_id, label) JOIN review ON review.id = event.review_id
        WHERE item.hidden_at IS NULL AND review.hidden_at IS NULL
        ORDER BY ref, start_utc, item.number
    """,
}
"""The name of each view, and its query."""
