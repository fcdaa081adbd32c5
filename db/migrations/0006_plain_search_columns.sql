-- A million entries are written with these columns, in parallel, which no generated column allows.
ALTER TABLE "entry" ALTER COLUMN "search_key" DROP EXPRESSION IF EXISTS;--> statement-breakpoint
ALTER TABLE "entry" ALTER COLUMN "words" DROP EXPRESSION IF EXISTS;--> statement-breakpoint
ALTER TABLE "entry" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
DROP INDEX IF EXISTS "entry_word_deletions";--> statement-breakpoint
ALTER TABLE "entry_word" DROP COLUMN IF EXISTS "deletions";--> statement-breakpoint
CREATE TABLE "entry_word_deletion" (
	"deletion" integer NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
-- What was derived is derived here as well: the search answers without waiting for an import.
insert into entry_word_deletion (deletion, word)
select hashtext(left(word, n - 1) || substr(word, n + 1)), word
from entry_word cross join lateral generate_series(
  case when length(word) < 4 or word ~ '^[0-9]+$' then length(word) + 1 else 1 end, length(word) + 1) n;
--> statement-breakpoint
CREATE INDEX "entry_word_deletion_word" ON "entry_word_deletion" USING btree ("deletion");--> statement-breakpoint
DROP INDEX IF EXISTS "place_organization";--> statement-breakpoint
DROP INDEX IF EXISTS "place_finess";--> statement-breakpoint
CREATE INDEX "place_organization" ON "place" USING btree ("organization_id") WHERE "place"."organization_id" is not null;--> statement-breakpoint
CREATE INDEX "place_finess" ON "place" USING btree ("finess") WHERE "place"."finess" is not null;
