-- AlterTable
ALTER TABLE "user_import_change" ADD COLUMN "gave_password" BOOLEAN NOT NULL DEFAULT false;
