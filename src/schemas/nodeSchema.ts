import { computationNode } from '../agreement/language/document.js';
import type { Node } from '../agreement/language/node.js';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema of a part of the written form; for a computation the definition "kinds" lists the kinds. @internal */
export function schemaOf(node: Node): Json {
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
  // List the kinds of computation with their arguments, so that an editor can complete them.
  if (node === computationNode) return { allOf: [{ $ref: '#/definitions/kinds' }], ...base };
  return { ...base, additionalProperties: node.rest === undefined ? false : schemaOf(node.rest) };
}
