CREATE SCHEMA "webhooks";
--> statement-breakpoint
CREATE TABLE "webhooks"."attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhooks"."attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"redrive" integer NOT NULL,
	"code" integer,
	"ms" integer NOT NULL,
	"error" text,
	"excerpt" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhooks"."endpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"filters" text[] NOT NULL,
	"ordered" boolean NOT NULL,
	"status" text DEFAULT 'ON' NOT NULL,
	"why" text,
	"status_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"secret" text NOT NULL,
	"secret_hint" text NOT NULL,
	"secret_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"old_secret" text,
	"old_secret_hint" text,
	"old_secret_until" timestamp with time zone,
	"xid" "xid8" NOT NULL,
	"position" bigint NOT NULL,
	"failing_since" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhooks"."attempts" ADD CONSTRAINT "attempts_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "webhooks"."endpoints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempts_by_event" ON "webhooks"."attempts" USING btree ("event_id","endpoint_id");--> statement-breakpoint
CREATE INDEX "attempts_by_time" ON "webhooks"."attempts" USING btree ("endpoint_id","at");
