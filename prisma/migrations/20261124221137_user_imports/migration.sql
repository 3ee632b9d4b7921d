-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('draft', 'running', 'stopped', 'done', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "import_undone" AS ENUM ('deleted', 'disabled', 'restored', 'changed_since', 'not_possible');

-- CreateTable
CREATE TABLE "user_import" (
    "id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'draft',
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "file_name" TEXT NOT NULL,
    "content" BYTEA,
    "mapping" JSONB NOT NULL,
    "skip_bad" BOOLEAN NOT NULL DEFAULT false,
    "create_teams" BOOLEAN NOT NULL DEFAULT false,
    "runner_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
    "lines" INTEGER NOT NULL,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "last_line" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "late_problems" JSONB NOT NULL DEFAULT '[]',
    "made_teams" UUID[] DEFAULT ARRAY[]::UUID[],

    CONSTRAINT "user_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_import_change" (
    "import_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "undone" "import_undone",

    CONSTRAINT "user_import_change_pkey" PRIMARY KEY ("import_id","user_id")
);

-- CreateIndex
CREATE INDEX "user_import_created_at_idx" ON "user_import"("created_at");

-- CreateIndex
CREATE INDEX "user_import_change_import_id_line_idx" ON "user_import_change"("import_id", "line");

-- AddForeignKey
ALTER TABLE "user_import_change" ADD CONSTRAINT "user_import_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "user_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

-- It comes packed: no second try at packing it.
ALTER TABLE "user_import" ALTER COLUMN "content" SET STORAGE EXTERNAL;

ALTER TABLE "user_import" ADD CONSTRAINT "user_import_counts_add_up" CHECK (
  "handled" = "created" + "updated" + "unchanged" + "skipped" AND "handled" <= "lines"
);
ALTER TABLE "user_import" ADD CONSTRAINT "user_import_work_has_runner" CHECK (
  "state" NOT IN ('running', 'undoing') OR ("runner_id" IS NOT NULL AND "started_at" IS NOT NULL)
);
ALTER TABLE "user_import_change" ADD CONSTRAINT "user_import_change_is_whole" CHECK (num_nonnulls("before", "after") IN (0, 2));
