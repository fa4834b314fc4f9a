// Plugin for typedoc (typedoc.json). Resolves `{@link AgreementError}` in any entry point to the main one, which exports the name, and
// groups the exports of an entry point by family, the folder of their source.
import { Comment, CommentTag, Converter, ReflectionKind } from 'typedoc';

/** The titles of the folders of src/, in the order of the list. */
const families = {
  money: 'Money',
  time: 'Time',
  proration: 'Proration',
  penalty: 'Penalties',
  interest: 'Interest',
  liability: 'Liability',
  refund: 'Refunds',
  notice: 'Notices',
  lifecycle: 'Lifecycle',
  serviceLevel: 'Service levels',
  tariff: 'Tariffs',
  balance: 'Balance',
  payments: 'Payments',
  messaging: 'Messaging',
  format: 'Format',
  errors: 'Errors',
};

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.addUnknownSymbolResolver(({ moduleSource, symbolReference }, from) => {
    const path = symbolReference?.path ?? [];
    if (moduleSource !== undefined || path.length !== 1) return;
    const target = from.project
      .getReflectionsByKind(ReflectionKind.SomeExport)
      .find(({ name, parent }) => name === path[0].path && parent?.name === 'oferta');
    return target && { target };
  });
  app.converter.on(
    Converter.EVENT_RESOLVE_BEGIN,
    ({ project }) => {
      for (const reflection of project.getReflectionsByKind(ReflectionKind.SomeExport)) {
        if (reflection.parent?.name !== 'oferta') continue;
        const file = project.getSymbolIdFromReflection(reflection)?.packagePath ?? '';
        const family = families[/(?:^|\/)src\/([^/]+)\//.exec(file)?.[1] ?? ''];
        if (family === undefined) continue;
        reflection.comment ??= new Comment();
        reflection.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: family }]));
      }
      // The page of a function has what it takes and what it gives in it, each property with its comment.
      const shown = new Set(project.getReflectionsByKind(ReflectionKind.Function).flatMap(namesOfTypes));
      for (const reflection of project.getReflectionsByKind(ReflectionKind.Interface)) {
        if (reflection.parent?.name !== 'oferta' || !shown.has(reflection.name)) continue;
        reflection.comment ??= new Comment();
        reflection.comment.modifierTags.add('@expand');
      }
    },
    1000,
  );
}

/** The names of the types that a function takes and gives. */
function namesOfTypes({ parent, signatures = [] }) {
  if (parent?.name !== 'oferta') return [];
  return signatures
    .flatMap(({ type, parameters = [] }) => [type, ...parameters.map((parameter) => parameter.type)])
    .flatMap((type) => (type?.type === 'reference' ? [type.name] : []));
}
