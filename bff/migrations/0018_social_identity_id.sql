ALTER TABLE "social_identity" DROP CONSTRAINT "social_identity_provider_subject_pk";--> statement-breakpoint
ALTER TABLE "social_identity" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "social_identity" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "social_identity" ADD CONSTRAINT "social_identity_subject_unique" UNIQUE("provider","subject");