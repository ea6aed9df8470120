CREATE TABLE "frontend_member" (
	"frontend" text NOT NULL,
	"account_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "frontend_member_frontend_account_id_pk" PRIMARY KEY("frontend","account_id")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"frontend" text NOT NULL,
	"version" text NOT NULL,
	"manifest" jsonb NOT NULL,
	"note" text NOT NULL,
	"commit" text,
	"script_bytes" integer NOT NULL,
	"style_bytes" integer NOT NULL,
	"released_by" text NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_frontend_version_pk" PRIMARY KEY("frontend","version")
);
--> statement-breakpoint
CREATE TABLE "release_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"frontend" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "release_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rollout_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"frontend" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"action" text NOT NULL,
	"by_person" uuid,
	"by_program" text,
	"reason" text NOT NULL,
	"version" text,
	CONSTRAINT "rollout_change_by_somebody" CHECK ((by_person is null) <> (by_program is null))
);
--> statement-breakpoint
CREATE TABLE "rollout" (
	"frontend" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"team" text NOT NULL,
	"stable_version" text,
	"previous_version" text,
	"canary_version" text,
	"canary_audience" jsonb,
	"is_canary_held" boolean DEFAULT false NOT NULL,
	"canary_started_at" timestamp with time zone,
	"guard_state" jsonb,
	"is_off" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rollout_compares_with_stable" CHECK (stable_version is not null or (canary_version is null and previous_version is null)),
	CONSTRAINT "rollout_canary_is_whole" CHECK ((canary_version is null) = (canary_audience is null) and (canary_version is null) = (canary_started_at is null))
);
--> statement-breakpoint
ALTER TABLE "frontend_member" ADD CONSTRAINT "frontend_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout" ADD CONSTRAINT "rollout_frontend_stable_version_release_frontend_version_fk" FOREIGN KEY ("frontend","stable_version") REFERENCES "public"."release"("frontend","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout" ADD CONSTRAINT "rollout_frontend_previous_version_release_frontend_version_fk" FOREIGN KEY ("frontend","previous_version") REFERENCES "public"."release"("frontend","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout" ADD CONSTRAINT "rollout_frontend_canary_version_release_frontend_version_fk" FOREIGN KEY ("frontend","canary_version") REFERENCES "public"."release"("frontend","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "frontend_member_account_idx" ON "frontend_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "release_newest_idx" ON "release" USING btree ("frontend","released_at");--> statement-breakpoint
CREATE INDEX "release_token_frontend_idx" ON "release_token" USING btree ("frontend");--> statement-breakpoint
CREATE INDEX "release_token_expires_idx" ON "release_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "rollout_change_newest_idx" ON "rollout_change" USING btree ("frontend","id");
--> statement-breakpoint
-- The registry is kept by every process; each hears of what visitors get from now on, and not of what the guard counts.
CREATE FUNCTION tell_changed_rollout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changed', 'rollout:' || NEW.frontend);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rollout_changed
AFTER INSERT OR UPDATE OF stable_version, previous_version, canary_version, canary_audience, is_canary_held, is_off
ON rollout FOR EACH ROW EXECUTE FUNCTION tell_changed_rollout();
--> statement-breakpoint
-- What was released, and what was done with it, stays as it was.
CREATE FUNCTION refuse_release_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Releases and their history are only added to.' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER release_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "release"
FOR EACH STATEMENT EXECUTE FUNCTION refuse_release_change();
--> statement-breakpoint
CREATE TRIGGER rollout_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rollout_change
FOR EACH STATEMENT EXECUTE FUNCTION refuse_release_change();
