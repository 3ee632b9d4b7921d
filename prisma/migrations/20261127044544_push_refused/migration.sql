-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "push_refused_at" TIMESTAMPTZ(3);
