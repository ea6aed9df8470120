CREATE INDEX "account_name_idx" ON "account" USING btree (lower("display_name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "account_roles_idx" ON "account" USING gin ("roles");