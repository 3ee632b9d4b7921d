-- AlterTable
ALTER TABLE "seat" ADD COLUMN "unreachable_since" TIMESTAMPTZ(3);
ALTER TABLE "seat" ADD CONSTRAINT "seat_unreachable_while_open" CHECK ("open" OR "unreachable_since" IS NULL);
