CREATE TABLE "security_answer" (
	"account_id" uuid NOT NULL,
	"question" text NOT NULL,
	"answer_hash" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "security_answer_account_id_question_pk" PRIMARY KEY("account_id","question")
);
--> statement-breakpoint
ALTER TABLE "security_answer" ADD CONSTRAINT "security_answer_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "one_time_token_browser_idx" ON "one_time_token" USING btree ((data->>'browserHash'));