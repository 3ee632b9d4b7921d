-- CreateEnum
CREATE TYPE "log_level" AS ENUM ('error', 'warn', 'info', 'debug');

-- CreateEnum
CREATE TYPE "log_consent" AS ENUM ('ask', 'tell');

-- CreateEnum
CREATE TYPE "log_status" AS ENUM ('requested', 'delivered', 'accepted', 'collecting', 'uploading', 'declined', 'complete', 'partial', 'expired', 'cancelled');

-- CreateTable
CREATE TABLE "log_request" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "session_id" UUID,
    "level" "log_level" NOT NULL,
    "consent" "log_consent" NOT NULL,
    "reason" TEXT NOT NULL,
    "ticket" TEXT,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "max_bytes" INTEGER NOT NULL,
    "asked_by_kind" "actor_kind" NOT NULL,
    "asked_by_id" UUID,
    "status" "log_status" NOT NULL DEFAULT 'requested',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "collecting_at" TIMESTAMPTZ(3),
    "uploading_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "told_pieces" INTEGER,
    "failure" TEXT,
    "pieces" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "kept" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "log_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_piece" (
    "request_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "session_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "digest" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3),
    "last_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_piece_pkey" PRIMARY KEY ("request_id","number")
);

-- CreateIndex
CREATE INDEX "log_request_user_id_idx" ON "log_request"("user_id");

-- CreateIndex
CREATE INDEX "log_request_session_id_idx" ON "log_request"("session_id");

-- CreateIndex
CREATE INDEX "log_request_requested_at_id_idx" ON "log_request"("requested_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "log_request" ADD CONSTRAINT "log_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_request" ADD CONSTRAINT "log_request_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_piece" ADD CONSTRAINT "log_piece_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "log_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what Prisma has no word for.
CREATE UNIQUE INDEX "log_request_one_open_key" ON "log_request" ("user_id") WHERE "ended_at" IS NULL;
ALTER TABLE "log_request" ADD CONSTRAINT "log_request_ends_with_its_status"
  CHECK (("ended_at" IS NULL) = ("status" IN ('requested', 'delivered', 'accepted', 'collecting', 'uploading')));
ALTER TABLE "log_request" ADD CONSTRAINT "log_request_within_its_size" CHECK ("bytes" <= "max_bytes");
-- It is packed already.
ALTER TABLE "log_piece" ALTER COLUMN "content" SET STORAGE EXTERNAL;
