// The one error a person may read: what was expected, what came, which thing.

export type ErrorCode =
  | 'bad_request'
  | 'not_found'
  | 'conflict'
  | 'too_many_requests'
  | 'unavailable'
  | 'bad_config'
  | 'bad_import'
  | 'locked';

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: readonly FieldFault[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? [];
  }
}

/** One faulty field of a request or of a configuration: where, what was expected, what came. */
export type FieldFault = {
  field: string;
  expected: string;
  received: string;
  /** The step of an editor where it is mended. */
  step?: string;
};
