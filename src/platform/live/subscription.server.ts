import type { Listener, LogRecord } from "./log-record.server.ts";

/** Brings those who follow a log up to date. */
interface Deliverer {
  resume(record: LogRecord, subscription: Subscription): void;
}

/** One who follows a log. There are as many as people who wait: hence no closures, and arrays of their exact size. */
export class Subscription {
  readonly listener: Listener;
  cursor: number;
  /** Somebody is already bringing this one up to date, or it asked for a pause. */
  busy = false;
  cancelled = false;
  readonly #record: LogRecord;
  readonly #deliverer: Deliverer;

  constructor(deliverer: Deliverer, record: LogRecord, listener: Listener, after: number) {
    this.#deliverer = deliverer;
    this.#record = record;
    this.listener = listener;
    this.cursor = after;
    record.subscriptions = [...record.subscriptions, this];
  }

  /** After a pause that its listener asked for. */
  resume(): void {
    this.#deliverer.resume(this.#record, this);
  }

  cancel(): void {
    this.cancelled = true;
    this.#record.subscriptions = this.#record.subscriptions.filter((one) => one !== this);
  }
}
