CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_account_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text,
	"details" jsonb NOT NULL,
	"prev_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "audit_entry_seq_unique" UNIQUE("seq"),
	CONSTRAINT "audit_entry_admin_reason" CHECK (actor_kind <> 'admin' or reason is not null)
);
--> statement-breakpoint
CREATE INDEX "audit_entry_actor_idx" ON "audit_entry" USING btree ("actor_account_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entry_action_idx" ON "audit_entry" USING btree ("action","seq");--> statement-breakpoint
-- The one place that writes the audit log, in the transaction of the caller. `content` is canonical JSON, as
-- `encodeContent` in `audit/hash-entry.ts` makes it; place and hash of the entry before are put around it, again as
-- canonical JSON. Whoever appends holds the end of the chain until the transaction ends.
CREATE FUNCTION append_audit(content text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry jsonb := content::jsonb;
  last_seq bigint;
  last_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(4711002);
  SELECT a.seq, a.hash INTO last_seq, last_hash FROM audit_entry a ORDER BY a.seq DESC LIMIT 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, repeat('0', 64));
  INSERT INTO audit_entry (id, seq, at, actor_kind, actor_account_id, action, subject_kind, subject_id, reason, details,
    prev_hash, hash)
  VALUES ((entry->>'id')::uuid, last_seq + 1, (entry->>'at')::timestamptz, entry->'actor'->>'kind',
    (entry->'actor'->>'accountId')::uuid, entry->>'action', entry->'subject'->>'kind', entry->'subject'->>'id',
    entry->>'reason', entry->'details', last_hash,
    encode(sha256(convert_to(
      '{"content":' || content || ',"prevHash":"' || last_hash || '","seq":' || (last_seq + 1) || '}', 'UTF8')), 'hex'));
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is only added to.' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
-- Also while replication or a restore has switched ordinary triggers off.
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_append_only;
