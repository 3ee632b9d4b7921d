-- AlterTable
ALTER TABLE "installation" ADD COLUMN     "push_token" TEXT;

-- AlterTable
ALTER TABLE "push" DROP CONSTRAINT "push_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "session_id" UUID,
ALTER COLUMN "notice_id" DROP NOT NULL,
ADD CONSTRAINT "push_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE UNIQUE INDEX "push_notice_id_key" ON "push"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_session_id_key" ON "push"("session_id");

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
ALTER TABLE "push" ADD CONSTRAINT "push_is_of_one" CHECK (num_nonnulls("notice_id", "session_id") = 1);
