"""What a phone shows: one question a page, as `workflow.session.seat` asks it."""
