-- CreateTable
CREATE TABLE "layout" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "everyone" BOOLEAN NOT NULL DEFAULT false,
    "team_id" UUID,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),

    CONSTRAINT "layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "layout_default" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID,
    "team_id" UUID,
    "layout_id" UUID NOT NULL,

    CONSTRAINT "layout_default_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "layout_team_id_idx" ON "layout"("team_id");

-- CreateIndex
CREATE INDEX "layout_default_user_id_idx" ON "layout_default"("user_id");

-- CreateIndex
CREATE INDEX "layout_default_team_id_idx" ON "layout_default"("team_id");

-- CreateIndex
CREATE INDEX "layout_default_layout_id_idx" ON "layout_default"("layout_id");

-- AddForeignKey
ALTER TABLE "layout" ADD CONSTRAINT "layout_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layout" ADD CONSTRAINT "layout_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layout_default" ADD CONSTRAINT "layout_default_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layout_default" ADD CONSTRAINT "layout_default_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "layout_default" ADD CONSTRAINT "layout_default_layout_id_fkey" FOREIGN KEY ("layout_id") REFERENCES "layout"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------
-- By hand from here: what Prisma has no word for.
-- ---------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "layout_name_key" ON "layout" ("owner_id", "subject", lower(normalize("name", NFKC)));
ALTER TABLE "layout" ADD CONSTRAINT "layout_name_fits" CHECK (char_length("name") BETWEEN 1 AND 64);
ALTER TABLE "layout" ADD CONSTRAINT "layout_for_a_team_or_for_everyone" CHECK (NOT "everyone" OR "team_id" IS NULL);
ALTER TABLE "layout" ADD CONSTRAINT "layout_content_is_an_object" CHECK (jsonb_typeof("content") = 'object');
CREATE INDEX "layout_everyone_idx" ON "layout" ("subject") WHERE "everyone";

-- Each person, each team and the centre open a subject with one layout.
CREATE UNIQUE INDEX "layout_default_key" ON "layout_default" ("subject", "user_id", "team_id") NULLS NOT DISTINCT;
ALTER TABLE "layout_default" ADD CONSTRAINT "layout_default_of_a_person_or_a_team"
  CHECK (num_nonnulls("user_id", "team_id") <= 1);
