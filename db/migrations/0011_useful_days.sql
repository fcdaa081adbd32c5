CREATE TABLE "useful_day" (
	"territory_code" text NOT NULL,
	"fingerprint" text NOT NULL,
	"insee" text NOT NULL,
	"profession" text NOT NULL,
	"open_mask" smallint NOT NULL,
	"sure_mask" smallint NOT NULL,
	"for_all_mask" smallint NOT NULL,
	"possible_mask" smallint NOT NULL,
	"ways" jsonb NOT NULL,
	"sites" jsonb NOT NULL,
	CONSTRAINT "useful_day_territory_code_fingerprint_insee_profession_pk" PRIMARY KEY("territory_code","fingerprint","insee","profession"),
	CONSTRAINT "useful_day_profession" CHECK ("useful_day"."profession" in ('gp', 'nurse', 'physio', 'dentist', 'midwife', 'pharmacy'))
);
--> statement-breakpoint
CREATE TABLE "useful_day_run" (
	"territory_code" text NOT NULL,
	"fingerprint" text NOT NULL,
	"state" text NOT NULL,
	"monday" date,
	"feed_ids" text[] NOT NULL,
	"commune_count" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"computed_at" timestamp with time zone,
	CONSTRAINT "useful_day_run_territory_code_fingerprint_pk" PRIMARY KEY("territory_code","fingerprint"),
	CONSTRAINT "useful_day_run_state" CHECK ("useful_day_run"."state" in ('running', 'done', 'no_timetable', 'no_service'))
);
--> statement-breakpoint
ALTER TABLE "useful_day" ADD CONSTRAINT "useful_day_of_run" FOREIGN KEY ("territory_code","fingerprint") REFERENCES "public"."useful_day_run"("territory_code","fingerprint") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "useful_day_run" ADD CONSTRAINT "useful_day_run_territory_code_territory_code_fk" FOREIGN KEY ("territory_code") REFERENCES "public"."territory"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "useful_day_run_newest" ON "useful_day_run" USING btree ("territory_code","computed_at");