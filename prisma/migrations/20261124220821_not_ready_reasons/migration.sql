-- CreateEnum
CREATE TYPE "reason_kind" AS ENUM ('working', 'break');

-- CreateTable
CREATE TABLE "not_ready_reason" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "reason_kind" NOT NULL,
    "position" INTEGER NOT NULL,
    "every_team" BOOLEAN NOT NULL DEFAULT true,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "not_ready_reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reason_team" (
    "reason_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "reason_team_pkey" PRIMARY KEY ("reason_id","team_id")
);

-- CreateIndex
CREATE INDEX "reason_team_team_id_idx" ON "reason_team"("team_id");

-- AddForeignKey
ALTER TABLE "reason_team" ADD CONSTRAINT "reason_team_reason_id_fkey" FOREIGN KEY ("reason_id") REFERENCES "not_ready_reason"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reason_team" ADD CONSTRAINT "reason_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

-- Archived ones count too: a name means one thing in the ledger for all time.
CREATE UNIQUE INDEX "not_ready_reason_name_key" ON "not_ready_reason" (lower(normalize("name", NFKC)));
ALTER TABLE "not_ready_reason" ADD CONSTRAINT "not_ready_reason_name_fits" CHECK (char_length("name") BETWEEN 1 AND 64);

-- A start for every centre.
INSERT INTO "not_ready_reason" ("id", "name", "kind", "position") VALUES
  (gen_random_uuid(), 'Break', 'break', 1),
  (gen_random_uuid(), 'Lunch', 'break', 2),
  (gen_random_uuid(), 'Training', 'working', 3),
  (gen_random_uuid(), 'Meeting', 'working', 4);
