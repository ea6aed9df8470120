ALTER TABLE "recovery_code" DROP CONSTRAINT "recovery_code_account_id_code_hash_pk";--> statement-breakpoint
ALTER TABLE "recovery_code" ADD COLUMN "number" smallint;--> statement-breakpoint
-- Codes of before cannot be hashed anew, for nobody has them in the clear. They count as used: their owners read that none
-- is left, and make new ones.
UPDATE "recovery_code" SET "number" = "old"."number", "used_at" = coalesce("used_at", now())
FROM (SELECT "account_id", "code_hash", row_number() OVER (PARTITION BY "account_id" ORDER BY "code_hash") - 1 AS "number" FROM "recovery_code") AS "old"
WHERE "recovery_code"."account_id" = "old"."account_id" AND "recovery_code"."code_hash" = "old"."code_hash";--> statement-breakpoint
ALTER TABLE "recovery_code" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_number_pk" PRIMARY KEY("account_id","number");
