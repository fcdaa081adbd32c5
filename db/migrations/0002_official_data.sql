CREATE TABLE "acceslibre_place" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"activity" text,
	"category" text,
	"siret" text,
	"finess" text,
	"street" text,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"insee" text,
	"point" "geography",
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locality" (
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"search_key" text NOT NULL,
	"postcode" text NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	CONSTRAINT "locality_insee_name_pk" PRIMARY KEY("insee","name")
);
--> statement-breakpoint
CREATE TABLE "street" (
	"id" text PRIMARY KEY NOT NULL,
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"search_key" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"postcode" text NOT NULL,
	"former_commune" text,
	"numbers" text[] NOT NULL,
	"lons" integer[] NOT NULL,
	"lats" integer[] NOT NULL,
	"point" "geography" NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text
);
--> statement-breakpoint
CREATE TABLE "street_word" (
	"word" text PRIMARY KEY NOT NULL,
	"street_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ameli_centre" (
	"finess" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type_label" text,
	"specialities" jsonb NOT NULL,
	"street" text,
	"complement" text,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"phone" jsonb,
	"vitale" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ameli_practice" (
	"key" text PRIMARY KEY NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"profession_group" text NOT NULL,
	"speciality_code" text NOT NULL,
	"speciality_label" text NOT NULL,
	"street" text,
	"complement" text,
	"postcode" text NOT NULL,
	"city" text NOT NULL,
	"phone" jsonb,
	"sector_code" text,
	"sector_label" text,
	"option_code" text,
	"option_label" text,
	"vitale" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "apl_published" (
	"insee" text NOT NULL,
	"year" integer NOT NULL,
	"profession" text NOT NULL,
	"variant" text NOT NULL,
	"value" real,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "apl_published_insee_year_profession_variant_pk" PRIMARY KEY("insee","year","profession","variant"),
	CONSTRAINT "apl_published_insee" CHECK ("apl_published"."insee" ~ '^[0-9][0-9AB][0-9]{3}$'),
	CONSTRAINT "apl_published_variant" CHECK ("apl_published"."variant" in ('all', '65_or_less'))
);
--> statement-breakpoint
CREATE TABLE "commune_movement" (
	"position" integer PRIMARY KEY NOT NULL,
	"effective_on" date NOT NULL,
	"nature" text NOT NULL,
	"kind_before" text,
	"insee_before" text,
	"name_before" text,
	"kind_after" text NOT NULL,
	"insee_after" text NOT NULL,
	"name_after" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "official_commune" (
	"kind" text NOT NULL,
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"departement" text,
	"parent_insee" text,
	CONSTRAINT "official_commune_insee_kind_pk" PRIMARY KEY("insee","kind"),
	CONSTRAINT "official_commune_kind" CHECK ("official_commune"."kind" in ('COM', 'COMD', 'COMA', 'ARM')),
	CONSTRAINT "official_commune_parent" CHECK (("official_commune"."kind" = 'COM') = ("official_commune"."parent_insee" is null))
);
--> statement-breakpoint
CREATE TABLE "flex_feed_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "flex_feed_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"feed_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"active" boolean DEFAULT false NOT NULL,
	"as_of" text,
	"model" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finess_activity" (
	"source_id" text NOT NULL,
	"finess" text NOT NULL,
	"position" smallint NOT NULL,
	"nature" text NOT NULL,
	"code" text NOT NULL,
	"label" text,
	"shown_name" text,
	"need_id" text,
	"detail" text,
	"capacity" integer,
	"starts_on" text,
	"ends_on" text,
	CONSTRAINT "finess_activity_source_id_finess_position_pk" PRIMARY KEY("source_id","finess","position")
);
--> statement-breakpoint
CREATE TABLE "finess_category" (
	"code" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"short_label" text,
	"domain" text,
	"group_code" text,
	"group_label" text,
	"family_code" text,
	"family_label" text,
	"class_code" text,
	"class_label" text,
	"opened_on" text,
	"closed_on" text
);
--> statement-breakpoint
CREATE TABLE "finess_legal" (
	"finess" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"siren" text,
	"status_code" text,
	"in_service" boolean NOT NULL,
	"closed_on" text,
	"postcode" text,
	"insee" text,
	"departement" text,
	"updated_on" text
);
--> statement-breakpoint
CREATE TABLE "finess_site" (
	"finess" text PRIMARY KEY NOT NULL,
	"legal_finess" text,
	"name" text NOT NULL,
	"category_code" text,
	"category_label" text,
	"siret" text,
	"in_service" boolean NOT NULL,
	"opened_on" text,
	"closed_on" text,
	"street" text,
	"complement" text,
	"postcode" text,
	"city" text,
	"insee" text,
	"departement" text,
	"point" "geography",
	"point_precision" text,
	"ban_key" text,
	"phones" jsonb,
	"updated_on" text
);
--> statement-breakpoint
CREATE TABLE "gtfs_trip_calls" (
	"feed_version_id" integer NOT NULL,
	"trip_id" text NOT NULL,
	"stops" integer[] NOT NULL,
	"sequences" integer[] NOT NULL,
	"arrivals" integer[] NOT NULL,
	"departures" integer[] NOT NULL,
	"pickup_types" smallint[],
	"drop_off_types" smallint[],
	CONSTRAINT "gtfs_trip_calls_feed_version_id_trip_id_pk" PRIMARY KEY("feed_version_id","trip_id")
);
--> statement-breakpoint
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
CREATE TABLE "population_age" (
	"insee" text NOT NULL,
	"sex" text NOT NULL,
	"age_from" smallint NOT NULL,
	"count" double precision NOT NULL,
	"year" integer NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "population_age_insee_sex_age_from_pk" PRIMARY KEY("insee","sex","age_from"),
	CONSTRAINT "population_age_sex" CHECK ("population_age"."sex" in ('female', 'male'))
);
--> statement-breakpoint
CREATE TABLE "population_tile" (
	"id" text PRIMARY KEY NOT NULL,
	"insee" text NOT NULL,
	"point" "geography" NOT NULL,
	"population" real NOT NULL,
	"households" real NOT NULL,
	"aged_65_plus" real NOT NULL,
	"aged_80_plus" real NOT NULL,
	"imputed" boolean NOT NULL,
	"year" integer NOT NULL,
	"source_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "road_graph" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "road_graph_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_id" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"sha256" text NOT NULL,
	"as_of" text,
	"junction_count" integer NOT NULL,
	"edge_count" integer NOT NULL,
	"byte_count" integer NOT NULL,
	"west" double precision NOT NULL,
	"south" double precision NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	"active" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "road_graph_chunk" (
	"graph_id" integer NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "road_graph_chunk_graph_id_position_pk" PRIMARY KEY("graph_id","position")
);
--> statement-breakpoint
CREATE TABLE "opposition_name" (
	"rpps_hash" text NOT NULL,
	"name_hash" text NOT NULL,
	CONSTRAINT "opposition_name_rpps_hash_name_hash_pk" PRIMARY KEY("rpps_hash","name_hash")
);
--> statement-breakpoint
CREATE TABLE "rpps_activity" (
	"practice_id" text PRIMARY KEY NOT NULL,
	"rpps" text NOT NULL,
	"structure_key" text NOT NULL,
	"civility" text,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"need_id" text,
	"profession_code" text NOT NULL,
	"speciality_code" text,
	"mode_code" text,
	"function_code" text,
	"activity_code" text,
	"finess" text,
	"siret" text,
	"structure_name" text,
	"complement" text,
	"street" text,
	"postcode" text,
	"city" text,
	"insee" text NOT NULL,
	"phone" jsonb,
	"phone_2" jsonb
);
--> statement-breakpoint
CREATE TABLE "departement" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"shape" geometry(MultiPolygon,4326) NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization" DROP CONSTRAINT "organization_category";--> statement-breakpoint
ALTER TABLE "place" DROP CONSTRAINT "place_category";--> statement-breakpoint
ALTER TABLE "practice" DROP CONSTRAINT "practice_category";--> statement-breakpoint
ALTER TABLE "need_category" DROP CONSTRAINT "need_category_code";--> statement-breakpoint
ALTER TABLE "gtfs_agency" DROP CONSTRAINT "gtfs_agency_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_calendar" DROP CONSTRAINT "gtfs_calendar_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_calendar_date" DROP CONSTRAINT "gtfs_calendar_date_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_frequency" DROP CONSTRAINT "gtfs_frequency_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_route" DROP CONSTRAINT "gtfs_route_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_stop" DROP CONSTRAINT "gtfs_stop_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_transfer" DROP CONSTRAINT "gtfs_transfer_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_trip" DROP CONSTRAINT "gtfs_trip_feed_version_id_feed_version_id_fk";
--> statement-breakpoint
ALTER TABLE "gtfs_trip" DROP CONSTRAINT "gtfs_trip_feed_version_id_route_id_gtfs_route_feed_version_id_route_id_fk";
--> statement-breakpoint
DROP INDEX "gtfs_stop_point";--> statement-breakpoint
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
ALTER TABLE "entry_word" ADD COLUMN "deletions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "gtfs_stop" ADD COLUMN "number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "gtfs_stop" ADD COLUMN "stop_access" smallint;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "licence" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "territories" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "unchanged_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "commune_former" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "commune_former" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "commune_postcode" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "commune_postcode" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "epci" ADD COLUMN "shape" geometry(MultiPolygon,4326);--> statement-breakpoint
ALTER TABLE "epci" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "epci" ADD COLUMN "as_of" text;--> statement-breakpoint
ALTER TABLE "locality" ADD CONSTRAINT "locality_insee_commune_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locality" ADD CONSTRAINT "locality_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "street" ADD CONSTRAINT "street_insee_commune_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "street" ADD CONSTRAINT "street_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apl_published" ADD CONSTRAINT "apl_published_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flex_feed_version" ADD CONSTRAINT "flex_feed_version_feed_id_feed_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feed"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_age" ADD CONSTRAINT "population_age_insee_commune_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_age" ADD CONSTRAINT "population_age_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_tile" ADD CONSTRAINT "population_tile_insee_commune_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "population_tile" ADD CONSTRAINT "population_tile_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "road_graph" ADD CONSTRAINT "road_graph_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "road_graph_chunk" ADD CONSTRAINT "road_graph_chunk_graph_id_road_graph_id_fk" FOREIGN KEY ("graph_id") REFERENCES "public"."road_graph"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departement" ADD CONSTRAINT "departement_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "acceslibre_place_siret" ON "acceslibre_place" USING btree ("siret");--> statement-breakpoint
CREATE INDEX "locality_key_trigram" ON "locality" USING gin ("search_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "street_words" ON "street" USING gin ("words");--> statement-breakpoint
CREATE INDEX "street_insee" ON "street" USING btree ("insee");--> statement-breakpoint
CREATE INDEX "street_source" ON "street" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "street_word_prefix" ON "street_word" USING btree (word collate "C");--> statement-breakpoint
CREATE INDEX "street_word_trigram" ON "street_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "ameli_practice_postcode" ON "ameli_practice" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "commune_movement_before" ON "commune_movement" USING btree ("insee_before");--> statement-breakpoint
CREATE UNIQUE INDEX "flex_feed_version_file" ON "flex_feed_version" USING btree ("feed_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "flex_feed_version_active" ON "flex_feed_version" USING btree ("feed_id") WHERE active;--> statement-breakpoint
CREATE INDEX "finess_activity_finess" ON "finess_activity" USING btree ("finess");--> statement-breakpoint
CREATE INDEX "finess_site_departement" ON "finess_site" USING btree ("departement");--> statement-breakpoint
CREATE INDEX "entity_link_entry" ON "entity_link" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "population_tile_point" ON "population_tile" USING gist ("point");--> statement-breakpoint
CREATE INDEX "population_tile_insee" ON "population_tile" USING btree ("insee");--> statement-breakpoint
CREATE UNIQUE INDEX "road_graph_file" ON "road_graph" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "road_graph_active" ON "road_graph" USING btree ("active") WHERE active;--> statement-breakpoint
CREATE INDEX "opposition_name_hash" ON "opposition_name" USING btree ("name_hash");--> statement-breakpoint
CREATE INDEX "rpps_activity_number" ON "rpps_activity" USING btree ("rpps");--> statement-breakpoint
ALTER TABLE "commune_former" ADD CONSTRAINT "commune_former_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_postcode" ADD CONSTRAINT "commune_postcode_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "epci" ADD CONSTRAINT "epci_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organization_finess" ON "organization" USING btree ("finess");--> statement-breakpoint
CREATE INDEX "place_finess" ON "place" USING btree ("finess");--> statement-breakpoint
CREATE INDEX "place_siret" ON "place" USING btree ("siret");--> statement-breakpoint
CREATE INDEX "professional_rpps" ON "professional" USING btree ("rpps");--> statement-breakpoint
CREATE INDEX "entry_word_deletions" ON "entry_word" USING gin ("deletions");--> statement-breakpoint
CREATE INDEX "epci_shape" ON "epci" USING gist ("shape");--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_category" CHECK ("organization"."category" in ('gp', 'specialist', 'nurse', 'physio', 'dentist', 'midwife', 'paramedical', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution'));--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_category" CHECK ("place"."category" in ('gp', 'specialist', 'nurse', 'physio', 'dentist', 'midwife', 'paramedical', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution'));--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_vitale" CHECK ("practice"."vitale_card" in ('yes', 'no', 'unknown'));--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_category" CHECK ("practice"."category" in ('gp', 'specialist', 'nurse', 'physio', 'dentist', 'midwife', 'paramedical', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution'));--> statement-breakpoint
ALTER TABLE "need_category" ADD CONSTRAINT "need_category_code" CHECK ("need_category"."category" in ('gp', 'specialist', 'nurse', 'physio', 'dentist', 'midwife', 'paramedical', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution'));--> statement-breakpoint
-- Timetables imported before are kept: one row a trip from one row a call.
UPDATE "gtfs_stop" AS stop SET "number" = numbered.number FROM (
	SELECT "feed_version_id", "stop_id", (row_number() OVER (PARTITION BY "feed_version_id" ORDER BY "stop_id") - 1)::integer AS number FROM "gtfs_stop"
) AS numbered WHERE numbered."feed_version_id" = stop."feed_version_id" AND numbered."stop_id" = stop."stop_id";--> statement-breakpoint
INSERT INTO "gtfs_trip_calls" ("feed_version_id", "trip_id", "stops", "sequences", "arrivals", "departures", "pickup_types", "drop_off_types")
SELECT call."feed_version_id", call."trip_id",
	array_agg(stop."number" ORDER BY call."stop_sequence"),
	array_agg(call."stop_sequence" ORDER BY call."stop_sequence"),
	array_agg(call."arrival_seconds" ORDER BY call."stop_sequence"),
	array_agg(call."departure_seconds" ORDER BY call."stop_sequence"),
	CASE WHEN bool_or(call."pickup_type" <> 0) THEN array_agg(call."pickup_type" ORDER BY call."stop_sequence") END,
	CASE WHEN bool_or(call."drop_off_type" <> 0) THEN array_agg(call."drop_off_type" ORDER BY call."stop_sequence") END
FROM "gtfs_stop_time" AS call JOIN "gtfs_stop" AS stop ON stop."feed_version_id" = call."feed_version_id" AND stop."stop_id" = call."stop_id"
GROUP BY call."feed_version_id", call."trip_id";--> statement-breakpoint
DROP TABLE "gtfs_stop_time" CASCADE;