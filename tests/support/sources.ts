import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files under a folder of the repository whose names end in `suffix`, as paths from the root with `/`. */
export function filesIn(folder: string, suffix: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => posix.join(folder, String(name).replaceAll('\\', '/')))
    .filter((name) => name.endsWith(suffix))
    .sort();
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** One import or re-export of a source file; `target` is a path from the root for a relative one, else the name written. */
export interface Import {
  readonly file: string;
  readonly written: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** What a file imports and re-exports. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (written: string, typeOnly: boolean) => {
    const target = written.startsWith('.') ? posix.join(posix.dirname(file), written).replace(/\.js$/, '.ts') : written;
    found.push({ file, written, target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      const each = bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.length > 0;
      const allTypes = each && bindings.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      add(node.argument.literal.text, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [name] = node.arguments;
      add(name !== undefined && ts.isStringLiteral(name) ? name.text : 'import(…)', false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The text of a file with its comments blanked out, line for line. */
export function codeWithoutComments(file: string): string {
  const text = textOf(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const comments = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ts.getLeadingCommentRanges(text, node.getFullStart()),
      ts.getTrailingCommentRanges(text, node.getEnd()),
    ];
    for (const range of ranges.flatMap((found) => found ?? [])) comments.set(range.pos, range.end);
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  let code = text;
  for (const [from, to] of comments)
    code = code.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + code.slice(to);
  return code;
}

/** The entry points of package.json that are code: name as imported, and source file. */
export const entryPoints: readonly { readonly name: string; readonly file: string }[] = Object.entries(
  (JSON.parse(textOf('package.json')) as { exports: Record<string, string | Record<string, string>> }).exports,
).flatMap(([entry, target]) => {
  const file = typeof target === 'string' ? undefined : target['oferta-source'];
  return file === undefined ? [] : [{ name: `oferta${entry.slice(1)}`, file: posix.normalize(file) }];
});

/** A name that an entry point exports, and where it is declared. */
export interface PublicName {
  readonly name: string;
  readonly entry: string;
  /** The file that declares it, from the root. */
  readonly file: string;
  readonly isFunction: boolean;
  /** Summary and tags of its doc comment; an overload or a merged declaration counts with the first comment found. */
  readonly summary: string;
  readonly tags: readonly string[];
  /** Property names, where it is an interface or an object type. */
  readonly properties: readonly string[];
}

/** Every public name, read with the TypeScript 6 API; nothing is executed. */
export function publicNames(): PublicName[] {
  const entries = entryPoints.filter(({ file }) => existsSync(join(root, file)));
  const program = ts.createProgram(
    entries.map(({ file }) => join(root, file)),
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, noLib: true, types: [] },
  );
  const checker = program.getTypeChecker();
  return entries.flatMap(({ name: entry, file }) => {
    const source = program.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    return (module === undefined ? [] : checker.getExportsOfModule(module)).map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const declared = symbol.declarations?.[0]?.getSourceFile().fileName ?? file;
      const isType = (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
      return {
        name: exported.name,
        entry,
        file:
          declared.startsWith('/') || /^[A-Z]:/.test(declared)
            ? posix.relative(root.replaceAll('\\', '/'), declared)
            : declared,
        isFunction: (symbol.flags & ts.SymbolFlags.Function) !== 0,
        summary: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
        tags: symbol.getJsDocTags(checker).map((tag) => tag.name),
        properties: isType
          ? checker
              .getDeclaredTypeOfSymbol(symbol)
              .getProperties()
              .map((property) => property.name)
          : [],
      };
    });
  });
}
