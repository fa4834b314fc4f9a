import type { Checker } from './checker.js';
import { isRecord, type Json, requireWritten, throughJson } from './json.js';
import { valueOfHost } from './valueOfHost.js';
import type { Verification } from './verification.js';

/** What a checker finds; whatever the input, it throws nothing. @internal */
export function verified(checker: Checker, agreement: unknown, facts: unknown, result: unknown): Verification {
  try {
    const ofHost = valueOfHost();
    if (ofHost) checker.find(ofHost, 'unreadable', 'nothing', 'a value');
    else {
      const model = modelOf(agreement);
      requireWritten(model);
      checker.check(model, throughJson(facts), throughJson(result));
    }
  } catch (error) {
    // Report only the message: the input may be something that cannot be printed.
    const message = error instanceof Error ? error.message : String(error);
    checker.find('', 'unreadable', 'an agreement, facts and a result as JSON', message);
  }
  const { findings, taken } = checker;
  return findings.length === 0 ? { ok: true, taken } : { ok: false, findings, taken };
}

/** The computed form of an agreement; its own JSON is the written form. */
function modelOf(agreement: unknown): Json {
  const data = isRecord(agreement) ? agreement['data'] : undefined;
  return isRecord(data) ? data : agreement;
}
