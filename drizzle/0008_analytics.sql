CREATE SCHEMA "analytics";
--> statement-breakpoint
CREATE TABLE "analytics"."generations" (
	"model" text NOT NULL,
	"generation" integer NOT NULL,
	"status" text NOT NULL,
	"xid" "xid8" DEFAULT '0' NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"events" bigint DEFAULT 0 NOT NULL,
	"total" bigint DEFAULT 0 NOT NULL,
	"worked_ms" bigint DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ready_at" timestamp with time zone,
	"compared" jsonb,
	CONSTRAINT "generations_model_generation_pk" PRIMARY KEY("model","generation")
);
--> statement-breakpoint
CREATE TABLE "analytics"."notes" (
	"model" text NOT NULL,
	"generation" integer NOT NULL,
	"lane" text NOT NULL,
	"note" jsonb NOT NULL,
	CONSTRAINT "notes_model_generation_lane_pk" PRIMARY KEY("model","generation","lane")
);
--> statement-breakpoint
CREATE TABLE "analytics"."rows" (
	"model" text NOT NULL,
	"generation" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"of" text NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "rows_model_generation_at_of_pk" PRIMARY KEY("model","generation","at","of")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "generations_one_live" ON "analytics"."generations" USING btree ("model") WHERE "analytics"."generations"."status" = 'LIVE';--> statement-breakpoint
CREATE UNIQUE INDEX "generations_one_beside" ON "analytics"."generations" USING btree ("model") WHERE "analytics"."generations"."status" <> 'LIVE';