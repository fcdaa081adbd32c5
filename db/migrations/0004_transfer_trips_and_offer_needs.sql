CREATE TABLE "offer_need" (
	"offer_id" text NOT NULL,
	"need_id" text NOT NULL,
	CONSTRAINT "offer_need_offer_id_need_id_pk" PRIMARY KEY("offer_id","need_id")
);
--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ALTER COLUMN "from_stop_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ALTER COLUMN "to_stop_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ADD COLUMN "from_route_id" text;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ADD COLUMN "to_route_id" text;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ADD COLUMN "from_trip_id" text;--> statement-breakpoint
ALTER TABLE "gtfs_transfer" ADD COLUMN "to_trip_id" text;--> statement-breakpoint
ALTER TABLE "offer_need" ADD CONSTRAINT "offer_need_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_need" ADD CONSTRAINT "offer_need_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;