CREATE TABLE "access"."audit" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access"."audit_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"who_kind" text NOT NULL,
	"who_id" text,
	"who_name" text,
	"action" text NOT NULL,
	"target" text,
	"before" jsonb,
	"after" jsonb,
	"request_id" text,
	"address" text
);
--> statement-breakpoint
CREATE INDEX "audit_by_who" ON "access"."audit" USING btree ("who_id","position");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "access"."audit" USING btree ("action","position");--> statement-breakpoint
CREATE INDEX "audit_by_target" ON "access"."audit" USING btree ("target","position");--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "access"."audit" USING btree ("at");
--> statement-breakpoint
-- The same for every table that is only ever added to; and for the log the one exception, which is a trigger itself.
CREATE OR REPLACE FUNCTION "log"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_RELID = 'log.events'::regclass AND pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "access"."audit"
FOR EACH STATEMENT EXECUTE FUNCTION "log"."refuse_change"();
--> statement-breakpoint
-- A payload without whom it is about: what `server/events.ts` calls personal. Of an address the country stays, for the books.
CREATE FUNCTION "log"."without_person"(payload jsonb, erased_at text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT payload
    || CASE WHEN payload ? 'address' THEN jsonb_build_object('address', jsonb_build_object('name', 'erased',
        'street', 'erased', 'city', 'erased', 'country', payload #> '{address,country}', 'erasedAt', erased_at)) ELSE '{}' END
    || CASE WHEN payload ? 'customerId' THEN '{"customerId": "erased"}'::jsonb ELSE '{}' END
    || CASE WHEN payload ? 'note' THEN '{"note": "erased"}'::jsonb ELSE '{}' END
    || CASE WHEN payload ? 'cancelledBy' THEN '{"reason": "erased"}'::jsonb ELSE '{}' END
$$;
--> statement-breakpoint
-- What was told stays, whom it was about goes; also from the errors that may quote it, and from what people wrote beside.
-- With its owner's rights, for nobody else may change an event, and only because of one that says so.
CREATE FUNCTION "log"."forget"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE "log"."events" SET "payload" = "log"."without_person"("payload", NEW."payload" ->> 'erasedAt')
  WHERE "lane" = NEW."lane" AND "sequence" < NEW."sequence"
    AND "payload" ?| ARRAY['address', 'customerId', 'note', 'cancelledBy'];
  UPDATE "log"."deliveries" SET "error" = left("error", 0) || 'erased', "error_stack" = NULL,
    "resolution" = left("resolution", 0) || 'erased'
  WHERE "event_id" IN (SELECT "event_id" FROM "log"."events" WHERE "lane" = NEW."lane")
    AND num_nonnulls("error", "error_stack", "resolution") > 0;
  UPDATE "log"."incidents" SET "error" = left("error", 0) || 'erased', "error_stack" = NULL,
    "reason" = left("reason", 0) || 'erased'
  WHERE "lane" = NEW."lane";
  -- Sealed with keys that the customers have; what is past its time goes now, and not only with the next one.
  DELETE FROM "log"."answers" WHERE "answered_at" < clock_timestamp() - interval '24 hours';
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "events_forget" AFTER INSERT ON "log"."events"
FOR EACH ROW WHEN (NEW."event_type" = 'PersonalDataErased') EXECUTE FUNCTION "log"."forget"();
--> statement-breakpoint
-- Nobody else may hang it onto a table of their own.
REVOKE EXECUTE ON FUNCTION "log"."forget"() FROM PUBLIC;
