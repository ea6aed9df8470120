ALTER TABLE "product" ADD COLUMN "import_handle" text;--> statement-breakpoint
CREATE UNIQUE INDEX "product_import_idx" ON "product" USING btree ("seller_id","import_handle");