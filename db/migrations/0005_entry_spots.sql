-- Points as one number, the same for the same point: what btree finds by, far faster than by geography.
create function point_key(at geography) returns bigint
language sql immutable strict parallel safe
as $$
  select hashfloat8extended(public.st_x(at::public.geometry), 0)
    # hashfloat8extended(public.st_y(at::public.geometry), 1)
$$;
--> statement-breakpoint
CREATE TABLE "entry_spot" (
	"answers" text NOT NULL,
	"point" "geography" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_service_need" (
	"need_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"point" "geography" NOT NULL,
	CONSTRAINT "entry_service_need_entry_id_need_id_pk" PRIMARY KEY("entry_id","need_id")
);
--> statement-breakpoint
-- What was derived is derived here as well: the search answers without waiting for an import.
insert into entry_service_need (need_id, entry_id, point)
select n.need_id, n.entry_id, n.point from entry_need n join entry e on e.id = n.entry_id
where not exists (select from need_category c where c.category = e.category and c.need_id = n.need_id);
--> statement-breakpoint
insert into entry_spot (answers, point)
select 'category:' || category, point from entry group by category, point
union all
select 'need:' || need_id, point from entry_service_need group by need_id, point;
--> statement-breakpoint
DROP TABLE "entry_need";--> statement-breakpoint
DROP INDEX "entry_category_point";--> statement-breakpoint
CREATE INDEX "entry_spot_member" ON "entry" USING btree (point_key(point),"category",id collate "C");--> statement-breakpoint
CREATE INDEX "entry_spot_near" ON "entry_spot" USING gist (hashtext(answers),point);--> statement-breakpoint
CREATE INDEX "entry_service_need_spot_member" ON "entry_service_need" USING btree (point_key(point),"need_id",entry_id collate "C");--> statement-breakpoint
CREATE VIEW "public"."entry_need" AS (select c.need_id, e.id as entry_id, e.point
from need_category c join entry e on e.category = c.category
union all
select s.need_id, s.entry_id, s.point from entry_service_need s);
