ALTER TABLE "refund" ADD COLUMN "refunded_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "orders_paid_idx" ON "orders" USING btree ("paid_at") WHERE paid_at is not null;--> statement-breakpoint
CREATE INDEX "refund_refunded_idx" ON "refund" USING btree ("refunded_at") WHERE refunded_at is not null;--> statement-breakpoint
-- What was given back before this column: by its fact where the outbox still has it, else by when it was asked for.
UPDATE "refund" SET "refunded_at" = coalesce((
  SELECT min("occurred_at") FROM "outbox"
  WHERE "type" = 'payment.refunded' AND "aggregate_id" = "refund"."seller_order_id"::text), "created_at")
WHERE "status" = 'succeeded';
