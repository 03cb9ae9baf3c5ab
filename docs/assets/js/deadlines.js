// The day by which a result is due; the same as generator/deadlines.py, which names the law behind each step.
// Days are ISO dates outside and whole numbers inside, counted in UTC from 1970-01-01, so no time zone can move them.
const MS_IN_DAY = 86_400_000;
const MILLION = 1_000_000; // values have up to six decimals: counted in millionths, they are whole
const MOST = 100_000_000; // in any unit, beyond every year that a table can have
const DAYS_IN_MONTH = 30;
const PARTS_OF_DAY = { "working-day": 1, "working-hour": 8, day: 1, hour: 24 };
const MONTHS = { month: 1, year: 12 };
const WORKING = ["working-day", "working-hour"];
const UNITS = Object.keys({ ...PARTS_OF_DAY, ...MONTHS });

// start: "2026-02-13"; limit: {value: "0.25", unit: "working-day"}; table: what table() in deadlines.py gives.
// The answer has the keys of Answer there; null when start is no day, or limit no number of a known unit.
export function lastDay(start, limit, table) {
  const first = dayOf(start);
  const value = Number(limit.value);
  if (first === null || Number.isNaN(value) || !UNITS.includes(limit.unit)) return null;
  const received = workingFrom(first, table);
  const end = received === null ? null : endOf(received, value, limit.unit, table);
  const last = end === null ? null : workingFrom(end, table);
  if (last === null) return answer({ unknown: firstAbsent(yearOf(first), table) });
  const waits = [[first, received], [WORKING.includes(limit.unit) ? received : end, last]];
  const off = waits.flatMap(daysOf).filter((day) => !works(day, table)).map(isoOf);
  return answer({
    received: isoOf(received),
    last_day: isoOf(last),
    days_off: off.length,
    passed: off.filter((date) => date in table.off).map((date) => ({ date, name: table.off[date] })),
    projected: yearsOf(waits).filter((year) => table.years[year] === "projected"),
  });
}

function answer(known) {
  return { received: null, last_day: null, days_off: 0, passed: [], projected: [], unknown: null, ...known };
}

// Where the term ends before days off put it off; null when that is after the known years.
function endOf(received, value, unit, table) {
  const millionths = Math.round(Math.min(Math.max(value, 0), MOST) * MILLION);
  if (unit in MONTHS) return monthsOn(received, millionths * MONTHS[unit], table);
  const days = Math.ceil(millionths / (MILLION * PARTS_OF_DAY[unit]));
  return (WORKING.includes(unit) ? workingDaysOn : daysOn)(received, days, table);
}

function workingDaysOn(day, count, table) {
  let found = day;
  for (let left = count; left && found !== null; left -= 1) found = workingFrom(found + 1, table);
  return found;
}

function daysOn(day, count, table) {
  return day + count <= dayAt(lastKnown(table), 11, 31) ? day + count : null;
}

// The same day of a later month, or the last one of a shorter month; half a month is 15 days.
function monthsOn(day, millionths, table) {
  const date = dateOf(day);
  const months = date.getUTCMonth() + Math.floor(millionths / MILLION);
  const year = date.getUTCFullYear() + Math.floor(months / 12);
  if (year > lastKnown(table)) return null;
  const longest = dateOf(dayAt(year, (months % 12) + 1, 0)).getUTCDate();
  const same = dayAt(year, months % 12, Math.min(date.getUTCDate(), longest));
  return daysOn(same, Math.ceil(((millionths % MILLION) * DAYS_IN_MONTH) / MILLION), table);
}

// The day or else the next working day; null when that runs out of the known years.
function workingFrom(day, table) {
  let found = day;
  while (isKnown(found, table) && !works(found, table)) found += 1;
  return isKnown(found, table) ? found : null;
}

function works(day, table) {
  const iso = isoOf(day);
  return iso in table.make_up || (dateOf(day).getUTCDay() % 6 !== 0 && !(iso in table.off));
}

function isKnown(day, table) {
  return yearOf(day) in table.years;
}

function lastKnown(table) {
  return Math.max(...Object.keys(table.years).map(Number));
}

function firstAbsent(year, table) {
  let found = year;
  while (found in table.years) found += 1;
  return found;
}

// The days from the first one to the one before the second.
function daysOf([first, until]) {
  return Array.from({ length: until - first }, (_, place) => first + place);
}

function yearsOf(waits) {
  const years = new Set();
  for (const [first, until] of waits) for (let year = yearOf(first); year <= yearOf(until); year += 1) years.add(year);
  return [...years].sort((one, other) => one - other);
}

// What is no day of the calendar, such as 2026-02-30, comes back as another day, or as none: null.
function dayOf(iso) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  const day = time / MS_IN_DAY;
  return Number.isNaN(day) || isoOf(day) !== iso ? null : day;
}

function dayAt(year, month, date) {
  return Date.UTC(year, month, date) / MS_IN_DAY;
}

function dateOf(day) {
  return new Date(day * MS_IN_DAY);
}

function yearOf(day) {
  return dateOf(day).getUTCFullYear();
}

function isoOf(day) {
  return dateOf(day).toISOString().slice(0, 10);
}
