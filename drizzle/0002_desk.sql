-- For the search of orders by any part of a text.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "log"."answers" (
	"key" text PRIMARY KEY NOT NULL,
	"request" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "log"."proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"finding" jsonb NOT NULL,
	"took_ms" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders"."search" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
DROP INDEX "log"."events_by_aggregate";--> statement-breakpoint
DROP INDEX "log"."events_by_time";--> statement-breakpoint
DROP INDEX "orders"."orders_by_time";--> statement-breakpoint
ALTER TABLE "log"."deliveries" ADD COLUMN "ignored" text;--> statement-breakpoint
ALTER TABLE "log"."deliveries" ADD COLUMN "duplicates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory"."movements" ADD COLUMN "event_id" uuid;--> statement-breakpoint
CREATE INDEX "answers_by_time" ON "log"."answers" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "incidents_by_lane" ON "log"."incidents" USING btree ("lane","id");--> statement-breakpoint
CREATE INDEX "incidents_decided" ON "log"."incidents" USING btree ("id") WHERE "log"."incidents"."kind" in ('REDRIVEN', 'DISCARDED');--> statement-breakpoint
CREATE INDEX "search_by_words" ON "orders"."search" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "events_by_payload" ON "log"."events" USING gin ((jsonb_set(('{"' || (position / 16384)::text || '": {}}')::jsonb, array[(position / 16384)::text, event_type], payload)) jsonb_path_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "orders_by_total" ON "orders"."orders" USING btree ("status","total_cents","id");--> statement-breakpoint
CREATE INDEX "payments_by_status" ON "payments"."payments" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "payments_by_amount" ON "payments"."payments" USING btree ("amount_cents","id");--> statement-breakpoint
CREATE INDEX "payments_by_method" ON "payments"."payments" USING btree ("method","id");--> statement-breakpoint
CREATE INDEX "payments_by_reference" ON "payments"."payments" USING btree ("provider_reference");--> statement-breakpoint
CREATE INDEX "shipments_by_tracking_number" ON "shipments"."shipments" USING btree ("tracking_number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "events_by_aggregate" ON "log"."events" USING btree ("aggregate_id","event_type","position");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "log"."events" USING btree ((position / 16384),"occurred_at");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders"."orders" USING btree ("placed_at","status","currency","total_cents");
--> statement-breakpoint
-- Orders from before the search: the same words as `searchWords` writes for a new one.
INSERT INTO "orders"."search" ("order_id", "words")
SELECT o."id", string_agg(' ' || regexp_replace(lower(w.word),
    '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})', '\1\3 \1\2\3', 'g'), '' ORDER BY w.n)
FROM "orders"."orders" o
CROSS JOIN LATERAL unnest(ARRAY[o."id"::text, o."customer_id", coalesce(o."email", ''), o."shipping_address" ->> 'name']
  || ARRAY(SELECT item ->> 'sku' FROM jsonb_array_elements(o."items") AS item)) WITH ORDINALITY AS w(word, n)
GROUP BY o."id";
