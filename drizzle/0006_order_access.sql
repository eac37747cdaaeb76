CREATE TABLE "orders"."access" (
	"token_hash" text NOT NULL,
	"order_id" uuid NOT NULL,
	"granted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "access_token_hash_order_id_pk" PRIMARY KEY("token_hash","order_id")
);
--> statement-breakpoint
ALTER TABLE "orders"."orders" ADD COLUMN "origin" text;
