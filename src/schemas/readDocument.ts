import * as z from 'zod/mini';
import { guardDocument } from '../agreement/language/documentGuard.js';
import { Faults } from '../agreement/model/value.js';
import { AgreementError, type AgreementErrorCode, type Finding } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type Issue, type PlacedFinding, zodFindings } from './zodFindings.js';

/** Values an agreement, a result or one event can hold; beyond, all that is wrong with it would exhaust the memory. */
const mostValues = 2_000_000;

/** Everything that is wrong with a document, by its schema. @internal */
export function documentFindings(schema: z.ZodMiniType, json: unknown): readonly PlacedFinding[] {
  requirePlainHost();
  const faults = new Faults();
  if (!guardDocument(json, mostValues, faults))
    return faults.findings.map((finding) => ({ finding, path: finding.path.split('.') }));
  const read = safelyParsed(schema, json);
  if (read === undefined) {
    faults.findings.push({
      path: '',
      code: 'size',
      value: 'more faults than can be told',
      expected: 'a smaller document',
    });
    return faults.findings.map((finding) => ({ finding, path: [] }));
  }
  return read.success ? [] : zodFindings(read.error.issues as readonly unknown[] as readonly Issue[], json);
}

/** What the schema says; undefined where a list has so many faults that handing them on exhausts the stack. */
function safelyParsed(schema: z.ZodMiniType, json: unknown): ReturnType<typeof z.safeParse> | undefined {
  try {
    return z.safeParse(schema, json);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Throws one error with all findings, if there are any. @internal */
export function throwFindings(findings: readonly Finding[], code: AgreementErrorCode): void {
  const [first] = findings;
  if (first === undefined) return;
  throw new AgreementError(code, { field: first.path, value: first.value, expected: first.expected }, findings);
}

/** JSON Schema of a schema, for editors: draft-07 is the one they complete best. @internal */
export function jsonSchemaOf(
  schema: z.ZodMiniType,
  about: z.core.$ZodRegistry<Readonly<Record<string, unknown>>>,
): object {
  requirePlainHost();
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    metadata: about as never,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // Every name is a text; saying so for each record makes the file longer and tells an editor nothing.
      delete jsonSchema.propertyNames;
      // A reference that nothing stands beside needs no list around it.
      const { allOf: [only, ...more] = [] } = jsonSchema;
      if (only?.$ref === undefined || more.length > 0 || Object.keys(jsonSchema).length > 1) return;
      delete jsonSchema.allOf;
      jsonSchema.$ref = only.$ref;
    },
  });
}
