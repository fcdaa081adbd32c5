CREATE TABLE "accessibility" (
	"entry_id" text PRIMARY KEY NOT NULL,
	"step_free" text DEFAULT 'unknown' NOT NULL,
	"adapted_parking" text DEFAULT 'unknown' NOT NULL,
	"adapted_toilet" text DEFAULT 'unknown' NOT NULL,
	"hearing_loop" text DEFAULT 'unknown' NOT NULL,
	"home_visits" text DEFAULT 'unknown' NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "accessibility_step_free" CHECK ("accessibility"."step_free" in ('yes', 'no', 'unknown')),
	CONSTRAINT "accessibility_parking" CHECK ("accessibility"."adapted_parking" in ('yes', 'no', 'unknown')),
	CONSTRAINT "accessibility_toilet" CHECK ("accessibility"."adapted_toilet" in ('yes', 'no', 'unknown')),
	CONSTRAINT "accessibility_loop" CHECK ("accessibility"."hearing_loop" in ('yes', 'no', 'unknown')),
	CONSTRAINT "accessibility_home_visits" CHECK ("accessibility"."home_visits" in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "contact_point" (
	"entry_id" text NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"value" text NOT NULL,
	"phone" jsonb,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "contact_point_entry_id_position_pk" PRIMARY KEY("entry_id","position"),
	CONSTRAINT "contact_point_kind" CHECK ("contact_point"."kind" in ('phone', 'email', 'website', 'booking')),
	CONSTRAINT "contact_point_phone" CHECK (("contact_point"."kind" = 'phone') = ("contact_point"."phone" is not null))
);
--> statement-breakpoint
CREATE TABLE "coverage_area" (
	"entry_id" text NOT NULL,
	"insee" text NOT NULL,
	CONSTRAINT "coverage_area_entry_id_insee_pk" PRIMARY KEY("entry_id","insee")
);
--> statement-breakpoint
CREATE TABLE "entry_theme" (
	"entry_id" text NOT NULL,
	"theme_id" text NOT NULL,
	CONSTRAINT "entry_theme_entry_id_theme_id_pk" PRIMARY KEY("entry_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" text NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"text" text NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('closure', 'hours', 'message', 'departure')),
	CONSTRAINT "notice_dates" CHECK ("notice"."ends_on" is null or "notice"."ends_on" >= "notice"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "opening_hours" (
	"entry_id" text NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"week" jsonb NOT NULL,
	"closed_on_holidays" boolean NOT NULL,
	"by_appointment" boolean NOT NULL,
	"note" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "opening_hours_entry_id_position_pk" PRIMARY KEY("entry_id","position"),
	CONSTRAINT "opening_hours_kind" CHECK ("opening_hours"."kind" in ('public', 'phone', 'walk_in', 'home_visit')),
	CONSTRAINT "opening_hours_week" CHECK (jsonb_array_length("opening_hours"."week") = 7)
);
--> statement-breakpoint
CREATE TABLE "service" (
	"entry_id" text NOT NULL,
	"position" smallint NOT NULL,
	"need_id" text,
	"name" text NOT NULL,
	"note" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "service_entry_id_position_pk" PRIMARY KEY("entry_id","position")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"title" text,
	"description" text,
	"finess" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"street" text,
	"complement" text,
	"postcode" text,
	"city" text,
	"insee" text,
	"point" "geography",
	"point_precision" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "organization_category" CHECK ("organization"."category" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution')),
	CONSTRAINT "organization_precision" CHECK ("organization"."point_precision" in ('site', 'address', 'bourg', 'commune')),
	CONSTRAINT "organization_shown" CHECK ("organization"."category" is null or ("organization"."title" is not null and "organization"."insee" is not null))
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"category" text,
	"title" text,
	"description" text,
	"finess" text,
	"organization_id" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"street" text,
	"complement" text,
	"postcode" text,
	"city" text,
	"insee" text NOT NULL,
	"point" "geography",
	"point_precision" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "place_category" CHECK ("place"."category" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution')),
	CONSTRAINT "place_precision" CHECK ("place"."point_precision" in ('site', 'address', 'bourg', 'commune')),
	CONSTRAINT "place_shown" CHECK ("place"."category" is null or "place"."title" is not null)
);
--> statement-breakpoint
CREATE TABLE "practice" (
	"id" text PRIMARY KEY NOT NULL,
	"professional_id" text NOT NULL,
	"place_id" text,
	"organization_id" text,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"new_patients" text DEFAULT 'unknown' NOT NULL,
	"street" text,
	"complement" text,
	"postcode" text,
	"city" text,
	"insee" text,
	"point" "geography",
	"point_precision" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "practice_category" CHECK ("practice"."category" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution')),
	CONSTRAINT "practice_new_patients" CHECK ("practice"."new_patients" in ('newpt', 'existptfam', 'existptonly', 'waiting_list', 'nopt', 'unknown')),
	CONSTRAINT "practice_precision" CHECK ("practice"."point_precision" in ('site', 'address', 'bourg', 'commune')),
	CONSTRAINT "practice_located" CHECK ("practice"."place_id" is not null or "practice"."insee" is not null)
);
--> statement-breakpoint
CREATE TABLE "professional" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"rpps" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"search_key" text GENERATED ALWAYS AS (search_key(name)) STORED NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', search_key(name)), 'A') || to_tsvector('simple', search_key(title || ' ' || coalesce(place_name, '') || ' ' || coalesce(organization_name, '') || ' ' || commune_name))) STORED,
	"title" text NOT NULL,
	"demonstration" boolean NOT NULL,
	"organization_id" text,
	"organization_name" text,
	"place_id" text,
	"place_name" text,
	"street" text,
	"complement" text,
	"postcode" text,
	"city" text NOT NULL,
	"insee" text NOT NULL,
	"commune_name" text NOT NULL,
	"point" "geography" NOT NULL,
	"point_precision" text NOT NULL,
	"phone" jsonb,
	"hours" jsonb NOT NULL,
	"accessibility" jsonb NOT NULL,
	"step_free" boolean NOT NULL,
	"new_patients" text NOT NULL,
	"description" text,
	"finess" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_need" (
	"need_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"point" "geography" NOT NULL,
	CONSTRAINT "entry_need_entry_id_need_id_pk" PRIMARY KEY("entry_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "entry_word" (
	"word" text PRIMARY KEY NOT NULL,
	"entry_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"licence" text,
	"source_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feed_version" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feed_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"feed_id" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"active" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gtfs_agency" (
	"feed_version_id" integer NOT NULL,
	"agency_id" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	"timezone" text NOT NULL,
	"phone" text,
	CONSTRAINT "gtfs_agency_feed_version_id_agency_id_pk" PRIMARY KEY("feed_version_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "gtfs_calendar" (
	"feed_version_id" integer NOT NULL,
	"service_id" text NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"start_date" date NOT NULL,
	"end_date" date NOT NULL,
	CONSTRAINT "gtfs_calendar_feed_version_id_service_id_pk" PRIMARY KEY("feed_version_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "gtfs_calendar_date" (
	"feed_version_id" integer NOT NULL,
	"service_id" text NOT NULL,
	"date" date NOT NULL,
	"runs" boolean NOT NULL,
	CONSTRAINT "gtfs_calendar_date_feed_version_id_service_id_date_pk" PRIMARY KEY("feed_version_id","service_id","date")
);
--> statement-breakpoint
CREATE TABLE "gtfs_frequency" (
	"feed_version_id" integer NOT NULL,
	"trip_id" text NOT NULL,
	"start_seconds" integer NOT NULL,
	"end_seconds" integer NOT NULL,
	"headway_seconds" integer NOT NULL,
	"exact_times" boolean NOT NULL,
	CONSTRAINT "gtfs_frequency_feed_version_id_trip_id_start_seconds_pk" PRIMARY KEY("feed_version_id","trip_id","start_seconds")
);
--> statement-breakpoint
CREATE TABLE "gtfs_route" (
	"feed_version_id" integer NOT NULL,
	"route_id" text NOT NULL,
	"agency_id" text,
	"short_name" text,
	"long_name" text,
	"route_type" integer NOT NULL,
	"colour" text,
	"text_colour" text,
	CONSTRAINT "gtfs_route_feed_version_id_route_id_pk" PRIMARY KEY("feed_version_id","route_id")
);
--> statement-breakpoint
CREATE TABLE "gtfs_stop" (
	"feed_version_id" integer NOT NULL,
	"stop_id" text NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"point" "geography",
	"location_type" smallint DEFAULT 0 NOT NULL,
	"parent_station" text,
	"wheelchair_boarding" smallint DEFAULT 0 NOT NULL,
	"platform_code" text,
	CONSTRAINT "gtfs_stop_feed_version_id_stop_id_pk" PRIMARY KEY("feed_version_id","stop_id")
);
--> statement-breakpoint
CREATE TABLE "gtfs_stop_time" (
	"feed_version_id" integer NOT NULL,
	"trip_id" text NOT NULL,
	"stop_sequence" integer NOT NULL,
	"stop_id" text NOT NULL,
	"arrival_seconds" integer,
	"departure_seconds" integer,
	"pickup_type" smallint DEFAULT 0 NOT NULL,
	"drop_off_type" smallint DEFAULT 0 NOT NULL,
	"headsign" text,
	CONSTRAINT "gtfs_stop_time_feed_version_id_trip_id_stop_sequence_pk" PRIMARY KEY("feed_version_id","trip_id","stop_sequence")
);
--> statement-breakpoint
CREATE TABLE "gtfs_transfer" (
	"feed_version_id" integer NOT NULL,
	"position" integer NOT NULL,
	"from_stop_id" text NOT NULL,
	"to_stop_id" text NOT NULL,
	"transfer_type" smallint NOT NULL,
	"min_transfer_seconds" integer,
	"distance_meters" double precision,
	CONSTRAINT "gtfs_transfer_feed_version_id_position_pk" PRIMARY KEY("feed_version_id","position")
);
--> statement-breakpoint
CREATE TABLE "gtfs_trip" (
	"feed_version_id" integer NOT NULL,
	"trip_id" text NOT NULL,
	"route_id" text NOT NULL,
	"service_id" text NOT NULL,
	"headsign" text,
	"short_name" text,
	"direction_id" smallint,
	"block_id" text,
	"wheelchair_accessible" smallint DEFAULT 0 NOT NULL,
	"bikes_allowed" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "gtfs_trip_feed_version_id_trip_id_pk" PRIMARY KEY("feed_version_id","trip_id")
);
--> statement-breakpoint
CREATE TABLE "cls_theme" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"label" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need" (
	"id" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"need_group" text NOT NULL,
	"label" jsonb NOT NULL,
	"plain" jsonb NOT NULL,
	CONSTRAINT "need_group" CHECK ("need"."need_group" in ('doctor', 'daily_care', 'teeth_eyes', 'women_children', 'mind', 'home', 'rights', 'hospital'))
);
--> statement-breakpoint
CREATE TABLE "need_category" (
	"need_id" text NOT NULL,
	"category" text NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "need_category_need_id_category_pk" PRIMARY KEY("need_id","category"),
	CONSTRAINT "need_category_code" CHECK ("need_category"."category" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy', 'health_house', 'health_centre', 'hospital', 'laboratory', 'mental_health', 'elderly', 'home_care', 'family', 'rights', 'social', 'mobility', 'institution'))
);
--> statement-breakpoint
CREATE TABLE "need_synonym" (
	"need_id" text NOT NULL,
	"position" smallint NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "need_synonym_need_id_position_pk" PRIMARY KEY("need_id","position")
);
--> statement-breakpoint
CREATE TABLE "assertion" (
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"field" text NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "assertion_subject_kind_subject_id_field_pk" PRIMARY KEY("subject_kind","subject_id","field")
);
--> statement-breakpoint
CREATE TABLE "import_reject" (
	"run_id" integer NOT NULL,
	"position" integer NOT NULL,
	"file" text,
	"line" integer,
	"field" text,
	"value" text,
	"reason" text NOT NULL,
	CONSTRAINT "import_reject_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"importer" text NOT NULL,
	"file_name" text,
	"sha256" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"status" text NOT NULL,
	"read_count" integer DEFAULT 0 NOT NULL,
	"kept_count" integer DEFAULT 0 NOT NULL,
	"rejected_count" integer DEFAULT 0 NOT NULL,
	"changed" boolean DEFAULT false NOT NULL,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"licence" text,
	"date" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text,
	"offer_id" text,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'new' NOT NULL,
	CONSTRAINT "report_subject" CHECK (("report"."entry_id" is null) <> ("report"."offer_id" is null)),
	CONSTRAINT "report_status" CHECK ("report"."status" in ('new', 'accepted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "commune" (
	"insee" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"search_key" text GENERATED ALWAYS AS (search_key(name)) STORED NOT NULL,
	"epci_siren" text,
	"departement" text NOT NULL,
	"point" "geography" NOT NULL,
	"point_kind" text NOT NULL,
	"shape" geometry(MultiPolygon,4326),
	"shape_kind" text,
	"population" integer NOT NULL,
	"population_75_plus" integer,
	"population_year" integer NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "commune_insee" CHECK ("commune"."insee" ~ '^[0-9][0-9AB][0-9]{3}$'),
	CONSTRAINT "commune_point_kind" CHECK ("commune"."point_kind" in ('bourg', 'area_centre')),
	CONSTRAINT "commune_shape_kind" CHECK (("commune"."shape" is null) = ("commune"."shape_kind" is null))
);
--> statement-breakpoint
CREATE TABLE "commune_former" (
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"search_key" text GENERATED ALWAYS AS (search_key(name)) STORED NOT NULL,
	"current_insee" text NOT NULL,
	CONSTRAINT "commune_former_insee_name_current_insee_pk" PRIMARY KEY("insee","name","current_insee")
);
--> statement-breakpoint
CREATE TABLE "commune_postcode" (
	"insee" text NOT NULL,
	"postcode" text NOT NULL,
	CONSTRAINT "commune_postcode_insee_postcode_pk" PRIMARY KEY("insee","postcode")
);
--> statement-breakpoint
CREATE TABLE "epci" (
	"siren" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "territory" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"holder" text NOT NULL,
	"colours" jsonb NOT NULL,
	"contacts" jsonb NOT NULL,
	"help_numbers" jsonb NOT NULL,
	"coverage" text NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "territory_coverage" CHECK ("territory"."coverage" in ('full', 'outline'))
);
--> statement-breakpoint
CREATE TABLE "territory_commune" (
	"territory_code" text NOT NULL,
	"insee" text NOT NULL,
	CONSTRAINT "territory_commune_territory_code_insee_pk" PRIMARY KEY("territory_code","insee")
);
--> statement-breakpoint
CREATE TABLE "territory_epci" (
	"territory_code" text NOT NULL,
	"siren" text NOT NULL,
	CONSTRAINT "territory_epci_territory_code_siren_pk" PRIMARY KEY("territory_code","siren")
);
--> statement-breakpoint
CREATE TABLE "accommodation_offer" (
	"offer_id" text NOT NULL,
	"code" text NOT NULL,
	"value" text NOT NULL,
	"note" text,
	"position" smallint NOT NULL,
	CONSTRAINT "accommodation_offer_offer_id_code_pk" PRIMARY KEY("offer_id","code"),
	CONSTRAINT "accommodation_offer_code" CHECK ("accommodation_offer"."code" in ('wheelchair', 'transfer_aid', 'door_through_door', 'companion', 'luggage_help', 'animal', 'child_seat', 'oxygen', 'lying')),
	CONSTRAINT "accommodation_offer_value" CHECK ("accommodation_offer"."value" in ('yes', 'no', 'unknown', 'on_request'))
);
--> statement-breakpoint
CREATE TABLE "booking_rule" (
	"offer_id" text PRIMARY KEY NOT NULL,
	"notice" jsonb NOT NULL,
	"channels" text[] NOT NULL,
	"phone" text,
	"url" text,
	"email" text,
	"line_hours_id" text,
	"first_trip_days" integer,
	"urgent_possible" boolean NOT NULL,
	"cancel_before_minutes" integer,
	"to_say" text[] NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "eligibility" (
	"offer_id" text PRIMARY KEY NOT NULL,
	"expression" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fare_component" (
	"offer_id" text NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"terms" jsonb NOT NULL,
	"note" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "fare_component_offer_id_position_pk" PRIMARY KEY("offer_id","position")
);
--> statement-breakpoint
CREATE TABLE "line_hours" (
	"id" text PRIMARY KEY NOT NULL,
	"week" jsonb NOT NULL,
	"closed_on_holidays" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"holidays" text NOT NULL,
	"school" text NOT NULL,
	"nth_of_month" smallint[],
	"starts_on" date,
	"ends_on" date,
	"exceptions" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"status" text NOT NULL,
	"status_note" text,
	"provider_id" text,
	"organizer" text,
	"phone" text,
	"email" text,
	"url" text,
	"feed_id" text,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "offer_kind" CHECK ("offer"."kind" in ('scheduled_line', 'on_demand', 'virtual_line', 'urban_network', 'volunteer', 'accompaniment', 'carpool', 'taxi', 'medical_seat', 'medical_lying', 'rental', 'garage', 'itinerant', 'home_visit', 'permanence', 'teleconsultation', 'fare_aid', 'advice')),
	CONSTRAINT "offer_status" CHECK ("offer"."status" in ('active', 'to_confirm', 'to_document', 'suspended', 'historic'))
);
--> statement-breakpoint
CREATE TABLE "offer_condition" (
	"offer_id" text NOT NULL,
	"position" smallint NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "offer_condition_offer_id_position_pk" PRIMARY KEY("offer_id","position")
);
--> statement-breakpoint
CREATE TABLE "offer_place" (
	"offer_id" text NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"insee" text,
	"point" "geography",
	CONSTRAINT "offer_place_offer_id_position_pk" PRIMARY KEY("offer_id","position")
);
--> statement-breakpoint
CREATE TABLE "offer_purpose" (
	"offer_id" text NOT NULL,
	"purpose" text NOT NULL,
	"allowed" boolean NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "offer_purpose_offer_id_purpose_pk" PRIMARY KEY("offer_id","purpose"),
	CONSTRAINT "offer_purpose_code" CHECK ("offer_purpose"."purpose" in ('health', 'shopping', 'errands', 'work', 'school', 'leisure', 'social', 'connection'))
);
--> statement-breakpoint
CREATE TABLE "offer_source" (
	"offer_id" text NOT NULL,
	"position" smallint NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "offer_source_offer_id_position_pk" PRIMARY KEY("offer_id","position")
);
--> statement-breakpoint
CREATE TABLE "offer_territory" (
	"offer_id" text NOT NULL,
	"territory_code" text NOT NULL,
	CONSTRAINT "offer_territory_offer_id_territory_code_pk" PRIMARY KEY("offer_id","territory_code")
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"phone" text,
	"email" text,
	"url" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "service_area" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"insees" text[] DEFAULT '{}' NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"geom" geometry(MultiPolygon,4326),
	CONSTRAINT "service_area_kind" CHECK ("service_area"."kind" in ('communes', 'points', 'everywhere', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "travel_pattern" (
	"id" text PRIMARY KEY NOT NULL,
	"offer_id" text NOT NULL,
	"position" smallint NOT NULL,
	"rule" text NOT NULL,
	"origin_area_id" text NOT NULL,
	"destination_area_id" text,
	"both_ways" boolean NOT NULL,
	"pickup" text NOT NULL,
	"round_trip" text NOT NULL,
	"wait_max_minutes" integer,
	"max_km" double precision,
	"calendar_id" text NOT NULL,
	"windows" jsonb NOT NULL,
	"duration_factor" double precision NOT NULL,
	"duration_offset_seconds" integer NOT NULL,
	"feeder" text NOT NULL,
	"transfer_margin_minutes" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accessibility" ADD CONSTRAINT "accessibility_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_point" ADD CONSTRAINT "contact_point_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_theme" ADD CONSTRAINT "entry_theme_theme_id_cls_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."cls_theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_professional_id_professional_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professional"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "professional" ADD CONSTRAINT "professional_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed" ADD CONSTRAINT "feed_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_version" ADD CONSTRAINT "feed_version_feed_id_feed_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feed"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_agency" ADD CONSTRAINT "gtfs_agency_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_calendar" ADD CONSTRAINT "gtfs_calendar_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_calendar_date" ADD CONSTRAINT "gtfs_calendar_date_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_frequency" ADD CONSTRAINT "gtfs_frequency_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_route" ADD CONSTRAINT "gtfs_route_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_stop" ADD CONSTRAINT "gtfs_stop_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_stop_time" ADD CONSTRAINT "gtfs_stop_time_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ADD CONSTRAINT "gtfs_transfer_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_trip" ADD CONSTRAINT "gtfs_trip_feed_version_id_feed_version_id_fk" FOREIGN KEY ("feed_version_id") REFERENCES "public"."feed_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gtfs_trip" ADD CONSTRAINT "gtfs_trip_feed_version_id_route_id_gtfs_route_feed_version_id_route_id_fk" FOREIGN KEY ("feed_version_id","route_id") REFERENCES "public"."gtfs_route"("feed_version_id","route_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_category" ADD CONSTRAINT "need_category_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_synonym" ADD CONSTRAINT "need_synonym_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assertion" ADD CONSTRAINT "assertion_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_reject" ADD CONSTRAINT "import_reject_run_id_import_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune" ADD CONSTRAINT "commune_epci_siren_epci_siren_fk" FOREIGN KEY ("epci_siren") REFERENCES "public"."epci"("siren") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune" ADD CONSTRAINT "commune_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_former" ADD CONSTRAINT "commune_former_current_insee_commune_insee_fk" FOREIGN KEY ("current_insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_postcode" ADD CONSTRAINT "commune_postcode_insee_commune_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."commune"("insee") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory" ADD CONSTRAINT "territory_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_commune" ADD CONSTRAINT "territory_commune_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_epci" ADD CONSTRAINT "territory_epci_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territory_epci" ADD CONSTRAINT "territory_epci_siren_epci_siren_fk" FOREIGN KEY ("siren") REFERENCES "public"."epci"("siren") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accommodation_offer" ADD CONSTRAINT "accommodation_offer_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_rule" ADD CONSTRAINT "booking_rule_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_rule" ADD CONSTRAINT "booking_rule_line_hours_id_line_hours_id_fk" FOREIGN KEY ("line_hours_id") REFERENCES "public"."line_hours"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_rule" ADD CONSTRAINT "booking_rule_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility" ADD CONSTRAINT "eligibility_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fare_component" ADD CONSTRAINT "fare_component_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fare_component" ADD CONSTRAINT "fare_component_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_provider_id_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_feed_id_feed_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."feed"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_condition" ADD CONSTRAINT "offer_condition_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_place" ADD CONSTRAINT "offer_place_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_purpose" ADD CONSTRAINT "offer_purpose_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_source" ADD CONSTRAINT "offer_source_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_source" ADD CONSTRAINT "offer_source_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_territory" ADD CONSTRAINT "offer_territory_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_territory" ADD CONSTRAINT "offer_territory_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD CONSTRAINT "travel_pattern_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD CONSTRAINT "travel_pattern_origin_area_id_service_area_id_fk" FOREIGN KEY ("origin_area_id") REFERENCES "public"."service_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD CONSTRAINT "travel_pattern_destination_area_id_service_area_id_fk" FOREIGN KEY ("destination_area_id") REFERENCES "public"."service_area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD CONSTRAINT "travel_pattern_calendar_id_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "coverage_area_insee" ON "coverage_area" USING btree ("insee");--> statement-breakpoint
CREATE INDEX "entry_theme_theme" ON "entry_theme" USING btree ("theme_id","entry_id");--> statement-breakpoint
CREATE INDEX "notice_entry" ON "notice" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "service_need" ON "service" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "place_organization" ON "place" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "practice_place" ON "practice" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "practice_professional" ON "practice" USING btree ("professional_id");--> statement-breakpoint
CREATE INDEX "entry_category_point" ON "entry" USING gist ("category","point");--> statement-breakpoint
CREATE INDEX "entry_point" ON "entry" USING gist ("point");--> statement-breakpoint
CREATE INDEX "entry_key_prefix" ON "entry" USING btree (search_key collate "C","id");--> statement-breakpoint
CREATE INDEX "entry_words" ON "entry" USING gin ("words");--> statement-breakpoint
CREATE INDEX "entry_place" ON "entry" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "entry_insee" ON "entry" USING btree ("insee");--> statement-breakpoint
CREATE INDEX "entry_need_point" ON "entry_need" USING gist ("need_id","point");--> statement-breakpoint
CREATE INDEX "entry_word_prefix" ON "entry_word" USING btree (word collate "C");--> statement-breakpoint
CREATE INDEX "entry_word_trigram" ON "entry_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "feed_version_file" ON "feed_version" USING btree ("feed_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_version_active" ON "feed_version" USING btree ("feed_id") WHERE active;--> statement-breakpoint
CREATE INDEX "gtfs_stop_point" ON "gtfs_stop" USING gist ("point");--> statement-breakpoint
CREATE INDEX "need_category_category" ON "need_category" USING btree ("category");--> statement-breakpoint
CREATE INDEX "import_run_importer" ON "import_run" USING btree ("importer","started_at");--> statement-breakpoint
CREATE INDEX "report_to_review" ON "report" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "commune_point" ON "commune" USING gist ("point");--> statement-breakpoint
CREATE INDEX "commune_shape" ON "commune" USING gist ("shape");--> statement-breakpoint
CREATE INDEX "commune_key_prefix" ON "commune" USING btree (search_key collate "C");--> statement-breakpoint
CREATE INDEX "commune_key_trigram" ON "commune" USING gin ("search_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "commune_former_key_prefix" ON "commune_former" USING btree (search_key collate "C");--> statement-breakpoint
CREATE INDEX "commune_former_key_trigram" ON "commune_former" USING gin ("search_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "commune_postcode_prefix" ON "commune_postcode" USING btree (postcode collate "C");--> statement-breakpoint
CREATE INDEX "territory_commune_insee" ON "territory_commune" USING btree ("insee");--> statement-breakpoint
CREATE INDEX "offer_territory_territory" ON "offer_territory" USING btree ("territory_code");--> statement-breakpoint
CREATE INDEX "service_area_geom" ON "service_area" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "travel_pattern_offer" ON "travel_pattern" USING btree ("offer_id","position");