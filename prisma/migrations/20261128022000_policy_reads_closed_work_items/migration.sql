-- The policy reads which work items are closed.
DROP TRIGGER work_item_changes_policy ON "work_item";
CREATE TRIGGER work_item_changes_policy AFTER UPDATE OF "sign_out_at", "closed_at" ON "work_item" FOR EACH ROW
  WHEN ((OLD.sign_out_at, OLD.closed_at) IS DISTINCT FROM (NEW.sign_out_at, NEW.closed_at))
  EXECUTE FUNCTION update_policy_changed();
UPDATE update_policy SET revision = revision + 1;
