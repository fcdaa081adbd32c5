CREATE TABLE "access_job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"territory_code" text NOT NULL,
	"kind" text NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"total_count" integer DEFAULT 0 NOT NULL,
	"message" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"beat_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "access_job_kind" CHECK ("access_job"."kind" in ('indicators')),
	CONSTRAINT "access_job_state" CHECK ("access_job"."state" in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "access_result" (
	"territory_code" text NOT NULL,
	"fingerprint" text NOT NULL,
	"figures" jsonb NOT NULL,
	"vintages" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_result_territory_code_fingerprint_pk" PRIMARY KEY("territory_code","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "access_scenario" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"territory_code" text NOT NULL,
	"name" text NOT NULL,
	"changes" jsonb NOT NULL,
	"vintage" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_scenario_owned" UNIQUE("id","workspace_id"),
	CONSTRAINT "access_scenario_name" CHECK (length("access_scenario"."name") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "commune_supply" (
	"insee" text NOT NULL,
	"kind" text NOT NULL,
	"head_count" double precision NOT NULL,
	"source_id" text NOT NULL,
	"as_of" text,
	"confirmed_on" text,
	"confidence" text NOT NULL,
	CONSTRAINT "commune_supply_insee_kind_pk" PRIMARY KEY("insee","kind"),
	CONSTRAINT "commune_supply_insee" CHECK ("commune_supply"."insee" ~ '^[0-9][0-9AB][0-9]{3}$'),
	CONSTRAINT "commune_supply_kind" CHECK ("commune_supply"."kind" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy', 'hospital', 'emergency')),
	CONSTRAINT "commune_supply_count" CHECK ("commune_supply"."head_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "practice_departure" (
	"workspace_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"leaves_on" text NOT NULL,
	"note" text,
	"noted_by" text,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_departure_workspace_id_entry_id_pk" PRIMARY KEY("workspace_id","entry_id"),
	CONSTRAINT "practice_departure_date" CHECK ("practice_departure"."leaves_on" ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "travel_matrix" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "travel_matrix_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"territory_code" text NOT NULL,
	"mode" text NOT NULL,
	"day_type" smallint DEFAULT 0 NOT NULL,
	"fingerprint" text NOT NULL,
	"reach_minutes" smallint NOT NULL,
	"row_side" text NOT NULL,
	"column_ids" text[] NOT NULL,
	"estimate" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "travel_matrix_mode" CHECK ("travel_matrix"."mode" in ('car', 'walk', 'no_car')),
	CONSTRAINT "travel_matrix_side" CHECK ("travel_matrix"."row_side" in ('site', 'place'))
);
--> statement-breakpoint
CREATE TABLE "travel_row" (
	"matrix_id" integer NOT NULL,
	"row_id" text NOT NULL,
	"columns" "bytea" NOT NULL,
	"tenths" "bytea" NOT NULL,
	"masks" "bytea",
	CONSTRAINT "travel_row_matrix_id_row_id_pk" PRIMARY KEY("matrix_id","row_id")
);
--> statement-breakpoint
ALTER TABLE "access_job" ADD CONSTRAINT "access_job_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_result" ADD CONSTRAINT "access_result_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_scenario" ADD CONSTRAINT "access_scenario_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_scenario" ADD CONSTRAINT "access_scenario_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_scenario" ADD CONSTRAINT "access_scenario_created_by_account_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_supply" ADD CONSTRAINT "commune_supply_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_departure" ADD CONSTRAINT "practice_departure_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_departure" ADD CONSTRAINT "practice_departure_noted_by_account_user_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."account_user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_matrix" ADD CONSTRAINT "travel_matrix_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_row" ADD CONSTRAINT "travel_row_matrix_id_travel_matrix_id_fk" FOREIGN KEY ("matrix_id") REFERENCES "public"."travel_matrix"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_job_running" ON "access_job" USING btree ("territory_code") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "access_job_queue" ON "access_job" USING btree ("territory_code","created_at");--> statement-breakpoint
CREATE INDEX "access_result_newest" ON "access_result" USING btree ("territory_code","computed_at");--> statement-breakpoint
CREATE INDEX "access_scenario_workspace" ON "access_scenario" USING btree ("workspace_id","territory_code");--> statement-breakpoint
CREATE UNIQUE INDEX "travel_matrix_same" ON "travel_matrix" USING btree ("territory_code","mode","day_type","fingerprint");--> statement-breakpoint
-- What an organization tries, and who told it they will leave, is seen and written in its workspace only.
grant select on commune_supply, access_job, travel_matrix, travel_row, access_result to voisoin_editor;--> statement-breakpoint
grant select, insert, update, delete on access_scenario, practice_departure to voisoin_editor;--> statement-breakpoint
alter table access_scenario enable row level security;--> statement-breakpoint
create policy access_scenario_own on access_scenario to voisoin_editor
  using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());--> statement-breakpoint
alter table practice_departure enable row level security;--> statement-breakpoint
create policy practice_departure_own on practice_departure to voisoin_editor
  using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());
