-- CreateTable
CREATE TABLE "session_states" (
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3)[],
    "state" TEXT[],
    "reason" TEXT[],
    "late" BOOLEAN[],

    CONSTRAINT "session_states_pkey" PRIMARY KEY ("session_id")
);

-- By hand: what ended before is packed, what is open loses its ends.
INSERT INTO "session_states" ("session_id", "user_id", "started_at", "state", "reason", "late")
SELECT i."session_id", i."user_id", array_agg(i."started_at" ORDER BY i."started_at"),
  array_agg(i."state"::text ORDER BY i."started_at"), array_agg(coalesce(i."reason", '') ORDER BY i."started_at"),
  array_agg(false)
FROM "state_interval" i JOIN "session" s ON s."id" = i."session_id" AND s."logout_at" IS NOT NULL
GROUP BY i."session_id", i."user_id";
DELETE FROM "state_interval" i USING "session" s WHERE s."id" = i."session_id" AND s."logout_at" IS NOT NULL;

-- DropForeignKey
ALTER TABLE "state_interval" DROP CONSTRAINT "state_interval_session_id_fkey";

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "allowed_apps" "platform"[] DEFAULT ARRAY['desktop', 'mobile']::"platform"[],
ADD COLUMN     "daily_sign_out_at" TEXT,
ADD COLUMN     "daily_sign_out_set_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "forced_at" TIMESTAMPTZ(3),
ADD COLUMN     "forced_by_id" UUID,
ADD COLUMN     "frame_at" TIMESTAMPTZ(3),
ADD COLUMN     "missed_in_a_row" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sign_of_life" ADD COLUMN     "floor_at" TIMESTAMPTZ(3),
ADD COLUMN     "interaction_lease_seconds" INTEGER;
UPDATE "sign_of_life" SET "floor_at" = "last_seen_at", "interaction_lease_seconds" = greatest("lease_seconds", 300);
UPDATE "sign_of_life" SET "interaction_lease_seconds" = NULL WHERE "lease_seconds" IS NULL;
ALTER TABLE "sign_of_life" ALTER COLUMN "floor_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "idempotency_key" TEXT,
ADD COLUMN     "reported_late" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "resumed_from_id" UUID;

-- AlterTable
ALTER TABLE "state_interval" DROP COLUMN "ended_at",
DROP COLUMN "user_id",
ADD COLUMN     "late" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "state" DROP NOT NULL;

-- AlterTable
ALTER TABLE "interaction" ADD COLUMN     "held_since" TIMESTAMPTZ(3),
ADD COLUMN     "missed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "offered_at" TIMESTAMPTZ(3),
ALTER COLUMN "started_at" DROP NOT NULL;

-- AlterTable
ALTER TABLE "console_session" ADD COLUMN     "ip" INET;

-- CreateTable
CREATE TABLE "failed_sign_in" (
    "name_hash" BYTEA NOT NULL,
    "address" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "failed_sign_in_pkey" PRIMARY KEY ("name_hash","address")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_resumed_from_id_key" ON "session"("resumed_from_id");

-- AddForeignKey
ALTER TABLE "session_states" ADD CONSTRAINT "session_states_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_resumed_from_id_fkey" FOREIGN KEY ("resumed_from_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

UPDATE "seat" SET "frame_at" = "state_since" WHERE "open";

-- The one clock of ledger and leases, in whole milliseconds. A function, so that a test may pass in a clock of its own.
CREATE FUNCTION ledger_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS
  $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

-- What an ended session points to may go (retention, erasure); nothing else of it changes.
CREATE OR REPLACE FUNCTION session_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.user_id, NEW.team_id, NEW.login_at) IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.team_id, OLD.login_at) THEN
    RAISE EXCEPTION 'session %: user, team and login never change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.logout_at IS NOT NULL AND (
    (to_jsonb(NEW) - 'installation_id' - 'resumed_from_id') IS DISTINCT FROM (to_jsonb(OLD) - 'installation_id' - 'resumed_from_id')
    OR coalesce(NEW.installation_id, OLD.installation_id) IS DISTINCT FROM OLD.installation_id
    OR coalesce(NEW.resumed_from_id, OLD.resumed_from_id) IS DISTINCT FROM OLD.resumed_from_id
  ) THEN
    RAISE EXCEPTION 'session %: closed once, never reopened', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- Whom a sweep looks at, and what a session has open.
CREATE INDEX "seat_open_idx" ON "seat" ("user_id") WHERE "open";
CREATE INDEX "interaction_open_idx" ON "interaction" ("session_id") WHERE "ended_at" IS NULL;
CREATE INDEX "failed_sign_in_since_idx" ON "failed_sign_in" ("since");

-- An open session's rows come and go all day.
ALTER TABLE "state_interval" SET (autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "session_states" ADD CONSTRAINT "session_states_parallel" CHECK (
  cardinality("started_at") = cardinality("state") AND cardinality("state") = cardinality("reason")
    AND cardinality("reason") = cardinality("late")
);
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_begun" CHECK (num_nonnulls("offered_at", "started_at") >= 1);
ALTER TABLE "team" ADD CONSTRAINT "team_sign_out_is_time" CHECK ("daily_sign_out_at" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
