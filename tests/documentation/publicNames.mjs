// The names that the entry points of package.json export, and where each is imported from; of two entries the first one listed wins.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** @returns {Map<string, { from: string, name: string, type: boolean }>} */
export function publicNames(root) {
  const manifest = join(root, 'package.json');
  if (!existsSync(manifest)) return new Map();
  const { name: packageName, exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  const entries = Object.entries(exports)
    .filter(([, target]) => typeof target === 'object' && existsSync(join(root, target['oferta-source'])))
    .map(([entry, target]) => ({ from: packageName + entry.slice(1), file: join(root, target['oferta-source']) }));
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, noLib: true, types: [] },
  );
  const checker = program.getTypeChecker();
  const names = new Map();
  for (const { from, file } of entries) {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file));
    if (module === undefined) continue;
    for (const symbol of checker.getExportsOfModule(module)) {
      const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const type = (real.flags & ts.SymbolFlags.Value) === 0 || typeOnly(symbol);
      if (!names.has(symbol.name)) names.set(symbol.name, { from, name: symbol.name, type });
    }
  }
  return names;
}

/** Whether a name leaves its module as a type, by `export type`, although it is a class. */
function typeOnly(symbol) {
  return (symbol.declarations ?? []).some(
    (node) => ts.isExportSpecifier(node) && (node.isTypeOnly || node.parent.parent.isTypeOnly),
  );
}
