import type { MessageKey } from '../i18n/message.ts';

/** One thing that can be configured: where its value comes from, and what it must look like. */
export type Setting<T> = {
  readonly variable: string;
  readonly option?: string;
  readonly otherwise: string;
  readonly wanted: MessageKey;
  readonly example: string;
  /** Holds a password: messages do not repeat it. */
  readonly isSecret?: boolean;
  /** The value, or undefined when the text cannot be used. */
  readonly read: (text: string) => T | undefined;
};

/** Reads a whole number within a range, both ends included. */
export function wholeNumber(from: number, to: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined);
}
