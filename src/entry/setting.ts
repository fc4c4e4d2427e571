import type { MessageKey } from '../i18n/message.ts';

/** A value that cannot be used: which, what it was, what it must look like, and an example. */
export type ConfigFault = {
  readonly variable: string;
  readonly value: string;
  readonly wanted: MessageKey;
  readonly example: string;
};

/** Where values come from: the environment, overridden by options. */
export type ConfigSource = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly options: Readonly<Record<string, unknown>>;
};

/** How one value is named, written and read. */
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

/** Reads one setting: an option first, then the environment, then the default. A fault is collected, not thrown. */
export function readSetting<T>(setting: Setting<T>, { environment, options }: ConfigSource, faults: ConfigFault[]): T {
  const option = setting.option === undefined ? undefined : options[setting.option];
  const given = typeof option === 'string' ? option : environment[setting.variable];
  const text = given === undefined || given.trim() === '' ? setting.otherwise : given.trim();
  const value = setting.read(text);
  if (value === undefined) {
    const variable = typeof option === 'string' ? `--${setting.option ?? ''}` : setting.variable;
    faults.push({
      variable,
      value: setting.isSecret === true ? '…' : text,
      wanted: setting.wanted,
      example: setting.example,
    });
  }
  return value as T;
}

/** Reads a whole number within a range, both ends included. */
export function wholeNumber(from: number, to: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined);
}
