import type { Finding } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { ErrorList } from '../model/value.js';
import { agreementNode, catalogueNode } from './document.js';
import { guardDocument } from './documentGuard.js';
import { Finder } from './finder.js';
import { isRecord } from './isRecord.js';
import { fits, type Node } from './node.js';

/** The maximum number of values in a document. */
const mostValues = 500_000;

/** Checks a value against the form of an agreement. @internal */
export function agreementFormFindings(json: unknown): readonly Finding[] {
  return formFindings(agreementNode, json);
}

/** Checks a value against the form of a catalogue. @internal */
export function catalogueFormFindings(json: unknown): readonly Finding[] {
  return formFindings(catalogueNode, json);
}

function formFindings(node: Node, json: unknown): readonly Finding[] {
  requirePlainHost();
  const errors = new ErrorList();
  if (!guardDocument(json, mostValues, errors)) return errors.findings;
  // For a document in another format, no other finding would be meaningful.
  const format = isRecord(json) ? json['format'] : undefined;
  if (format !== undefined && format !== 2) {
    errors.add('format', 'choice', format, '2, the format of docs/guides/agreements-as-data.md');
    return errors.findings;
  }
  const finder = new Finder();
  fits(node, json, [], finder);
  return finder.findings;
}
