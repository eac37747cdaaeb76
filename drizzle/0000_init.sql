CREATE SCHEMA "log";
--> statement-breakpoint
CREATE SCHEMA "inventory";
--> statement-breakpoint
CREATE SCHEMA "orders";
--> statement-breakpoint
CREATE SCHEMA "payments";
--> statement-breakpoint
CREATE SCHEMA "payment_provider";
--> statement-breakpoint
CREATE SCHEMA "shipments";
--> statement-breakpoint
CREATE TABLE "log"."deliveries" (
	"event_id" uuid NOT NULL,
	"module" text NOT NULL,
	"event_type" text NOT NULL,
	"lane" text NOT NULL,
	"sequence" integer NOT NULL,
	"status" text DEFAULT 'PENDING' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"claim" uuid,
	"claimed_until" timestamp with time zone,
	"swept" integer DEFAULT 0 NOT NULL,
	"redrives" integer DEFAULT 0 NOT NULL,
	"error" text,
	"error_stack" text,
	"resolution" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "deliveries_event_id_module_pk" PRIMARY KEY("event_id","module")
);
--> statement-breakpoint
CREATE TABLE "log"."events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "log"."events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" NOT NULL,
	"event_type" text NOT NULL,
	"aggregate_type" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"lane" text NOT NULL,
	"sequence" integer NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"version" integer NOT NULL,
	"correlation_id" text NOT NULL,
	"causation_id" uuid,
	CONSTRAINT "events_lane_sequence" UNIQUE("lane","sequence"),
	CONSTRAINT "events_position" UNIQUE("position")
);
--> statement-breakpoint
CREATE TABLE "log"."lanes" (
	"lane" text PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"xid" "xid8" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inventory"."movements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inventory"."movements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_hand_delta" integer NOT NULL,
	"reserved_delta" integer NOT NULL,
	"on_hand_after" integer NOT NULL,
	"reserved_after" integer NOT NULL,
	"reason" text,
	"order_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inventory"."products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text,
	"picture" text,
	"price_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_sku" UNIQUE("sku"),
	CONSTRAINT "products_never_oversold" CHECK (0 <= "inventory"."products"."reserved" and "inventory"."products"."reserved" <= "inventory"."products"."on_hand"),
	CONSTRAINT "products_price" CHECK ("inventory"."products"."price_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "inventory"."reservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"lines" jsonb NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "reservations_one_per_order" UNIQUE("order_id")
);
--> statement-breakpoint
CREATE TABLE "orders"."orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"email" text,
	"items" jsonb NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"total_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"payment_method" text NOT NULL,
	"status" text NOT NULL,
	"payment_id" uuid,
	"shipment_id" uuid,
	"tracking_number" text,
	"rejection_reason" text,
	"failure_reason" text,
	"cancellation_reason" text,
	"cancelled_at" timestamp with time zone,
	"refunded_at" timestamp with time zone,
	"access_token_hash" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_status" CHECK ("orders"."orders"."status" in ('PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'REJECTED', 'PAYMENT_FAILED', 'CANCELLED'))
);
--> statement-breakpoint
CREATE TABLE "payment_provider"."journal" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payment_provider"."journal_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"amount_cents" bigint DEFAULT 0 NOT NULL,
	"currency" text,
	"reason" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments"."payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"method" text NOT NULL,
	"status" text NOT NULL,
	"provider_reference" text,
	"failure_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_one_per_order" UNIQUE("order_id")
);
--> statement-breakpoint
CREATE TABLE "shipments"."shipments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"items" jsonb NOT NULL,
	"address" jsonb NOT NULL,
	"cleared" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"dispatched_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "shipments_one_per_order" UNIQUE("order_id")
);
--> statement-breakpoint
ALTER TABLE "inventory"."movements" ADD CONSTRAINT "movements_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "inventory"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_unfinished" ON "log"."deliveries" USING btree ("lane","module","sequence") WHERE "log"."deliveries"."status" in ('PENDING', 'DEAD');--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "log"."deliveries" USING btree ("next_attempt_at") WHERE "log"."deliveries"."status" = 'PENDING';--> statement-breakpoint
CREATE INDEX "deliveries_dead" ON "log"."deliveries" USING btree ("module","event_type") WHERE "log"."deliveries"."status" = 'DEAD';--> statement-breakpoint
CREATE INDEX "events_commit_order" ON "log"."events" USING btree ("xid","position");--> statement-breakpoint
CREATE INDEX "events_by_type" ON "log"."events" USING btree ("event_type","position");--> statement-breakpoint
CREATE INDEX "events_by_aggregate" ON "log"."events" USING btree ("aggregate_id","position");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "log"."events" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "movements_by_product" ON "inventory"."movements" USING btree ("product_id","id");--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders"."orders" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "orders_by_customer" ON "orders"."orders" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders"."orders" USING btree ("placed_at");--> statement-breakpoint
CREATE INDEX "journal_by_key" ON "payment_provider"."journal" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_settled_once" ON "payment_provider"."journal" USING btree ("key") WHERE "payment_provider"."journal"."kind" in ('CAPTURED', 'DECLINED', 'VOIDED');--> statement-breakpoint
CREATE UNIQUE INDEX "journal_refunded_once" ON "payment_provider"."journal" USING btree ("key") WHERE "payment_provider"."journal"."kind" = 'REFUNDED';--> statement-breakpoint
CREATE INDEX "shipments_by_status" ON "shipments"."shipments" USING btree ("status","id");