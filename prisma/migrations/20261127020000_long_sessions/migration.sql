-- By hand: a report looks for the sessions of a range among those that began within it or up to 36 hours before. These are
-- the few that may have begun earlier still.
CREATE INDEX "session_long_idx" ON "session" ("login_at")
  WHERE "logout_at" IS NULL OR coalesce("ended_at", "logout_at") - "login_at" > interval '36 hours';
