/**
 * The kind `call`: any public function by its name, with JSON turned into the values of the library by shape alone, so that a new function
 * needs no adapter.
 */

const ruleNames = ['rules'];

/** Turns the JSON of a vector into an argument: money by `{ amount, currency }`, calendars and rules by name; days stay ISO strings. */
export function argumentOf(json, library, calendars, key = '') {
  if (typeof json === 'string') {
    if (key === 'calendar' && calendars.has(json)) return calendars.get(json);
    if (ruleNames.includes(key) && library.countingRules[json] !== undefined) return library.countingRules[json];
    return json;
  }
  if (Array.isArray(json)) return json.map((entry) => argumentOf(entry, library, calendars));
  if (typeof json !== 'object' || json === null) return json;
  const keys = Object.keys(json);
  if (keys.length === 2 && typeof json.amount === 'string' && typeof json.currency === 'string')
    return library.money(json.amount, json.currency);
  return Object.fromEntries(keys.map((name) => [name, argumentOf(json[name], library, calendars, name)]));
}

/** Positional arguments: a calendar is the last one, by its id. */
function positionalOf(inputs, library, calendars) {
  return inputs.map((input, at) =>
    at > 0 && at === inputs.length - 1 && typeof input === 'string' && calendars.has(input)
      ? calendars.get(input)
      : argumentOf(input, library, calendars),
  );
}

/** The answer of one `call` record as plain JSON, or `{ error: code }`. */
export function answerOf(record, library, calendars) {
  const called = Object.hasOwn(library, record.function) ? library[record.function] : undefined;
  if (typeof called !== 'function') return { missing: record.function };
  const answer = library.attempt(() =>
    Array.isArray(record.inputs)
      ? called(...positionalOf(record.inputs, library, calendars))
      : called(argumentOf(record.inputs, library, calendars)),
  );
  if (!answer.ok) return { json: { error: answer.error.code }, message: answer.error.message };
  return { json: plain(answer.value) };
}

/** The value as it would go over the wire; a bare undefined is null. */
function plain(value) {
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
}

/** Places where `actual` differs from what was expected; fields that are not named are ignored, null means absent or null. */
export function differences(expected, actual, path = '') {
  if (expected === null)
    return actual === null || actual === undefined ? [] : [`${path || '.'}: expected nothing, got ${show(actual)}`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path || '.'}: expected ${show(expected)}, got ${show(actual)}`];
    return expected.flatMap((entry, at) => differences(entry, actual[at], `${path}.${at}`));
  }
  if (typeof expected === 'object') {
    if (typeof actual !== 'object' || actual === null)
      return [`${path || '.'}: expected ${show(expected)}, got ${show(actual)}`];
    return Object.keys(expected).flatMap((key) =>
      differences(expected[key], actual[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (expected === actual || sameAmount(path, expected, actual) || sameInstant(expected, actual)) return [];
  return [`${path || '.'}: expected ${show(expected)}, got ${show(actual)}`];
}

/** `"0"` and `"0.00"` are one amount; leading and trailing zeros carry no meaning in a vector. */
function sameAmount(path, expected, actual) {
  const amount = /^-?\d+(\.\d+)?$/;
  return (
    (path === 'amount' || path.endsWith('.amount')) &&
    amount.test(expected) &&
    amount.test(actual) &&
    short(expected) === short(actual)
  );
}

function short(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Instants are equal if they are the same point in time. */
function sameInstant(expected, actual) {
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
  return instant.test(expected) && instant.test(actual) && Date.parse(expected) === Date.parse(actual);
}

function show(value) {
  const text = JSON.stringify(value);
  return text === undefined ? 'nothing' : text.length > 300 ? `${text.slice(0, 297)}...` : text;
}
