CREATE SCHEMA "fault_lab";
--> statement-breakpoint
CREATE TABLE "fault_lab"."rules" (
	"rule_id" uuid PRIMARY KEY NOT NULL,
	"effect" text NOT NULL,
	"delay_ms" integer,
	"order_id" text,
	"sku" text,
	"module" text,
	"event_type" text,
	"attempt" integer,
	"uses" integer NOT NULL,
	"uses_left" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rules_uses_left" CHECK ("fault_lab"."rules"."uses_left" between 0 and "fault_lab"."rules"."uses")
);
--> statement-breakpoint
CREATE TABLE "fault_lab"."uses" (
	"use_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fault_lab"."uses_use_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"rule_id" uuid NOT NULL,
	"effect" text NOT NULL,
	"delay_ms" integer,
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"lane" text NOT NULL,
	"module" text,
	"redrives" integer,
	"attempt" integer,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "uses_once_per_try" UNIQUE("event_id","module","redrives","attempt","rule_id")
);
--> statement-breakpoint
CREATE INDEX "uses_by_rule" ON "fault_lab"."uses" USING btree ("rule_id");