-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp());

-- As far back as the ledger tells.
UPDATE "installation" i SET "first_seen_at" = coalesce(
    (SELECT min(x."login_at") FROM "session" x WHERE x."user_id" = i."user_id" AND x."installation_id" = i."id"),
    i."last_seen_at"
);
