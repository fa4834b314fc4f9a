import { kinds } from '../agreement/kinds/index.js';
import { agreementNode, catalogueNode, computationNode } from '../agreement/language/document.js';
import type { Node } from '../agreement/language/node.js';
import { shortKinds } from '../agreement/language/shortKinds.js';
import { describeShape, type ValueShape } from '../agreement/model/value.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (draft-07) of an agreement: what {@link parseAgreement} reads, with the kinds of computation and their arguments, for completion
 * and hints in editors. The same text is the file `agreement.schema.json` of this package.
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

/**
 * JSON Schema (draft-07) of a catalogue: the words of an agreement in another language.
 *
 * @example
 * ```ts
 * catalogueJsonSchema()['title'] // => 'Catalogue'
 * ```
 */
export function catalogueJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Catalogue',
    description: 'The words of an agreement in another language.',
    ...schemaOf(catalogueNode),
  };
}

function schemaOf(node: Node): Json {
  const about = node.about === undefined ? {} : { description: node.about };
  switch (node.is) {
    case 'text':
      return { ...about, type: 'string' };
    case 'flag':
      return { ...about, type: 'boolean' };
    case 'whole':
      return { ...about, type: 'integer' };
    case 'anything':
    case 'anythingOrNull':
      return about;
    case 'choice':
      return { ...about, enum: node.of };
    case 'list':
      return { ...about, type: 'array', items: schemaOf(node.of) };
    case 'map':
      return { ...about, type: 'object', additionalProperties: schemaOf(node.of) };
    case 'either':
      return { ...about, anyOf: node.of.map(schemaOf) };
    case 'record':
      return { ...about, ...recordSchema(node) };
  }
}

function recordSchema(node: Node & { is: 'record' }): Json {
  const properties: Record<string, Json> = {};
  const required: string[] = [];
  for (const [written, field] of Object.entries(node.fields)) {
    const name = written.endsWith('?') ? written.slice(0, -1) : written;
    if (name === written) required.push(name);
    properties[name] = schemaOf(field);
  }
  const base = { type: 'object', properties, ...(required.length > 0 && { required }) };
  // The kinds of computation are told with their arguments, so that an editor completes them.
  if (node === computationNode) return { allOf: [{ $ref: '#/definitions/kinds' }], ...base };
  return { ...base, additionalProperties: node.rest === undefined ? false : schemaOf(node.rest) };
}

function kindSchemas(): Json {
  const properties: Record<string, Json> = {};
  const shortened = Object.values(shortKinds).map(({ kind }) => kind);
  for (const [name, { takes }] of kinds)
    if (!shortened.includes(name) && name !== 'formula') properties[name] = argumentsSchema(takes);
  for (const name of Object.keys(shortKinds))
    properties[name] = { type: 'object', description: 'Conditions by their names.' };
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
