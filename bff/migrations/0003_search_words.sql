DROP INDEX "product_title_trgm_idx";--> statement-breakpoint
ALTER TABLE "product" drop column "search_vector";--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "search_vector" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', translate(title, '-/_', '   ')), 'A') || setweight(to_tsvector('english', translate(brand, '-/_', '   ')), 'A') || setweight(to_tsvector('english', translate(summary, '-/_', '   ')), 'C')) STORED;--> statement-breakpoint
CREATE INDEX "product_likeness_idx" ON "product" USING gin (("brand" || ' ' || "title") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "product_sold_idx" ON "product" USING btree ("sold_count") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "product_search_idx" ON "product" USING gin ("search_vector");
