-- CreateEnum
CREATE TYPE "schedule_halt" AS ENUM ('paused', 'owner_disabled', 'owner_not_allowed', 'layout_gone', 'no_recipients');

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "address" TEXT,
ADD COLUMN     "run_id" UUID,
ALTER COLUMN "user_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "report_schedule" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "layout_id" UUID,
    "layout_name" TEXT,
    "layout_revision" INTEGER,
    "preset" TEXT NOT NULL,
    "week_start" INTEGER NOT NULL DEFAULT 1,
    "rhythm" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "subject" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "halted_at" TIMESTAMPTZ(3),
    "halted_why" "schedule_halt",
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_recipient" (
    "schedule_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "user_id" UUID,
    "address" TEXT,

    CONSTRAINT "schedule_recipient_pkey" PRIMARY KEY ("schedule_id","position")
);

-- CreateTable
CREATE TABLE "report_run" (
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "trial" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "rows" INTEGER,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "unsent" INTEGER NOT NULL DEFAULT 0,
    "file" BYTEA,
    "file_name" TEXT,
    "file_type" TEXT,

    CONSTRAINT "report_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_schedule_owner_id_idx" ON "report_schedule"("owner_id");

-- CreateIndex
CREATE INDEX "report_schedule_layout_id_idx" ON "report_schedule"("layout_id");

-- CreateIndex
CREATE INDEX "schedule_recipient_user_id_idx" ON "schedule_recipient"("user_id");

-- CreateIndex
CREATE INDEX "report_run_schedule_id_due_at_idx" ON "report_run"("schedule_id", "due_at");

-- CreateIndex
CREATE INDEX "mail_run_id_idx" ON "mail"("run_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "report_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_layout_id_fkey" FOREIGN KEY ("layout_id") REFERENCES "layout"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_recipient" ADD CONSTRAINT "schedule_recipient_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "report_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_recipient" ADD CONSTRAINT "schedule_recipient_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "report_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
ALTER TABLE "mail" ADD CONSTRAINT "mail_to_a_person_or_an_address" CHECK (num_nonnulls("user_id", "address") = 1);
ALTER TABLE "schedule_recipient" ADD CONSTRAINT "schedule_recipient_person_or_address"
  CHECK (num_nonnulls("user_id", "address") = 1);
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_due_unless_halted"
  CHECK (("next_at" IS NULL) = ("halted_at" IS NOT NULL) AND ("halted_at" IS NULL) = ("halted_why" IS NULL));
ALTER TABLE "report_schedule" ADD CONSTRAINT "report_schedule_rhythm_is_an_object" CHECK (jsonb_typeof("rhythm") = 'object');
CREATE INDEX "report_schedule_next_at_idx" ON "report_schedule" ("next_at") WHERE "deleted_at" IS NULL;

-- However many processes see that a schedule is due, it runs once.
CREATE UNIQUE INDEX "report_run_once" ON "report_run" ("schedule_id", "due_at") WHERE NOT "trial";
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_ends_once" CHECK (num_nonnulls("made_at", "given_up_at") < 2);
CREATE INDEX "report_run_next_at_idx" ON "report_run" ("next_at") WHERE "made_at" IS NULL AND "given_up_at" IS NULL;
CREATE INDEX "report_run_unsettled_idx" ON "report_run" ("made_at") WHERE "made_at" IS NOT NULL AND "settled_at" IS NULL;
