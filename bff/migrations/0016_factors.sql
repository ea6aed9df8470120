CREATE TABLE "proof_challenge" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"proof_hash" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "remembered_device" ADD COLUMN "public_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "proof_challenge" ADD CONSTRAINT "proof_challenge_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proof_challenge_account_idx" ON "proof_challenge" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "proof_challenge_expires_idx" ON "proof_challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "factor_credential_idx" ON "factor" USING btree ((data->>'credentialId'));--> statement-breakpoint
ALTER TABLE "remembered_device" ADD CONSTRAINT "remembered_device_public_id_unique" UNIQUE("public_id");
