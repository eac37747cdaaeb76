CREATE TABLE "log"."incidents" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "log"."incidents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"module" text NOT NULL,
	"lane" text NOT NULL,
	"kind" text NOT NULL,
	"attempt" integer,
	"next_attempt_at" timestamp with time zone,
	"error" text,
	"error_stack" text,
	"by" text,
	"reason" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "log"."deliveries" ADD COLUMN "ignored" text;--> statement-breakpoint
ALTER TABLE "log"."deliveries" ADD COLUMN "duplicates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "incidents_by_lane" ON "log"."incidents" USING btree ("lane","id");