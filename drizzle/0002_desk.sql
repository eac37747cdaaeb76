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
ALTER TABLE "log"."deliveries" ADD COLUMN "ignored" text, ADD COLUMN "duplicates" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory"."movements" ADD COLUMN "event_id" uuid;--> statement-breakpoint
CREATE INDEX "answers_by_time" ON "log"."answers" USING btree ("answered_at");--> statement-breakpoint
CREATE INDEX "incidents_by_lane" ON "log"."incidents" USING btree ("lane","id");--> statement-breakpoint
CREATE INDEX "incidents_decided" ON "log"."incidents" USING btree ("id") WHERE "log"."incidents"."kind" in ('REDRIVEN', 'DISCARDED');--> statement-breakpoint
CREATE INDEX "search_by_words" ON "orders"."search" USING gin ("words" gin_trgm_ops);
--> statement-breakpoint
-- What an order is found by, in lower case, each word after a blank. Of a UUID its random end is enough, as people see it and whole.
CREATE FUNCTION "orders"."search_words"(o "orders"."orders") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(' ' || regexp_replace(lower(word),
    '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})', '\1\3 \1\2\3', 'g'), '' ORDER BY n)
  FROM unnest(ARRAY[o."id"::text, o."customer_id", coalesce(o."email", ''), o."shipping_address" ->> 'name']
    || ARRAY(SELECT item ->> 'sku' FROM jsonb_array_elements(o."items") AS item)) WITH ORDINALITY AS words(word, n)
$$;
--> statement-breakpoint
CREATE FUNCTION "orders"."make_searchable"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "orders"."search" ("order_id", "words") VALUES (NEW."id", "orders"."search_words"(NEW));
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A trigger, so that the orders that a process of the release before places meanwhile can be found too.
CREATE TRIGGER "orders_searchable" AFTER INSERT ON "orders"."orders"
FOR EACH ROW EXECUTE FUNCTION "orders"."make_searchable"();
