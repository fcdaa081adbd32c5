import { describe, expect, test } from 'vitest';
import { describeFailure } from '#api/http/describe-failure.ts';
import { toProblem } from '#api/http/problem.ts';
import { AppError } from '#domain/error.ts';

describe('a failure', () => {
  test('that is a bug sends a request id and nothing else', () => {
    expect(toProblem(new TypeError('secret of table entry'), 'id-1')).toEqual({
      type: '/api/docs#internal',
      title: 'The server failed',
      status: 500,
      code: 'internal',
      detail: null,
      requestId: 'id-1',
      errors: [],
    });
  });

  test.each(['57014', '57P01', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
    'of the database (%s) asks to come back, without its words',
    (code) => {
      const cause = Object.assign(new Error('terminating: password=x'), { code });
      const problem = toProblem(new Error('Failed query: select 1', { cause }), 'id-2');
      expect(problem).toMatchObject({ status: 503, code: 'unavailable' });
      expect(JSON.stringify(problem)).not.toMatch(/password|select/);
    },
  );

  test.each(['42P01', '23505', 'undefined'])('of a statement (%s) is a bug', (code) => {
    const cause = Object.assign(new Error('x'), { code });
    expect(toProblem(new Error('Failed query', { cause }), 'id').status).toBe(500);
  });

  test('of our own making keeps its sentence and its fields when the sender can mend it', () => {
    const details = [{ field: 'q', expected: 'a word', received: 'nothing' }];
    expect(toProblem(new AppError('bad_request', 'q is missing', { details }), 'id')).toMatchObject(
      {
        status: 400,
        detail: 'q is missing',
        errors: details,
      },
    );
    expect(toProblem(new AppError('bad_config', 'DATABASE_URL is x'), 'id')).toMatchObject({
      status: 500,
      detail: null,
    });
  });

  test('is logged with where it happened, without the values of a statement', () => {
    const cause = Object.assign(new Error('invalid input: "canari"'), { code: '22P02' });
    const error = new Error('Failed query: select $1 params: canari', { cause });
    const line = describeFailure(error, toProblem(error, 'id'));
    expect(line).toMatchObject({
      requestId: 'id',
      error: 'Error',
      cause: 'Error 22P02',
      message: null,
    });
    expect(line.at).toContain('problem.test.ts');
    expect(JSON.stringify(line)).not.toContain('canari');
  });
});
