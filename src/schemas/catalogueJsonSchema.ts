import { catalogueNode } from '../agreement/language/document.js';
import { schemaOf } from './nodeSchema.js';

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
