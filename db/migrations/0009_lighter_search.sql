-- The same keys, made in less than two thirds of the time: a function of SQL that is not inlined starts an
-- executor at each call, and words standing alone need no expression. Twice each: what follows a word found
-- begins with the space that ended it.
create or replace function search_key(value text) returns text
language plpgsql immutable strict parallel safe
as $$
begin
  return trim(replace(replace(replace(replace(
    ' ' || regexp_replace(
      lower(public.unaccent('public.unaccent'::regdictionary, value)), '[^a-z0-9]+', ' ', 'g') || ' ',
    ' st ', ' saint '), ' st ', ' saint '), ' ste ', ' sainte '), ' ste ', ' sainte '));
end
$$;
