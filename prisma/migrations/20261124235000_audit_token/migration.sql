-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN "token_id" UUID;

-- By hand: whoever acts by a personal token is that person.
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_token_is_a_persons"
  CHECK ("token_id" IS NULL OR ("actor_kind" = 'person' AND "actor_id" IS NOT NULL));
