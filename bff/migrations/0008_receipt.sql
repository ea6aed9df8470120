CREATE TABLE "receipt" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"digest" char(64) NOT NULL,
	"key_id" text NOT NULL,
	"signature" text NOT NULL,
	"order_number" text NOT NULL,
	"paid_at" timestamp with time zone NOT NULL,
	"currency" char(3) NOT NULL,
	"total_minor" bigint NOT NULL,
	"content" text,
	CONSTRAINT "receipt_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;