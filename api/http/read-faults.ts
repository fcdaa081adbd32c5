// Which fields are faulty, what was expected there and what came: zod's issues in plain words.

import type { z } from 'zod';
import type { FieldFault } from '#domain/error.ts';

type Issue = z.core.$ZodIssue;

const MAX_SHOWN_CHARACTERS = 60;
/** Of a body with thousands, the first are enough to see what is wrong. */
const MAX_FAULTS = 20;
/** How zod's own English messages begin; any other message was written in a schema and is kept. */
const STOCK_MESSAGE = /^(Invalid|Too (big|small)|Unrecognized)/;

export function readFaults(error: z.core.$ZodError, received: unknown): FieldFault[] {
  return error.issues
    .flatMap((issue) => faultsOf(issue, [], received).slice(0, MAX_FAULTS))
    .slice(0, MAX_FAULTS);
}

function faultsOf(issue: Issue, parent: readonly PropertyKey[], received: unknown): FieldFault[] {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...path, key]),
      expected: 'no field of this name',
      received: show(valueAt(received, [...path, key])),
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = closestBranch(issue.errors);
    return closest.flatMap((inner) => faultsOf(inner, path, received));
  }
  return [
    {
      field: fieldName(path),
      expected: expectedBy(issue),
      received: show(valueAt(received, path)),
    },
  ];
}

/** The alternative the sender most likely meant: that of the names sent, then that of the fewest faults. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const others = (branch: readonly Issue[]) =>
    branch.filter(({ code }) => code === 'unrecognized_keys').length;
  return branches.reduce((best, branch) =>
    (others(branch) - others(best) || branch.length - best.length) < 0 ? branch : best,
  );
}

function expectedBy(issue: Issue): string {
  if (!STOCK_MESSAGE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected);
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${sizeOf(issue.origin)} of at least ${issue.minimum}`;
    case 'too_big':
      return `${sizeOf(issue.origin)} of at most ${issue.maximum}`;
    case 'invalid_format':
      return `text in the form ${issue.pattern ?? issue.format}`;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  if (type === 'string') return 'text';
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function sizeOf(origin: string): string {
  if (origin === 'string') return 'text with a length';
  if (origin === 'array') return 'a list with a length';
  return 'a number';
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    root,
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value) && value.length > MAX_FAULTS) return `a list of ${value.length}`;
  const text = written(value);
  return text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // Brackets within brackets, by the thousand.
    return 'a value too deep to show';
  }
}
