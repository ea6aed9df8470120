CREATE TABLE "data_export_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"export_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_export" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"status" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"size_bytes" integer,
	"download_hash" text,
	"download_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	CONSTRAINT "data_export_download_hash_unique" UNIQUE("download_hash")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"buyer_key" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"erased_at" timestamp with time zone,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "profile" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"full_name" text,
	"phone" text,
	"language" text DEFAULT 'en' NOT NULL,
	"currency" char(3) DEFAULT 'USD' NOT NULL,
	"notifications" text[] DEFAULT '{}' NOT NULL,
	"social_links" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_address" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"fields" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_export_part" ADD CONSTRAINT "data_export_part_export_id_data_export_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."data_export"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_address" ADD CONSTRAINT "saved_address_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "data_export_part_idx" ON "data_export_part" USING btree ("export_id","position");--> statement-breakpoint
CREATE INDEX "data_export_account_idx" ON "data_export" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "data_export_due_idx" ON "data_export" USING btree ("next_attempt_at") WHERE status = 'asked';--> statement-breakpoint
CREATE INDEX "data_export_expires_idx" ON "data_export" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "erasure_due_idx" ON "erasure" USING btree ("next_attempt_at") WHERE status <> 'done';--> statement-breakpoint
CREATE INDEX "saved_address_account_idx" ON "saved_address" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_address_default_idx" ON "saved_address" USING btree ("account_id") WHERE is_default;--> statement-breakpoint
CREATE INDEX "cart_email_idx" ON "cart" USING btree ("email") WHERE email is not null;--> statement-breakpoint
CREATE INDEX "mail_recipient_idx" ON "mail" USING btree ("recipient") WHERE recipient is not null;--> statement-breakpoint
CREATE INDEX "orders_email_idx" ON "orders" USING btree ("email");--> statement-breakpoint
CREATE INDEX "stripe_event_order_idx" ON "stripe_event" USING btree ((payload #>> '{data,object,metadata,orderId}'));