-- CreateIndex
CREATE INDEX "user_account_name_id_idx" ON "user_account"("name", "id");
