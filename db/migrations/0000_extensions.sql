create extension if not exists postgis;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- How names are compared: no accent, no capital, no punctuation, « st » read as « saint ».
create function search_key(value text) returns text
language sql immutable strict parallel safe
as $$
  select trim(regexp_replace(regexp_replace(
    regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '[^a-z0-9]+', ' ', 'g'),
    '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g'))
$$;
