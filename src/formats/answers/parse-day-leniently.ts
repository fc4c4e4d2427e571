import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { dayOfSerial, type DaySystem } from '../workbook/day-serial.ts';
import type { DayRefusal } from './day-refusal.ts';
import { dayOfEra } from './era-day.ts';
import type { TypedAnswer } from './typed-answer.ts';

type Read = Result<Temporal.PlainDate, DayRefusal>;

const SEPARATOR = '[-/.年月]';
const WESTERN = new RegExp(`^(?:西暦)?(\\d{4})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})日?$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ERA = new RegExp(
  `^(令和|平成|昭和|大正|明治|[令平昭大明RHSTM])\\.?(\\d{1,3}|元)${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d{1,2})日?$`,
);
const SHORT_YEAR_OR_YEAR_LAST = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})$/;
/** A time of day, with or without zone: the day is the one that was written. */
const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const WEEKDAY = /[([][月火水木金土日](?:曜日?)?[)\]]/g;
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u30fc]/g;

/** Numbers that people type for a year; as serial numbers they would be days of 1905. */
const isYear = (number: number): boolean => number >= 1868 && number <= 2200;

function westernDay(match: RegExpExecArray): Read {
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year < 1) return refused({ code: 'no_such_day' });
  try {
    return ok(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }));
  } catch {
    return refused({ code: 'no_such_day' });
  }
}

function serialDay(number: number, system: DaySystem): Read {
  if (isYear(number)) return refused({ code: 'year_only' });
  const day = dayOfSerial(Math.floor(number), system);
  return day === undefined ? refused({ code: 'no_such_day' }) : ok(day);
}

function readDigits(digits: string, system: DaySystem): Read {
  const compact = COMPACT.exec(digits);
  if (compact !== null) return westernDay(compact);
  return digits.length <= 7 ? serialDay(Number(digits), system) : refused({ code: 'unreadable_day' });
}

function readText(text: string): Read {
  const western = WESTERN.exec(text);
  if (western !== null) return westernDay(western);
  const era = ERA.exec(text);
  if (era !== null) {
    const [name = '', year = '', month, day] = era.slice(1);
    return dayOfEra(name, year === '元' ? 1 : Number(year), Number(month), Number(day));
  }
  return refused({ code: SHORT_YEAR_OR_YEAR_LAST.test(text) ? 'ambiguous_day' : 'unreadable_day' });
}

/**
 * Reads a day however Japanese offices write it: Western or era year, any separator and width, the number by which a
 * workbook counts days. What could mean two days is refused.
 * @param system the calendar of the workbook, for serial numbers
 */
export function parseDayLeniently(raw: TypedAnswer, system: DaySystem = '1900'): Read {
  if (typeof raw === 'boolean') return refused({ code: 'unreadable_day' });
  if (typeof raw === 'number' && !Number.isFinite(raw)) return refused({ code: 'unreadable_day' });
  const folded = String(raw)
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toUpperCase();
  const text = folded.replace(WEEKDAY, '').replace(TIME, '').replace(/\s+/g, '');
  if (text === '') return refused({ code: 'blank' });
  if (/^\d+(?:\.\d+)?$/.test(text) && (typeof raw === 'number' || !text.includes('.'))) {
    return readDigits(text.replace(/\..*$/, ''), system);
  }
  return readText(text);
}
