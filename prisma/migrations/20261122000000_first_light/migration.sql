-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('agent', 'supervisor', 'analyst', 'administrator');

-- CreateEnum
CREATE TYPE "platform" AS ENUM ('desktop', 'mobile');

-- CreateEnum
CREATE TYPE "agent_state" AS ENUM ('ready', 'not_ready', 'busy', 'after_call_work');

-- CreateEnum
CREATE TYPE "cause" AS ENUM ('signed_out', 'taken_over', 'same_device', 'forced_by_supervisor', 'ended_by_administrator', 'mandatory_update', 'connection_lost', 'inactivity', 'daily_schedule', 'no_answer', 'account_disabled', 'maintenance');

-- CreateEnum
CREATE TYPE "certainty" AS ENUM ('exact', 'last_seen');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'api_token', 'rule');

-- CreateEnum
CREATE TYPE "interaction_channel" AS ENUM ('voice', 'chat', 'email');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('ios', 'android', 'desktop');

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personnel_number" TEXT,
    "email" TEXT,
    "password_hash" TEXT,
    "team_id" UUID NOT NULL,
    "roles" "role"[],
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_supervisor" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_supervisor_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "seat" (
    "user_id" UUID NOT NULL,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "stamped" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "session_id" UUID,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "platform" "platform",
    "version" TEXT,
    "build" TEXT,
    "os_name" TEXT,
    "os_version" TEXT,
    "device" TEXT,
    "browser_name" TEXT,
    "browser_version" TEXT,
    "ip" INET,
    "login_at" TIMESTAMPTZ(3),
    "logout_at" TIMESTAMPTZ(3),
    "state" "agent_state",
    "reason" TEXT,
    "state_since" TIMESTAMPTZ(3),
    "open_interactions" INTEGER NOT NULL DEFAULT 0,
    "stream_id" UUID,
    "frame_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "seat_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sign_of_life" (
    "user_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_seconds" INTEGER,
    "heartbeat_seconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "sign_of_life_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "installation_id" UUID,
    "platform" "platform" NOT NULL,
    "version" TEXT NOT NULL,
    "build" TEXT,
    "os_name" TEXT,
    "os_version" TEXT,
    "device" TEXT,
    "browser_name" TEXT,
    "browser_version" TEXT,
    "ip" INET,
    "user_agent" TEXT,
    "token_hash" BYTEA NOT NULL,
    "login_at" TIMESTAMPTZ(3) NOT NULL,
    "logout_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "cause" "cause",
    "certainty" "certainty",
    "ended_by_kind" "actor_kind",
    "ended_by_id" UUID,
    "end_reason" TEXT,
    "last_seen_at" TIMESTAMPTZ(3),
    "ready_ms" BIGINT NOT NULL DEFAULT 0,
    "not_ready_ms" BIGINT NOT NULL DEFAULT 0,
    "busy_ms" BIGINT NOT NULL DEFAULT 0,
    "after_call_work_ms" BIGINT NOT NULL DEFAULT 0,
    "unknown_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_interval" (
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "state" "agent_state" NOT NULL,
    "reason" TEXT,

    CONSTRAINT "state_interval_pkey" PRIMARY KEY ("session_id","started_at")
);

-- CreateTable
CREATE TABLE "interaction" (
    "session_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" "interaction_channel" NOT NULL,
    "direction" "direction" NOT NULL,
    "service" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "held_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("session_id","external_id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "install_id" UUID,
    "channel" "channel" NOT NULL,
    "version" TEXT NOT NULL,
    "build" TEXT,
    "version_key" TEXT,
    "build_key" TEXT,
    "os_name" TEXT,
    "os_version" TEXT,
    "device" TEXT,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_beat" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_beat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_epoch" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "epoch" UUID NOT NULL,

    CONSTRAINT "feed_epoch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "time_zone" TEXT NOT NULL,

    CONSTRAINT "console_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_detail" (
    "entry_id" UUID NOT NULL,
    "note" TEXT,
    "changes" JSONB,

    CONSTRAINT "audit_detail_pkey" PRIMARY KEY ("entry_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_personnel_number_key" ON "user_account"("personnel_number");

-- CreateIndex
CREATE INDEX "user_account_team_id_idx" ON "user_account"("team_id");

-- CreateIndex
CREATE INDEX "team_supervisor_user_id_idx" ON "team_supervisor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_session_id_key" ON "seat"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_login_at_id_idx" ON "session"("user_id", "login_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "session_login_at_idx" ON "session"("login_at");

-- CreateIndex
CREATE INDEX "installation_user_id_idx" ON "installation"("user_id");

-- CreateIndex
CREATE INDEX "installation_install_id_idx" ON "installation"("install_id");

-- CreateIndex
CREATE INDEX "console_session_user_id_idx" ON "console_session"("user_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_at_idx" ON "audit_entry"("subject", "at");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_supervisor" ADD CONSTRAINT "team_supervisor_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_supervisor" ADD CONSTRAINT "team_supervisor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_installation_id_fkey" FOREIGN KEY ("installation_id") REFERENCES "installation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_interval" ADD CONSTRAINT "state_interval_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "console_session" ADD CONSTRAINT "console_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_detail" ADD CONSTRAINT "audit_detail_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Names sort by language, not by byte, and numbers in them as numbers.
CREATE COLLATION "natural" (provider = icu, locale = 'und-u-kn-true');
ALTER TABLE "team" ALTER COLUMN "name" TYPE TEXT COLLATE "natural";
ALTER TABLE "user_account" ALTER COLUMN "name" TYPE TEXT COLLATE "natural";
CREATE UNIQUE INDEX "team_name_key" ON "team" (lower(normalize("name", NFKC)));
CREATE UNIQUE INDEX "user_account_username_key" ON "user_account" (lower(normalize("username", NFKC)));

-- Versions compare byte by byte in their sortable form.
ALTER TABLE "installation" ALTER COLUMN "version_key" TYPE TEXT COLLATE "C";
ALTER TABLE "installation" ALTER COLUMN "build_key" TYPE TEXT COLLATE "C";
CREATE UNIQUE INDEX "installation_of_id_key" ON "installation" ("user_id", "install_id") WHERE "install_id" IS NOT NULL;
CREATE UNIQUE INDEX "installation_of_device_key" ON "installation" ("user_id", "channel", coalesce("device", ''))
  WHERE "install_id" IS NULL;

-- Ledger rule 1: never two open sessions of a user, never two that overlap.
CREATE UNIQUE INDEX "session_one_open_key" ON "session" ("user_id") WHERE "logout_at" IS NULL;
ALTER TABLE "session" ADD CONSTRAINT "session_no_overlap"
  EXCLUDE USING gist ("user_id" WITH =, tstzrange("login_at", "logout_at", '[)') WITH &&);
ALTER TABLE "session" ADD CONSTRAINT "session_ends_after_login" CHECK ("logout_at" >= "login_at");

-- Ledger rule 2: an ended session has a cause, a certainty, an actor; a late ending keeps when it was found out.
ALTER TABLE "session" ADD CONSTRAINT "session_end_is_whole" CHECK (
  num_nonnulls("logout_at", "cause", "certainty", "ended_by_kind") IN (0, 4)
);
ALTER TABLE "session" ADD CONSTRAINT "session_late_end_keeps_when" CHECK (
  CASE "certainty"
    WHEN 'last_seen' THEN "ended_at" IS NOT NULL AND "ended_at" >= "logout_at"
    ELSE "ended_at" IS NULL
  END
);
ALTER TABLE "session" ADD CONSTRAINT "session_person_has_id" CHECK (
  "ended_by_kind" IS DISTINCT FROM 'person' OR "ended_by_id" IS NOT NULL
);

-- Ledger rule 7: the parts make the whole, to the millisecond.
ALTER TABLE "session" ADD CONSTRAINT "session_parts_make_whole" CHECK (
  "logout_at" IS NULL OR
  "ready_ms" + "not_ready_ms" + "busy_ms" + "after_call_work_ms" + "unknown_ms"
    = (extract(epoch FROM "logout_at" - "login_at") * 1000)::bigint
);

-- Ledger rules 2 and 8: whose, when and for which team stays as it was at login; an ended session stays as it ended.
CREATE FUNCTION session_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.user_id, NEW.team_id, NEW.login_at) IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.team_id, OLD.login_at) THEN
    RAISE EXCEPTION 'session %: user, team and login never change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.logout_at IS NOT NULL AND (to_jsonb(NEW) - 'installation_id') IS DISTINCT FROM (to_jsonb(OLD) - 'installation_id') THEN
    RAISE EXCEPTION 'session %: closed once, never reopened', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_guard BEFORE UPDATE ON "session" FOR EACH ROW EXECUTE FUNCTION session_guard();

-- Intervals of one session: one open at most, none backwards.
CREATE UNIQUE INDEX "state_interval_one_open_key" ON "state_interval" ("session_id") WHERE "ended_at" IS NULL;
ALTER TABLE "state_interval" ADD CONSTRAINT "state_interval_forwards" CHECK ("ended_at" >= "started_at");
ALTER TABLE "interaction" ADD CONSTRAINT "interaction_forwards" CHECK ("ended_at" >= "started_at");

-- The seat: small, hot, updated in place.
ALTER TABLE "seat" SET (fillfactor = 50);
ALTER TABLE "sign_of_life" SET (fillfactor = 50);
ALTER TABLE "seat" ADD CONSTRAINT "seat_open_is_whole" CHECK (
  NOT "open" OR (
    num_nonnulls("session_id", "platform", "version", "login_at", "state", "state_since") = 6 AND "logout_at" IS NULL
  )
);
ALTER TABLE "gateway_beat" ADD CONSTRAINT "gateway_beat_single" CHECK ("id" = 1);
ALTER TABLE "feed_epoch" ADD CONSTRAINT "feed_epoch_single" CHECK ("id" = 1);
INSERT INTO "feed_epoch" ("id", "epoch") VALUES (1, gen_random_uuid());

-- Every change of a seat bumps its revision and stamps it with its transaction; the doorbell says "look now".
CREATE FUNCTION seat_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  NEW.stamped := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER seat_stamp BEFORE UPDATE ON "seat" FOR EACH ROW EXECUTE FUNCTION seat_stamp();

CREATE FUNCTION seat_doorbell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('seat', '');
  RETURN NULL;
END $$;
CREATE TRIGGER seat_doorbell AFTER INSERT OR UPDATE ON "seat" FOR EACH STATEMENT EXECUTE FUNCTION seat_doorbell();

-- A user is made with a seat; what screens show of users and teams counts as a change of their seats.
CREATE FUNCTION user_has_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seat (user_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER user_has_seat AFTER INSERT ON "user_account" FOR EACH ROW EXECUTE FUNCTION user_has_seat();

CREATE FUNCTION user_changes_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE seat SET user_id = user_id WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER user_changes_seat AFTER UPDATE OF "name", "username", "team_id", "roles", "disabled_at" ON "user_account"
  FOR EACH ROW EXECUTE FUNCTION user_changes_seat();

CREATE FUNCTION team_changes_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order that every other transaction locks seats.
  PERFORM 1 FROM seat WHERE user_id IN (SELECT id FROM user_account WHERE team_id = NEW.id) ORDER BY user_id FOR UPDATE;
  UPDATE seat SET user_id = user_id WHERE user_id IN (SELECT id FROM user_account WHERE team_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER team_changes_seats AFTER UPDATE OF "name" ON "team" FOR EACH ROW EXECUTE FUNCTION team_changes_seats();
