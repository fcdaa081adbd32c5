-- A million entries are written with these columns, in parallel, which no generated column allows.
ALTER TABLE "entry" ALTER COLUMN "search_key" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "entry" ALTER COLUMN "words" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "entry" ALTER COLUMN "words" SET NOT NULL;--> statement-breakpoint
-- Numbers in place of pieces of words: the search answers without waiting for an import.
DROP INDEX "entry_word_deletions";--> statement-breakpoint
ALTER TABLE "entry_word" DROP COLUMN "deletions";--> statement-breakpoint
ALTER TABLE "entry_word" ADD COLUMN "deletions" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
update entry_word set deletions = case when length(word) < 4 or word ~ '^[0-9]+$' then array[hashtext(word)]
  else array(select hashtext(left(word, n - 1) || substr(word, n + 1)) from generate_series(1, length(word) + 1) n) end;
--> statement-breakpoint
CREATE INDEX "entry_word_deletions" ON "entry_word" USING gin ("deletions");--> statement-breakpoint
DROP INDEX "place_organization";--> statement-breakpoint
DROP INDEX "place_finess";--> statement-breakpoint
CREATE INDEX "place_organization" ON "place" USING btree ("organization_id") WHERE "place"."organization_id" is not null;--> statement-breakpoint
CREATE INDEX "place_finess" ON "place" USING btree ("finess") WHERE "place"."finess" is not null;
