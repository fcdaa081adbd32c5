// Under which name does the canonical validator of MobilityData know a fault, so that both can be compared?

export type NoticeCode =
  | 'csv_parsing_failed'
  | 'duplicate_geo_json_key'
  | 'duplicate_geography_id'
  | 'duplicate_key'
  | 'forbidden_arrival_or_departure_time'
  | 'forbidden_continuous_pickup_drop_off'
  | 'forbidden_drop_off_type'
  | 'forbidden_geography_id'
  | 'forbidden_pickup_type'
  | 'forbidden_prior_day_booking_field_value'
  | 'forbidden_prior_notice_start_day'
  | 'forbidden_prior_notice_start_time'
  | 'forbidden_real_time_booking_field_value'
  | 'forbidden_same_day_booking_field_value'
  | 'forbidden_shape_dist_traveled'
  | 'foreign_key_violation'
  | 'geo_json_duplicated_element'
  | 'geo_json_unknown_element'
  | 'invalid_date'
  | 'invalid_float'
  | 'invalid_geometry'
  | 'invalid_integer'
  | 'invalid_pickup_drop_off_window'
  | 'invalid_prior_notice_duration_min'
  | 'invalid_time'
  | 'malformed_json'
  | 'missing_pickup_or_drop_off_window'
  | 'missing_prior_day_booking_field_value'
  | 'missing_prior_notice_duration_min'
  | 'missing_prior_notice_last_day'
  | 'missing_prior_notice_last_time'
  | 'missing_prior_notice_start_time'
  | 'missing_required_element'
  | 'missing_required_field'
  | 'missing_trip_edge'
  | 'number_out_of_range'
  | 'overlapping_zone_and_pickup_drop_off_window'
  | 'point_near_origin'
  | 'prior_notice_last_day_after_start_day'
  | 'start_and_end_range_out_of_order'
  | 'stop_time_with_arrival_before_previous_departure_time'
  | 'unsupported_geo_json_type'
  | 'unusable_trip';

/** Said for information: nothing is refused for it. */
export const isOnlyTold = (code: NoticeCode): boolean => code === 'geo_json_unknown_element';

/** A refused row: `line` is that of the file, header included. */
export type GtfsReject = {
  code: NoticeCode;
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
};

/** « stops.txt ligne 8, colonne stop_lat : nombre de -90 à 90 attendu [number_out_of_range] ». */
export function sayNotice({ code, file, line, column, reason }: GtfsReject): string {
  const where = column === null ? '' : `, colonne ${column}`;
  return `${file} ligne ${line}${where} : ${reason} [${code}]`;
}
