-- AlterTable
ALTER TABLE "session" ADD COLUMN     "locale" TEXT;

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "drain_until" TIMESTAMPTZ(3),
ADD COLUMN     "draining_at" TIMESTAMPTZ(3);
