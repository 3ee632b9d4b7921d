-- CreateTable
CREATE TABLE "user_preference" (
    "user_id" UUID NOT NULL,
    "language" TEXT,
    "time_zone" TEXT,
    "clock" TEXT,
    "theme" TEXT,

    CONSTRAINT "user_preference_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "user_preference" ADD CONSTRAINT "user_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the screens know.
ALTER TABLE "user_preference" ADD CONSTRAINT "user_preference_clock" CHECK ("clock" IN ('h12', 'h23'));
ALTER TABLE "user_preference" ADD CONSTRAINT "user_preference_theme" CHECK ("theme" IN ('light', 'dark', 'system'));
