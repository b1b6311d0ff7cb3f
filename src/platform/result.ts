/**
 * Expected failures are values with a literal code. An exception is a fault of ours.
 */
export type Result<T, C extends string = string> =
  | { readonly ok: true; readonly value: T }
  | Failure<C>;

export interface Failure<C extends string = string> {
  readonly ok: false;
  readonly code: C;
  /** What may be told besides the code: the fields that were wrong, what now stands. Never input echoed back. */
  readonly details?: unknown;
}

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

export function fail<const C extends string>(code: C, details?: unknown): Failure<C> {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}
