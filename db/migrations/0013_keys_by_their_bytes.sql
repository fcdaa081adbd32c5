-- Ids, codes and keys of searches are compared byte by byte, whatever the language of the database: sorted
-- in half the time, found by their first letters without an index beside. One statement a table: its rows
-- stay, its indexes are built again once. What names a column waits beside: policies, functions and one view.
create temporary table policy_beside on commit drop as
select tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies
where schemaname = 'public' and 'voisoin_editor' = any(roles);--> statement-breakpoint
create temporary table function_beside on commit drop as
select distinct p.oid::regprocedure as function, pg_get_functiondef(p.oid) as definition
from pg_depend d join pg_proc p on p.oid = d.objid
where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_class'::regclass and p.pronamespace = 'public'::regnamespace;--> statement-breakpoint
do $$
declare p record; f record;
begin
  for p in select * from policy_beside loop
    execute format('drop policy %I on %I', p.policyname, p.tablename);
  end loop;
  for f in select * from function_beside loop
    execute format('drop function %s', f.function);
  end loop;
end
$$;--> statement-breakpoint
create temporary table right_beside on commit drop as
select format('grant %s on entry_need to %s', g.privilege_type,
  case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end) as statement
from pg_class c, aclexplode(c.relacl) g where c.oid = 'entry_need'::regclass and g.grantee <> c.relowner;--> statement-breakpoint
DROP VIEW "public"."entry_need";--> statement-breakpoint
DROP INDEX "street_word_prefix";--> statement-breakpoint
DROP INDEX "entry_word_prefix";--> statement-breakpoint
DROP INDEX "entry_spot_member";--> statement-breakpoint
DROP INDEX "entry_key_prefix";--> statement-breakpoint
DROP INDEX "entry_service_need_spot_member";--> statement-breakpoint
DROP INDEX "commune_key_prefix";--> statement-breakpoint
DROP INDEX "commune_former_key_prefix";--> statement-breakpoint
DROP INDEX "commune_postcode_prefix";--> statement-breakpoint
ALTER TABLE "acceslibre_place"
  ALTER COLUMN "key" SET DATA TYPE text collate "C",
  ALTER COLUMN "siret" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "access_job"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "access_result"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "access_scenario"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "created_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "commune_supply"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "kind" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "practice_departure"
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "noted_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "travel_matrix"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "mode" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "travel_row"
  ALTER COLUMN "row_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_attempt"
  ALTER COLUMN "key" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_credential"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "user_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "account_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "provider_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_passkey"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "user_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "credential_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_session"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "user_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "token" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_user"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "email" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "account_verification"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "identifier" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "workspace"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "provider_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "workspace_invitation"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "token_hash" SET DATA TYPE text collate "C",
  ALTER COLUMN "invited_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "workspace_member"
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "user_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "locality"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "search_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "street"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "search_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "street_word"
  ALTER COLUMN "word" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "ameli_centre"
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "ameli_practice"
  ALTER COLUMN "key" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "apl_published"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "profession" SET DATA TYPE text collate "C",
  ALTER COLUMN "variant" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "commune_movement"
  ALTER COLUMN "insee_before" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee_after" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "official_commune"
  ALTER COLUMN "kind" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "departement" SET DATA TYPE text collate "C",
  ALTER COLUMN "parent_insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "accessibility"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "contact_point"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "coverage_area"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "entry_theme"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "theme_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "notice"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "opening_hours"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "service"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "organization"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "siret" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "place"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "siret" SET DATA TYPE text collate "C",
  ALTER COLUMN "organization_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "practice"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "professional_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "place_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "organization_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "professional"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "rpps" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "entry"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "category" SET DATA TYPE text collate "C",
  ALTER COLUMN "search_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "organization_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "place_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "entry_service_need"
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "entry_word"
  ALTER COLUMN "word" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "feed"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "feed_version"
  ALTER COLUMN "feed_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "sha256" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "flex_feed_version"
  ALTER COLUMN "feed_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "sha256" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "finess_activity"
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "code" SET DATA TYPE text collate "C",
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "finess_category"
  ALTER COLUMN "code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "finess_legal"
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "siren" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "departement" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "finess_site"
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "legal_finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "siret" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "departement" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_agency"
  ALTER COLUMN "agency_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_calendar"
  ALTER COLUMN "service_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_calendar_date"
  ALTER COLUMN "service_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_frequency"
  ALTER COLUMN "trip_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_route"
  ALTER COLUMN "route_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "agency_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_stop"
  ALTER COLUMN "stop_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_transfer"
  ALTER COLUMN "from_stop_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "to_stop_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "from_route_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "to_route_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "from_trip_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "to_trip_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_trip"
  ALTER COLUMN "trip_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "route_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "service_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "block_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "gtfs_trip_calls"
  ALTER COLUMN "trip_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "audit_entry"
  ALTER COLUMN "actor_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "subject_kind" SET DATA TYPE text collate "C",
  ALTER COLUMN "subject_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "previous_hash" SET DATA TYPE text collate "C",
  ALTER COLUMN "hash" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "kept_answer"
  ALTER COLUMN "user_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "key" SET DATA TYPE text collate "C",
  ALTER COLUMN "request_hash" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "claim"
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "field" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "duplicate_candidate"
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "entity_link"
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "opposition"
  ALTER COLUMN "hash" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "opposition_key"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "cls_theme"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "need"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "need_category"
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "category" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "need_synonym"
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "kept_offer"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "verified_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "line_overlay"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "feed_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "target" SET DATA TYPE text collate "C",
  ALTER COLUMN "target_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "created_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_case"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_draft"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "updated_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_version"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "author_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "unmet_demand"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "half_day" SET DATA TYPE text collate "C",
  ALTER COLUMN "need_category" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "volunteer_trip_count"
  ALTER COLUMN "workspace_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "population_age"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "sex" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "population_tile"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "assertion"
  ALTER COLUMN "subject_kind" SET DATA TYPE text collate "C",
  ALTER COLUMN "subject_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "field" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "import_run"
  ALTER COLUMN "importer" SET DATA TYPE text collate "C",
  ALTER COLUMN "sha256" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "source"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "report"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "entry_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "status" SET DATA TYPE text collate "C",
  ALTER COLUMN "reviewed_by" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "road_graph"
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "sha256" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "opposition_name"
  ALTER COLUMN "rpps_hash" SET DATA TYPE text collate "C",
  ALTER COLUMN "name_hash" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "rpps_activity"
  ALTER COLUMN "structure_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "practice_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "rpps" SET DATA TYPE text collate "C",
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "finess" SET DATA TYPE text collate "C",
  ALTER COLUMN "siret" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "commune"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "search_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "epci_siren" SET DATA TYPE text collate "C",
  ALTER COLUMN "departement" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "commune_former"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "search_key" SET DATA TYPE text collate "C",
  ALTER COLUMN "current_insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "commune_postcode"
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "postcode" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "departement"
  ALTER COLUMN "code" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "epci"
  ALTER COLUMN "siren" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "territory"
  ALTER COLUMN "code" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "territory_commune"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "territory_epci"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "siren" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "accommodation_offer"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "booking_rule"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "line_hours_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "eligibility"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "fare_component"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "line_hours"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "calendar"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "provider_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "feed_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_condition"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_need"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "need_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_place"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_purpose"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "purpose" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_source"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "source_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "offer_territory"
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "provider"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "service_area"
  ALTER COLUMN "id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "travel_pattern"
  ALTER COLUMN "id" SET DATA TYPE text collate "C",
  ALTER COLUMN "offer_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "origin_area_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "destination_area_id" SET DATA TYPE text collate "C",
  ALTER COLUMN "calendar_id" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "useful_day"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C",
  ALTER COLUMN "insee" SET DATA TYPE text collate "C",
  ALTER COLUMN "profession" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "useful_day_run"
  ALTER COLUMN "territory_code" SET DATA TYPE text collate "C",
  ALTER COLUMN "fingerprint" SET DATA TYPE text collate "C";--> statement-breakpoint
CREATE INDEX "entry_spot_member" ON "entry" USING btree (point_key(point),"category","id");--> statement-breakpoint
CREATE INDEX "entry_key_prefix" ON "entry" USING btree ("search_key","id");--> statement-breakpoint
CREATE INDEX "entry_service_need_spot_member" ON "entry_service_need" USING btree (point_key(point),"need_id","entry_id");--> statement-breakpoint
CREATE INDEX "commune_key_prefix" ON "commune" USING btree ("search_key");--> statement-breakpoint
CREATE INDEX "commune_former_key_prefix" ON "commune_former" USING btree ("search_key");--> statement-breakpoint
CREATE INDEX "commune_postcode_prefix" ON "commune_postcode" USING btree ("postcode");--> statement-breakpoint
CREATE VIEW "public"."entry_need" AS (select c.need_id, e.id as entry_id
from need_category c join entry e on e.category = c.category
union all
select s.need_id, s.entry_id from entry_service_need s);--> statement-breakpoint
do $$
declare p record; f record; g record; t record;
begin
  for f in select * from function_beside loop
    execute f.definition;
  end loop;
  for p in select * from policy_beside loop
    execute format('create policy %I on %I as %s for %s to %s%s%s', p.policyname, p.tablename, p.permissive, p.cmd,
      (select string_agg(quote_ident(role), ', ') from unnest(p.roles) as named(role)),
      ' using (' || p.qual || ')', ' with check (' || p.with_check || ')');
  end loop;
  for g in select * from right_beside loop
    execute g.statement;
  end loop;
  -- What the planner knew of these columns went with them.
  for t in select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > 0 and relname <> 'spatial_ref_sys'
  loop
    execute format('analyze %I', t.relname);
  end loop;
end
$$;
