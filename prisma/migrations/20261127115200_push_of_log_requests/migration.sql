-- AlterTable
ALTER TABLE "push" ADD COLUMN     "log_request_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "push_log_request_id_key" ON "push"("log_request_id");

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_log_request_id_fkey" FOREIGN KEY ("log_request_id") REFERENCES "log_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
ALTER TABLE "push" DROP CONSTRAINT "push_is_of_one";
ALTER TABLE "push" ADD CONSTRAINT "push_is_of_one" CHECK (num_nonnulls("notice_id", "session_id", "log_request_id") = 1);
