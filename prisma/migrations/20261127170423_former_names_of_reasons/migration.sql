-- AlterTable
ALTER TABLE "not_ready_reason" ADD COLUMN     "former_names" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
