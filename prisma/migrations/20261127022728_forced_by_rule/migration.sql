-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "forced_by_kind" "actor_kind";
