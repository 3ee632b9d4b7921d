-- CreateTable
CREATE TABLE "push" (
    "notice_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_pkey" PRIMARY KEY ("notice_id")
);

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
CREATE INDEX "push_next_at_idx" ON "push" ("next_at") WHERE "sent_at" IS NULL;
