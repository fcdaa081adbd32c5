CREATE TABLE "claim" (
	"entry_id" text NOT NULL,
	"field" text NOT NULL,
	"value" jsonb NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "claim_entry_id_field_source_id_pk" PRIMARY KEY("entry_id","field","source_id")
);
--> statement-breakpoint
CREATE TABLE "duplicate_candidate" (
	"source_id" text NOT NULL,
	"source_key" text NOT NULL,
	"entry_id" text NOT NULL,
	"rule" text NOT NULL,
	"confidence" real NOT NULL,
	"detail" text,
	"status" text DEFAULT 'auto' NOT NULL,
	CONSTRAINT "duplicate_candidate_source_id_source_key_entry_id_pk" PRIMARY KEY("source_id","source_key","entry_id"),
	CONSTRAINT "duplicate_candidate_status" CHECK ("duplicate_candidate"."status" in ('auto', 'confirmed', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "entity_link" (
	"source_id" text NOT NULL,
	"source_key" text NOT NULL,
	"entry_id" text NOT NULL,
	"rule" text NOT NULL,
	"confidence" real NOT NULL,
	"status" text DEFAULT 'auto' NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "entity_link_source_id_source_key_entry_id_pk" PRIMARY KEY("source_id","source_key","entry_id"),
	CONSTRAINT "entity_link_status" CHECK ("entity_link"."status" in ('auto', 'confirmed', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "opposition" (
	"hash" text PRIMARY KEY NOT NULL,
	"declared_on" date NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "opposition_key" (
	"id" text PRIMARY KEY DEFAULT 'key' NOT NULL,
	"secret" text NOT NULL,
	CONSTRAINT "opposition_key_single" CHECK ("opposition_key"."id" = 'key')
);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "category_code" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "siret" text;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "gone_on" date;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "category_code" text;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "siret" text;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "gone_on" date;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "profession_code" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "speciality_code" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "mode_code" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "activity_code" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "fee_sector" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "fee_option" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "vitale_card" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "gone_on" date;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "licence" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "unchanged_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entity_link_entry" ON "entity_link" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "organization_finess" ON "organization" USING btree ("finess");--> statement-breakpoint
CREATE INDEX "place_finess" ON "place" USING btree ("finess");--> statement-breakpoint
CREATE INDEX "place_siret" ON "place" USING btree ("siret");--> statement-breakpoint
CREATE INDEX "professional_rpps" ON "professional" USING btree ("rpps");--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_vitale" CHECK ("practice"."vitale_card" in ('yes', 'no', 'unknown'));