import * as z from 'zod/mini';
import { guardDocument } from '../agreement/language/documentGuard.js';
import { ErrorList } from '../agreement/model/value.js';
import { AgreementError, type AgreementErrorCode, type Finding } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type Issue, type PlacedFinding, zodFindings } from './zodFindings.js';

/**
 * The maximum number of values in an agreement, a result or an event; beyond it, the list of problems could exhaust the
 * memory.
 */
const mostValues = 2_000_000;

/** All problems of a document according to its schema. @internal */
export function documentFindings(schema: z.ZodMiniType, json: unknown): readonly PlacedFinding[] {
  requirePlainHost();
  const errors = new ErrorList();
  if (!guardDocument(json, mostValues, errors))
    return errors.findings.map((finding) => ({ finding, path: finding.path.split('.') }));
  const read = safelyParsed(schema, json);
  if (read === undefined) {
    const finding = { path: '', code: 'size', value: 'too many problems to list', expected: 'a smaller document' };
    return [{ finding, path: [] }];
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

/** The JSON Schema of a schema, for editors, which support draft-07 best. @internal */
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
      // Every name is a string; repeating that for each record makes the file longer without helping an editor.
      delete jsonSchema.propertyNames;
      // A reference without siblings does not need to be wrapped in `allOf`.
      const { allOf: [only, ...more] = [] } = jsonSchema;
      if (only?.$ref === undefined || more.length > 0 || Object.keys(jsonSchema).length > 1) return;
      delete jsonSchema.allOf;
      jsonSchema.$ref = only.$ref;
    },
  });
}
