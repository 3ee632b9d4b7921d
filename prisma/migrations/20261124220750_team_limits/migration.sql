-- AlterTable
ALTER TABLE "team" ADD COLUMN     "limits" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "session_team_id_login_at_idx" ON "session"("team_id", "login_at");
-- By hand: a list, whoever writes it.
ALTER TABLE "team" ADD CONSTRAINT "team_limits_is_list" CHECK (jsonb_typeof("limits") = 'array');
