-- CreateEnum
CREATE TYPE "release_kind" AS ENUM ('recommended', 'mandatory');

-- CreateEnum
CREATE TYPE "release_status" AS ENUM ('draft', 'scheduled', 'published', 'paused', 'withdrawn');

-- CreateEnum
CREATE TYPE "distribution" AS ENUM ('store', 'download', 'reload');

-- CreateEnum
CREATE TYPE "sign_out_mode" AS ENUM ('waves', 'at_once', 'next_sign_out');

-- CreateEnum
CREATE TYPE "update_status" AS ENUM ('current', 'recommended', 'mandatory', 'os_too_old', 'unknown_version');

-- CreateEnum
CREATE TYPE "notice_end" AS ENUM ('signed_out', 'session_ended', 'withdrawn', 'superseded', 'not_owed');

-- AlterTable
ALTER TABLE "team" ADD COLUMN     "package_deployment" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "installation_id" UUID;

-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "update_release_id" UUID,
ADD COLUMN     "update_revision" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "update_since" TIMESTAMPTZ(3),
ADD COLUMN     "update_status" "update_status";

-- CreateTable
CREATE TABLE "team_responsible" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_responsible_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "version" TEXT NOT NULL,
    "build" TEXT,
    "version_key" TEXT NOT NULL,
    "build_key" TEXT,
    "kind" "release_kind" NOT NULL,
    "status" "release_status" NOT NULL DEFAULT 'draft',
    "notes" JSONB NOT NULL,
    "distribution" "distribution" NOT NULL,
    "store_url" TEXT,
    "minimum_os" TEXT,
    "artifacts" JSONB NOT NULL DEFAULT '[]',
    "in_store_at" TIMESTAMPTZ(3),
    "hold_hours" INTEGER NOT NULL DEFAULT 0,
    "stage_percent" DOUBLE PRECISION NOT NULL DEFAULT 100,
    "team_ids" UUID[],
    "user_ids" UUID[],
    "exclude_team_ids" UUID[],
    "exclude_user_ids" UUID[],
    "offers" JSONB NOT NULL DEFAULT '[]',
    "salt" INTEGER NOT NULL,
    "grace_minutes" INTEGER NOT NULL,
    "sign_out_mode" "sign_out_mode" NOT NULL,
    "wave_percent" INTEGER NOT NULL,
    "wave_minutes" INTEGER NOT NULL,
    "sign_out_by" TIMESTAMPTZ(3),
    "hard_limit_minutes" INTEGER,
    "publish_at" TIMESTAMPTZ(3),
    "escalate_at" TIMESTAMPTZ(3),
    "escalate_grace_minutes" INTEGER,
    "confirmed" JSONB,
    "held" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "update_policy" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "update_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "install_release_id" UUID,
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "release_kind" NOT NULL,
    "packaged" BOOLEAN NOT NULL DEFAULT false,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sign_out_at" TIMESTAMPTZ(3),
    "wave" INTEGER,
    "delivered_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "store_opened_at" TIMESTAMPTZ(3),
    "later_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_why" "notice_end",

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sign_out_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "team_responsible_user_id_idx" ON "team_responsible"("user_id");

-- CreateIndex
CREATE INDEX "release_channel_created_at_idx" ON "release"("channel", "created_at");

-- CreateIndex
CREATE INDEX "notice_release_id_user_id_idx" ON "notice"("release_id", "user_id");

-- CreateIndex
CREATE INDEX "notice_user_id_idx" ON "notice"("user_id");

-- CreateIndex
CREATE INDEX "notice_session_id_idx" ON "notice"("session_id");

-- CreateIndex
CREATE INDEX "work_item_team_id_idx" ON "work_item"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_release_id_team_id_key" ON "work_item"("release_id", "team_id");

-- CreateIndex
CREATE INDEX "installation_last_seen_at_idx" ON "installation"("last_seen_at");

-- AddForeignKey
ALTER TABLE "team_responsible" ADD CONSTRAINT "team_responsible_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_responsible" ADD CONSTRAINT "team_responsible_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_installation_id_fkey" FOREIGN KEY ("installation_id") REFERENCES "installation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "installation" ADD CONSTRAINT "installation_update_release_id_fkey" FOREIGN KEY ("update_release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_install_release_id_fkey" FOREIGN KEY ("install_release_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

UPDATE "seat" s SET "installation_id" = x."installation_id" FROM "session" x WHERE x."id" = s."session_id";
-- The policy writes its outcome again and again, in place.
ALTER TABLE "installation" SET (fillfactor = 70);
CREATE INDEX "seat_installation_id_idx" ON "seat" ("installation_id");

-- Versions compare byte by byte in their sortable form.
ALTER TABLE "release" ALTER COLUMN "version_key" TYPE TEXT COLLATE "C";
ALTER TABLE "release" ALTER COLUMN "build_key" TYPE TEXT COLLATE "C";

ALTER TABLE "release" ADD CONSTRAINT "release_stage_is_a_share" CHECK ("stage_percent" BETWEEN 0 AND 100);
ALTER TABLE "release" ADD CONSTRAINT "release_wave_is_a_share" CHECK ("wave_percent" BETWEEN 1 AND 100 AND "wave_minutes" >= 1);
ALTER TABLE "release" ADD CONSTRAINT "release_times_are_not_negative" CHECK (
  "grace_minutes" >= 0 AND coalesce("escalate_grace_minutes", 0) >= 0 AND coalesce("hard_limit_minutes", 0) >= 0
    AND "hold_hours" >= 0
);
ALTER TABLE "release" ADD CONSTRAINT "release_last_date" CHECK ("sign_out_mode" <> 'next_sign_out' OR "sign_out_by" IS NOT NULL);
ALTER TABLE "release" ADD CONSTRAINT "release_scheduled_has_a_date" CHECK ("status" <> 'scheduled' OR "publish_at" IS NOT NULL);
ALTER TABLE "release" ADD CONSTRAINT "release_published_has_offers" CHECK (
  jsonb_typeof("offers") = 'array'
    AND ("status" IN ('published', 'paused')) <= (jsonb_array_length("offers") > 0 AND "published_at" IS NOT NULL)
);
ALTER TABLE "release" ADD CONSTRAINT "release_lists" CHECK (jsonb_typeof("artifacts") = 'array');
CREATE INDEX "release_publish_at_idx" ON "release" ("publish_at") WHERE "status" = 'scheduled';
CREATE INDEX "release_escalate_at_idx" ON "release" ("escalate_at") WHERE "status" = 'published';

-- Exactly one open notice of a session and release; a deadline is a row that any gateway finds.
CREATE UNIQUE INDEX "notice_one_open_key" ON "notice" ("session_id", "release_id") WHERE "closed_at" IS NULL;
CREATE INDEX "notice_due_idx" ON "notice" ("sign_out_at") WHERE "closed_at" IS NULL AND "sign_out_at" IS NOT NULL;
ALTER TABLE "notice" ADD CONSTRAINT "notice_closed_is_whole" CHECK (num_nonnulls("closed_at", "closed_why") IN (0, 2));
ALTER TABLE "notice" ADD CONSTRAINT "notice_mandatory_has_a_date" CHECK (("kind" = 'mandatory') = ("sign_out_at" IS NOT NULL));
CREATE INDEX "work_item_open_idx" ON "work_item" ("team_id") WHERE "closed_at" IS NULL;

ALTER TABLE "update_policy" ADD CONSTRAINT "update_policy_single" CHECK ("id" = 1);
INSERT INTO "update_policy" ("id") VALUES (1);

-- Whatever the policy reads bumps its revision, by whichever way it changes.
CREATE FUNCTION update_policy_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE update_policy SET revision = revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER release_changes_policy AFTER UPDATE ON "release" FOR EACH ROW
  WHEN (OLD.status IN ('published', 'paused') OR NEW.status IN ('published', 'paused'))
  EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER release_joins_policy AFTER INSERT ON "release" FOR EACH ROW
  WHEN (NEW.status IN ('published', 'paused')) EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER release_leaves_policy AFTER DELETE ON "release" FOR EACH ROW
  WHEN (OLD.status IN ('published', 'paused')) EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER team_changes_policy AFTER UPDATE OF "package_deployment" ON "team" FOR EACH ROW
  WHEN (OLD.package_deployment <> NEW.package_deployment) EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER work_item_joins_policy AFTER INSERT ON "work_item" FOR EACH ROW EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER work_item_changes_policy AFTER UPDATE OF "sign_out_at" ON "work_item" FOR EACH ROW
  WHEN (OLD.sign_out_at IS DISTINCT FROM NEW.sign_out_at) EXECUTE FUNCTION update_policy_changed();
CREATE TRIGGER setting_changes_policy AFTER INSERT OR UPDATE ON "setting" FOR EACH ROW
  WHEN (NEW.key = 'unknownVersion') EXECUTE FUNCTION update_policy_changed();

-- Whoever moves to another team is offered what that team is.
CREATE FUNCTION user_moves_installations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE installation SET update_revision = 0 WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER user_moves_installations AFTER UPDATE OF "team_id" ON "user_account" FOR EACH ROW
  WHEN (OLD.team_id <> NEW.team_id) EXECUTE FUNCTION user_moves_installations();
