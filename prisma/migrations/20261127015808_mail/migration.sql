-- AlterTable
ALTER TABLE "work_item" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "told_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_user_id_idx" ON "mail"("user_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
-- Whoever is responsible has seen on screen what is there already.
UPDATE "work_item" SET "told_at" = "made_at";
CREATE INDEX "mail_next_at_idx" ON "mail" ("next_at") WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;
ALTER TABLE "mail" ADD CONSTRAINT "mail_ends_once" CHECK (num_nonnulls("sent_at", "given_up_at") < 2);
