// How does an on-demand service ask to be booked, and which of its rules contradict themselves?

import type { FlexBookingRule } from '#domain/transport/flex-feed.ts';
import { once } from '#seeds/sources/gtfs/ids.ts';
import type { NoticeCode } from '#seeds/sources/gtfs/notice.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';
import type { TableDefinition } from '#seeds/sources/gtfs/table.ts';

const MINUTES = { from: -1, to: 527_040, fallback: -1 };
const DAYS = { from: -1, to: 400, fallback: -1 };

export function bookingRuleTable(): TableDefinition<FlexBookingRule> {
  const fresh = once('booking_rule_id');
  return {
    file: 'booking_rules.txt',
    required: ['booking_rule_id', 'booking_type'],
    mayBeEmpty: true,
    build: (row) => {
      const rule: FlexBookingRule = {
        id: row.text('booking_rule_id'),
        type: typeOf(row),
        minMinutes: said(row, 'prior_notice_duration_min', MINUTES),
        maxMinutes: said(row, 'prior_notice_duration_max', MINUTES),
        lastDay: said(row, 'prior_notice_last_day', DAYS),
        lastSeconds: row.time('prior_notice_last_time'),
        startDay: said(row, 'prior_notice_start_day', DAYS),
        startSeconds: row.time('prior_notice_start_time'),
        serviceId: row.optional('prior_notice_service_id'),
        message: row.optional('message'),
        pickupMessage: row.optional('pickup_message'),
        dropOffMessage: row.optional('drop_off_message'),
        phone: row.optional('phone_number'),
        infoUrl: row.optional('info_url'),
        bookingUrl: row.optional('booking_url'),
      };
      const fault = faultOf(rule);
      if (fault !== null) {
        const [code, column, reason] = fault;
        throw new RowFault(code, column, row.optional(column), reason);
      }
      fresh(rule.id);
      return rule;
    },
  };
}

function typeOf(row: RowReader): FlexBookingRule['type'] {
  const type = row.whole('booking_type', { from: 0, to: 2 });
  return type === 1 || type === 2 ? type : 0;
}

function said(row: RowReader, column: string, range: typeof MINUTES): number | null {
  const value = row.whole(column, range);
  return value < 0 ? null : value;
}

type Fault = [code: NoticeCode, column: string, reason: string];

/** The rules of the specification, under the names of the canonical validator. */
function faultOf(rule: FlexBookingRule): Fault | null {
  const { type, minMinutes, maxMinutes, lastDay, lastSeconds, startDay, startSeconds } = rule;
  const given: [column: string, isGiven: boolean][] = [
    ['prior_notice_duration_min', minMinutes !== null],
    ['prior_notice_duration_max', maxMinutes !== null],
    ['prior_notice_last_day', lastDay !== null],
    ['prior_notice_last_time', lastSeconds !== null],
    ['prior_notice_start_day', startDay !== null],
    ['prior_notice_start_time', startSeconds !== null],
    ['prior_notice_service_id', rule.serviceId !== null],
  ];
  const among = (columns: readonly string[]) =>
    given.find(([column, isGiven]) => isGiven && columns.includes(column))?.[0];
  const forbidden = among(FORBIDDEN[type].columns);
  if (forbidden !== undefined) {
    return [FORBIDDEN[type].code, forbidden, `interdit avec booking_type ${type}`];
  }
  if (type === 1 && minMinutes === null) {
    return ['missing_prior_notice_duration_min', 'prior_notice_duration_min', REQUIRED];
  }
  if (minMinutes !== null && maxMinutes !== null && maxMinutes < minMinutes) {
    const reason = 'délai maximal plus court que le délai minimal';
    return ['invalid_prior_notice_duration_min', 'prior_notice_duration_max', reason];
  }
  if (type === 2 && lastDay === null && lastSeconds === null) {
    return ['missing_prior_day_booking_field_value', 'prior_notice_last_day', REQUIRED];
  }
  if (type === 2 && lastDay === null) {
    return ['missing_prior_notice_last_day', 'prior_notice_last_day', REQUIRED];
  }
  if (type === 2 && lastSeconds === null) {
    return ['missing_prior_notice_last_time', 'prior_notice_last_time', REQUIRED];
  }
  if (maxMinutes !== null && startDay !== null) {
    const reason = 'interdit avec prior_notice_duration_max';
    return ['forbidden_prior_notice_start_day', 'prior_notice_start_day', reason];
  }
  if (startDay !== null && startSeconds === null) {
    return ['missing_prior_notice_start_time', 'prior_notice_start_time', REQUIRED];
  }
  if (startDay === null && startSeconds !== null) {
    const reason = 'interdit sans prior_notice_start_day';
    return ['forbidden_prior_notice_start_time', 'prior_notice_start_time', reason];
  }
  if (lastDay !== null && startDay !== null && lastDay > startDay) {
    const reason = 'dernier jour avant le premier jour de réservation';
    return ['prior_notice_last_day_after_start_day', 'prior_notice_last_day', reason];
  }
  return null;
}

const REQUIRED = 'valeur obligatoire absente';

const FORBIDDEN: Readonly<
  Record<FlexBookingRule['type'], { code: NoticeCode; columns: readonly string[] }>
> = {
  0: {
    code: 'forbidden_real_time_booking_field_value',
    columns: [
      'prior_notice_duration_min',
      'prior_notice_duration_max',
      'prior_notice_last_day',
      'prior_notice_last_time',
      'prior_notice_start_day',
      'prior_notice_start_time',
      'prior_notice_service_id',
    ],
  },
  1: {
    code: 'forbidden_same_day_booking_field_value',
    columns: ['prior_notice_last_day', 'prior_notice_last_time', 'prior_notice_service_id'],
  },
  2: {
    code: 'forbidden_prior_day_booking_field_value',
    columns: ['prior_notice_duration_min', 'prior_notice_duration_max'],
  },
};
