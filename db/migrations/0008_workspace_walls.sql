-- Who may write which row: a second wall behind the permissions of the application.
--
-- What an organization writes goes through the role voisoin_editor, inside a transaction that says for
-- which workspace: without it no row can be written. Public tables are read by everybody (a policy that
-- filters would turn the spatial index off); drafts, versions and people are read in their workspace.

do $$
begin
  create role voisoin_editor nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'The role voisoin_editor does not exist and this user may not create it.'
      using hint = 'As an administrator of the server, once: CREATE ROLE voisoin_editor NOLOGIN; GRANT voisoin_editor TO ' || quote_ident(current_user) || ';';
end
$$;--> statement-breakpoint
do $$
begin
  if not pg_has_role(current_user, 'voisoin_editor', 'member') then
    execute format('grant voisoin_editor to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise exception 'This user may not act as voisoin_editor.'
      using hint = 'As an administrator of the server, once: GRANT voisoin_editor TO ' || quote_ident(current_user) || ';';
end
$$;--> statement-breakpoint
create function current_workspace() returns text
  language sql stable
  return nullif(current_setting('voisoin.workspace', true), '');--> statement-breakpoint
grant usage on schema public to voisoin_editor;--> statement-breakpoint
grant select on
  provider, offer, offer_territory, offer_need, offer_source, service_area, calendar, travel_pattern,
  offer_purpose, offer_condition, offer_place, line_hours, booking_rule, fare_component, eligibility,
  accommodation_offer, source, need, territory, territory_epci, territory_commune, commune, epci, feed,
  feed_version, gtfs_agency, gtfs_stop, gtfs_route, gtfs_trip, gtfs_trip_calls, gtfs_calendar,
  gtfs_calendar_date, workspace, workspace_member, workspace_invitation, kept_offer, offer_draft,
  offer_version, offer_case, line_overlay, volunteer_trip_count, report, audit_entry, account_user
  to voisoin_editor;--> statement-breakpoint
revoke select on account_user from voisoin_editor;--> statement-breakpoint
grant select (id, name, email) on account_user to voisoin_editor;--> statement-breakpoint
grant insert, update, delete on
  offer, offer_territory, offer_need, offer_source, travel_pattern, offer_purpose, offer_condition,
  offer_place, booking_rule, fare_component, eligibility, accommodation_offer, feed, feed_version,
  gtfs_agency, gtfs_stop, gtfs_route, gtfs_trip, gtfs_trip_calls, gtfs_calendar, gtfs_calendar_date,
  kept_offer, offer_draft, offer_version, offer_case, line_overlay, volunteer_trip_count
  to voisoin_editor;--> statement-breakpoint
grant insert, update on workspace_member, workspace_invitation to voisoin_editor;--> statement-breakpoint
grant delete on workspace_member to voisoin_editor;--> statement-breakpoint
grant insert on source, service_area, calendar, line_hours to voisoin_editor;--> statement-breakpoint
grant insert, update on provider to voisoin_editor;--> statement-breakpoint
grant update (status, reviewed_by, reviewed_at, review_note) on report to voisoin_editor;--> statement-breakpoint
grant usage on all sequences in schema public to voisoin_editor;--> statement-breakpoint
create function is_kept_here(offer_id text) returns boolean
  language sql stable
  return exists (
    select from kept_offer k where k.id = offer_id and k.workspace_id = current_workspace()
  );--> statement-breakpoint
do $$
declare
  name text;
begin
  -- Private: seen and written in their workspace only.
  foreach name in array array['kept_offer', 'offer_draft', 'offer_version', 'offer_case',
    'line_overlay', 'volunteer_trip_count', 'workspace_member', 'workspace_invitation']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I to voisoin_editor
      using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())',
      name || '_own', name);
  end loop;
  -- Public, and hanging on an offer: read by all, written by who keeps the offer.
  foreach name in array array['offer_territory', 'offer_need', 'offer_source', 'travel_pattern',
    'offer_purpose', 'offer_condition', 'offer_place', 'booking_rule', 'fare_component', 'eligibility',
    'accommodation_offer']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to voisoin_editor using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert to voisoin_editor with check (is_kept_here(offer_id))', name || '_add', name);
    execute format('create policy %I on %I for update to voisoin_editor using (is_kept_here(offer_id)) with check (is_kept_here(offer_id))', name || '_change', name);
    execute format('create policy %I on %I for delete to voisoin_editor using (is_kept_here(offer_id))', name || '_remove', name);
  end loop;
  -- The timetable of a line an organization keeps is the feed that bears the id of its offer.
  foreach name in array array['gtfs_agency', 'gtfs_stop', 'gtfs_route', 'gtfs_trip', 'gtfs_trip_calls',
    'gtfs_calendar', 'gtfs_calendar_date']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to voisoin_editor using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert to voisoin_editor with check (feed_version_id in
      (select v.id from feed_version v where is_kept_here(v.feed_id)))', name || '_add', name);
    execute format('create policy %I on %I for delete to voisoin_editor using (feed_version_id in
      (select v.id from feed_version v where is_kept_here(v.feed_id)))', name || '_remove', name);
  end loop;
  -- Shared, named by their content: added, never changed.
  foreach name in array array['source', 'service_area', 'calendar', 'line_hours']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select to voisoin_editor using (true)', name || '_read', name);
    execute format('create policy %I on %I for insert to voisoin_editor with check (current_workspace() is not null)', name || '_add', name);
  end loop;
end
$$;--> statement-breakpoint
alter table offer enable row level security;--> statement-breakpoint
create policy offer_read on offer for select to voisoin_editor using (true);--> statement-breakpoint
create policy offer_add on offer for insert to voisoin_editor with check (is_kept_here(id));--> statement-breakpoint
create policy offer_change on offer for update to voisoin_editor using (is_kept_here(id)) with check (is_kept_here(id));--> statement-breakpoint
create policy offer_remove on offer for delete to voisoin_editor using (is_kept_here(id));--> statement-breakpoint
alter table feed enable row level security;--> statement-breakpoint
create policy feed_read on feed for select to voisoin_editor using (true);--> statement-breakpoint
create policy feed_write on feed to voisoin_editor using (is_kept_here(id)) with check (is_kept_here(id));--> statement-breakpoint
alter table feed_version enable row level security;--> statement-breakpoint
create policy feed_version_read on feed_version for select to voisoin_editor using (true);--> statement-breakpoint
create policy feed_version_write on feed_version to voisoin_editor using (is_kept_here(feed_id)) with check (is_kept_here(feed_id));--> statement-breakpoint
alter table workspace enable row level security;--> statement-breakpoint
create policy workspace_own on workspace for select to voisoin_editor using (id = current_workspace());--> statement-breakpoint
alter table provider enable row level security;--> statement-breakpoint
create policy provider_read on provider for select to voisoin_editor using (true);--> statement-breakpoint
create policy provider_change on provider for update to voisoin_editor
  using (id = (select w.provider_id from workspace w where w.id = current_workspace()));--> statement-breakpoint
alter table report enable row level security;--> statement-breakpoint
create policy report_own on report to voisoin_editor using (is_kept_here(offer_id)) with check (is_kept_here(offer_id));--> statement-breakpoint
alter table audit_entry enable row level security;--> statement-breakpoint
create policy audit_entry_own on audit_entry for select to voisoin_editor using (workspace_id = current_workspace());--> statement-breakpoint
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'The history is only added to: % on % is refused.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;--> statement-breakpoint
create trigger audit_entry_kept before update or delete on audit_entry
  for each row execute function refuse_rewriting();--> statement-breakpoint
create trigger audit_entry_kept_whole before truncate on audit_entry
  for each statement execute function refuse_rewriting();--> statement-breakpoint
create function audit_text(entry audit_entry) returns text
  language sql stable
  return jsonb_build_array(
    entry.previous_hash, entry.position,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry.actor_id, entry.workspace_id, entry.action, entry.subject_kind, entry.subject_id,
    entry.before, entry.after
  )::text;--> statement-breakpoint
create function append_audit(
  at timestamptz, actor_id text, workspace_id text, action text, subject_kind text, subject_id text,
  before jsonb, after jsonb
) returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last audit_entry;
  entry audit_entry;
begin
  if current_workspace() is not null
    and append_audit.workspace_id is distinct from current_workspace()
  then
    raise exception 'The history of another workspace cannot be added to.'
      using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('voisoin audit', 0));
  select * into last from audit_entry order by position desc limit 1;
  entry.position := coalesce(last.position, 0) + 1;
  entry.previous_hash := coalesce(last.hash, '');
  entry.at := date_trunc('milliseconds', append_audit.at);
  entry.actor_id := append_audit.actor_id;
  entry.workspace_id := append_audit.workspace_id;
  entry.action := append_audit.action;
  entry.subject_kind := append_audit.subject_kind;
  entry.subject_id := append_audit.subject_id;
  entry.before := append_audit.before;
  entry.after := append_audit.after;
  entry.hash := encode(sha256(convert_to(audit_text(entry), 'UTF8')), 'hex');
  insert into audit_entry select entry.*;
  return entry.position;
end
$$;--> statement-breakpoint
revoke execute on function append_audit from public;--> statement-breakpoint
grant execute on function append_audit to voisoin_editor;
