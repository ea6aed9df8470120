-- Whoever is suspended, erased or no developer any more, by whichever way, releases nothing: neither as a member of a team
-- nor by a token that they have made and may have kept.
CREATE FUNCTION leave_frontends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM frontend_member WHERE account_id = NEW.id;
  DELETE FROM release_token WHERE created_by = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_leaves_frontends AFTER UPDATE OF status, roles ON account
FOR EACH ROW WHEN (
  OLD.roles && '{developer,admin}' AND (NEW.status <> 'active' OR NOT NEW.roles && '{developer,admin}'))
EXECUTE FUNCTION leave_frontends();
--> statement-breakpoint
CREATE INDEX "release_token_created_by_idx" ON "release_token" USING btree ("created_by");
