CREATE TABLE "api_client" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_refresh_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"successor_hash" text
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"private_key" text NOT NULL,
	"signs_from" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seller_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_index" text NOT NULL,
	"permissions" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_refresh_token" ADD CONSTRAINT "api_refresh_token_client_id_api_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."api_client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_invitation" ADD CONSTRAINT "seller_invitation_seller_id_seller_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."seller"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_client_account_idx" ON "api_client" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "api_client_expires_idx" ON "api_client" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "api_refresh_token_valid_idx" ON "api_refresh_token" USING btree ("client_id") WHERE used_at is null;--> statement-breakpoint
CREATE INDEX "api_refresh_token_client_idx" ON "api_refresh_token" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "api_refresh_token_expires_idx" ON "api_refresh_token" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seller_invitation_email_idx" ON "seller_invitation" USING btree ("seller_id","email_index");--> statement-breakpoint
CREATE INDEX "seller_invitation_expires_idx" ON "seller_invitation" USING btree ("expires_at");
--> statement-breakpoint
-- Keys and clients are kept by every process for a while; each hears of changes.
CREATE FUNCTION tell_changed_signing_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'signing_key:' || coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER signing_key_changed AFTER INSERT OR UPDATE OR DELETE ON signing_key
FOR EACH ROW EXECUTE FUNCTION tell_changed_signing_key();
--> statement-breakpoint
CREATE FUNCTION tell_changed_api_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'api_client:' || OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER api_client_changed AFTER UPDATE OF scopes, expires_at, account_id OR DELETE ON api_client
FOR EACH ROW EXECUTE FUNCTION tell_changed_api_client();
--> statement-breakpoint
-- Whoever is suspended or erased, by whichever way, acts through no program any more, and none comes back with them.
CREATE FUNCTION end_api_clients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM api_client WHERE account_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_ends_api_clients AFTER UPDATE OF status ON account
FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION end_api_clients();
