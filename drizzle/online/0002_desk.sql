-- Orders from before the search.
DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  LOOP
    WITH batch AS MATERIALIZED (
      SELECT o."id", "orders"."search_words"(o) AS words FROM "orders"."orders" o WHERE o."id" > last ORDER BY o."id" LIMIT 500
    ), written AS (
      INSERT INTO "orders"."search" ("order_id", "words") SELECT "id", words FROM batch ON CONFLICT DO NOTHING
    )
    SELECT "id" INTO last FROM batch ORDER BY "id" DESC LIMIT 1;
    EXIT WHEN last IS NULL;
    COMMIT;
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "orders_by_total" ON "orders"."orders" USING btree ("status","total_cents","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "payments_by_status" ON "payments"."payments" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "payments_by_amount" ON "payments"."payments" USING btree ("amount_cents","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "payments_by_method" ON "payments"."payments" USING btree ("method","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "payments_by_reference" ON "payments"."payments" USING btree ("provider_reference");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "shipments_by_tracking_number" ON "shipments"."shipments" USING btree ("tracking_number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "events_by_aggregate_type" ON "log"."events" USING btree ("aggregate_id","event_type","position");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "events_by_chunk" ON "log"."events" USING btree ((position / 16384),"occurred_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "orders_by_day" ON "orders"."orders" USING btree ("placed_at","status","currency","total_cents");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "events_by_payload" ON "log"."events" USING gin ((jsonb_set(('{"' || (position / 16384)::text || '": {}}')::jsonb, array[(position / 16384)::text, event_type], payload)) jsonb_path_ops) WITH (fastupdate=false);--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "log"."events_by_aggregate";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "log"."events_by_time";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "orders"."orders_by_time";
