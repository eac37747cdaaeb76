-- History is only ever added to. A statement trigger, so that TRUNCATE is refused too.
CREATE FUNCTION "log"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'log.events is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "log"."events"
FOR EACH STATEMENT EXECUTE FUNCTION "log"."refuse_change"();
