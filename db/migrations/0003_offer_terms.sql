ALTER TABLE "service_area" DROP CONSTRAINT "service_area_kind";--> statement-breakpoint
ALTER TABLE "line_hours" ADD COLUMN "exceptions" jsonb;--> statement-breakpoint
ALTER TABLE "calendar" ADD COLUMN "school_zone" text;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD COLUMN "min_km" double precision;--> statement-breakpoint
ALTER TABLE "travel_pattern" ADD COLUMN "feeder_stops" jsonb;--> statement-breakpoint
ALTER TABLE "service_area" ADD CONSTRAINT "service_area_kind" CHECK ("service_area"."kind" in ('communes', 'points', 'polygon', 'everywhere', 'unknown'));