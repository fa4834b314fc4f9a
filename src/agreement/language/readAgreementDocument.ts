import { agreementNode } from './document.js';
import { Finder, type PlacedFinding } from './finder.js';
import { fits, type Node } from './node.js';

/** What keeps a value from having the form of an agreement. @internal */
export function agreementFormFindings(json: unknown): readonly PlacedFinding[] {
  return formFindings(agreementNode, json);
}

function formFindings(node: Node, json: unknown): readonly PlacedFinding[] {
  const finder = new Finder();
  fits(node, json, [], finder);
  return finder.findings;
}
