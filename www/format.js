// Numbers and dates in the reader's own English.

/** The page speaks English; the reader's region decides how it writes numbers and days. */
const LOCALE = navigator.language.startsWith('en') ? navigator.language : 'en-GB';

const NUMBER = new Intl.NumberFormat(LOCALE);
const LIST = new Intl.ListFormat(LOCALE, { type: 'conjunction' });

/** @param {number} value */
export const number = (value) => NUMBER.format(value);

const PERCENT = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** A share as "45%". @param {number} value 0 to 1 */
export const percent = (value) => PERCENT.format(value);

/** @param {Iterable<string>} values */
export const list = (values) => LIST.format(values);

/**
 * "1 word", "1,144 words".
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** Formats by what they show; making one takes as long as using it a hundred times. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {boolean} date @param {boolean} year whether to show it */
function format(date, year) {
  const name = `${date} ${year}`;
  const made = formats.get(name) ?? new Intl.DateTimeFormat(LOCALE, {
    timeZone: 'UTC',
    month: 'long',
    ...(date ? { day: 'numeric' } : {}),
    ...(year ? { year: 'numeric' } : {}),
  });
  formats.set(name, made);
  return made;
}

// What the browser needs for the first of these is loaded with the page, not while the first result is drawn.
format(true, true);

/**
 * A day in words: "7 August 2025", "August 2025", "14 March, year unknown".
 * @param {string} value ISO 8601, with XXXX for an unknown year.
 */
export function day(value) {
  const parts = /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
  if (!parts || !parts[2]) return value;
  const [, year, month, date] = parts;
  const known = year !== 'XXXX';
  // A leap year stands in for an unknown one, so that 29 February stays what it is.
  const at = new Date(Date.UTC(known ? Number(year) : 2000, Number(month) - 1, Number(date ?? 1)));
  if (Number.isNaN(at.valueOf())) return value;
  const words = format(Boolean(date), known).format(at);
  return known ? words : `${words}, year unknown`;
}
