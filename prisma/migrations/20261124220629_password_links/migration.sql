-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "must_change_password" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "password_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "made_by_kind" "actor_kind" NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "password_link_token_hash_key" ON "password_link"("token_hash");

-- CreateIndex
CREATE INDEX "password_link_user_id_idx" ON "password_link"("user_id");

-- AddForeignKey
ALTER TABLE "password_link" ADD CONSTRAINT "password_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: of a person's links only the newest is open, and none is both used and replaced.
CREATE UNIQUE INDEX "password_link_open_key" ON "password_link"("user_id") WHERE "used_at" IS NULL AND "replaced_at" IS NULL;
ALTER TABLE "password_link" ADD CONSTRAINT "password_link_one_end" CHECK ("used_at" IS NULL OR "replaced_at" IS NULL);
ALTER TABLE "password_link" ADD CONSTRAINT "password_link_lasts" CHECK ("expires_at" > "made_at");
