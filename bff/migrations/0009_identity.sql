CREATE TABLE "one_time_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seller_member" (
	"seller_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"permissions" text[] NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seller_member_seller_id_account_id_pk" PRIMARY KEY("seller_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"method" text NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"secret" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_code_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "remembered_device" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_agent" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_email_unique";--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "email_index" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "avatar_url" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
-- Nothing is known of how the sessions of before came about: everybody signs in anew.
DELETE FROM "session";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "public_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "methods" text[] DEFAULT '{password}' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "proved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "user_agent" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_member" ADD CONSTRAINT "seller_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_challenge" ADD CONSTRAINT "sign_in_challenge_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor" ADD CONSTRAINT "factor_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remembered_device" ADD CONSTRAINT "remembered_device_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_token_account_idx" ON "one_time_token" USING btree ("account_id","purpose");--> statement-breakpoint
CREATE INDEX "one_time_token_expires_idx" ON "one_time_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "seller_member_account_idx" ON "seller_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_challenge_expires_idx" ON "sign_in_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "factor_account_idx" ON "factor" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "remembered_device_account_idx" ON "remembered_device" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_created_idx" ON "account" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_email_index_unique" UNIQUE("email_index");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_public_id_unique" UNIQUE("public_id");--> statement-breakpoint
-- Whoever had an account before there was verification keeps what they could do.
UPDATE account SET email_verified_at = created_at;
--> statement-breakpoint
-- Sessions, accounts and what they are made of change in many places; every process hears of it from here.
CREATE FUNCTION tell_changed_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'session:' || OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_ended AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION tell_changed_session();
--> statement-breakpoint
CREATE TRIGGER session_changed AFTER UPDATE OF id, account_id, methods, proved_at, expires_at ON session
FOR EACH ROW EXECUTE FUNCTION tell_changed_session();
--> statement-breakpoint
CREATE FUNCTION tell_changed_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'account:' || OLD.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_changed AFTER UPDATE OR DELETE ON account FOR EACH ROW EXECUTE FUNCTION tell_changed_account();
--> statement-breakpoint
CREATE FUNCTION tell_changed_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'account:' || coalesce(NEW.account_id, OLD.account_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER seller_member_changed AFTER INSERT OR UPDATE OR DELETE ON seller_member
FOR EACH ROW EXECUTE FUNCTION tell_changed_member();
--> statement-breakpoint
CREATE FUNCTION tell_changed_seller() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'account:' || NEW.owner_account_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER seller_changed AFTER INSERT OR UPDATE ON seller FOR EACH ROW EXECUTE FUNCTION tell_changed_seller();
