import type { Finding } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { Faults } from '../model/value.js';
import { agreementNode, catalogueNode } from './document.js';
import { guardDocument } from './documentGuard.js';
import { Finder } from './finder.js';
import { fits, isRecord, type Node } from './node.js';

/** Values a document can hold; beyond, all that is wrong with it would exhaust the memory. */
const mostValues = 500_000;

/** What keeps a value from having the form of an agreement. @internal */
export function agreementFormFindings(json: unknown): readonly Finding[] {
  return formFindings(agreementNode, json);
}

/** What keeps a value from having the form of a catalogue. @internal */
export function catalogueFormFindings(json: unknown): readonly Finding[] {
  return formFindings(catalogueNode, json);
}

function formFindings(node: Node, json: unknown): readonly Finding[] {
  requirePlainHost();
  const faults = new Faults();
  if (!guardDocument(json, mostValues, faults)) return faults.findings;
  // Of a document in another format nothing else would be true.
  const format = isRecord(json) ? json['format'] : undefined;
  if (format !== undefined && format !== 2) {
    faults.add('format', 'choice', format, '2, the format of docs/guides/agreements-as-data.md');
    return faults.findings;
  }
  const finder = new Finder();
  fits(node, json, [], finder);
  return finder.findings;
}
