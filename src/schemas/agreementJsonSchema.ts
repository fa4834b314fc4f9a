import { kinds } from '../agreement/kinds/index.js';
import { agreementNode } from '../agreement/language/document.js';
import { shortKinds } from '../agreement/language/shortKinds.js';
import { describeShape, type ValueShape } from '../agreement/model/value.js';
import { schemaOf } from './nodeSchema.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (draft-07) of an agreement as accepted by {@link parseAgreement}, with the kinds of computation and their
 * arguments, for completion and hints in editors. The package contains it as the file `agreement.schema.json`.
 *
 * @example
 * ```ts
 * Object.keys(agreementJsonSchema()).includes('properties') // => true
 * ```
 */
export function agreementJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Agreement',
    description: 'An offer agreement as data.',
    ...schemaOf(agreementNode),
    definitions: { kinds: kindSchemas() },
  };
}

function kindSchemas(): Json {
  const properties: Record<string, Json> = {};
  for (const [name, { takes }] of kinds)
    if (Object.hasOwn(shortKinds, name))
      properties[name] = { type: 'object', description: 'Conditions by their names.' };
    else if (name !== 'formula') properties[name] = argumentsSchema(takes);
  return { type: 'object', properties };
}

function argumentsSchema({ fields, optional = [] }: Extract<ValueShape, { type: 'record' }>): Json {
  const required = Object.keys(fields).filter((name) => !optional.includes(name));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, shape]) => [
        name,
        { description: `${describeShape(shape)}, or an expression after "="` },
      ]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
