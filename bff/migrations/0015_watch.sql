CREATE TABLE "known_browser" (
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"latitude" real,
	"longitude" real,
	"radius_km" real,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "known_browser_account_id_token_hash_pk" PRIMARY KEY("account_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "security_alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"severity" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"network" text,
	"evidence" jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"handled_by" uuid,
	"handled_at" timestamp with time zone,
	"handled_reason" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"email_key" text,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"network_key" text NOT NULL,
	"place" text,
	"user_agent" text NOT NULL,
	"method" text NOT NULL,
	"outcome" text NOT NULL,
	"is_known_browser" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_event" ADD CONSTRAINT "sign_in_event_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_browser_token_idx" ON "known_browser" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "known_browser_expires_idx" ON "known_browser" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "security_alert_going_on_idx" ON "security_alert" USING btree ("kind","subject_key") WHERE status <> 'closed';--> statement-breakpoint
CREATE INDEX "security_alert_status_idx" ON "security_alert" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "security_alert_subject_idx" ON "security_alert" USING btree ("subject_key");--> statement-breakpoint
CREATE INDEX "sign_in_event_account_idx" ON "sign_in_event" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "sign_in_event_network_idx" ON "sign_in_event" USING btree ("network_key","at");--> statement-breakpoint
CREATE INDEX "sign_in_event_at_idx" ON "sign_in_event" USING btree ("at");
